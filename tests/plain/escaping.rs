//! Whatever a package says stays text.

use forum_explorer::format::text::pick;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::text::Text;
use forum_explorer::plain::document::fill_in;
use forum_explorer::plain::sources::File;

use crate::elements::{assert_nested, inside, table, values};
use crate::report::report;
use crate::{FRAME, page, section};

const AWKWARD: &str = "</noscript><script>alert(1)</script> & \"'<b";

#[test]
fn awkward_words_of_a_package_are_shown_as_they_are() {
    let mut data = report().clone();
    let awkward = Text::new(AWKWARD, AWKWARD);
    data.about.title = awkward.clone();
    data.about.description = awkward.clone();
    data.about.licence = AWKWARD.to_owned();
    data.about.version = AWKWARD.to_owned();
    for key in data.events.keys() {
        data.events.get_mut(key).unwrap().title = awkward.clone();
    }
    for key in data.flows.keys() {
        let flow = data.flows.get_mut(key).unwrap();
        flow.from = awkward.clone();
        flow.currency = AWKWARD.to_owned();
    }
    let page = page(&data);
    assert_nested(&page);
    assert!(!page.contains("<script") && !page.contains("<b\"") && !page.contains("<b<"));
    assert_eq!(page.matches("</noscript>").count(), 1);
    let escaped = "&lt;/noscript&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;'&lt;b";
    assert_eq!(inside(&page, "title"), [escaped]);
    assert_eq!(inside(&page, "h1"), [escaped]);
    let english = section(&page, Lang::En);
    for row in &table(&english, 0)[1..] {
        assert_eq!(row[2].trim_end_matches('*'), pick(&awkward, Lang::En));
    }
    assert_eq!(table(&english, 1)[1][1], AWKWARD);
}

#[test]
fn a_link_leads_only_where_a_page_may_lead() {
    let mut data = report().clone();
    data.about.homepage = "javascript:alert(1)".to_owned();
    assert!(!page(&data).contains("javascript:"));
    data.about.homepage = "https://example.org/?a=1&b=\"2\"".to_owned();
    let page = page(&data);
    assert!(values(&page, "href").contains(&"https://example.org/?a=1&amp;b=&quot;2&quot;"));
    data.about.homepage = String::new();
    assert!(
        !self::page(&data).contains("rel=\"external\""),
        "no link to nowhere"
    );
}

#[test]
fn a_files_name_is_an_address() {
    let files = [File::new(
        "data/",
        "tables/events & più.csv",
        Some("events"),
    )];
    let page = fill_in(FRAME, report(), &files).unwrap();
    assert!(values(&page, "href").contains(&"data/tables/events%20%26%20pi%C3%B9.csv"));
}
