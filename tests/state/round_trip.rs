//! Any state can be written into an address and read back.

use forum_explorer::chart::arrangement::{Arrangement, Layer, MapWindow, Sort};
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::filter::clause::{Clause, Period};
use forum_explorer::filter::facet::Facet;
use forum_explorer::filter::selection::Selection;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::citation::Citation;
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::span::Date;
use forum_explorer::model::subject::{Subject, SubjectKind};
use forum_explorer::share::query::{
    Theme, ViewState, arrange, arrangement, is_web_address, preview, read, write,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::report::report;

/// The parameters that mean something.
pub const KNOWN: [&str; 25] = [
    "cluster",
    "kind",
    "event",
    "region",
    "country",
    "topic",
    "time",
    "context",
    "tab",
    "sort",
    "scale",
    "facet",
    "map",
    "layer",
    "p",
    "open",
    "q",
    "cmp",
    "view",
    "lang",
    "theme",
    "data",
    "embed",
    "headingLevel",
    "brief",
];

fn clause() -> impl Strategy<Value = Clause> {
    let data = report();
    // From the year 1 to the year 9999.
    let days = 1_721_426..=5_373_484_i32;
    prop_oneof![
        any::<Index>().prop_map(|at| Clause::Cluster(nth(at, data.clusters.keys()))),
        select(EventKind::ALL.to_vec()).prop_map(Clause::Kind),
        any::<Index>().prop_map(|at| Clause::Event(nth(at, data.events.keys()))),
        select(Region::ALL.to_vec()).prop_map(Clause::Region),
        any::<Index>().prop_map(|at| Clause::Country(nth(at, data.countries.keys()))),
        any::<Index>().prop_map(|at| Clause::Topic(nth(at, data.topics.keys()))),
        (days.clone(), days).prop_map(|(a, b)| {
            let day = |julian| Date::from_julian_day(julian).expect("it is in range");
            Clause::Time(Period::between(day(a), day(b)))
        }),
    ]
}

fn nth<T>(at: Index, keys: impl ExactSizeIterator<Item = T>) -> T {
    let (at, mut keys) = (at.index(keys.len()), keys);
    keys.nth(at).expect("it is in range")
}

fn citation() -> impl Strategy<Value = Citation> {
    (1..100_000_u32, option::of("[a-z]{1,3}"))
        .prop_map(|(para, footnote)| Citation { para, footnote })
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        citation().prop_map(Subject::Paragraph),
        (select(SubjectKind::ALL.to_vec()), "[A-Za-z0-9_-]{1,40}")
            .prop_map(|(kind, id)| Subject::Row(kind, id)),
    ]
}

/// Views arranged as far as each of them can be.
fn arranged() -> impl Strategy<Value = Vec<(ChartKind, Arrangement)>> {
    vec(
        (
            select(ChartKind::ALL.to_vec()),
            select(Sort::ALL.to_vec()),
            any::<bool>(),
            any::<bool>(),
        ),
        0..5,
    )
    .prop_map(|changes| {
        let mut state = ViewState::default();
        for (kind, sort, is_share, by_cluster) in changes {
            let offers = kind.offers();
            arrange(&mut state, kind, |a| {
                *a = Arrangement {
                    sort: if offers.sort { sort } else { Sort::Report },
                    is_share: is_share && offers.share,
                    by_cluster: by_cluster && offers.by_cluster,
                    ..*a
                }
            });
        }
        state.arranged
    })
    .prop_flat_map(|arranged| (Just(arranged), map()))
    .prop_map(|(arranged, (window, layer))| {
        let mut state = ViewState {
            arranged,
            ..ViewState::default()
        };
        arrange(&mut state, ChartKind::Geography, |a| {
            a.window = window;
            a.layer = layer;
        });
        state.arranged
    })
}

/// A part of the map, and what it shows.
fn map() -> impl Strategy<Value = (MapWindow, Layer)> {
    let window = (0..=MapWindow::DEEPEST, -180.0..180.0_f64, -90.0..90.0_f64)
        .prop_map(|(level, lon, lat)| MapWindow::around(level, lon, lat));
    let layer = prop_oneof![
        Just(Layer::All),
        Just(Layer::Hosts),
        any::<Index>().prop_map(|at| Layer::Body(nth(at, report().bodies.keys()))),
    ];
    (window, layer)
}

