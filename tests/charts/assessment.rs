//! The assessment's picture: who answered, what they said, and where the report says two things.

use forum_explorer::chart::kind::ChartKind::Assessment;
use forum_explorer::chart::scene::{Mark, Scene, Shape, Slot};
use forum_explorer::format::number::{percent, quantity};
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::conflict::{Conflict, Shown};
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::quantity::{Approximation, Quantity};
use forum_explorer::model::survey::Answer;
use forum_explorer::model::text::Text;

use crate::cases::{CHOICES, Case, WIDTHS};
use crate::labels::{assert_legible, letters};
use crate::report::report;

fn scene(lang: Lang, width: f64) -> Scene {
    Case::new(Assessment, "all", lang, width).scene()
}

fn mark<'a>(scene: &'a Scene, id: &str) -> &'a Mark {
    let found = scene.marks.iter().find(|mark| mark.id == id);
    found.unwrap_or_else(|| panic!("{id} is shown"))
}

fn number(value: f64, op: &str, unit: &str) -> Option<Quantity> {
    Some(Quantity {
        value,
        high: None,
        approximation: Approximation::parse(op).expect("the test writes ops"),
        unit: unit.to_owned(),
    })
}

/// A package of these answers alone: question, number, paragraph.
fn package(answers: &[(&str, Option<Quantity>, u32)]) -> Dataset {
    let mut data = Dataset::default();
    for (index, (question, quantity, para)) in answers.iter().enumerate() {
        let answer = Answer {
            question: Text::new(format!("问{question}"), *question),
            quantity: quantity.clone(),
            source: vec![Citation {
                para: *para,
                footnote: None,
            }],
        };
        data.answers
            .push(&format!("answer-{index}"), answer)
            .expect("ids differ");
    }
    data
}

fn drawn(data: &Dataset, lang: Lang, width: f64) -> Scene {
    let case = Case::new(Assessment, "all", lang, width);
    case.with_input(data, |input| Assessment.scene(input, None))
}

/// The shapes inside a mark's box.
fn inside<'a>(scene: &'a Scene, mark: &Mark) -> Vec<&'a Shape> {
    let hit = mark.hits[0];
    let middle = |shape: &Shape| match shape {
        Shape::Fill(rect, _) | Shape::Outline(rect, ..) => rect.center(),
        Shape::Disc(at, ..) | Shape::Ring(at, ..) => *at,
        Shape::Area(points, _) | Shape::Line(points, ..) => points[0],
    };
    let is_in = |shape: &&Shape| hit.contains(middle(shape));
    scene.shapes.iter().filter(is_in).collect()
}

fn discs(scene: &Scene, mark: &Mark) -> Vec<f64> {
    let shapes = inside(scene, mark).into_iter();
    shapes
        .filter_map(|shape| match shape {
            Shape::Disc(at, _, Slot::Neutral) => Some(at.x),
            _ => None,
        })
        .collect()
}

/// The line from 0 to 100 % under a share.
fn rail(scene: &Scene, mark: &Mark) -> Rect {
    let rails = inside(scene, mark).into_iter().filter_map(|s| match s {
        Shape::Fill(rect, Slot::Rule) if rect.width > 50.0 => Some(*rect),
        _ => None,
    });
    let all: Vec<Rect> = rails.collect();
    assert_eq!(all.len(), 1, "{} has one line", mark.id);
    all[0]
}

#[test]
fn both_counts_of_observers_show_and_each_names_the_other() {
    for lang in Lang::ALL {
        for width in WIDTHS {
            let scene = scene(lang, width);
            for (id, own, other) in [
                ("answers-observers", "10", "11"),
                ("answers-observers-184", "11", "10"),
            ] {
                let mark = mark(&scene, id);
                assert!(mark.card.contested, "{id}");
                let contested = lang.strings().view.contested;
                let begin = contested.split('{').next().expect("a sentence begins");
                let note = mark.card.notes.iter().find(|n| n.starts_with(begin));
                assert!(
                    note.is_some_and(|n| n.contains(other)),
                    "{:?}",
                    mark.card.notes
                );
                let own_labels = scene.labels.iter();
                let mut texts = own_labels
                    .filter(|label| mark.hits[0].contains(label.at))
                    .map(|label| label.text.as_str());
                assert_eq!(texts.next(), Some(own), "{id}");
                assert!(
                    texts.any(|text| text.starts_with('≠') && text.contains(other)),
                    "{id} says {other} on the picture"
                );
            }
        }
    }
}

