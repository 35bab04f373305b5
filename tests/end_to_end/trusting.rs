//! What may become markup or a script's address, in browsers that know Trusted Types. All other tests run under the same policy.

use crate::harness::{Page, browse};

/// Puts markup into the document, and says what came of it.
fn put(page: &Page, markup: &str) -> String {
    page.evaluate(
        "const place = document.createElement('div');
         try { place.innerHTML = arguments[0]; return 'taken'; } catch (error) { return error.name; }",
        &[markup.into()],
    )
}

#[test]
fn markup_that_would_run_something_is_refused() {
    browse(|page| {
        page.open("");
        page.expect_console("TrustedHTML");
        for markup in [
            "<script>alert(1)</script>",
            "<SCRIPT src=x>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<p title='>' onclick = 'alert(1)'>",
            "<a href=\"javascript:alert(1)\">",
            "<a href=' JavaScript:alert(1)'>",
            "<iframe srcdoc=x></iframe>",
            "<object data=x>",
            "<embed src=x>",
        ] {
            assert_eq!(put(page, markup), "TypeError", "{markup}");
        }
    });
}

#[test]
fn markup_that_runs_nothing_is_taken() {
    browse(|page| {
        page.open("");
        for markup in [
            "<svg viewBox=\"0 0 1 1\"><text x=\"1\">onset = 1 &lt;script></text></svg>",
            "<p title=\"a onclick=2\">online=yes javascript: a word</p>",
            "<a href=\"?p=2\" class=\"cite\">¶2</a>",
            "a < b on=c",
        ] {
            assert_eq!(put(page, markup), "taken", "{markup}");
        }
    });
}

#[test]
fn a_script_of_another_address_is_refused() {
    browse(|page| {
        page.open("");
        page.expect_console("TrustedScriptURL");
        for address in [
            "https://elsewhere.example/a.js",
            "data:text/javascript,1",
            "boot.js",
        ] {
            let outcome: String = page.evaluate(
                "const script = document.createElement('script');
                 try { script.src = arguments[0]; return 'taken'; } catch (error) { return error.name; }",
                &[address.into()],
            );
            assert_eq!(outcome, "TypeError", "{address}");
        }
    });
}

#[test]
fn there_is_no_second_rule_and_none_of_another_name() {
    browse(|page| {
        page.open("");
        page.expect_console("TrustedTypePolicy");
        let outcomes: Vec<String> = page.evaluate(
            "return ['default', 'other'].map(name => {
                 try { trustedTypes.createPolicy(name, { createHTML: text => text }); return 'made'; } catch (error) { return error.name; }
             })",
            &[],
        );
        assert_eq!(outcomes, ["TypeError", "TypeError"]);
    });
}
