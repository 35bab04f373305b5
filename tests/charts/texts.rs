//! What the views say: no more exactly than the report, no unit mistaken for another, nothing cut off for good.

use forum_explorer::chart::kind::ChartKind::{self, Participation, Timeline, World};
use forum_explorer::chart::scene::{Emphasis, Mark, Scene, Shape, Slot};
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::figure::Figure;
use forum_explorer::model::quantity::{Approximation, Quantity};
use forum_explorer::model::span::{Precision, Span, parse_date};
use forum_explorer::model::text::{Origin, Text};
use forum_explorer::model::world_figure::WorldFigure;

use crate::cases::{Case, every};
use crate::report::report;

fn drawn(kind: ChartKind, data: &Dataset, lang: Lang, width: f64) -> Scene {
    Case::new(kind, "all", lang, width).with_input(data, |input| kind.scene(input, None))
}

fn source() -> Vec<Citation> {
    vec![Citation {
        para: 7,
        footnote: None,
    }]
}

fn meeting(start: &str, end: &str, precision: Precision) -> Event {
    let day = |text| parse_date(text).expect("the test writes dates");
    Event {
        kind: EventKind::Thematic,
        title: Text::new("会议", "Meeting"),
        short: Text::default(),
        title_origin: Origin::Official,
        span: Span {
            start: day(start),
            end: day(end),
            precision,
        },
        dates_from: None,
        place: None,
        hosts: Vec::new(),
        clusters: Vec::new(),
        parent: None,
        feeds: Vec::new(),
        source: source(),
    }
}

fn meetings(spans: &[(&str, &str, Precision)]) -> Dataset {
    let mut data = Dataset::default();
    for (index, (start, end, precision)) in spans.iter().enumerate() {
        let event = meeting(start, end, *precision);
        let id = format!("meeting-{index}");
        data.events.push(&id, event).expect("ids differ");
    }
    data
}

/// The first and last day of an event, and how exactly they are known.
type Dates = (&'static str, &'static str, Precision);

#[test]
fn a_title_dates_events_no_more_exactly_than_the_report() {
    use Precision::{Day, Month, Year};
    let cases: [(&[Dates], &str, &str); 5] = [
        (
            &[
                ("2011-03-02", "2011-03-04", Day),
                ("2011-05-01", "2011-05-02", Day),
            ],
            "2 March – 2 May 2011",
            "2011年3月2日至5月2日",
        ),
        (&[("2011-01-01", "2011-12-31", Year)], "2011", "2011年"),
        (
            &[
                ("2011-01-01", "2011-12-31", Year),
                ("2011-05-01", "2011-05-02", Day),
            ],
            "2011",
            "2011年",
        ),
        (
            &[
                ("2011-02-01", "2011-02-28", Month),
                ("2011-05-01", "2011-05-02", Day),
            ],
            "February–May 2011",
            "2011年2月至5月",
        ),
        // Both ends are known to the day, whatever lies between or begins with them.
        (
            &[
                ("2011-01-01", "2011-12-31", Year),
                ("2011-01-01", "2011-01-02", Day),
                ("2011-12-30", "2011-12-31", Day),
            ],
            "1 January – 31 December 2011",
            "2011年1月1日至12月31日",
        ),
    ];
    for (spans, english, chinese) in cases {
        let data = meetings(spans);
        for (lang, period) in [(En, english), (Zh, chinese)] {
            let scene = drawn(Timeline, &data, lang, 1100.0);
            let is_end = |text: &str| text.ends_with(&format!(", {period}"));
            match lang {
                En | Lang::Fr => assert!(is_end(&scene.title), "{}", scene.title),
                Zh => assert!(
                    scene.title.starts_with(&format!("{period}，")),
                    "{}",
                    scene.title
                ),
            }
            assert!(scene.description.contains(period), "{}", scene.description);
        }
    }
}

