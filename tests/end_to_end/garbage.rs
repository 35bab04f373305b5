//! Whatever stands in the address, the page opens, says what it could not use, and goes on.

use crate::explorer::{open, query_of, wait_shows};
use crate::harness::{Page, browse, wait_equal};
use crate::naive::Filter;

#[test]
fn every_parameter_with_garbage_is_named_and_the_page_is_whole() {
    browse(|page| {
        let parts = [
            ("cluster", "9"),
            ("kind", "zzz"),
            ("event", "no-such"),
            ("region", "atlantis"),
            ("country", "QQQ"),
            ("time", "yesterday"),
            ("context", "maybe"),
            ("tab", "pie"),
            ("p", "abc"),
            ("view", "pie"),
            ("lang", "tlh"),
            ("theme", "pink"),
            ("embed", "perhaps"),
        ];
        let query: Vec<String> = parts
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        open(page, &format!("?{}", query.join("&")));
        wait_shows(page, &Filter::default());
        page.wait_count("#bad-address li", parts.len());
        for (index, part) in query.iter().enumerate() {
            let said = &page.texts("#bad-address li")[index];
            assert!(said.contains(&format!("“{part}”")), "{said}");
        }
        page.click("#lang-zh");
        page.wait_text("#bad-address", "网址中的“cluster=9”无法使用");
        page.click("#bad-address button");
        page.wait_count("#bad-address", 0);
        page.click("#cluster-2");
        wait_equal("the query", &"cluster=2".to_owned(), || query_of(page));
    });
}

#[test]
fn what_can_be_used_beside_garbage_holds() {
    browse(|page| {
        open(
            page,
            "?cluster=2~~9~2&region=moon~europe&kind=&time=2011-09-30..2011-06-01&country=che",
        );
        let filter = Filter {
            clusters: vec!["2"],
            regions: vec!["europe"],
            countries: vec!["CHE"],
            ..Filter::during("2011-06-01", "2011-09-30")
        };
        wait_shows(page, &filter);
        assert_eq!(page.texts("#bad-address li").len(), 2);
    });
}

#[test]
fn no_address_makes_it_panic() {
    let long = "9".repeat(3000);
    let queries = [
        "?".to_owned(),
        "?&&&===&".to_owned(),
        "?cluster".to_owned(),
        "?%FF%FE=%00&cluster=%E4%BD&p=%".to_owned(),
        format!("?p={long}&cluster={long}&time={long}..{long}"),
        "?p=0&p=4294967295".to_owned(),
        "?p=4294967296".to_owned(),
        "?p=27.&p=.i&p=27.zz".to_owned(),
        "?time=2011-02-30".to_owned(),
        "?time=0001-01-01..9999-12-31&context=1".to_owned(),
        "?time=9999-12-31".to_owned(),
        "?time=0000-00-00..".to_owned(),
        "?tab=timeline~timeline~&tab=funding".to_owned(),
        "?lang=en&lang=zh&lang=en".to_owned(),
        "?embed=1".to_owned(),
        "?view=funding".to_owned(),
        "?data=".to_owned(),
        "?cluster=<script>alert(1)</script>&event='%22>".to_owned(),
        "?cluster=__proto__&country=constructor&region=2".to_owned(),
    ];
    browse(|page| {
        for query in &queries {
            open(page, query);
            assert_works(page, query);
        }
    });
}

#[test]
fn a_period_beyond_the_report_leaves_nothing_and_the_brush_still_works() {
    browse(|page| {
        open(page, "?time=1990-01-01..1990-12-31");
        page.wait_text("#count", "0 of 14");
        page.wait_for(".nothing .relax");
        page.wait_for("#brush-first");
        page.click(".nothing .relax");
        wait_shows(page, &Filter::default());
    });
}

#[track_caller]
fn assert_works(page: &Page, query: &str) {
    let before = page.attribute("#cluster-2", "aria-pressed");
    page.evaluate::<()>("document.getElementById('cluster-2').click()", &[]);
    let after = if before.as_deref() == Some("true") {
        "false"
    } else {
        "true"
    };
    page.wait_attribute("#cluster-2", "aria-pressed", after);
    let complaints = page.console_errors();
    assert!(complaints.is_empty(), "{query}: {complaints:#?}");
}
