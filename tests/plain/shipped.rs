//! The shipped report: every row is there, with its numbers and its paragraphs.

use forum_explorer::format::citation::ranges;
use forum_explorer::format::date::span;
use forum_explorer::format::headline::headlines;
use forum_explorer::format::text::pick;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::event::EventKind;

use crate::elements::{inside, table, text};
use crate::report::report;
use crate::{page, section};

#[test]
fn the_five_figures_are_those_of_the_page_with_their_paragraphs() {
    let page = page(report());
    for lang in Lang::ALL.into_iter().take(2) {
        let section = section(&page, lang);
        let (_, figures) = section.split_once("<ul class=\"headline\">").unwrap();
        let shown: Vec<String> = inside(figures.split_once("</ul>").unwrap().0, "li")
            .into_iter()
            .map(text)
            .collect();
        let wanted: Vec<String> = headlines(report(), lang)
            .iter()
            .map(|h| format!("{} {} {}", h.value, h.what, ranges(&h.source)))
            .collect();
        assert_eq!(shown, wanted);
        assert_eq!(shown.len(), 5);
    }
}

#[test]
fn the_fourteen_meetings_stand_in_a_table_in_order_of_date() {
    let page = page(report());
    for lang in [Lang::En, Lang::Zh] {
        let rows = table(&section(&page, lang), 0);
        let rows = &rows[1..];
        let mut meetings: Vec<_> = report()
            .events
            .rows()
            .iter()
            .filter(|e| e.kind == EventKind::Thematic)
            .collect();
        meetings.sort_by_key(|e| e.span.start);
        assert_eq!(rows.len(), 14);
        assert_eq!(meetings.len(), 14);
        for (row, meeting) in rows.iter().zip(meetings) {
            assert_eq!(row[0], span(&meeting.span, lang));
            let place = report().places.get(meeting.place.unwrap()).unwrap();
            assert!(row[1].starts_with(pick(&place.name, lang)), "{row:?}");
            assert_eq!(row[2].trim_end_matches('*'), pick(&meeting.title, lang));
            assert_eq!(row[5], ranges(&meeting.source));
        }
    }
}

#[test]
fn a_meeting_of_two_clusters_and_the_one_stated_host_are_told() {
    let page = page(report());
    let rows = table(&section(&page, Lang::En), 0);
    assert_eq!(
        rows[0],
        ["Date", "Place", "Title", "Cluster", "Host", "Source"]
    );
    let of = |city: &str| rows.iter().find(|row| row[1].starts_with(city)).unwrap();
    assert_eq!(of("Abuja")[3], "I and III");
    assert_eq!(of("Manila")[1], "Manila, Philippines");
    assert_eq!(of("Manila")[4], "Philippines");
    assert_eq!(of("Bern")[4], "not stated", "which is not nobody");
    let chinese = table(&section(&page, Lang::Zh), 0);
    assert_eq!(
        chinese[0],
        ["日期", "地点", "题目", "专题组", "主办方", "出处"]
    );
    assert!(
        chinese
            .iter()
            .any(|row| row[1] == "马尼拉、菲律宾" && row[4] == "菲律宾")
    );
}

#[test]
fn titles_that_are_our_translation_are_marked_in_english_alone() {
    let page = page(report());
    let marked = |lang| {
        table(&section(&page, lang), 0)
            .iter()
            .filter(|row| row[2].ends_with('*'))
            .count()
    };
    let translated = report().events.rows().iter().filter(|e| {
        e.kind == EventKind::Thematic
            && e.title_origin == forum_explorer::model::text::Origin::Translation
    });
    assert_eq!(marked(Lang::En), translated.count());
    assert!(text(&section(&page, Lang::En)).contains("* Our translation of the title."));
    assert_eq!(marked(Lang::Zh), 0);
}

#[test]
fn the_budget_has_its_stated_amounts_and_says_how_the_gap_was_computed() {
    let page = page(report());
    let rows = table(&section(&page, Lang::En), 1);
    let amounts: Vec<(&str, &str)> = rows[1..].iter().map(|row| (&*row[0], &*row[3])).collect();
    let preliminary = "From the preliminary financial report";
    assert_eq!(
        amounts,
        [
            ("Budget", "US$2,155,232"),
            ("Contribution", &*format!("US$1,280,487{preliminary}")),
            (
                "Gap covered",
                &*format!("US$874,745Computed: 2,155,232 − 1,280,487{preliminary}")
            ),
        ]
    );
    assert!(
        rows[1..].iter().all(|row| row[4] == "¶27, 27 i"),
        "{rows:?}"
    );
    let chinese = table(&section(&page, Lang::Zh), 1);
    assert!(
        chinese[3][3].starts_with("874,745美元计算得出：2,155,232 − 1,280,487"),
        "{chinese:?}"
    );
}

#[test]
fn the_sources_say_what_the_data_are_and_lead_to_the_files() {
    let page = page(report());
    for (lang, said) in [
        (
            Lang::En,
            [
                "Data version 1.0.0.",
                "Licence of the data: CC-BY-4.0.",
                "267 paragraphs of the report.",
            ],
        ),
        (
            Lang::Zh,
            [
                "数据版本1.0.0。",
                "数据许可：CC-BY-4.0。",
                "报告共267个段落。",
            ],
        ),
    ] {
        let section = section(&page, lang);
        for said in said {
            assert!(text(&section).contains(said), "{said}");
        }
        for link in [
            "http://www.gfmd.org/",
            "data/datapackage.json",
            "data/events.csv",
            "data/paragraphs.csv",
        ] {
            assert!(section.contains(&format!("<a href=\"{link}\"")), "{link}");
        }
    }
}