#[test]
fn a_count_that_nothing_contradicts_has_no_such_sign() {
    let scene = scene(En, 1100.0);
    let signs = scene.labels.iter().filter(|l| l.text.starts_with('≠'));
    let contested = scene.marks.iter().filter(|m| m.card.contested).count();
    assert!(signs.count() >= contested && contested >= 4, "{contested}");
    for mark in scene.marks.iter().filter(|m| !m.card.contested) {
        let has_sign = |l: &&forum_explorer::chart::scene::Label| {
            l.text.starts_with('≠') && mark.hits[0].contains(l.at)
        };
        assert_eq!(scene.labels.iter().find(has_sign), None, "{}", mark.id);
    }
}

#[test]
fn a_respondent_is_one_dot() {
    for width in WIDTHS {
        let scene = scene(En, width);
        for (id, count) in [
            ("answers-governments", 66),
            ("answers-observers", 10),
            ("answers-observers-184", 11),
            ("answers-favourable", 66),
        ] {
            assert_eq!(discs(&scene, mark(&scene, id)).len(), count, "{id}");
        }
    }
}

#[test]
fn more_than_a_hundred_respondents_are_bars_on_one_scale() {
    let data = package(&[
        ("Governments", number(250.0, "=", "governments"), 4),
        (
            "Governments of the region",
            number(50.0, "=", "governments"),
            5,
        ),
        ("Observers", number(12.0, "=", "observers"), 6),
    ]);
    for width in [300.0, 1100.0] {
        let scene = drawn(&data, En, width);
        let bar = |id: &str| {
            let mark = mark(&scene, id);
            assert_eq!(discs(&scene, mark).len(), 0, "{id}");
            let bars = inside(&scene, mark).into_iter().filter_map(|s| match s {
                Shape::Fill(rect, Slot::Neutral) => Some(*rect),
                _ => None,
            });
            bars.reduce(Rect::union).expect("there is a bar")
        };
        let (all, some) = (bar("answer-0"), bar("answer-1"));
        assert_eq!(all.left(), some.left());
        assert!(
            (all.width - 5.0 * some.width).abs() < 0.01,
            "{all:?} {some:?}"
        );
        assert_eq!(discs(&scene, mark(&scene, "answer-2")).len(), 12);
        assert_legible(&scene);
    }
}

#[test]
fn the_dot_of_a_share_stands_at_its_place_between_0_and_100() {
    for lang in Lang::ALL {
        for width in WIDTHS {
            let scene = scene(lang, width);
            let mut count = 0;
            for (key, answer) in report().answers.iter() {
                let Some(q) = answer.quantity.as_ref().filter(|q| q.unit == "percent") else {
                    continue;
                };
                let mark = mark(&scene, report().answers.id(key));
                let rail = rail(&scene, mark);
                let [x] = discs(&scene, mark)[..] else {
                    panic!("{} has one dot", mark.id)
                };
                let expected = rail.left() + rail.width * q.value / 100.0;
                assert!((x - expected).abs() < 0.01, "{}: {x} {expected}", mark.id);
                // The number stands in large beside it, with its word for more than.
                let text = quantity(q, lang);
                let label = scene.labels.iter().find(|l| l.text == text);
                let label = label.unwrap_or_else(|| panic!("{text} is written"));
                assert!(label.bold && label.size > 16.0, "{label:?}");
                count += 1;
            }
            assert!(count >= 3, "the package has shares: {count}");
            let ends: Vec<_> = [0.0, 50.0, 100.0]
                .map(|end| percent(end, lang))
                .iter()
                .map(|text| scene.labels.iter().find(|l| l.text == *text))
                .collect();
            assert!(ends.iter().all(Option::is_some), "the line is named");
        }
    }
}

