//! The numbered outcomes: which session asks for what, and of whom.

use std::collections::{BTreeMap, BTreeSet};

use forum_explorer::chart::arrangement::{Arrangement, Sort};
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind::Outcomes;
use forum_explorer::chart::scene::{Emphasis, Mark, Scene, Shape, Slot};
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::cluster::Cluster;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::outcome::Outcome;
use forum_explorer::model::text::Text;

use crate::cases::{Case, WIDTHS};
use crate::labels::letters;
use crate::report::report;

fn scene(choice: &'static str, lang: Lang, width: f64) -> Scene {
    Case::new(Outcomes, choice, lang, width).scene()
}

fn arranged(data: &Dataset, clauses: &[Clause], arrangement: Arrangement, width: f64) -> Scene {
    let mut engine = Engine::new(data);
    engine.select(&Selection::of(clauses.iter().copied()));
    let input = Input {
        data,
        engine: &engine,
        lang: En,
        width,
        has_context: false,
        arrangement,
    };
    Outcomes.scene(&input, None)
}

fn by_cluster() -> Arrangement {
    Arrangement {
        by_cluster: true,
        ..Arrangement::default()
    }
}

fn outcome(id: &str) -> &'static Outcome {
    let key = report().outcomes.find(id).expect("the outcome is there");
    report().outcomes.get(key).unwrap()
}

/// The marks that the selection leaves in.
fn left(scene: &Scene) -> Vec<&Mark> {
    let marks = scene.marks.iter().filter(|m| !m.cells.is_empty());
    marks
        .filter(|m| m.emphasis != Emphasis::Background)
        .collect()
}

/// The bars of a scene by cluster: cluster, topic, and the box that can be hit.
fn bars(scene: &Scene) -> Vec<(&str, &str, &Mark)> {
    let drawn = scene.marks.iter().filter(|m| !m.hits.is_empty());
    let of = |mark| -> (&str, &str, &Mark) {
        let mark: &Mark = mark;
        let (cluster, topic) = mark.id.split_once('.').expect("a bar's id has two parts");
        (cluster, topic, mark)
    };
    drawn.map(of).collect()
}

