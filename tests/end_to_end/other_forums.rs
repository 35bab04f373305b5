//! The reports of other forums, from `tests/fixtures`, asked as a reader asks: every filter by its control, dates, search in other
//! scripts, paragraphs and pages in both languages, and the lists at the foot.

use std::collections::BTreeSet;

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::Emphasis;
use forum_explorer::filter::clause::{Clause, Period};
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::facet::FacetSet;
use forum_explorer::filter::relation::Relation;
use forum_explorer::filter::selection::Selection;
use forum_explorer::format::text::{pick, word};
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::span::parse_date;
use thirtyfour::Key;

use crate::explorer::{choose, focus, open, read_on, read_to_the_end};
use crate::forums::{FORUMS, data, put};
use crate::harness::{Page, browse, until, wait_equal};

/// Puts the forum's files beside the page and opens it.
#[track_caller]
fn open_forum(page: &Page, forum: &str, lang: Lang, more: &str) {
    put(page, forum);
    open(page, &format!("?data={forum}/&lang={}{more}", lang.slug()));
}

/// How many meetings, or where there are none or others are wanted, events the selection leaves, of how many.
fn counts(data: &Dataset, clauses: &[Clause]) -> (usize, usize) {
    let mut engine = Engine::new(data);
    engine.select(&Selection::of(clauses.iter().copied()));
    let thematic = EventKind::Thematic;
    let has_meetings = data.events.rows().iter().any(|e| e.kind == thematic);
    let wants_others = clauses
        .iter()
        .any(|c| matches!(c, Clause::Kind(kind) if *kind != thematic));
    let is_counted = |kind| !has_meetings || wants_others || kind == thematic;
    let visible = engine.visible(Relation::Events, FacetSet::NONE);
    let events = data.events.rows().iter().zip(visible);
    let counted: Vec<bool> = events
        .filter(|(event, _)| is_counted(event.kind))
        .map(|(_, is_visible)| is_visible)
        .collect();
    let shown = counted.iter().filter(|is_visible| **is_visible).count();
    (shown, counted.len())
}

/// Waits until the page counts what the clauses leave.
#[track_caller]
fn wait_counts(page: &Page, data: &Dataset, clauses: &[Clause]) {
    let (shown, total) = counts(data, clauses);
    let (low, high) = (shown.min(total), shown.max(total));
    wait_equal(
        &format!("the count under {clauses:?}"),
        &(low, high),
        || {
            page.evaluate(
            "const n = document.querySelector('#count').innerText.match(/\\d+/g).map(Number).sort((a, b) => a - b);
             return [n[0], n[1]]",
            &[],
        )
        },
    );
}

/// The views that draw marks for rows, in which a filter can be followed.
const FOLLOWING: [ChartKind; 6] = [
    ChartKind::Timeline,
    ChartKind::Participation,
    ChartKind::Seats,
    ChartKind::Outcomes,
    ChartKind::Practices,
    ChartKind::People,
];

/// The marks that the view has to leave in under the clauses, as the page names their elements.
fn marks_of(data: &Dataset, clauses: &[Clause], kind: ChartKind, lang: Lang) -> BTreeSet<String> {
    let mut engine = Engine::new(data);
    engine.select(&Selection::of(clauses.iter().copied()));
    let input = Input {
        data,
        engine: &engine,
        lang,
        width: 1040.0,
        has_context: false,
        arrangement: Arrangement::default(),
    };
    let marks = kind.scene(&input, None).marks.into_iter();
    marks
        .filter(|mark| mark.emphasis != Emphasis::Background && !mark.hits.is_empty())
        .map(|mark| format!("{}-{}", kind.slug(), mark.id))
        .collect()
}

/// Waits until every view shows the marks that the clauses leave in.
#[track_caller]
fn wait_marks(page: &Page, data: &Dataset, clauses: &[Clause], lang: Lang) {
    for kind in FOLLOWING {
        let expected = marks_of(data, clauses, kind, lang);
        wait_equal(
            &format!("the {} under {clauses:?}", kind.slug()),
            &expected,
            || marks_left(page, kind.slug()),
        );
    }
}

/// The marks of a view by their ids, those that stand outside the filter left out.
fn marks_left(page: &Page, view: &str) -> BTreeSet<String> {
    page.evaluate(
        "return [...document.querySelectorAll(`#${arguments[0]} button.hit`)]
            .filter(e => !/outside the filter|不在筛选范围内|hors du filtre/.test(e.ariaLabel)).map(e => e.id)",
        &[view.into()],
    )
}

