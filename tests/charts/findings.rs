//! Titles and descriptions: sentences that the data makes, and that a filter changes.

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind::{self, Funding, Geography, Participation, Timeline};
use forum_explorer::chart::scene::{Emphasis, Scene};
use forum_explorer::filter::clause::{Clause, Period};
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::relation::Relation;
use forum_explorer::filter::selection::Selection;
use forum_explorer::format::number::{money, percent};
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::span::parse_date;

use crate::cases::{CHOICES, Case, every};
use crate::report::report;

fn scene(kind: ChartKind, choice: &'static str, lang: Lang) -> Scene {
    Case::new(kind, choice, lang, 1100.0).scene()
}

fn texts(scene: &Scene) -> [&str; 3] {
    [&scene.title, &scene.subtitle, &scene.description]
}

#[test]
fn a_view_says_something_in_every_state() {
    for (case, scene) in every() {
        for text in [&scene.title, &scene.description] {
            assert!(!text.trim().is_empty(), "{}", case.name());
        }
        for text in texts(scene) {
            assert!(
                !text.contains(['{', '}']) && !text.contains("  "),
                "{}: {text}",
                case.name()
            );
            assert!(
                !text.contains(", ;") && !text.contains("from ;") && !text.contains(": ."),
                "{}: {text}",
                case.name()
            );
            assert!(
                !text.contains("：。") && !text.starts_with(['共', '，']) || text.starts_with("共"),
                "{}: {text}",
                case.name()
            );
        }
    }
}

#[test]
fn chinese_sentences_have_chinese_punctuation() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (case, scene) in every().iter().filter(|(case, _)| case.lang == Zh) {
        let labels = scene.labels.iter().map(|label| label.text.as_str());
        let cards = scene.marks.iter().flat_map(|m| {
            m.card
                .notes
                .iter()
                .chain([&m.card.title, &m.card.value])
                .map(String::as_str)
        });
        for text in texts(scene).into_iter().chain(labels).chain(cards) {
            let chars: Vec<char> = text.chars().collect();
            for pair in chars.windows(2) {
                let is_wrong = matches!(pair, [a, ',' | ';' | ':' | '(' | ')'] if is_chinese(*a))
                    || matches!(pair, [',' | ';' | ':' | '(' | ')', b] if is_chinese(*b));
                assert!(!is_wrong, "{}: {text}", case.name());
            }
        }
    }
}

#[test]
fn one_of_a_thing_is_not_told_in_the_plural() {
    for (case, scene) in every().iter().filter(|(case, _)| case.lang == En) {
        let cards = scene.marks.iter().flat_map(|m| {
            m.card
                .notes
                .iter()
                .chain([&m.card.value])
                .map(String::as_str)
        });
        for text in texts(scene).into_iter().chain(cards) {
            let words: Vec<&str> = text.split([' ', ',', '.', ';']).collect();
            for pair in words.windows(2) {
                let is_wrong = pair[0] == "1" && pair[1].ends_with('s') && pair[1].len() > 3;
                assert!(!is_wrong, "{}: {text}", case.name());
            }
        }
    }
}

#[test]
fn a_filter_that_acts_on_a_view_changes_its_title() {
    for lang in Lang::ALL {
        for (kind, choices) in [
            (
                Timeline,
                &[
                    "cluster-2",
                    "switzerland",
                    "summer",
                    "nothing",
                    "one-meeting",
                ][..],
            ),
            (Participation, &["summer", "nothing"]),
            (
                Geography,
                &[
                    "cluster-2",
                    "switzerland",
                    "summer",
                    "nothing",
                    "one-meeting",
                ],
            ),
        ] {
            let plain = scene(kind, "all", lang).title;
            for choice in choices {
                let filtered = scene(kind, choice, lang).title;
                assert_ne!(filtered, plain, "{} {choice}", kind.slug());
            }
        }
    }
}

#[test]
fn nothing_left_is_not_said_to_be_a_package_without_data() {
    for lang in Lang::ALL {
        let words = lang.strings();
        assert_eq!(scene(Timeline, "nothing", lang).title, words.filter.empty);
        assert_eq!(
            scene(Participation, "nothing", lang).title,
            words.filter.empty
        );
        assert_eq!(
            scene(Geography, "nothing", lang).title,
            lang.later().geography.finding_none
        );
        for kind in [Timeline, Participation, Geography] {
            let scene = scene(kind, "nothing", lang);
            assert_eq!(scene.description, scene.title, "{}", kind.slug());
        }
    }
}

#[test]
fn a_package_without_data_is_said_to_be_one() {
    let empty = Dataset::default();
    for kind in ChartKind::ALL {
        for lang in Lang::ALL {
            let case = Case::new(kind, "all", lang, 1100.0);
            let scene = case.with_input(&empty, |input| kind.scene(input, None));
            assert!(scene.marks.is_empty());
            let none = lang.strings().view.no_data;
            assert_eq!(scene.title, none, "{}", kind.slug());
            assert_eq!(scene.description, none, "{}", kind.slug());
        }
    }
}

#[test]
fn a_selection_of_other_years_than_the_picture_says_how_to_see_them() {
    let day = |text| parse_date(text).expect("the test writes dates");
    let period = Period::between(day("2007-01-01"), day("2007-12-31"));
    let mut engine = Engine::new(report());
    engine.select(&Selection::of([Clause::Time(period)]));
    for (has_context, title) in [
        (false, "outside 2011; “Before and after” shows"),
        (true, "event"),
    ] {
        let input = Input {
            data: report(),
            engine: &engine,
            lang: En,
            width: 1100.0,
            has_context,
            arrangement: Arrangement::default(),
        };
        let scene = Timeline.scene(&input, None);
        assert!(scene.title.contains(title), "{}", scene.title);
        let chinese = Timeline.scene(&Input { lang: Zh, ..input }, None).title;
        let button = Zh.strings().timeline.context_on;
        assert_eq!(chinese.contains(button), !has_context, "{chinese}");
        assert_eq!(scene.title.contains("outside"), !has_context);
    }
}