#[test]
fn more_than_so_many_per_cent_ends_open() {
    let scene = scene(En, 1100.0);
    let arrows = |id: &str| {
        let shapes = inside(&scene, mark(&scene, id)).into_iter();
        let tips = shapes.filter_map(|s| match s {
            Shape::Area(points, _) => points.iter().map(|p| p.x).reduce(f64::max),
            _ => None,
        });
        tips.collect::<Vec<_>>()
    };
    let [tip] = arrows("importance-grew")[..] else {
        panic!("one arrow")
    };
    assert!(tip > discs(&scene, mark(&scene, "importance-grew"))[0]);
    assert!(arrows("satisfied").is_empty());
    assert!(arrows("governments-positive").is_empty());
}

#[test]
fn a_range_of_shares_reaches_from_its_lower_to_its_upper_end() {
    let mut range = number(20.0, "=", "percent");
    if let Some(quantity) = &mut range {
        quantity.high = Some(35.0);
    }
    let scene = drawn(&package(&[("Undecided", range, 4)]), En, 600.0);
    let mark = mark(&scene, "answer-0");
    let rail = rail(&scene, mark);
    let at = |value: f64| rail.left() + rail.width * value / 100.0;
    let outline = inside(&scene, mark).into_iter().find_map(|s| match s {
        Shape::Outline(rect, ..) => Some(*rect),
        _ => None,
    });
    let outline = outline.expect("the upper part is an outline");
    assert!((outline.left() - at(20.0)).abs() < 0.01);
    assert!((outline.right() - at(35.0)).abs() < 0.01);
}

#[test]
fn a_finding_without_a_number_is_a_sentence_and_no_zero() {
    for lang in Lang::ALL {
        let strings = lang.strings();
        let scene = scene(lang, 358.0);
        let mut count = 0;
        for (key, answer) in report().answers.iter() {
            if answer.quantity.is_some() {
                continue;
            }
            let mark = mark(&scene, report().answers.id(key));
            assert_eq!(mark.card.value, "");
            assert_eq!(mark.cells[1].text, strings.view.not_stated);
            assert_eq!(mark.cells[2].text, lang.later().assessment.how_none);
            let hit = mark.hits[0];
            let text: String = scene
                .labels
                .iter()
                .filter(|l| hit.contains(l.at))
                .map(|l| l.text.as_str())
                .collect();
            let question = match lang {
                Zh => &answer.question.zh,
                _ => &answer.question.en,
            };
            let plain = |text: &str| text.replace(' ', "");
            assert_eq!(plain(&text), plain(question));
            count += 1;
        }
        assert!(count > 0, "the package has such findings");
        let notes = lang.later().assessment.sentences_note;
        assert!(scene.labels.iter().any(|l| notes.starts_with(&l.text)));
    }
}

#[test]
fn filters_do_not_act_on_answers_and_the_view_says_so() {
    let all = scene(En, 1100.0);
    for &(choice, _) in CHOICES {
        let case = Case::new(Assessment, choice, En, 1100.0);
        assert_eq!(case.scene(), all, "{choice}");
        let has_filter = case.with_input(report(), |input| !input.engine.selection().is_empty());
        let ignored = case.with_input(report(), |input| Assessment.ignored(input));
        assert_eq!(!ignored.is_empty(), has_filter, "{choice}");
    }
}

#[test]
fn the_title_is_the_largest_share_that_is_stated_as_such() {
    assert!(
        scene(En, 1100.0)
            .title
            .starts_with("87%: satisfied overall")
    );
    assert!(
        scene(Zh, 1100.0)
            .title
            .starts_with("87%：对论坛进程总体满意")
    );
    let title =
        |answers: &[(&str, Option<Quantity>, u32)]| drawn(&package(answers), En, 800.0).title;
    let count = (
        "Governments that answered",
        number(12.0, "~", "governments"),
        4,
    );
    let vague = ("Found it useful", number(90.0, ">", "percent"), 5);
    let exact = ("Would come again", number(60.0, "=", "percent"), 6);
    let word = ("It went well", None, 7);
    assert_eq!(
        title(&[count.clone(), vague.clone(), exact, word.clone()]),
        "60%: would come again"
    );
    assert_eq!(
        title(&[word.clone(), count.clone(), vague]),
        "More than 90%: found it useful"
    );
    assert_eq!(
        title(&[word.clone(), count]),
        "About 12: governments that answered"
    );
    assert!(title(&[word]).contains("1 finding without a number"));
}

