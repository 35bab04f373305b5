//! Out of the page: a reference to a view or a paragraph, copied into a reader's own text.

use forum_explorer::share::reference::Style;
use serde_json::Value;
use thirtyfour::Key;

use crate::explorer::{focus, open, read_on, wait_focus};
use crate::harness::{Page, browse, until, wait_equal};
use crate::report::REPORT;

#[test]
fn every_view_can_be_cited_in_every_form_with_its_paragraphs_version_and_address() {
    browse(|page| {
        open(page, "?lang=en&country=CHE");
        for view in ["timeline", "funding", "seats"] {
            page.click(&format!("#{view}-cite > summary"));
            let field = format!("#{view}-reference");
            page.wait_for(&field);
            for style in Style::ALL {
                page.click(&format!("#{view}-{}", style.slug()));
                page.wait_attribute(&format!("#{view}-{}", style.slug()), "aria-pressed", "true");
                until("a whole reference", || {
                    let text = value(page, &field);
                    let said = [
                        &*REPORT.about.title.en,
                        &*REPORT.about.version,
                        "¶",
                        "country=CHE",
                        &format!("#{view}"),
                    ];
                    let is_whole = said.iter().all(|part| text.contains(part));
                    is_whole.then_some(()).ok_or(text)
                });
            }
            let name = page.text(&format!("#{view} .kicker"));
            let title = |text: &str| {
                let items: Value = serde_json::from_str(text).expect("CSL-JSON is JSON");
                items[0]["title"].as_str().unwrap_or_default().to_owned()
            };
            // The style sheets may write the name in capitals.
            let cited = title(&value(page, &field)).to_lowercase();
            assert!(cited.ends_with(&name.to_lowercase()), "{cited}: {name}");
        }
    });
}

#[test]
fn a_reference_follows_the_filters_and_leads_back_to_the_same_view() {
    browse(|page| {
        open(page, "?lang=en");
        page.click("#timeline-cite > summary");
        page.click("#timeline-csl");
        page.wait_for("#timeline-reference");
        let before = value(page, "#timeline-reference");
        page.click("#cluster-2");
        until("another reference", || {
            let now = value(page, "#timeline-reference");
            (now != before && now.contains("cluster=2"))
                .then_some(())
                .ok_or(now)
        });
        let items: Value = serde_json::from_str(&value(page, "#timeline-reference")).expect("JSON");
        let (url, title) = (
            items[0]["URL"].as_str().expect("an address").to_owned(),
            page.text("#timeline-title"),
        );
        page.reopen_fresh(&url);
        read_on(page);
        page.wait_text("#timeline-title", &title);
    });
}

#[test]
fn what_is_copied_can_be_pasted_and_the_copying_is_said() {
    browse(|page| {
        for (lang, said) in [("en", "Copied."), ("zh", "已复制")] {
            open(page, &format!("?lang={lang}"));
            page.click("#funding-cite > summary");
            page.wait_for("#funding-reference");
            let reference = value(page, "#funding-reference");
            focus(page, "#funding-copy");
            page.press(Key::Enter);
            page.wait_text("#funding .references [role=status]", said);
            wait_focus(page, "#funding-copy");
            focus(page, "#search");
            page.press(Key::Control + "v");
            until("the reference in the search field", || {
                let pasted = value(page, "#search");
                let is_same = !pasted.is_empty() && pasted == reference.replace('\n', " ");
                is_same.then_some(()).ok_or(pasted)
            });
            page.press(Key::Escape);
        }
    });
}

#[test]
fn a_paragraph_and_a_note_are_cited_from_their_panel() {
    browse(|page| {
        open(page, "?lang=zh&p=27.i");
        page.click("#paragraph-cite > summary");
        wait_equal("the note", &true, || {
            let text = value(page, "#paragraph-reference");
            text.contains(&REPORT.about.title.zh)
                && text.contains("第27段注i")
                && text.contains("¶27 i")
                && text.contains("p=27.i")
        });
        // On to the neighbour: the reference goes along.
        page.click("#panel .neighbours a.cite");
        page.wait_text("#panel-title", "第26段");
        page.click("#paragraph-cite > summary");
        until("the neighbour", || {
            let text = value(page, "#paragraph-reference");
            (text.contains("¶26") && text.contains("p=26"))
                .then_some(())
                .ok_or(text)
        });
    });
}

#[track_caller]
fn value(page: &Page, css: &str) -> String {
    page.wait_for(css);
    page.evaluate(
        "return document.querySelector(arguments[0])?.value ?? ''",
        &[css.into()],
    )
}