fn unknown() -> impl Strategy<Value = (String, String)> {
    (any::<String>(), any::<String>()).prop_filter("a name that means nothing", |(name, _)| {
        !KNOWN.contains(&name.as_str())
    })
}

fn state() -> impl Strategy<Value = ViewState> {
    let lists = (
        vec(clause(), 0..7),
        prop::sample::subsequence(ChartKind::ALL.to_vec(), 0..=4).prop_shuffle(),
        arranged(),
        // As it comes back: without spaces at its ends, and not too long.
        any::<String>().prop_map(|text| {
            text.trim()
                .chars()
                .take(80)
                .collect::<String>()
                .trim()
                .to_owned()
        }),
        option::of(vec(clause(), 0..4)),
    );
    let choices = (
        any::<bool>(),
        option::of(subject()),
        option::of(select(Lang::ALL.to_vec())),
        select(Theme::ALL.to_vec()),
        option::of(any::<String>().prop_filter("an address", |text| {
            !text.is_empty() && is_web_address(text)
        })),
        option::of(select(ChartKind::ALL.to_vec())),
        (
            any::<bool>(),
            option::of(1..=6_u8),
            prop::sample::subsequence(ChartKind::ALL.to_vec(), 0..=3).prop_shuffle(),
        ),
        vec(unknown(), 0..3),
    );
    (lists, choices).prop_map(
        |((clauses, as_table, arranged, search, compared), choices)| {
            let (has_context, panel, lang, theme, data, view, embed, unknown) = choices;
            let (is_embed, heading_level, brief) = embed;
            ViewState {
                selection: Selection::of(clauses),
                has_context,
                as_table,
                arranged,
                panel,
                search,
                compared: compared.map(|clauses| in_order(&Selection::of(clauses))),
                lang,
                theme,
                data,
                view,
                brief,
                is_embed,
                heading_level,
                unknown,
            }
        },
    )
}

/// The clauses in the order of the facets: an address keeps the order within a facet only.
fn in_order(selection: &Selection) -> Selection {
    let facets = Facet::ALL.into_iter();
    Selection::of(facets.flat_map(|facet| selection.of_facet(facet)))
}

fn by_facet(state: &ViewState) -> ViewState {
    ViewState {
        selection: in_order(&state.selection),
        ..state.clone()
    }
}

fn read_well(query: &str, data: &Dataset) -> ViewState {
    let (state, bad) = read(query, data);
    assert_eq!(bad, [], "all of {query} can be used");
    state
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_written_reads_back_as_the_same_state(state in state()) {
        let query = write(&state, report());
        let back = read_well(&query, report());
        prop_assert_eq!(&back, &by_facet(&state));
        prop_assert_eq!(write(&back, report()), query);
    }

    #[test]
    fn an_address_holds_only_what_an_address_can(state in state()) {
        let query = write(&state, report());
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~:/%=&".contains(c);
        prop_assert!(query.chars().all(plain), "{query}");
    }

    #[test]
    fn a_leading_question_mark_changes_nothing(state in state()) {
        let query = write(&state, report());
        prop_assert_eq!(read_well(&format!("?{query}"), report()), read_well(&query, report()));
    }

    #[test]
    fn parameters_may_come_in_any_order((state, order) in (state(), any::<u64>())) {
        let query = write(&state, report());
        let mut parts: Vec<&str> = query.split('&').filter(|part| !part.is_empty()).collect();
        // Unknown parts keep their own order, which only they have.
        let known = |part: &&str| KNOWN.contains(&part.split('=').next().unwrap_or(""));
        let (mut own, others): (Vec<&str>, Vec<&str>) = parts.drain(..).partition(known);
        let turn = usize::try_from(order % 97).unwrap() % own.len().max(1);
        own.rotate_left(turn);
        own.reverse();
        let shuffled = [others, own].concat().join("&");
        prop_assert_eq!(by_facet(&read_well(&shuffled, report())), by_facet(&state));
    }

    #[test]
    fn before_there_is_a_dataset_language_theme_and_address_are_known(state in state()) {
        let early = preview(&write(&state, report()));
        prop_assert_eq!(early.lang, state.lang);
        prop_assert_eq!(early.theme, state.theme);
        prop_assert_eq!(early.data, state.data);
        prop_assert_eq!(early.is_embed, state.is_embed);
        prop_assert_eq!(early.view, state.view);
    }

    #[test]
    fn each_part_that_is_not_the_default_is_written_once(state in state()) {
        let query = write(&state, report());
        let names: Vec<&str> = query.split('&').map(|part| part.split('=').next().unwrap_or("")).collect();
        let map = arrangement(&state, ChartKind::Geography);
        let expected = [
            ("cluster", state.selection.of_facet(Facet::Cluster).next().is_some()),
            ("kind", state.selection.of_facet(Facet::Kind).next().is_some()),
            ("event", state.selection.of_facet(Facet::Event).next().is_some()),
            ("region", state.selection.of_facet(Facet::Region).next().is_some()),
            ("country", state.selection.of_facet(Facet::Country).next().is_some()),
            ("time", state.selection.period().is_some()),
            ("context", state.has_context),
            ("tab", !state.as_table.is_empty()),
            ("topic", state.selection.of_facet(Facet::Topic).next().is_some()),
            ("sort", state.arranged.iter().any(|(_, a)| a.sort != Sort::Report)),
            ("scale", state.arranged.iter().any(|(_, a)| a.is_share)),
            ("facet", state.arranged.iter().any(|(_, a)| a.by_cluster)),
            ("map", map.window.level > 0),
            ("layer", map.layer != Layer::All),
            ("p", matches!(state.panel, Some(Subject::Paragraph(_)))),
            ("open", matches!(state.panel, Some(Subject::Row(..)))),
            ("q", !state.search.is_empty()),
            ("cmp", state.compared.is_some()),
            ("view", state.view.is_some()),
            ("lang", state.lang.is_some()),
            ("theme", state.theme != Theme::Auto),
            ("data", state.data.is_some()),
            ("brief", !state.brief.is_empty()),
            ("embed", state.is_embed),
            ("headingLevel", state.heading_level.is_some()),
        ];
        for (name, is_expected) in expected {
            let count = names.iter().filter(|&&n| n == name).count();
            prop_assert_eq!(count, usize::from(is_expected), "{} in {}", name, &query);
        }
    }
}