fn bar(scene: &Scene, mark: &Mark) -> Rect {
    let area = mark.hits[0];
    let within = |rect: &Rect| {
        rect.top() >= area.top()
            && rect.bottom() <= area.bottom()
            && rect.left() >= area.left() - 0.1
            && rect.right() <= area.right() + 0.1
    };
    let found = scene.shapes.iter().find_map(|shape| match shape {
        Shape::Fill(rect, slot) if *slot != Slot::Band && within(rect) => Some(*rect),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("{} has a bar", mark.id))
}

#[test]
fn every_outcome_is_one_square_with_its_number_in_both_layouts() {
    for lang in Lang::ALL {
        for width in WIDTHS {
            let scene = scene("all", lang, width);
            assert_eq!(scene.marks.len(), report().outcomes.len());
            for mark in &scene.marks {
                let [hit] = mark.hits[..] else {
                    panic!("{} is one square", mark.id)
                };
                assert!(hit.width >= 24.0 && hit.height >= 24.0, "{}", mark.id);
                let item = &outcome(&mark.id).item;
                let number = scene.labels.iter().find(|l| hit.contains(l.at));
                assert_eq!(&number.expect("a number").text, item, "{}", mark.id);
            }
        }
    }
}

#[test]
fn outcomes_of_one_addressee_stand_in_one_column_and_of_one_session_in_one_row() {
    let scene = scene("all", En, 1100.0);
    let mut columns: BTreeMap<&str, Vec<Rect>> = BTreeMap::new();
    let mut rows: BTreeMap<usize, Vec<Rect>> = BTreeMap::new();
    for mark in &scene.marks {
        let outcome = outcome(&mark.id);
        columns
            .entry(&outcome.addressee)
            .or_default()
            .push(mark.hits[0]);
        rows.entry(outcome.event.index())
            .or_default()
            .push(mark.hits[0]);
    }
    let apart = |groups: Vec<(f64, f64)>| {
        for (index, a) in groups.iter().enumerate() {
            for b in &groups[index + 1..] {
                assert!(a.1 <= b.0 || b.1 <= a.0, "{a:?} {b:?}");
            }
        }
    };
    let span = |start: fn(&Rect) -> f64, end: fn(&Rect) -> f64, rects: &Vec<Rect>| {
        let starts = rects.iter().map(start).fold(f64::MAX, f64::min);
        (starts, rects.iter().map(end).fold(0.0, f64::max))
    };
    assert_eq!((columns.len(), rows.len()), (5, 6));
    apart(
        columns
            .values()
            .map(|r| span(|r| r.left(), |r| r.right(), r))
            .collect(),
    );
    apart(
        rows.values()
            .map(|r| span(|r| r.top(), |r| r.bottom(), r))
            .collect(),
    );
}

#[test]
fn a_chosen_meeting_shows_the_outcomes_of_the_sessions_that_it_fed_and_says_so() {
    let data = report();
    let fed_anything = data.events.iter().filter(|(_, e)| !e.feeds.is_empty());
    let mut count = 0;
    for (key, event) in fed_anything {
        let chosen = [Clause::Event(key)];
        let scene = arranged(data, &chosen, Arrangement::default(), 1100.0);
        let ids: BTreeSet<_> = left(&scene).iter().map(|m| m.id.clone()).collect();
        let outcomes = data.outcomes.iter();
        let own = outcomes.filter(|(_, o)| event.feeds.contains(&o.event));
        let expected: BTreeSet<_> = own.map(|(k, _)| data.outcomes.id(k).to_owned()).collect();
        assert_eq!(ids, expected, "{}", data.events.id(key));
        let n = format!(" {} of {} outcomes", ids.len(), data.outcomes.len());
        assert!(scene.title.contains(&n), "{}", scene.title);
        assert!(
            scene.subtitle.contains("took up the results of"),
            "{}",
            scene.subtitle
        );
        // They stand out by more than colour, and choosing one chooses its session.
        let full = |mark: &&Mark| {
            let fills = scene.shapes.iter().filter_map(|shape| match shape {
                Shape::Fill(rect, slot) if *slot != Slot::Band => Some(rect),
                _ => None,
            });
            fills.into_iter().any(|rect| *rect == mark.hits[0])
        };
        assert_eq!(scene.marks.iter().filter(full).count(), ids.len());
        count += 1;
    }
    assert!(count > 10);
}

#[test]
fn a_session_and_a_whole_are_told_from_a_meeting() {
    let data = report();
    let event = |id| Clause::Event(data.events.find(id).unwrap());
    let subtitle =
        |clauses: &[Clause]| arranged(data, clauses, Arrangement::default(), 1100.0).subtitle;
    let plain = subtitle(&[]);
    assert_eq!(subtitle(&[event("session-1-2")]), plain);
    let whole = subtitle(&[event("concluding-debate")]);
    assert!(whole.contains("were part of: "), "{whole}");
    let meetings = subtitle(&[event("thematic-abuja"), event("thematic-bern")]);
    assert!(
        meetings.contains("took up the results of: Abuja and Bern"),
        "{meetings}"
    );
    let kind = Clause::Kind(forum_explorer::model::event::EventKind::Thematic);
    assert!(subtitle(&[kind]).contains("took up the results of"));
}

#[test]
fn the_session_that_would_regulate_recruiters_is_found_by_topic() {
    for (lang, words) in [(En, "regulate recruiters"), (Zh, "监管招募机构")] {
        for width in WIDTHS {
            let scene = scene("recruitment", lang, width);
            let topic = report().topics.find("recruitment").unwrap();
            let expected: BTreeSet<&str> = report()
                .outcomes
                .iter()
                .filter(|(_, o)| o.topics.contains(&topic))
                .map(|(key, _)| report().outcomes.id(key))
                .collect();
            let marks = left(&scene);
            let ids: BTreeSet<&str> = marks.iter().map(|m| m.id.as_str()).collect();
            assert_eq!(ids, expected);
            let asking: Vec<&&Mark> = marks
                .iter()
                .filter(|m| m.card.title.contains(words))
                .collect();
            let [mark] = asking[..] else {
                panic!("one outcome, found {}", asking.len())
            };
            let session = report().events.find("session-1-2").unwrap();
            assert_eq!(mark.clause, Some(Clause::Event(session)));
            let name = forum_explorer::chart::event_card::short_name(
                report(),
                report().events.get(session).unwrap(),
                lang,
            );
            assert!(scene.title.contains(&name), "{}", scene.title);
            assert!(scene.title.contains('2') && scene.title.contains("40"));
        }
    }
    let title = scene("recruitment", En, 1100.0).title;
    assert_eq!(
        title,
        "Recruitment: 2 of 40 outcomes, from 1.1 Private sector and 1.2 Costs of migration"
    );
}

#[test]
fn what_a_topic_leaves_out_stays_in_the_picture_hollow_and_leaves_the_table() {
    let scene = scene("recruitment", En, 1100.0);
    assert_eq!(scene.marks.len(), report().outcomes.len());
    for mark in &scene.marks {
        let is_hollow = scene.shapes.iter().any(|s| {
            matches!(s, Shape::Outline(rect, Slot::Dimmed, _) if mark.hits[0].contains(rect.center()))
        });
        let is_out = mark.emphasis == Emphasis::Background;
        assert_eq!(is_hollow, is_out, "{}", mark.id);
        assert_eq!(mark.cells.is_empty(), is_out, "{}", mark.id);
    }
}

#[test]
fn a_chosen_session_leaves_the_others_to_be_chosen() {
    let scene = scene("session", En, 1100.0);
    let session = report().events.find("session-1-2").unwrap();
    for mark in &scene.marks {
        let is_of_it = outcome(&mark.id).event == session;
        let expected = match is_of_it {
            true => Emphasis::Selected,
            false => Emphasis::Background,
        };
        assert_eq!(mark.emphasis, expected, "{}", mark.id);
        assert!(mark.clause.is_some(), "{}", mark.id);
    }
    assert_eq!(scene.title, "1.2 Costs of migration: 3 of 40 outcomes");
}

#[test]
fn the_title_follows_the_filter() {
    for lang in Lang::ALL {
        let choices = ["all", "recruitment", "session", "cluster-2", "nothing"];
        let titles: BTreeSet<String> = choices
            .map(|choice| scene(choice, lang, 1100.0).title)
            .into();
        assert_eq!(titles.len(), choices.len(), "{titles:?}");
        let nothing = scene("nothing", lang, 1100.0);
        assert_eq!(nothing.title, lang.strings().filter.empty);
        // The report does not tell the outcomes apart by state.
        let plain = scene("all", lang, 1100.0).title;
        assert_eq!(scene("philippines", lang, 1100.0).title, plain);
    }
    let all = scene("all", En, 1100.0).title;
    let both = report()
        .outcomes
        .rows()
        .iter()
        .filter(|o| o.addressee == "both");
    assert_eq!(
        all,
        format!(
            "40 outcomes of 6 working sessions; most often asked to act: origin and destination countries ({})",
            both.count()
        )
    );
}

#[test]
fn sessions_can_be_ordered_by_how_much_they_decided_and_by_name() {
    let sessions = |sort| -> Vec<usize> {
        let arrangement = Arrangement {
            sort,
            ..Arrangement::default()
        };
        let scene = arranged(report(), &[], arrangement, 1100.0);
        let mut events: Vec<usize> = scene
            .marks
            .iter()
            .map(|m| outcome(&m.id).event.index())
            .collect();
        events.dedup();
        events
    };
    let size = |event: &usize| {
        let outcomes = report().outcomes.rows().iter();
        outcomes.filter(|o| o.event.index() == *event).count()
    };
    let (plain, most, named) = (
        sessions(Sort::Report),
        sessions(Sort::Value),
        sessions(Sort::Name),
    );
    assert_eq!(plain.len(), 6, "a session's outcomes stand together");
    assert!(plain.is_sorted());
    assert!(most.iter().map(size).is_sorted_by(|a, b| a >= b));
    assert_ne!(most, plain);
    let name = |event: &usize| &report().events.rows()[*event].short.en;
    assert!(named.iter().map(name).is_sorted());
}

#[test]
fn bars_by_cluster_start_at_zero_and_share_one_scale() {
    for width in WIDTHS {
        for choice in ["by-cluster", "most-first"] {
            let scene = scene(choice, En, width);
            let bars = bars(&scene);
            let clusters: BTreeSet<&str> = bars.iter().map(|(cluster, ..)| *cluster).collect();
            assert_eq!(clusters, BTreeSet::from(["1", "2", "3"]));
            let mut units = Vec::new();
            for (cluster, topic, mark) in &bars {
                let (key, topic) = (
                    report().clusters.find(cluster).unwrap(),
                    report().topics.find(topic).unwrap(),
                );
                let count = report()
                    .outcomes
                    .rows()
                    .iter()
                    .filter(|o| o.topics.contains(&topic))
                    .filter(|o| {
                        let event = report().events.get(o.event).unwrap();
                        event.clusters.contains(&key)
                    })
                    .count();
                let drawn = bar(&scene, mark);
                assert!((drawn.left() - mark.hits[0].left()).abs() < 0.01);
                units.push(drawn.width / count as f64);
                let number = scene
                    .labels
                    .iter()
                    .find(|l| mark.hits[0].contains(l.at) && l.at.x > drawn.right());
                assert_eq!(number.expect("a number").text, count.to_string());
                assert!(mark.card.value.starts_with(&count.to_string()));
            }
            let least = units.iter().copied().fold(f64::MAX, f64::min);
            let most = units.iter().copied().fold(0.0, f64::max);
            assert!(most - least < 0.01, "{least} to {most} pixels an outcome");
        }
    }
}

#[test]
fn a_bar_cites_exactly_the_paragraphs_of_the_outcomes_that_it_counts() {
    for mark in bars(&scene("by-cluster", En, 1100.0)) {
        let (cluster, topic, mark) = mark;
        let (cluster, topic) = (
            report().clusters.find(cluster).unwrap(),
            report().topics.find(topic).unwrap(),
        );
        let counted = report().outcomes.rows().iter().filter(|o| {
            let event = report().events.get(o.event).unwrap();
            o.topics.contains(&topic) && event.clusters.contains(&cluster)
        });
        let expected: BTreeSet<_> = counted.flat_map(|o| o.source.clone()).collect();
        let cited: BTreeSet<_> = mark.card.source.iter().cloned().collect();
        assert_eq!(cited, expected, "{}", mark.id);
        let told = |note: &String| note.starts_with("Computed: counted from ");
        assert!(mark.card.notes.iter().any(told), "{:?}", mark.card.notes);
    }
}

#[test]
fn topics_stand_in_one_order_in_all_panels() {
    let order = |sort, width| -> Vec<Vec<String>> {
        let arrangement = Arrangement {
            sort,
            ..by_cluster()
        };
        let scene = arranged(report(), &[], arrangement, width);
        let mut panels: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (cluster, topic, _) in bars(&scene) {
            let panel = panels.entry(cluster.to_owned()).or_default();
            panel.push(topic.to_owned());
        }
        panels.into_values().collect()
    };
    let count = |topic: &String| {
        let key = report().topics.find(topic).unwrap();
        let outcomes = report().outcomes.rows().iter();
        outcomes.filter(|o| o.topics.contains(&key)).count()
    };
    let name = |topic: &String| {
        let key = report().topics.find(topic).unwrap();
        report().topics.get(key).unwrap().name.en.clone()
    };
    for width in WIDTHS {
        for panel in order(Sort::Report, width) {
            assert!(panel.iter().map(|t| report().topics.find(t)).is_sorted());
        }
        for panel in order(Sort::Value, width) {
            assert!(panel.iter().map(count).is_sorted_by(|a, b| a >= b));
        }
        for panel in order(Sort::Name, width) {
            assert!(panel.iter().map(name).is_sorted());
        }
    }
}

#[test]
fn by_cluster_the_table_is_still_of_outcomes() {
    for lang in Lang::ALL {
        let scene = scene("by-cluster", lang, 1100.0);
        let rows = scene.marks.iter().filter(|m| !m.cells.is_empty());
        let ids: BTreeSet<&str> = rows.clone().map(|m| m.id.as_str()).collect();
        assert_eq!(ids.len(), report().outcomes.len());
        assert!(rows.clone().all(|m| m.hits.is_empty()));
        assert!(ids.iter().all(|id| report().outcomes.find(id).is_some()));
        let notice: String = lang.later().outcomes.overlapping.chars().take(8).collect();
        let told = |l: &&forum_explorer::chart::scene::Label| l.text.starts_with(&notice);
        assert_eq!(scene.labels.iter().filter(told).count(), 1);
    }
}

#[test]
fn a_chosen_topic_leaves_the_other_bars_to_be_chosen() {
    let topic = report().topics.find("recruitment").unwrap();
    let scene = arranged(report(), &[Clause::Topic(topic)], by_cluster(), 1100.0);
    let plain = arranged(report(), &[], by_cluster(), 1100.0);
    assert_eq!(bars(&scene).len(), bars(&plain).len());
    for (_, name, mark) in bars(&scene) {
        let expected = match name {
            "recruitment" => Emphasis::Selected,
            _ => Emphasis::Background,
        };
        assert_eq!(mark.emphasis, expected, "{}", mark.id);
    }
    assert_eq!(left(&scene).len(), 2, "the table follows the topic");
}

/// The report with five clusters, long names, one session of all of them and one of none.
fn crowded() -> Dataset {
    let mut data = report().clone();
    let long =
        "Coherent Strategies for Governing Transregional Mobility and Development Partnerships";
    let longer = Text::new(
        "跨区域流动治理与发展伙伴关系的协调战略及其实施机制".repeat(2),
        long.repeat(2),
    );
    for id in ["4", "5"] {
        let cluster = Cluster {
            title: longer.clone(),
            source: data.clusters.rows()[0].source.clone(),
        };
        data.clusters.push(id, cluster).expect("the id is new");
    }
    let all: Vec<_> = data.clusters.keys().collect();
    let sessions: BTreeSet<_> = data.outcomes.rows().iter().map(|o| o.event).collect();
    for (index, key) in sessions.into_iter().enumerate() {
        let event = data.events.get_mut(key).unwrap();
        event.short = Text::default();
        event.title = longer.clone();
        event.clusters = match index {
            0 => Vec::new(),
            1 => all.clone(),
            index => vec![all[index % all.len()]],
        };
    }
    let keys: Vec<_> = data.outcomes.keys().collect();
    for (index, key) in keys.into_iter().enumerate() {
        let outcome = data.outcomes.get_mut(key).unwrap();
        if index % 3 == 0 {
            outcome.addressee = format!("unheard-of-body-for-consultations-{}", index % 4);
        }
        if index % 5 == 0 {
            outcome.item = format!("III.{index} bis");
        }
    }
    let topics: Vec<_> = data.topics.keys().collect();
    for key in topics.into_iter().step_by(3) {
        data.topics.get_mut(key).unwrap().name = longer.clone();
    }
    data
}

#[test]
fn five_clusters_of_long_names_find_room() {
    let data = crowded();
    let engine = Engine::new(&data);
    for lang in Lang::ALL {
        for by_cluster in [false, true] {
            for width in [300.0, 358.0, 480.0, 640.0, 800.0, 1100.0, 1300.0] {
                let input = Input {
                    data: &data,
                    engine: &engine,
                    lang,
                    width,
                    has_context: false,
                    arrangement: Arrangement {
                        by_cluster,
                        ..Arrangement::default()
                    },
                };
                let scene = Outcomes.scene(&input, None);
                let at = format!("{} {by_cluster} {width}", lang.slug());
                for (index, label) in scene.labels.iter().enumerate() {
                    let area = letters(label);
                    assert!(
                        area.left() >= -0.5 && area.right() <= width + 0.5,
                        "{at}: {label:?}"
                    );
                    assert!(area.bottom() <= scene.height + 0.5, "{at}: {label:?}");
                    for other in &scene.labels[index + 1..] {
                        assert!(
                            !area.intersects(letters(other)),
                            "{at}: “{}” on “{}”",
                            label.text,
                            other.text
                        );
                    }
                }
                let squares = scene.marks.iter().flat_map(|m| &m.hits);
                for square in squares.filter(|_| !by_cluster) {
                    let on_it = scene.labels.iter().find(|label| {
                        letters(label).intersects(*square) && !square.contains(label.at)
                    });
                    assert_eq!(on_it, None, "{at}: {square:?}");
                }
                let clusters: BTreeSet<String> = scene
                    .marks
                    .iter()
                    .filter(|m| by_cluster && !m.hits.is_empty())
                    .filter_map(|m| Some(m.id.split_once('.')?.0.to_owned()))
                    .collect();
                // Five clusters, and the session of none.
                assert_eq!(clusters.len(), if by_cluster { 6 } else { 0 }, "{at}");
                assert!(scene.marks.iter().all(|m| !m.card.source.is_empty()));
            }
        }
    }
}

#[test]
fn no_words_stand_on_a_square() {
    for lang in Lang::ALL {
        for choice in ["all", "recruitment", "session"] {
            for width in [358.0, 640.0, 800.0, 1100.0] {
                let scene = scene(choice, lang, width);
                for square in scene.marks.iter().flat_map(|m| &m.hits) {
                    let on_it = scene.labels.iter().find(|label| {
                        letters(label).intersects(*square) && !square.contains(label.at)
                    });
                    assert_eq!(on_it, None, "{choice} {width}");
                }
            }
        }
    }
}

#[test]
fn an_unknown_addressee_keeps_its_own_word() {
    let scene = arranged(&crowded(), &[], Arrangement::default(), 1100.0);
    let column = 2;
    assert!(
        scene
            .marks
            .iter()
            .any(|m| m.cells[column].text == "Unheard of body for consultations 0")
    );
}

#[test]
fn without_topics_or_clusters_the_squares_stand_in_for_the_bars() {
    let mut data = report().clone();
    let keys: Vec<_> = data.outcomes.keys().collect();
    for key in keys {
        data.outcomes.get_mut(key).unwrap().topics.clear();
    }
    let scene = arranged(&data, &[], by_cluster(), 1100.0);
    let drawn = scene.marks.iter().filter(|m| !m.hits.is_empty()).count();
    assert_eq!(drawn, data.outcomes.len());
    let squares = arranged(&data, &[], Arrangement::default(), 1100.0);
    assert_eq!(scene, squares, "and so do their words");
    let empty = arranged(&Dataset::default(), &[], by_cluster(), 1100.0);
    assert_eq!(empty.title, En.strings().view.no_data);
    assert!(empty.marks.is_empty() && empty.shapes.is_empty());
}