#[test]
fn what_a_package_leaves_out_is_no_notice() {
    browse(|page| {
        for forum in FORUMS {
            open_forum(page, forum, Lang::Zh, "");
            read_to_the_end(page);
            // The one table that the explorer does not know is worth one.
            let expected = usize::from(forum == "river-forum");
            page.wait_count("#data-issues li", expected);
        }
    });
}

#[test]
fn a_filter_of_every_kind_that_the_package_has_is_followed() {
    browse(|page| {
        for forum in FORUMS {
            let data = data(forum);
            for lang in Lang::ALL {
                open_forum(page, forum, lang, "");
                wait_counts(page, &data, &[]);
                wait_marks(page, &data, &[], lang);
                let choices = choices(&data, lang);
                for (control, clause) in &choices {
                    match control {
                        Control::Button(css) => page.click(css),
                        Control::Line(list, name) => choose(page, list, name),
                    }
                    page.wait_count(".chip", 1);
                    wait_counts(page, &data, &[*clause]);
                    wait_marks(page, &data, &[*clause], lang);
                    page.click(".chip");
                    page.wait_count(".chip", 0);
                }
                let least = if forum == "bare" { 3 } else { 10 };
                assert!(choices.len() >= least, "{forum}: {choices:?}");
                wait_marks(page, &data, &[], lang);
            }
        }
    });
}