#[test]
fn the_default_state_is_the_empty_address() {
    assert_eq!(write(&ViewState::default(), report()), "");
    assert_eq!(read_well("", report()), ViewState::default());
    assert_eq!(read_well("?", report()), ViewState::default());
    assert_eq!(read_well("&&", report()), ViewState::default());
}

#[test]
fn a_state_is_written_in_ids_and_never_in_words() {
    let data = report();
    let event = data.events.find("concluding-debate").unwrap();
    let state = ViewState {
        selection: Selection::of([
            Clause::Country(data.countries.find("CHE").unwrap()),
            Clause::Cluster(data.clusters.find("2").unwrap()),
            Clause::Kind(EventKind::CivilSociety),
            Clause::Event(event),
            Clause::Kind(EventKind::Thematic),
            Clause::Region(Region::Europe),
        ]),
        has_context: true,
        as_table: vec![ChartKind::Funding, ChartKind::Timeline],
        arranged: vec![(
            ChartKind::Seats,
            Arrangement {
                sort: Sort::Value,
                ..Arrangement::default()
            },
        )],
        panel: Citation::parse("27:i").map(Subject::Paragraph),
        search: "马尼拉 manila".to_owned(),
        compared: Some(Selection::of([
            Clause::Region(Region::Asia),
            Clause::Kind(EventKind::Thematic),
        ])),
        lang: Some(Lang::Zh),
        theme: Theme::Dark,
        data: Some("https://example.org/d/datapackage.json".to_owned()),
        view: Some(ChartKind::Geography),
        brief: vec![ChartKind::Seats, ChartKind::Timeline],
        is_embed: true,
        heading_level: Some(3),
        unknown: vec![("utm".to_owned(), "a b".to_owned())],
    };
    assert_eq!(
        write(&state, data),
        "cluster=2&kind=civil-society~thematic&event=concluding-debate&region=europe&country=CHE&context=1\
         &tab=funding~timeline&sort=seats.value&p=27.i&q=%E9%A9%AC%E5%B0%BC%E6%8B%89%20manila\
         &cmp=kind%3Dthematic%26region%3Dasia&brief=seats~timeline&view=geography&lang=zh&theme=dark&data=https://example.org/d/datapackage.json\
         &embed=1&headingLevel=3&utm=a%20b"
    );
}