#[test]
fn the_timelines_words_are_counted_from_the_events() {
    // A working session is no thematic meeting, and the title then says so.
    let choices = CHOICES.iter().map(|(name, _)| *name);
    for choice in choices.filter(|name| !["nothing", "session"].contains(name)) {
        let case = Case::new(Timeline, choice, En, 1100.0);
        let (events, meetings) = case.with_input(report(), |input| {
            let shown = input.visible(Relation::Events, Default::default());
            let shown: Vec<_> = report()
                .events
                .rows()
                .iter()
                .zip(shown)
                .filter(|(_, s)| *s)
                .map(|(e, _)| e)
                // The picture is of one year unless it shows the years around, and so are its words.
                .filter(|e| {
                    input.has_context
                        || (e.span.start.year() <= 2011 && e.span.last_day().year() >= 2011)
                })
                .collect();
            (
                shown.len(),
                shown
                    .iter()
                    .filter(|e| e.kind == EventKind::Thematic)
                    .count(),
            )
        });
        let scene = case.scene();
        assert!(
            scene.description.starts_with(&format!("{events} event")),
            "{choice}: {}",
            scene.description
        );
        assert!(
            scene
                .description
                .contains(&format!(": {meetings} thematic meeting")),
            "{choice}: {}",
            scene.description
        );
        assert!(
            scene
                .title
                .contains(&format!("{meetings} thematic meeting")),
            "{choice}: {}",
            scene.title
        );
    }
    let all = scene(Timeline, "all", En);
    assert_eq!(
        all.title,
        "14 thematic meetings in 14 countries, 18 January – 21 October 2011"
    );
}

#[test]
fn the_words_of_participation_name_the_largest_count() {
    for lang in Lang::ALL {
        let scene = scene(Participation, "all", lang);
        let counted = report()
            .figures
            .rows()
            .iter()
            .filter(|f| f.quantity.is_some());
        let value = |f: &&forum_explorer::model::figure::Figure| {
            f.quantity.as_ref().map_or(0.0, |q| q.value)
        };
        let most = counted.clone().map(|f| value(&f)).fold(0.0, f64::max);
        let largest = counted
            .clone()
            .find(|f| (value(f) - most).abs() < f64::EPSILON)
            .expect("there are counts");
        let category = match lang {
            Zh => &largest.category.zh,
            _ => &largest.category.en,
        };
        assert!(
            scene.description.contains(category.as_str()),
            "{}",
            scene.description
        );
        assert!(
            scene.description.contains(&counted.count().to_string()),
            "{}",
            scene.description
        );
        let quantity = forum_explorer::format::number::quantity_with_unit(
            largest.quantity.as_ref().unwrap(),
            lang,
        );
        assert!(
            scene.description.contains(&quantity),
            "{}",
            scene.description
        );
    }
}

#[test]
fn the_words_of_geography_count_its_rows() {
    for (choice, _) in CHOICES.iter().filter(|(name, _)| *name != "nothing") {
        let scene = scene(Geography, choice, En);
        let rows: Vec<_> = scene.marks.iter().filter(|m| !m.cells.is_empty()).collect();
        let with = |column: usize| {
            rows.iter()
                .filter(|m| m.cells[column].order.is_some_and(|n| n > 0.0))
                .count()
        };
        assert!(
            scene
                .description
                .starts_with(&format!("{} countr", rows.len())),
            "{choice}: {}",
            scene.description
        );
        let hosts = format!("Meetings in {} countr", with(2));
        assert!(
            with(2) == 0 || scene.title.starts_with(&hosts),
            "{choice}: {}",
            scene.title
        );
        let seats = format!("{} state", with(3));
        assert!(
            with(3) == 0 || scene.title.contains(&seats),
            "{choice}: {}",
            scene.title
        );
    }
}

#[test]
fn the_words_of_funding_say_the_budget_and_its_parts() {
    for lang in Lang::ALL {
        let scene = scene(Funding, "all", lang);
        for id in ["contributions-total", "gap-switzerland"] {
            let flow = report()
                .flows
                .get(report().flows.find(id).unwrap())
                .unwrap();
            let amount = money(flow.amount.unwrap(), &flow.currency, lang);
            assert!(scene.description.contains(&amount), "{}", scene.description);
        }
        assert!(
            scene.title.contains(&percent(59.0, lang)),
            "{}",
            scene.title
        );
    }
}

#[test]
fn every_paragraph_behind_what_a_selection_leaves_stands_once_in_the_sources() {
    for (case, scene) in every() {
        let source = scene.source();
        assert!(source.is_sorted_by(|a, b| a < b), "{}", case.name());
        let left = scene
            .marks
            .iter()
            .filter(|mark| mark.emphasis != Emphasis::Background);
        let cited = left.flat_map(|mark| &mark.card.source);
        assert!(
            cited.clone().all(|citation| source.contains(citation)),
            "{}",
            case.name()
        );
        assert!(
            source
                .iter()
                .all(|citation| cited.clone().any(|c| c == citation)),
            "{}",
            case.name()
        );
    }
}

#[test]
fn an_english_title_begins_with_a_large_letter_or_a_number() {
    for (case, scene) in every().iter().filter(|(case, _)| case.lang == En) {
        let first = scene.title.chars().next().expect("there is a title");
        assert!(
            first.is_uppercase() || first.is_ascii_digit(),
            "{}: {}",
            case.name(),
            scene.title
        );
    }
}