/// Where a filter is chosen: a cluster's button, or a line of a list.
#[derive(Debug)]
enum Control {
    Button(String),
    Line(&'static str, String),
}

/// Each cluster, and each line of the lists; of countries those that host.
fn choices(data: &Dataset, lang: Lang) -> Vec<(Control, Clause)> {
    let mut all: Vec<(Control, Clause)> = Vec::new();
    for key in data.clusters.keys() {
        let id = format!("#cluster-{}", data.clusters.id(key));
        all.push((Control::Button(id), Clause::Cluster(key)));
    }
    let mut add = |list, name: &str, clause| {
        all.push((Control::Line(list, name.to_owned()), clause));
    };
    let events = data.events.rows();
    for kind in EventKind::ALL {
        if events.iter().any(|event| event.kind == kind) {
            let name = word(lang.strings().words.kinds, kind.slug());
            add("#filter-kind", &name, Clause::Kind(kind));
        }
    }
    for (key, topic) in data.topics.iter() {
        add("#filter-topic", pick(&topic.name, lang), Clause::Topic(key));
    }
    let hosts: BTreeSet<_> = events.iter().flat_map(|e| e.hosts.clone()).collect();
    let mut regions = BTreeSet::new();
    for key in hosts {
        let country = data.countries.get(key).expect("a key of it");
        let clause = Clause::Country(key);
        add("#filter-country", pick(&country.label, lang), clause);
        if regions.insert(country.region.slug()) {
            let name = word(lang.strings().words.regions, country.region.slug());
            add("#filter-region", &name, Clause::Region(country.region));
        }
    }
    all
}

#[test]
fn a_period_is_set_by_the_handles_and_followed() {
    browse(|page| {
        for (forum, time) in [
            ("small", "2011-03-01..2011-09-30"),
            ("bare", "2021-06-01..2021-06-15"),
            ("river-forum", "2018-06-01..2018-08-31"),
        ] {
            let data = data(forum);
            let (first, last) = time.split_once("..").expect("two days");
            let day = |text| parse_date(text).expect("the test writes dates");
            let clause = Clause::Time(Period::between(day(first), day(last)));
            open_forum(page, forum, Lang::Zh, &format!("&time={time}"));
            wait_counts(page, &data, &[clause]);
            page.wait_count(".chip", 1);
            focus(page, "#brush-first");
            page.press(Key::Home);
            until("another period", || {
                let url = page.url();
                (!url.contains(time)).then_some(()).ok_or(url)
            });
            page.click(".chip");
            wait_counts(page, &data, &[]);
        }
    });
}

#[test]
fn the_rivers_years_lanes_and_clusters_are_its_own() {
    browse(|page| {
        for (lang, months) in [
            (Lang::En, ["January", "December"]),
            (Lang::Zh, ["1月", "12月"]),
        ] {
            open_forum(page, "river-forum", lang, "");
            page.wait_count(".cluster", 4);
            let drawn = page.texts("#timeline .drawing text");
            let has = |start: &str| drawn.iter().any(|text| text.starts_with(start));
            for month in months {
                let short: String = month.chars().take(3).collect();
                assert!(has(&short), "{short}: {drawn:?}");
            }
            for numeral in ["I", "II", "III", "IV"] {
                let is_lane = |text: &&String| text.ends_with(numeral);
                assert!(
                    drawn.iter().any(|text| is_lane(&text)),
                    "{numeral}: {drawn:?}"
                );
            }
            page.wait_text("#timeline", "2018");
            open_forum(page, "river-forum", lang, "&context=1");
            let years = page.texts("#timeline .drawing text");
            for year in ["2012", "2016", "2020"] {
                assert!(years.iter().any(|text| text == year), "{year}: {years:?}");
            }
        }
    });
}

#[test]
fn the_search_finds_their_people_places_and_events_in_either_language() {
    browse(|page| {
        for (forum, typed, title) in [
            ("river-forum", "السنوسي", "نادية عبد القادر السنوسي"),
            ("river-forum", "纳迪娅", "نادية عبد القادر السنوسي"),
            ("river-forum", "siosaia", "Siosa\u{304}ia Manuʻatu"),
            ("river-forum", "苏瓦", "Suva"),
            ("small", "lovelace", "Ada Lovelace"),
            ("small", "阿布贾", "Abuja"),
            ("bare", "letter to all", "Letter to all members"),
        ] {
            open_forum(page, forum, Lang::En, "");
            page.type_into("#search", typed);
            until(&format!("{title} among what {typed} finds"), || {
                let titles =
                    page.texts("#results .facts > li .page-link, #results .facts > li strong");
                let is_there = titles.iter().any(|found| found == title);
                is_there.then_some(()).ok_or_else(|| format!("{titles:?}"))
            });
        }
    });
}

#[test]
fn a_citation_opens_its_paragraph_and_pages_of_rows_open() {
    browse(|page| {
        for (forum, event, country) in [
            ("small", "abuja", Some("NGA")),
            ("bare", "meeting", None),
            ("river-forum", "thematic-tarawa", Some("FJI")),
        ] {
            let data = data(forum);
            for lang in Lang::ALL {
                open_forum(page, forum, lang, "");
                let cited = page.text("#timeline .source-line a.cite");
                page.click("#timeline .source-line a.cite");
                page.wait_for("#panel-title");
                let number: String = cited.chars().filter(char::is_ascii_digit).collect();
                let key = data.paragraphs.find(&number).expect("it is cited");
                let gist = &data.paragraphs.get(key).expect("it has a row").gist;
                page.wait_text("#panel", pick(gist, lang));
                let key = data.events.find(event).expect("the event is there");
                let title = &data.events.get(key).expect("it has a row").title;
                open_forum(page, forum, lang, &format!("&open=event.{event}"));
                page.wait_text("#panel-title", pick(title, lang));
                page.wait_for("#panel a.cite");
                if let Some(iso3) = country {
                    let key = data.countries.find(iso3).expect("the state is there");
                    let name = &data.countries.get(key).expect("it has a row").name;
                    open_forum(page, forum, lang, &format!("&open=country.{iso3}"));
                    page.wait_text("#panel-title", pick(name, lang));
                    page.wait_for("#panel a.cite");
                }
            }
        }
    });
}

#[test]
fn contradictions_gaps_and_the_data_check_open_or_are_said_to_be_none() {
    browse(|page| {
        for forum in FORUMS {
            let data = data(forum);
            for lang in Lang::ALL {
                open_forum(page, forum, lang, "");
                read_to_the_end(page);
                let words = &lang.later().sources;
                for (list, count, none) in [
                    ("conflicts", data.conflicts.len(), words.no_conflicts),
                    ("unstated", data.unstated.len(), words.no_unstated),
                ] {
                    match count {
                        0 => page.wait_text(&format!("#{list}"), none),
                        _ => page.click(&format!("#{list} > summary")),
                    }
                    page.wait_count(&format!(".{list} > li"), count);
                }
                page.click("#data-check > summary");
                page.wait_text("#data-check", &data.row_count().to_string());
                page.wait_text("#data-check", lang.later().check.citations);
            }
        }
    });
}

#[test]
fn a_dimension_that_only_the_package_knows_has_words_in_both_languages() {
    browse(|page| {
        for (lang, own, other) in [
            (Lang::En, "by river basin", "by fleet"),
            (Lang::Zh, "按流域", "按“fleet”"),
        ] {
            open_forum(page, "river-forum", lang, "");
            read_on(page);
            let drawn = page.texts("#participation .drawing text").join(" ");
            for words in [own, other] {
                assert!(drawn.contains(words), "{words}: {drawn}");
            }
            assert!(
                !drawn.contains("basin: ") && !drawn.contains("：basin"),
                "{drawn}"
            );
        }
    });
}