#[test]
fn the_subtitle_says_who_answered_and_both_counts_where_there_are_two() {
    let english = scene(En, 1100.0).subtitle;
    assert!(
        english.contains(": 66;") && english.ends_with(": 10 or 11"),
        "{english}"
    );
    let chinese = scene(Zh, 1100.0).subtitle;
    assert!(
        chinese.contains("：66；") && chinese.ends_with("：10或11"),
        "{chinese}"
    );
    // Counts of different things are not two counts of one.
    let data = package(&[
        ("Observers that answered", number(10.0, "=", "observers"), 4),
        ("Observers that spoke", number(11.0, "=", "observers"), 5),
    ]);
    assert_eq!(
        drawn(&data, En, 800.0).subtitle,
        "Observers that answered: 10"
    );
}

#[test]
fn a_contradiction_of_any_package_is_flagged() {
    let mut data = package(&[
        ("Answers", number(40.0, "=", "states"), 4),
        (
            "Answers, by the secretariat",
            number(42.0, "=", "states"),
            9,
        ),
    ]);
    let cite = |para| {
        vec![Citation {
            para,
            footnote: None,
        }]
    };
    let conflict = Conflict {
        quantity: Text::new("答复", "Answers"),
        value_a: Text::new("40", "40"),
        source_a: cite(4),
        value_b: Text::new("42", "42"),
        source_b: cite(9),
        shown: Shown::Both,
        reason: Text::default(),
    };
    data.conflicts.push("answers", conflict).expect("one row");
    let scene = drawn(&data, En, 800.0);
    assert!(scene.marks.iter().all(|mark| mark.card.contested));
    assert_eq!(scene.subtitle, "Answers: 40 or 42");
    for other in ["≠ 42", "≠ 40"] {
        assert!(
            scene.labels.iter().any(|l| l.text.starts_with(other)),
            "{other}"
        );
    }
}

#[test]
fn long_questions_and_odd_numbers_stay_legible() {
    let long = "Whether the intergovernmental follow-up and the consultations with every one of the partners were held in time ".repeat(4);
    let data = package(&[
        (&long, number(99.0, "~", "governments"), 4),
        (&long, number(100.0, ">", "observers"), 5),
        (&long, number(0.0, "=", "percent"), 6),
        (&long, number(100.0, ">=", "percent"), 7),
        (&long, number(240.0, "~", "percent"), 8),
        (&long, number(1e12, ">", "people"), 9),
        (&long, number(-3.0, "=", "percent"), 10),
        (
            &long,
            number(12.5, "=", "observers-of-the-international-organisations"),
            11,
        ),
        (&long, None, 12),
        (
            "Incomprehensibilities-without-a-break".repeat(6).as_str(),
            None,
            13,
        ),
    ]);
    for lang in Lang::ALL {
        for width in [300.0, 358.0, 700.0, 1300.0] {
            let scene = drawn(&data, lang, width);
            assert_legible(&scene);
            assert_eq!(scene.marks.len(), 10);
            for mark in &scene.marks {
                assert!(mark.hits[0].height >= 24.0, "{}", mark.id);
            }
            for shape in &scene.shapes {
                if let Shape::Disc(at, radius, _) = shape {
                    assert!(at.x >= *radius && at.x + radius <= width, "{at:?}");
                }
                if let Shape::Area(points, _) = shape {
                    assert!(points.iter().all(|p| p.x <= width + 0.01), "{points:?}");
                }
            }
            assert!(scene.labels.iter().any(|l| letters(l).height > 10.0));
        }
    }
}
