//! What single parameters mean.

use forum_explorer::filter::clause::Clause;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::citation::Citation;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::span::{iso_date, parse_date};
use forum_explorer::model::subject::Subject;
use forum_explorer::share::query::{Theme, ViewState, read, write};

use crate::report::report;

fn state(query: &str) -> ViewState {
    let (state, bad) = read(query, report());
    assert_eq!(bad, [], "all of {query} can be used");
    state
}

/// The query as it is written after it was read.
fn again(query: &str) -> String {
    write(&state(query), report())
}

#[test]
fn a_period_of_one_day_is_that_day() {
    let period = state("time=2011-09-07").selection.period().unwrap();
    assert_eq!(
        (period.first(), period.last()),
        (
            parse_date("2011-09-07").unwrap(),
            parse_date("2011-09-07").unwrap()
        )
    );
    assert_eq!(again("time=2011-09-07"), "time=2011-09-07");
    assert_eq!(again("time=2011-09-07..2011-09-07"), "time=2011-09-07");
}

#[test]
fn a_period_may_be_written_backwards() {
    let period = state("time=2011-09-30..2011-06-01")
        .selection
        .period()
        .unwrap();
    assert_eq!(iso_date(period.first()), "2011-06-01");
    assert_eq!(
        again("time=2011-09-30..2011-06-01"),
        "time=2011-06-01..2011-09-30"
    );
}

#[test]
fn a_period_lies_between_any_two_days() {
    for query in ["time=0001-01-01..9999-12-31", "time=2012-02-29"] {
        assert_eq!(again(query), query);
    }
}

#[test]
fn of_a_parameter_given_twice_lists_are_joined_and_of_the_rest_the_last_holds() {
    assert_eq!(
        again("kind=summit&kind=session&kind=summit"),
        "kind=summit~session"
    );
    assert_eq!(
        again("lang=zh&lang=en&theme=dark&theme=light"),
        "lang=en&theme=light"
    );
    assert_eq!(again("time=2011-01-01&time=2011-02-01"), "time=2011-02-01");
    assert_eq!(
        again("tab=funding~funding&tab=timeline"),
        "tab=funding~timeline"
    );
    assert_eq!(again("context=1&context=0"), "");
}

#[test]
fn a_language_may_be_any_tag_of_it() {
    for tag in ["zh", "zh-Hans", "zh-CN", "ZH-hans"] {
        assert_eq!(state(&format!("lang={tag}")).lang, Some(Lang::Zh), "{tag}");
    }
    assert_eq!(state("lang=en-GB").lang, Some(Lang::En));
    assert_eq!(again("lang=zh-Hans"), "lang=zh");
}

#[test]
fn a_country_may_be_written_in_small_letters() {
    let data = report();
    let switzerland = data.countries.find("CHE").unwrap();
    for id in ["CHE", "che", "Che"] {
        assert_eq!(
            state(&format!("country={id}")).selection.clauses(),
            [Clause::Country(switzerland)]
        );
    }
    assert_eq!(again("country=che~CHE~phl"), "country=CHE~PHL");
}

#[test]
fn a_paragraph_may_name_its_note() {
    let note = |text| Citation::parse(text).map(Subject::Paragraph);
    assert_eq!(state("p=27").panel, note("27"));
    assert_eq!(state("p=27.i").panel, note("27:i"));
    assert_eq!(again("p=27:i"), "p=27.i");
    assert_eq!(again("p=33.aa"), "p=33.aa");
}

#[test]
fn a_switch_is_on_by_1_and_by_true() {
    for on in ["1", "true"] {
        let state = state(&format!("context={on}&embed={on}"));
        assert!(state.has_context && state.is_embed);
    }
    for off in ["0", "false"] {
        assert_eq!(
            state(&format!("context={off}&embed={off}")),
            ViewState::default()
        );
    }
    assert_eq!(state("theme=auto").theme, Theme::Auto);
    assert_eq!(again("theme=auto"), "");
}

#[test]
fn odd_characters_are_encoded_and_come_back() {
    let odd = "a&b=c#d?e+f g%h/ü中文“\u{0}\u{1f642}~.";
    let mut state = ViewState {
        data: Some(odd.replace([' ', '\u{0}'], "")),
        ..ViewState::default()
    };
    state.unknown.push((odd.to_owned(), odd.to_owned()));
    let query = write(&state, report());
    assert_eq!(self::state(&query), state);
    assert!(
        query.starts_with("data=a%26b%3Dc%23d%3Fe%2Bfg%25h/%C3%BC%E4%B8%AD%E6%96%87"),
        "{query}"
    );
}

#[test]
fn an_address_typed_by_hand_may_be_encoded_in_any_way() {
    let thematic = Clause::Kind(EventKind::Thematic);
    let summit = Clause::Kind(EventKind::Summit);
    assert_eq!(
        state("kind=%74hematic%7Esummit").selection.clauses(),
        [thematic, summit]
    );
    assert_eq!(state("?kind=~~thematic~").selection.clauses(), [thematic]);
    assert_eq!(
        state("data=https%3A%2F%2Fexample.org%2F").data.as_deref(),
        Some("https://example.org/")
    );
    assert_eq!(state("data=").data, None);
}

#[test]
fn what_the_page_does_not_know_is_kept() {
    let query = "utm_source=x&empty=&kind=summit&utm_source=y&Kind=z";
    let state = state(query);
    let kept = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let all = [
        kept("utm_source", "x"),
        kept("empty", ""),
        kept("utm_source", "y"),
        kept("Kind", "z"),
    ];
    assert_eq!(state.unknown, all);
    assert_eq!(
        write(&state, report()),
        "kind=summit&utm_source=x&empty=&utm_source=y&Kind=z"
    );
}
