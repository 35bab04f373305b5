//! A package that means harm: what it says is text wherever it is shown, and what is too much is left out and said.

use serde_json::json;

use crate::explorer::{open, read_on};
use crate::harness::{Page, browse};
use crate::saving::{saved, saving_into, unfold};

const PACKAGE: &str = "?data=hostile/datapackage.json&lang=en";

const MARKUP: &str = "<img src=x onerror=\"document.title='taken'\"></text></title><script>document.title='taken'</script>";
const FORMULA: &str = "=HYPERLINK(\"https://elsewhere.example\",\"x\")";
const TURNED: &str = "\u{202e}turned\u{2067} and\u{200b}\u{feff} hidden";

/// Serves a package whose texts are these: of each an event, and the name of a paragraph.
fn put(page: &Page, texts: &[&str]) {
    let descriptor = json!({
        "name": "hostile", "title_en": MARKUP, "title_zh": MARKUP, "description_en": MARKUP,
        "homepage": "javascript:document.title='taken'",
        "resources": [
            { "name": "events", "path": "events.csv" },
            { "name": "paragraphs", "path": "paragraphs.csv" },
        ],
    });
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut events = "id,kind,title_zh,title_en,start,end,precision,source\n".to_owned();
    let mut paragraphs = "para,section,gist_zh,gist_en\n".to_owned();
    for (at, text) in texts.iter().enumerate() {
        let (text, at) = (quoted(text), at + 1);
        events += &format!("e{at},external,{text},{text},2020-0{at}-01,2020-0{at}-09,day,{at}\n");
        paragraphs += &format!("{at},,{text},{text}\n");
    }
    let site = page.site();
    site.put_file("hostile/datapackage.json", descriptor.to_string());
    site.put_file("hostile/events.csv", events);
    site.put_file("hostile/paragraphs.csv", paragraphs);
}

/// Nothing of the package has become a part of the document.
#[track_caller]
fn assert_is_text(page: &Page) {
    let parts: usize = page.evaluate(
        "return [...document.querySelectorAll('script:not([src]), img, [onerror], [onload], iframe')].length",
        &[],
    );
    assert_eq!(parts, 0, "parts that are not the page's own");
    assert_ne!(page.title(), "taken");
    let links: Vec<String> = page.evaluate(
        "return [...document.links].map(a => a.protocol).filter(p => !['http:', 'https:', 'mailto:', 'blob:'].includes(p))",
        &[],
    );
    assert_eq!(links, Vec::<String>::new());
}

#[test]
fn markup_in_a_package_is_text_in_page_card_table_panel_and_picture() {
    browse(|page| {
        put(page, &[MARKUP, FORMULA, TURNED]);
        open(page, PACKAGE);
        page.wait_title("<script>");
        page.wait_text("h1", "<img src=x onerror=");
        page.hover("#timeline-e1");
        page.wait_text(".card", "<script>document.title='taken'</script>");
        assert_is_text(page);
        page.click("#timeline-e1");
        page.wait_text(".chip", "<img src=x");
        page.click("#timeline-as-table");
        page.wait_text("#timeline table", "<img src=x");
        page.click("#timeline .source-line a.cite");
        page.wait_text("[role=dialog], .panel", "<img src=x");
        assert_is_text(page);
        page.open(&format!("{PACKAGE}&q=script"));
        read_on(page);
        page.wait_text("main", "<script>");
        assert_is_text(page);
        page.open("?data=hostile/datapackage.json&lang=en&embed=1&view=timeline");
        page.wait_for("#timeline-e1");
        assert_is_text(page);
        page.open(&format!("{PACKAGE}&brief=timeline"));
        page.wait_text("main", "<img src=x");
        assert_is_text(page);
    });
}

#[test]
fn what_leaves_the_page_is_text_and_no_formula() {
    browse(|page| {
        let folder = saving_into(page, "hostile");
        put(page, &[MARKUP, FORMULA]);
        open(page, PACKAGE);
        unfold(page, "timeline");
        let save = |ending: &str| {
            page.click(&format!("#timeline-{ending}"));
            let file = saved(&folder, &format!("hostile-timeline.{ending}"));
            String::from_utf8(file).expect("UTF-8")
        };
        let table = save("csv");
        assert!(table.contains("'=HYPERLINK"), "{table}");
        assert!(
            !table.contains(",=HYPERLINK") && !table.contains("\"=HYPERLINK"),
            "{table}"
        );
        let picture = save("svg");
        assert!(
            !picture.contains("<script") && !picture.contains("<img"),
            "{picture}"
        );
        assert!(picture.contains("&lt;img"), "{picture}");
        page.click("#timeline-embed summary");
        page.wait_for("#timeline-html");
        let html: String =
            page.evaluate("return document.querySelector('#timeline-html').value", &[]);
        assert!(html.contains("iframe") || html.contains("script"), "{html}");
        assert!(
            !html.contains("<img") && !html.contains("document.title='taken'\""),
            "{html}"
        );
    });
}

#[test]
fn a_text_without_end_takes_no_more_than_its_room() {
    browse(|page| {
        let long = "x".repeat(100_000);
        put(page, &[&long, "An event like others"]);
        for width in [1280, 390] {
            page.set_window(width, 900);
            open(page, PACKAGE);
            page.wait_text("#timeline", "An event like others");
            let is_wider: bool = page.evaluate(
                "return document.documentElement.scrollWidth > innerWidth",
                &[],
            );
            assert!(!is_wider, "the page at {width} px is wider than its window");
            page.click("#timeline-as-table");
            page.wait_for("#timeline table");
            let is_whole: bool = page.evaluate(
                "return document.querySelector('#timeline table').textContent.includes('x'.repeat(100000))",
                &[],
            );
            assert!(is_whole, "the table has all of it");
            let is_wider: bool = page.evaluate(
                "return document.documentElement.scrollWidth > innerWidth",
                &[],
            );
            assert!(!is_wider, "the table at {width} px makes the page wider");
        }
    });
}

#[test]
fn a_file_that_is_too_large_is_given_up_and_the_rest_is_shown() {
    browse(|page| {
        put(page, &["An event like others"]);
        let line = "2,,x,x\n";
        let rows = line.repeat((64 << 20) / line.len() + 1);
        page.site().put_file(
            "hostile/paragraphs.csv",
            format!("para,section,gist_zh,gist_en\n{rows}"),
        );
        open(page, PACKAGE);
        page.wait_text("#data-issues", "larger than 64 MB");
        page.wait_text("#timeline", "An event like others");
    });
}
