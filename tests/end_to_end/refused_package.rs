//! A package that can't be opened at all: a sentence in the reader's language, and a way on.

use crate::explorer::wait_shows;
use crate::harness::{Fault, Page, browse};
use crate::naive::Filter;

/// The report's data as the page loads it.
const OWN: &str = "data/forum.json";

#[test]
fn no_answer_is_said_and_a_retry_gets_the_report() {
    says_and_recovers(
        Fault::HungUp,
        "The server could not be reached. Check the connection and try again.",
        "无法连接服务器。请检查网络后重试。",
    );
}

#[test]
fn a_missing_package_is_said_with_the_answer_and_a_retry_gets_the_report() {
    says_and_recovers(
        Fault::NotFound,
        "The server has no data at this address (answer 404).",
        "服务器在此网址没有数据（应答404）。",
    );
}

#[test]
fn half_a_package_is_said_with_the_place_and_a_retry_gets_the_report() {
    says_and_recovers(
        Fault::CutShort(1000),
        "cannot be read at line 1, column 1000",
        "第1行第1000列无法读取",
    );
}

#[test]
fn a_package_whose_connection_breaks_is_said_and_a_retry_gets_the_report() {
    says_and_recovers(
        Fault::BrokenOff(1000),
        "The server could not be reached",
        "无法连接服务器",
    );
}

#[test]
fn loading_is_said_and_keeps_the_room_of_the_page() {
    browse(|page| {
        page.site().break_file(OWN, Fault::Stalled);
        // As the build drew it, and with the room that a page takes of which nothing was drawn.
        page.navigate("?lang=en");
        assert_loads(page);
        page.site().mend_file(OWN);
        wait_shows(page, &Filter::default());
        page.wait_gone(".loading, [aria-busy]");
        page.site().break_file(OWN, Fault::Stalled);
        page.navigate("?lang=en&region=europe");
        assert_loads(page);
        assert_eq!(page.count("#ahead"), 0);
        page.site().mend_file(OWN);
        let europe = Filter {
            regions: vec!["europe"],
            ..Filter::default()
        };
        wait_shows(page, &europe);
        page.wait_gone(".loading");
    });
}

fn assert_loads(page: &Page) {
    page.wait_boot("started");
    page.wait_text(".loading[role=status]", "Loading the report’s data");
    page.wait_for("progress");
    let busy = page.attribute("#content", "aria-busy");
    assert_eq!(busy.as_deref(), Some("true"));
    let height: f64 = page.evaluate("return document.body.scrollHeight", &[]);
    assert!(height > 900.0, "{height}");
}

#[test]
fn a_network_that_is_gone_is_said_and_its_return_helps() {
    browse(|page| {
        page.site().break_file(OWN, Fault::NotFound);
        fails(page, "?lang=en", "answer 404");
        page.expect_console("ERR_INTERNET_DISCONNECTED");
        page.set_offline(true);
        page.click("#retry");
        page.wait_text(".failure", "The server could not be reached");
        page.site().mend_file(OWN);
        page.set_offline(false);
        page.click("#retry");
        wait_shows(page, &Filter::default());
    });
}

#[test]
fn malformed_json_is_said_with_line_and_column() {
    browse(|page| {
        page.site()
            .put_file(OWN, "{\n  \"name\": \"x\",\n  \"resources\": [,]\n}");
        fails(page, "?lang=en", "cannot be read at line 3, column 17");
        fails(page, "?lang=zh", "第3行第17列无法读取");
        page.site().put_file(OWN, "");
        fails(page, "", "cannot be read at line 1, column 0");
    });
}

#[test]
fn json_that_is_no_package_and_a_package_without_tables_are_said() {
    let own = [
        ("{\"hello\": 1}", "is not a data package", "不是数据包"),
        ("[1, 2, 3]", "is not a data package", "不是数据包"),
        ("null", "is not a data package", "不是数据包"),
        ("{\"resources\": 7}", "is not a data package", "不是数据包"),
        ("{\"resources\": []}", "lists no tables", "没有列出任何表"),
        (
            "{\"resources\": [{\"name\": \"weather\", \"data\": []}, 5, null]}",
            "no tables",
            "表",
        ),
    ];
    browse(|page| {
        for (json, english, chinese) in own {
            page.site().put_file(OWN, json);
            fails(page, "?lang=en", english);
            fails(page, "?lang=zh", chinese);
        }
    });
}

#[test]
fn a_package_without_rows_is_said() {
    browse(|page| {
        page.site().edit_file(OWN, |json| {
            let mut root: serde_json::Value =
                serde_json::from_str(json).expect("the packed package is JSON");
            for resource in root["resources"].as_array_mut().expect("it has tables") {
                if let Some(rows) = resource["data"].as_array_mut() {
                    rows.truncate(1);
                }
            }
            root.to_string()
        });
        fails(page, "?lang=en", "holds no events and no figures");
        fails(page, "?lang=zh", "没有活动，也没有数字");
    });
}

#[test]
fn a_failure_keeps_the_address_and_the_retry_restores_the_state() {
    browse(|page| {
        page.site().break_file(OWN, Fault::NotFound);
        fails(page, "?cluster=2&lang=en", "answer 404");
        page.site().mend_file(OWN);
        page.click("#retry");
        wait_shows(
            page,
            &Filter {
                clusters: vec!["2"],
                ..Filter::default()
            },
        );
    });
}

#[track_caller]
fn says_and_recovers(fault: Fault, english: &str, chinese: &str) {
    browse(|page| {
        page.site().break_file(OWN, fault);
        fails(page, "?lang=zh", chinese);
        page.wait_text("#retry", "重试");
        fails(page, "?lang=en", english);
        page.click("#retry");
        page.wait_text(".failure", english);
        page.site().mend_file(OWN);
        page.click("#retry");
        wait_shows(page, &Filter::default());
        assert_eq!(page.count(".failure"), 0);
    });
}

#[track_caller]
fn fails(page: &Page, query: &str, sentence: &str) {
    page.open(query);
    page.wait_text(".failure[role=alert]", sentence);
    page.wait_text(".failure", OWN);
    page.wait_for("#retry");
}