#[test]
fn no_day_is_told_of_the_reports_undated_events() {
    for (case, scene) in every().iter().filter(|(case, _)| case.kind == Timeline) {
        // No event of the report is dated to the first or last day of a year.
        for day in ["1 January", "31 December", "1月1日", "12月31日"] {
            assert!(
                !scene.title.contains(day) && !scene.description.contains(day),
                "{}: {} {}",
                case.name(),
                scene.title,
                scene.description
            );
        }
    }
}

fn count(category: &str, value: f64, unit: &str) -> Figure {
    Figure {
        event: None,
        population: Text::new("与会者", "Participants"),
        dimension: "role".to_owned(),
        dimension_name: Text::default(),
        category: Text::new(format!("类{category}"), category),
        quantity: Some(Quantity {
            value,
            high: None,
            approximation: Approximation::Exact,
            unit: unit.to_owned(),
        }),
        overlapping: false,
        derived: None,
        source: source(),
    }
}

/// How wide the bar of a mark is; none where it has none.
fn bar(scene: &Scene, mark: &Mark) -> Option<f64> {
    let bars = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Fill(rect, Slot::Neutral) if mark.hits[0].contains(rect.center()) => Some(*rect),
        _ => None,
    });
    bars.reduce(Rect::union).map(|rect| rect.width)
}

#[test]
fn units_never_share_a_scale() {
    let mut data = Dataset::default();
    for (id, category, value, unit) in [
        ("men", "Men", 400.0, "people"),
        ("women", "Women", 200.0, "people"),
        ("share", "Share of women", 50.0, "percent"),
        ("states", "States", 30.0, "states"),
    ] {
        data.figures
            .push(id, count(category, value, unit))
            .expect("ids differ");
    }
    for width in [358.0, 1100.0] {
        let scene = drawn(Participation, &data, En, width);
        let of = |id: &str| {
            let mark = scene.marks.iter().find(|mark| mark.id == id);
            bar(&scene, mark.expect("the count is shown"))
        };
        let full = scene.marks[0].hits[0].width;
        let is = |bar: Option<f64>, part: f64| bar.is_some_and(|w| (w - full * part).abs() < 0.6);
        assert!(is(of("men"), 1.0) && is(of("women"), 0.5));
        // Half of a hundred, not an eighth of the men.
        assert!(is(of("share"), 0.5), "{:?} of {full}", of("share"));
        assert_eq!(of("states"), None, "nothing else counts states");
    }
}

/// A number: its value, its upper end, how exact it is, its unit, its year, its paragraph.
type Number<'a> = (f64, Option<f64>, Approximation, &'a str, Option<i32>, u32);

fn world(figures: &[Number]) -> Dataset {
    let mut data = Dataset::default();
    for (index, &(value, high, approximation, unit, year, para)) in figures.iter().enumerate() {
        let figure = WorldFigure {
            label: Text::new(format!("数{index}"), format!("Number {index}")),
            quantity: Some(Quantity {
                value,
                high,
                approximation,
                unit: unit.to_owned(),
            }),
            year,
            source: vec![Citation {
                para,
                footnote: None,
            }],
        };
        let id = format!("figure-{index}");
        data.world_figures.push(&id, figure).expect("ids differ");
    }
    data
}

#[test]
fn the_title_of_the_world_says_what_its_numbers_are() {
    use Approximation::{About, Exact};
    let data = world(&[
        (90.0, None, Exact, "people", Some(1990), 1),
        (20.0, Some(30.0), Exact, "people", None, 2),
        (3.0, None, About, "percent", Some(2011), 2),
    ]);
    let english = drawn(World, &data, En, 1100.0);
    assert_eq!(
        english.title,
        "3 numbers from 2 paragraphs; most often people (2); 2 are approximate"
    );
    assert_eq!(
        english.description,
        "The largest: Number 0 (90 people); 2 numbers are for 1990–2011."
    );
    let chinese = drawn(World, &data, Zh, 1100.0);
    assert_eq!(
        chinese.title,
        "3个数字出自2个段落；单位以人（2）最多；2个不是确数"
    );
    // One number leads nothing.
    let one = world(&[(5.0, None, Exact, "states", None, 9)]);
    let scene = drawn(World, &one, En, 1100.0);
    assert_eq!(scene.title, "1 number from 1 paragraph");
    assert_eq!(scene.description, "The largest: Number 0 (5 states).");
    // Shares are called so.
    let shares = world(&[
        (5.0, None, Exact, "percent", None, 9),
        (6.0, None, Exact, "percent", None, 9),
    ]);
    assert!(
        drawn(World, &shares, En, 1100.0)
            .title
            .ends_with("most often shares (2)")
    );
}

