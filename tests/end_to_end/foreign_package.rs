//! Data from another address: a folder of CSV files, another report, and what is no package at all.

use serde_json::json;

use crate::explorer::{open, query_of, read_to_the_end, wait_filters, wait_shows};
use crate::harness::{Fault, Page, browse, wait_equal};
use crate::naive::Filter;

const FOLDER: &str = "?data=data/datapackage.json";

#[test]
fn a_folder_of_csv_files_shows_what_the_packed_file_shows() {
    browse(|page| {
        open(page, FOLDER);
        wait_shows(page, &Filter::default());
        page.click("#cluster-2");
        wait_shows(
            page,
            &Filter {
                clusters: vec!["2"],
                ..Filter::default()
            },
        );
        wait_filters(
            page,
            "cluster=2&data=data/datapackage.json",
            &["Cluster II"],
        );
        read_to_the_end(page);
        assert_eq!(page.count("#data-issues"), 0);
        assert!(page.site().times_answered("data/events.csv") == 1);
        assert_eq!(page.site().times_answered("data/forum.json"), 0);
    });
}

#[test]
fn a_folder_is_named_by_its_slash_alone() {
    browse(|page| {
        open(page, "?data=data/");
        wait_shows(page, &Filter::default());
    });
}

#[test]
fn a_small_package_of_someone_else_is_shown_with_its_own_words() {
    browse(|page| {
        put_small(page, "https://example.org/report");
        open(page, "?data=small/datapackage.json&lang=en");
        page.wait_title("A small meeting");
        page.wait_text("h1", "A small meeting");
        page.wait_text("#count", "1 of 1 event");
        page.wait_for("#timeline-tea");
        page.click("#timeline-tea");
        wait_filters(page, "event=tea&data=small/datapackage.json", &["Tea"]);
        for view in ["participation", "funding"] {
            page.wait_text(&format!("#{view}"), "no data for this view");
        }
        page.click("#lang-zh");
        page.wait_text("#count", "1项活动中的1项");
        page.click("#timeline .source-line a.cite");
        page.wait_for("#panel-title");
    });
}

#[test]
fn no_address_of_a_package_becomes_a_script() {
    browse(|page| {
        put_small(page, "javascript:document.title='taken'");
        open(page, "?data=small/datapackage.json&lang=en&p=1");
        page.wait_for("#panel-title");
        assert_eq!(script_links(page), Vec::<String>::new());
    });
}

#[test]
fn a_web_page_an_empty_file_and_nothing_are_no_packages() {
    browse(|page| {
        refuses(
            page,
            "?data=index.html&lang=en",
            "cannot be read at line 1, column 1",
            "index.html",
        );
        refuses(page, "?data=index.html&lang=zh", "不是数据包", "index.html");
        page.click_text(".actions a", "打开本站自带的报告");
        page.wait_for("#count");
        wait_equal("the query", &String::new(), || query_of(page));
        page.site().break_file("data/nothing.json", Fault::NotFound);
        refuses(
            page,
            "?data=data/nothing.json&lang=en",
            "answer 404",
            "data/nothing.json",
        );
        refuses(
            page,
            "?data=data/events.csv&lang=en",
            "cannot be read at line 1",
            "data/events.csv",
        );
        page.site().put_file("list.json", "[]");
        refuses(
            page,
            "?data=list.json&lang=en",
            "not a data package",
            "list.json",
        );
    });
}

#[test]
fn a_host_that_may_not_be_asked_is_said() {
    browse(|page| {
        page.expect_console("nowhere.example");
        refuses(
            page,
            "?data=https://nowhere.example/datapackage.json&lang=en",
            "could not be reached",
            "https://nowhere.example/datapackage.json",
        );
    });
}

#[test]
fn a_retry_after_mending_opens_the_other_package() {
    browse(|page| {
        page.site()
            .break_file("data/datapackage.json", Fault::HungUp);
        refuses(
            page,
            &format!("{FOLDER}&lang=en"),
            "could not be reached",
            "data/datapackage.json",
        );
        page.site().mend_file("data/datapackage.json");
        page.click("#retry");
        wait_shows(page, &Filter::default());
    });
}

#[track_caller]
fn refuses(page: &Page, query: &str, sentence: &str, address: &str) {
    page.open(query);
    page.wait_text(".failure[role=alert]", sentence);
    page.wait_text(".failure", address);
    page.wait_for("#retry");
    page.wait_for(".actions a[href='?']");
}

#[track_caller]
fn script_links(page: &Page) -> Vec<String> {
    page.evaluate(
        "return [...document.links].map(a => a.href).filter(href => /^javascript:/i.test(href))",
        &[],
    )
}

fn put_small(page: &Page, homepage: &str) {
    let descriptor = json!({
        "name": "small",
        "title_en": "A small meeting", "title_zh": "小型会议",
        "description_en": "One table.", "description_zh": "一张桌子。",
        "homepage": homepage,
        "resources": [
            { "name": "events", "path": "events.csv" },
            { "name": "paragraphs", "path": "paragraphs.csv" },
        ],
    });
    page.site()
        .put_file("small/datapackage.json", descriptor.to_string());
    page.site().put_file(
        "small/events.csv",
        "id,kind,title_zh,title_en,short_zh,short_en,title_origin,start,end,precision,place,hosts,clusters,feeds,parent,source,dates_from\n\
         tea,external,茶会,Tea,,,translation,2020-05-01,2020-05-02,day,,,,,,1,\n",
    );
    page.site().put_file(
        "small/paragraphs.csv",
        "para,section,gist_zh,gist_en\n1,,喝茶,They had tea\n",
    );
}
