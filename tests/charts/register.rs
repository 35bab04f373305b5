//! The register of who took part, counted under a selection, held against a count row by row.

use std::collections::BTreeSet;

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::register::{Bar, Counted, Register, STATES_MOST};
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::format::number::number;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::attendance::{Attendance, Attended};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::EventKind;

use crate::report::report;

/// Each event with delegations of some states, in two roles; every seventh row states no number, every eleventh no state.
fn register() -> Attendance {
    let mut table = Attendance::default();
    let roles = ["chair", "participant"].map(|role| table.add_role(role));
    let data = report();
    for n in 0..4_000 {
        let event = (n * 7) % data.events.len();
        let state = (n % 11 != 0).then_some((n * 13) % data.countries.len());
        let count = (n % 7 != 0).then_some(1 + (n % 5) as u32);
        let source = table.add_source(vec![Citation {
            para: 1 + (n % 90) as u32,
            footnote: None,
        }]);
        table.push(event, state, roles[n % 2], count, source);
    }
    table
}

fn counted(table: &Attendance, clauses: &[Clause], lang: Lang) -> Register {
    let mut counted = Counted::new(report(), table);
    let mut selection = Selection::default();
    for clause in clauses {
        selection.toggle(*clause);
    }
    with(&selection, lang, |input| counted.register(input))
}

fn with<T>(selection: &Selection, lang: Lang, read: impl FnOnce(&Input) -> T) -> T {
    let mut engine = Engine::new(report());
    engine.select(selection);
    read(&Input {
        data: report(),
        engine: &engine,
        lang,
        width: 0.0,
        has_context: false,
        arrangement: Arrangement::default(),
    })
}

/// The people of the rows that pass, and the rows.
fn sum(
    table: &Attendance,
    passes: impl Fn(&Dataset, usize, Option<usize>) -> bool,
) -> (u64, usize) {
    let rows = (0..table.len()).filter_map(|at| table.row(at));
    let rows = rows.filter(|row| {
        passes(
            report(),
            row.event.index(),
            row.country.map(|key| key.index()),
        )
    });
    rows.fold((0, 0), |(people, rows), row| {
        (people + u64::from(row.count.unwrap_or(0)), rows + 1)
    })
}

fn bar<'a>(register: &'a Register, name: &str) -> &'a Bar {
    let mut bars = register.panels.iter().flat_map(|panel| &panel.bars);
    let found = bars.find(|bar| bar.name == name);
    found.unwrap_or_else(|| panic!("no bar {name}"))
}

fn said(people: u64, lang: Lang) -> String {
    number(people as f64, lang)
}

fn is_european(data: &Dataset, state: Option<usize>) -> bool {
    state.is_some_and(|at| data.countries.rows()[at].region == Region::Europe)
}

#[test]
fn without_a_filter_the_title_says_what_all_entries_add_up_to() {
    let table = register();
    let (people, rows) = sum(&table, |_, _, _| true);
    for lang in Lang::ALL {
        let title = counted(&table, &[], lang).title;
        assert!(title.contains(&said(people, lang)), "{title}");
        assert!(title.contains(&said(rows as u64, lang)), "{title}");
    }
}

#[test]
fn a_filter_acts_on_every_list_but_the_one_that_sets_it() {
    let table = register();
    let lang = Lang::En;
    let register = counted(&table, &[Clause::Region(Region::Europe)], lang);
    let (people, rows) = sum(&table, |data, _, state| is_european(data, state));
    let (all, _) = sum(&table, |_, _, _| true);
    for number in [people, all, rows as u64] {
        let number = said(number, lang);
        assert!(register.title.contains(&number), "{}", register.title);
    }
    let (thematic, _) = sum(&table, |data, event, state| {
        data.events.rows()[event].kind == EventKind::Thematic && is_european(data, state)
    });
    let kind = &register.panels[1];
    let thematic_clause = Some(Clause::Kind(EventKind::Thematic));
    let shown = kind.bars.iter().find(|bar| bar.clause == thematic_clause);
    assert_eq!(
        shown.map(|bar| bar.value.as_str()),
        Some(said(thematic, lang).as_str())
    );
    // The region's own list keeps the other regions, so that they can be chosen instead.
    let (africa, _) = sum(&table, |data, _, state| {
        state.is_some_and(|at| data.countries.rows()[at].region == Region::Africa)
    });
    assert_eq!(bar(&register, "Africa").value, said(africa, lang));
    assert!(bar(&register, "Europe").is_selected);
    assert!(!bar(&register, "Africa").is_selected);
}

#[test]
fn the_longest_bar_of_a_list_fills_it_and_the_others_are_in_proportion() {
    let table = register();
    for panel in counted(&table, &[], Lang::En).panels {
        let value = |bar: &Bar| bar.value.replace(',', "").parse::<f64>().expect("a number");
        let most = panel.bars.iter().map(value).fold(0.0, f64::max);
        assert!(most > 0.0, "{}", panel.name);
        for bar in &panel.bars {
            let expected = 100.0 * value(bar) / most;
            assert!((bar.percent - expected).abs() < 0.01, "{bar:?}");
        }
    }
}