#[test]
fn the_numbers_of_the_world_are_never_cut_off() {
    for lang in Lang::ALL {
        for width in (300..=1300).step_by(7) {
            let scene = drawn(World, report(), lang, f64::from(width));
            for label in &scene.labels {
                assert!(!label.text.contains('…'), "{width}: {}", label.text);
            }
        }
    }
}

/// Every text of a card, as one.
fn card(mark: &Mark) -> String {
    let cells = mark.cells.iter().map(|cell| cell.text.as_str());
    let notes = mark.card.notes.iter().map(String::as_str);
    let own = [mark.card.title.as_str(), mark.card.value.as_str()];
    own.into_iter()
        .chain(notes)
        .chain(cells)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn what_is_cut_off_stands_in_full_on_its_card() {
    let mut cut = 0;
    for (case, scene) in every() {
        for label in scene
            .labels
            .iter()
            .filter(|label| label.text.ends_with('…'))
        {
            let begin = label.text.trim_end_matches('…').to_lowercase();
            // Names in lanes stand beside their marks, and all others within.
            let is_told = scene.marks.iter().any(|mark| {
                !mark.hits.is_empty() && card(mark).to_lowercase().contains(begin.trim())
            });
            let names = |mark: &Mark| {
                let events = report().events.find(&mark.id);
                let event = events.and_then(|key| report().events.get(key));
                event.is_some_and(|e| {
                    [&e.short.en, &e.short.zh]
                        .iter()
                        .any(|name| name.to_lowercase().starts_with(&begin))
                })
            };
            assert!(
                is_told || scene.marks.iter().any(names),
                "{}: {}",
                case.name(),
                label.text
            );
            cut += 1;
        }
    }
    assert!(cut > 0, "a phone has no room for everything");
}

#[test]
fn every_view_says_itself_in_one_sentence_with_its_paragraphs() {
    for (case, scene) in every() {
        let name = case.name();
        let said = &scene.description;
        match case.lang {
            Zh => {
                assert!(
                    !said.trim_end_matches('。').contains('。'),
                    "{name}: {said}"
                );
                assert!(said.chars().count() <= 70, "{name}: {said}");
            }
            En | Lang::Fr => assert!(!said.contains(". "), "{name}: {said}"),
        }
        let shows = scene
            .marks
            .iter()
            .any(|m| m.emphasis != Emphasis::Background);
        assert_eq!(shows, !scene.source().is_empty(), "{name}");
    }
}

#[test]
fn a_finding_without_a_number_says_so_once() {
    for answer in report().answers.rows() {
        for text in [&answer.question.en, &answer.question.zh] {
            assert!(
                !text.contains("no figure") && !text.contains("未给数字"),
                "the heading says it: {text}"
            );
        }
    }
    for lang in Lang::ALL {
        let scene = drawn(ChartKind::Assessment, report(), lang, 1100.0);
        let note = lang.later().assessment.sentences_note;
        let begin: String = note.chars().take(12).collect();
        let notes = scene
            .labels
            .iter()
            .filter(|label| label.text.starts_with(&begin));
        assert_eq!(notes.count(), 1);
        // Away from the heading, on its card and in its row, each result says it by itself.
        let none = lang.later().assessment.how_none;
        for (key, answer) in report().answers.iter() {
            let mark = scene
                .marks
                .iter()
                .find(|m| m.id == report().answers.id(key));
            let mark = mark.expect("every result is shown");
            let is_said = mark.card.notes.iter().any(|n| n == none);
            assert_eq!(is_said, answer.quantity.is_none(), "{}", mark.id);
        }
    }
}