#[test]
fn of_many_states_those_with_most_are_listed_and_a_chosen_one() {
    let table = register();
    let states = |register: &Register| register.panels[4].bars.clone();
    let all = states(&counted(&table, &[], Lang::En));
    assert_eq!(all.len(), STATES_MOST);
    let listed: Vec<&str> = all.iter().map(|bar| bar.name.as_str()).collect();
    let mut others = report().countries.iter();
    let other = others.find(|(_, state)| !listed.contains(&state.name.en.as_str()));
    let (key, state) = other.expect("there are more states");
    let chosen = states(&counted(&table, &[Clause::Country(key)], Lang::En));
    let found = chosen.iter().find(|bar| bar.name == state.name.en);
    assert!(found.is_some_and(|bar| bar.is_selected), "{chosen:?}");
}

#[test]
fn an_unknown_number_adds_nothing_and_is_said() {
    let table = register();
    let notes = counted(&table, &[], Lang::En).notes.join(" ");
    let unstated = (0..table.len()).filter(|at| table.row(*at).is_some_and(|r| r.count.is_none()));
    let unstated = said(unstated.count() as u64, Lang::En);
    assert!(notes.contains(&format!(": {unstated}.")), "{notes}");
    let mut silent = Attendance::default();
    let source = silent.add_source(Vec::new());
    silent.push(0, None, None, None, source);
    let register = counted(&silent, &[], Lang::En);
    assert!(
        register.title.contains("none with a number"),
        "{}",
        register.title
    );
    assert_eq!(register.panels[0].bars[0].value, "1");
}

#[test]
fn a_filter_by_topic_is_said_not_to_act() {
    let table = register();
    let topic = report().topics.keys().next().expect("a topic");
    let with_topic = counted(&table, &[Clause::Topic(topic)], Lang::En);
    let without = counted(&table, &[], Lang::En);
    assert!(
        with_topic.ignored.contains("opic"),
        "{}",
        with_topic.ignored
    );
    assert_eq!(with_topic.panels, without.panels);
}

#[test]
fn steps_of_one_filter_count_as_if_counted_anew() {
    let table = register();
    let mut kept = Counted::new(report(), &table);
    let mut selection = Selection::default();
    let regions = [Region::Africa, Region::Europe, Region::Asia, Region::Africa];
    for region in regions {
        selection.toggle(Clause::Region(region));
        let stepped = with(&selection, Lang::En, |input| kept.register(input));
        let anew = counted(&table, selection.clauses(), Lang::En);
        assert_eq!(stepped, anew, "{region:?}");
    }
}

#[test]
fn the_entries_that_a_filter_leaves_name_their_paragraphs() {
    let table = register();
    let mut counted = Counted::new(report(), &table);
    let mut selection = Selection::default();
    selection.toggle(Clause::Region(Region::Oceania));
    let listed = with(&selection, Lang::En, |input| counted.entries(&table, input));
    let oceanian = |at: &usize| {
        let row = table.row(*at).expect("a row");
        row.country
            .and_then(|key| report().countries.get(key))
            .is_some_and(|state| state.region == Region::Oceania)
    };
    let expected: Vec<usize> = (0..table.len()).filter(oceanian).collect();
    assert_eq!(listed.rows.len(), expected.len());
    for (mark, at) in listed.rows.iter().zip(expected) {
        let row = table.row(at).expect("a row");
        assert_eq!(mark.card.source, row.source);
        assert_eq!(mark.cells[0].order, Some(f64::from(table.number(at))));
        assert_eq!(mark.cells[4].order, Some(row.count.map_or(-1.0, f64::from)));
    }
}

#[test]
fn the_paragraphs_behind_a_filter_are_those_of_its_entries_and_no_others() {
    let table = register();
    let mut counted = Counted::new(report(), &table);
    for region in [None, Some(Region::Oceania), Some(Region::Europe)] {
        let mut selection = Selection::default();
        if let Some(region) = region {
            selection.toggle(Clause::Region(region));
        }
        let is_let = |row: &Attended| {
            let state = row.country.and_then(|key| report().countries.get(key));
            region.is_none_or(|region| state.is_some_and(|state| state.region == region))
        };
        let rows = (0..table.len()).filter_map(|at| table.row(at));
        let cited = rows
            .filter(is_let)
            .flat_map(|row| row.source.iter().cloned());
        let expected: BTreeSet<Citation> = cited.collect();
        let found = with(&selection, Lang::En, |input| counted.source(&table, input));
        assert!(!found.is_empty());
        assert_eq!(
            found,
            expected.into_iter().collect::<Vec<_>>(),
            "{region:?}"
        );
    }
}
