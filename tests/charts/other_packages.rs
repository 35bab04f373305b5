//! The pictures of other packages: other years, clusters, countries and words, tables left out, names longer than any label.
//!
//! What the other files ask of the shipped package's pictures this one asks of every package's, at more widths.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use forum_explorer::chart::arrangement::{Arrangement, Sort};
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind::{self, Funding, Geography, Participation, Timeline};
use forum_explorer::chart::scene::{Emphasis, Mark, Scene, Shape};
use forum_explorer::chart::timeline::LIST_BELOW_PX;
use forum_explorer::filter::clause::{Clause, Period};
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::geometry::point::Point;
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::country::Country;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::issue::Severity;
use forum_explorer::model::span::parse_date;
use forum_explorer::model::table::Key;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;

use crate::cases::world;
use crate::labels::letters;
use crate::report::report;

/// The narrowest phone, a phone, a tablet, a wide window, a wider one.
const WIDTHS: [f64; 5] = [300.0, 358.0, 720.0, 1100.0, 1300.0];

/// A package of `tests/fixtures`.
fn fixture(name: &str) -> Dataset {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    let folder = folder::open(&path).expect("the fixture opens");
    let (data, issues) = build(&folder.descriptor, folder.files);
    let errors = issues.iter().filter(|i| i.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "{name} is sound: {issues:?}");
    data
}

fn river() -> &'static Dataset {
    static RIVER: OnceLock<Dataset> = OnceLock::new();
    RIVER.get_or_init(|| fixture("river-forum"))
}

fn bare() -> &'static Dataset {
    static BARE: OnceLock<Dataset> = OnceLock::new();
    BARE.get_or_init(|| fixture("bare"))
}

fn small() -> &'static Dataset {
    static SMALL: OnceLock<Dataset> = OnceLock::new();
    SMALL.get_or_init(|| fixture("small"))
}

/// What a reader may choose in any package: nothing, each cluster, the state with the most meetings, one with a seat alone, two
/// periods, an event of every kind that there is, and what leaves nothing.
fn selections(data: &Dataset) -> Vec<(String, Selection)> {
    let mut all = vec![("all".to_owned(), Selection::default())];
    let mut add = |name: String, clauses: &[Clause]| {
        all.push((name, Selection::of(clauses.iter().copied())));
    };
    for cluster in data.clusters.keys() {
        let name = format!("cluster {}", data.clusters.id(cluster));
        add(name, &[Clause::Cluster(cluster)]);
    }
    for country in most_meetings(data)
        .into_iter()
        .chain(seat_alone(data))
        .collect::<BTreeSet<_>>()
    {
        let name = format!("country {}", data.countries.id(country));
        add(name, &[Clause::Country(country)]);
    }
    let spans: Vec<_> = data.events.rows().iter().map(|e| e.span).collect();
    let first = spans.iter().map(|s| s.start).min();
    let last = spans.iter().map(|s| s.last_day()).max();
    let middle = spans.get(spans.len() / 2).map(|s| s.start);
    for (name, from, to) in [
        ("from the first", first, middle),
        ("to the last", middle, last),
    ] {
        if let (Some(from), Some(to)) = (from, to) {
            add(name.to_owned(), &[Clause::Time(Period::between(from, to))]);
        }
    }
    if let Some(event) = data.events.keys().last() {
        add("the last event".to_owned(), &[Clause::Event(event)]);
    }
    let day = parse_date("1999-12-31").expect("the test writes dates");
    let never = Clause::Time(Period::between(day, day));
    let both = data.clusters.keys().next().map(Clause::Cluster);
    let nothing: Vec<Clause> = both.into_iter().chain([never]).collect();
    add("nothing".to_owned(), &nothing);
    all
}

fn most_meetings(data: &Dataset) -> Option<Key<Country>> {
    let hosted = |country: &Key<Country>| {
        let events = data.events.rows().iter();
        events.filter(|e| e.hosts.contains(country)).count()
    };
    data.countries.keys().max_by_key(hosted)
}

fn seat_alone(data: &Dataset) -> Option<Key<Country>> {
    let hosts =
        |country: &Key<Country>| data.events.rows().iter().any(|e| e.hosts.contains(country));
    let mut seats = data.memberships.rows().iter().map(|seat| seat.country);
    seats.find(|country| !hosts(country))
}

/// As a view comes, and every way in which it lets itself be arranged.
fn arrangements(kind: ChartKind) -> Vec<Arrangement> {
    let offers = kind.offers();
    let plain = Arrangement::default();
    let mut all = vec![plain];
    if offers.sort {
        all.extend([Sort::Value, Sort::Name].map(|sort| Arrangement { sort, ..plain }));
    }
    if offers.share {
        let is_share = true;
        all.push(Arrangement { is_share, ..plain });
    }
    if offers.by_cluster {
        let by_cluster = true;
        all.push(Arrangement {
            by_cluster,
            ..plain
        });
    }
    all
}

/// Something that holds of every picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Promise {
    /// It has marks, or a sentence says why it has none.
    Says,
    /// Text lies inside the picture.
    Inside,
    /// Text is at least 12 px high.
    Large,
    /// Text stands on no other text.
    Apart,
    /// Everything has a place and a size.
    Placed,
    /// A mark has a title, a source and its row of the table, and is there once.
    Told,
    /// A mark lies inside the picture and can be hit with a finger.
    Hit,
    /// No text is empty or keeps a place to fill.
    Filled,
}

/// What is wrong with all pictures of all packages.
struct Findings {
    pictures: usize,
    labels: usize,
    marks: usize,
    faults: Vec<(Promise, String)>,
}

impl Findings {
    fn of_all_packages() -> &'static Self {
        static FINDINGS: OnceLock<Findings> = OnceLock::new();
        FINDINGS.get_or_init(|| {
            let mut findings = Self {
                pictures: 0,
                labels: 0,
                marks: 0,
                faults: Vec::new(),
            };
            for (name, data) in [
                ("report", report()),
                ("river-forum", river()),
                ("bare", bare()),
                ("small", small()),
            ] {
                findings.add_package(name, data);
            }
            findings
        })
    }

    fn add_package(&mut self, package: &str, data: &Dataset) {
        let mut engine = Engine::new(data);
        for (choice, selection) in selections(data) {
            engine.select(&selection);
            for kind in ChartKind::ALL {
                for arrangement in arrangements(kind) {
                    if choice != "all" && arrangement != Arrangement::default() {
                        continue;
                    }
                    for lang in Lang::ALL {
                        for width in WIDTHS {
                            let input = Input {
                                data,
                                engine: &engine,
                                lang,
                                width,
                                has_context: choice == "all" && width > 1200.0,
                                arrangement,
                            };
                            let slug = kind.slug();
                            let at = format!(
                                "{package} {slug} {lang:?} {width} {choice} {arrangement:?}"
                            );
                            self.add(kind, &kind.scene(&input, None), lang, &at);
                        }
                    }
                }
            }
        }
    }

    fn add(&mut self, kind: ChartKind, scene: &Scene, lang: Lang, at: &str) {
        self.pictures += 1;
        self.labels += scene.labels.len();
        self.marks += scene.marks.len();
        let has_picture = kind != Timeline || scene.width >= LIST_BELOW_PX;
        let mut found = texts(scene);
        found.extend(says(scene, lang));
        found.extend(tells(scene));
        found.extend(placed(scene));
        if has_picture {
            found.extend(labelled(scene));
            found.extend(hits(scene));
        }
        let faults = found.into_iter();
        self.faults
            .extend(faults.map(|(promise, what)| (promise, format!("{at}: {what}"))));
    }

    #[track_caller]
    fn assert_kept(promises: &[Promise]) {
        let all = Self::of_all_packages();
        assert!(
            all.pictures > 3000 && all.labels > 10_000 && all.marks > 10_000,
            "{} pictures, {} labels, {} marks",
            all.pictures,
            all.labels,
            all.marks
        );
        let broken = all.faults.iter().filter(|(p, _)| promises.contains(p));
        let said: Vec<&str> = broken.map(|(_, what)| what.as_str()).collect();
        let first: Vec<&str> = said.iter().copied().take(40).collect();
        assert!(
            said.is_empty(),
            "{} faults:\n{}",
            said.len(),
            first.join("\n")
        );
    }
}

type Faults = Vec<(Promise, String)>;

fn says(scene: &Scene, lang: Lang) -> Faults {
    let strings = lang.strings();
    let sentences = [strings.view.no_data, strings.filter.empty];
    // That the report names nobody at an event is a reason too.
    let nobody = lang.later().people.nobody.split('}').nth(1);
    let is_said = !scene.marks.is_empty()
        || sentences.contains(&scene.title.as_str())
        || nobody.is_some_and(|nobody| scene.title.ends_with(nobody));
    let title = || format!("nothing is drawn, and the title is “{}”", scene.title);
    (!is_said)
        .then(|| (Promise::Says, title()))
        .into_iter()
        .collect()
}

/// Every text that a reader may see.
fn words(scene: &Scene) -> impl Iterator<Item = &str> {
    let head = [&scene.title, &scene.subtitle, &scene.description];
    let labels = scene.labels.iter().map(|label| &label.text);
    let cards = scene.marks.iter().flat_map(|mark| {
        let cells = mark.cells.iter().map(|cell| &cell.text);
        let card = [&mark.card.title, &mark.card.value];
        cells.chain(card).chain(&mark.card.notes)
    });
    let all = head.into_iter().chain(&scene.columns).chain(labels);
    all.chain(cards).map(String::as_str)
}

fn texts(scene: &Scene) -> Faults {
    let mut faults = Vec::new();
    for text in words(scene) {
        if text.contains(['{', '}']) || text.contains("  ") || text.trim() != text {
            faults.push((Promise::Filled, format!("“{text}”")));
        }
    }
    let labels = scene.labels.iter().map(|label| label.text.as_str());
    let notes = scene.marks.iter().flat_map(|mark| &mark.card.notes);
    let needed = [scene.title.as_str(), &scene.description]
        .into_iter()
        .chain(labels)
        .chain(notes.map(String::as_str));
    if needed
        .chain(scene.columns.iter().map(String::as_str))
        .any(str::is_empty)
    {
        faults.push((Promise::Filled, "a text is empty".to_owned()));
    }
    faults
}

fn tells(scene: &Scene) -> Faults {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for mark in &scene.marks {
        let Mark {
            id, card, cells, ..
        } = mark;
        let wrong = [
            (card.title.is_empty(), "has no title"),
            (card.source.is_empty(), "has no source"),
            (
                !cells.is_empty() && cells.len() != scene.columns.len(),
                "has a row of another width than the table",
            ),
            (!ids.insert(id.as_str()), "is there twice"),
        ];
        for (_, what) in wrong.into_iter().filter(|(is_wrong, _)| *is_wrong) {
            faults.push((Promise::Told, format!("{id} {what}")));
        }
    }
    faults
}

fn of_rect(rect: &Rect) -> Vec<f64> {
    vec![rect.x, rect.y, rect.width, rect.height]
}

fn of_points(points: &[Point]) -> Vec<f64> {
    points.iter().flat_map(|p| [p.x, p.y]).collect()
}

fn of_shape(shape: &Shape) -> Vec<f64> {
    match shape {
        Shape::Fill(rect, _) => of_rect(rect),
        Shape::Outline(rect, _, width) => [of_rect(rect), vec![*width]].concat(),
        Shape::Line(points, _, width) => [of_points(points), vec![*width]].concat(),
        Shape::Area(points, _) => of_points(points),
        Shape::Disc(at, radius, _) => vec![at.x, at.y, *radius],
        Shape::Ring(at, radius, _, width) => vec![at.x, at.y, *radius, *width],
    }
}

fn placed(scene: &Scene) -> Faults {
    let mut faults = Vec::new();
    let mut hold = |what: &dyn Fn() -> String, numbers: &[f64]| {
        if !numbers.iter().all(|n| n.is_finite()) {
            faults.push((Promise::Placed, format!("{} at {numbers:?}", what())));
        }
    };
    hold(&|| "the picture".to_owned(), &[scene.width, scene.height]);
    for shape in &scene.shapes {
        hold(&|| format!("{shape:?}"), &of_shape(shape));
    }
    for label in &scene.labels {
        let numbers = [label.at.x, label.at.y, label.size];
        hold(&|| label.text.clone(), &numbers);
    }
    for mark in &scene.marks {
        let orders = mark.cells.iter().filter_map(|cell| cell.order);
        let boxes = mark.hits.iter().flat_map(of_rect);
        let numbers: Vec<f64> = boxes.chain(orders).collect();
        hold(&|| mark.id.clone(), &numbers);
    }
    faults
}

fn labelled(scene: &Scene) -> Faults {
    let mut faults = Vec::new();
    for (index, label) in scene.labels.iter().enumerate() {
        let area = letters(label);
        let size = format!("{} × {}", scene.width, scene.height);
        let is_inside = area.left() >= -0.5
            && area.right() <= scene.width + 0.5
            && area.top() >= -0.5
            && area.bottom() <= scene.height + 0.5;
        if !is_inside {
            let what = format!("“{}” at {area:?} in {size}", label.text);
            faults.push((Promise::Inside, what));
        }
        if label.size < 12.0 {
            let what = format!("“{}” has {} px", label.text, label.size);
            faults.push((Promise::Large, what));
        }
        let mut later = scene.labels.iter().skip(index + 1);
        if let Some(other) = later.find(|other| letters(other).intersects(area)) {
            let what = format!("“{}” and “{}”", label.text, other.text);
            faults.push((Promise::Apart, what));
        }
    }
    faults
}

/// A target is 24 × 24 pixels, or its middle is that far from every other target's (WCAG 2.2, 2.5.8).
fn hits(scene: &Scene) -> Faults {
    let mut faults = Vec::new();
    let marks = scene.marks.iter();
    let all: Vec<(&str, Rect)> = marks
        .flat_map(|mark| mark.hits.iter().map(|&hit| (mark.id.as_str(), hit)))
        .collect();
    for (id, hit) in &all {
        let center = hit.center();
        let is_inside =
            (0.0..=scene.width).contains(&center.x) && (0.0..=scene.height).contains(&center.y);
        let is_large = hit.width >= 23.99 && hit.height >= 23.99;
        let mut others = all.iter().filter(|(other, _)| other != id);
        if !is_inside
            || !is_large && others.any(|(_, other)| center.distance(other.center()) < 24.0)
        {
            faults.push((Promise::Hit, format!("{id} {hit:?}")));
        }
    }
    faults
}

#[test]
fn a_view_of_any_package_draws_something_or_says_why_not() {
    Findings::assert_kept(&[Promise::Says]);
}

#[test]
fn text_of_any_package_stays_inside_its_picture_and_is_large_enough() {
    Findings::assert_kept(&[Promise::Inside, Promise::Large]);
}

#[test]
fn text_of_any_package_stands_on_no_other_text() {
    Findings::assert_kept(&[Promise::Apart]);
}

#[test]
fn everything_in_the_pictures_of_any_package_has_a_place() {
    Findings::assert_kept(&[Promise::Placed]);
}

#[test]
fn a_mark_of_any_package_says_what_it_is_and_where_it_stands() {
    Findings::assert_kept(&[Promise::Told]);
}

#[test]
fn a_mark_of_any_package_can_be_hit_with_a_finger() {
    Findings::assert_kept(&[Promise::Hit]);
}

#[test]
fn no_text_of_any_package_is_empty_or_left_with_a_place_to_fill() {
    Findings::assert_kept(&[Promise::Filled]);
}

/// Calls with what a chart is drawn from when nothing is chosen.
fn unfiltered(data: &Dataset, lang: Lang) -> (Engine, impl Fn(&Engine, ChartKind) -> Scene) {
    let draw = move |engine: &Engine, kind: ChartKind| {
        let input = Input {
            data,
            engine,
            lang,
            width: 1100.0,
            has_context: false,
            arrangement: Arrangement::default(),
        };
        kind.scene(&input, Some(world()))
    };
    (Engine::new(data), draw)
}

fn scene(data: &Dataset, kind: ChartKind, lang: Lang) -> Scene {
    let (engine, draw) = unfiltered(data, lang);
    draw(&engine, kind)
}

#[track_caller]
fn mark<'a>(scene: &'a Scene, id: &str) -> &'a Mark {
    let found = scene.marks.iter().find(|mark| mark.id == id);
    found.unwrap_or_else(|| panic!("{id} is there"))
}

#[test]
fn a_view_whose_table_the_package_leaves_out_says_that_there_is_no_data() {
    for lang in Lang::ALL {
        let none = lang.strings().view.no_data;
        for (data, kind) in [
            (river(), Funding),
            (river(), ChartKind::Projects),
            (bare(), Funding),
            (bare(), Participation),
            (bare(), Geography),
            (bare(), ChartKind::Seats),
            (bare(), ChartKind::Outcomes),
            (bare(), ChartKind::Practices),
            (bare(), ChartKind::People),
            (bare(), ChartKind::Assessment),
            (bare(), ChartKind::Projects),
            (bare(), ChartKind::World),
        ] {
            let scene = scene(data, kind, lang);
            let about = &data.about.name;
            assert_eq!(scene.title, none, "{about} {}", kind.slug());
            assert_eq!(scene.marks, [], "{about} {}", kind.slug());
        }
    }
}

#[test]
fn a_meeting_of_three_clusters_is_one_mark_in_three_of_four_lanes() {
    for lang in Lang::ALL {
        let scene = scene(river(), Timeline, lang);
        assert_eq!(mark(&scene, "thematic-tarawa").hits.len(), 3);
        let numerals = ["I", "II", "III", "IV"].map(|numeral| match lang {
            Zh => format!("专题组{numeral}"),
            En => format!("Cluster {numeral}"),
            Lang::Fr => format!("Groupe {numeral}"),
        });
        let lanes: Vec<&str> = scene
            .labels
            .iter()
            .map(|label| label.text.as_str())
            .filter(|text| {
                let mut names = numerals.iter();
                names.any(|name| name.split_whitespace().eq(text.split_whitespace()))
            })
            .collect();
        let four = lanes.iter().collect::<BTreeSet<_>>().len();
        assert_eq!((lanes.len(), four), (4, 4), "{lanes:?}");
    }
}

#[test]
fn a_meeting_over_new_year_ends_with_the_picture_and_keeps_its_dates() {
    let scene = scene(river(), Timeline, En);
    let voyage = mark(&scene, "thematic-voyage");
    let [hit] = voyage.hits[..] else {
        panic!("the voyage is drawn once")
    };
    assert!(hit.center().x <= scene.width, "{hit:?}");
    let said = format!("{} {:?}", voyage.card.value, voyage.card.notes);
    assert!(said.contains("2018") && said.contains("2019"), "{said}");
}

#[test]
fn an_event_that_fills_the_year_to_the_day_has_its_name_over_a_thin_bar() {
    let scene = scene(small(), Timeline, En);
    let [hit] = mark(&scene, "forum").hits[..] else {
        panic!("the year is drawn once")
    };
    let name = scene.labels.iter().find(|label| label.text == "Forum");
    let name = letters(name.expect("the label is there"));
    assert!(name.top() >= hit.top() && name.left() >= hit.left());
    let bars = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Fill(bar, _) if hit.contains(bar.center()) => Some(*bar),
        _ => None,
    });
    let under: Vec<Rect> = bars
        .filter(|bar| bar.width > 900.0 && bar.height < 12.0)
        .collect();
    assert_eq!(under.len(), 1, "{under:?}");
    assert!(!under.iter().any(|bar| bar.intersects(name)), "{under:?}");
}

#[test]
fn what_a_package_does_not_have_is_not_counted_as_none() {
    for lang in Lang::ALL {
        let scene = scene(bare(), Timeline, lang);
        let said = [&scene.title, &scene.subtitle, &scene.description];
        for text in said {
            let mut numbers = text.split(|c: char| !c.is_ascii_digit());
            assert!(numbers.all(|number| number != "0"), "{text}");
        }
    }
    let mut data = small().clone();
    for key in data.events.keys().collect::<Vec<_>>() {
        let event = data.events.get_mut(key).expect("a key of it");
        (event.place, event.hosts, event.clusters) = (None, Vec::new(), Vec::new());
    }
    let scene = scene(&data, Timeline, En);
    assert_eq!(scene.title, "1 thematic meeting, 15–16 September 2011");
    // A thematic meeting of no cluster is not one of somebody else.
    let names: Vec<&str> = scene
        .labels
        .iter()
        .map(|label| label.text.as_str())
        .collect();
    assert!(
        names.contains(&"Thematic") && !names.contains(&"Elsewhere"),
        "{names:?}"
    );
}

#[test]
fn a_meeting_of_five_hosts_counts_for_each_of_them() {
    let scene = scene(river(), Geography, En);
    for iso3 in ["KIR", "TUV", "FJI", "TON", "WSM"] {
        let card = &mark(&scene, iso3).card;
        let said = format!("{:?}", card.notes);
        assert!(said.contains("Fresh water on atolls"), "{iso3}: {said}");
        let key = river().countries.find(iso3).expect("the state is there");
        let name = &river().countries.get(key).expect("it has a row").name.en;
        assert_eq!(&card.title, name);
    }
}

#[test]
fn places_on_both_sides_of_the_date_line_lie_side_by_side() {
    let scene = scene(river(), Geography, En);
    let x = |id: &str| {
        let place = mark(&scene, id);
        place.hits.first().expect("it is on the map").center().x
    };
    // Apia, and the sea of the voyage, lie east of the line, Tarawa and Wellington west of it: the map is cut in the Bering Strait.
    for id in [
        "thematic-apia",
        "thematic-voyage",
        "thematic-tarawa",
        "thematic-wellington",
    ] {
        assert!(x(id) > scene.width * 0.8, "{id} at {}", x(id));
    }
    assert!(x("thematic-arequipa") < scene.width / 2.0);
}

#[test]
fn a_text_in_one_language_stands_in_for_the_other() {
    let timeline = scene(bare(), Timeline, Zh);
    assert_eq!(mark(&timeline, "meeting").card.title, "The one meeting");
    let timeline = scene(river(), Timeline, Zh);
    let wells = &mark(&timeline, "thematic-apia").card.title;
    assert_eq!(wells, "Village wells and municipal pipes");
}

#[test]
fn numbers_of_other_units_and_dimensions_are_shown_with_their_own_words() {
    let scene = scene(river(), Participation, En);
    for (id, value) in [
        ("tarawa-canoes", "5 canoes"),
        ("tarawa-villages", "at least 17 villages"),
        ("delegates-observers", "more than 60 people"),
        ("basin-andes", "about 95 people"),
    ] {
        let said = &mark(&scene, id).card.value;
        assert!(said.eq_ignore_ascii_case(value), "{id}: {said}");
    }
    let unsaid = scene.marks.iter().find(|m| m.id == "delegates-men");
    let value = unsaid.map_or("", |mark| mark.card.value.as_str());
    assert!(!value.contains('0'), "not stated is not zero: {value}");
}

/// The words of the interface belong to no report: they must not tell of the shipped one where another is shown.
#[test]
fn nothing_that_is_said_of_another_forum_is_of_the_shipped_one() {
    let foreign = [
        "2011",
        "Geneva",
        "日内瓦",
        "Switzerland",
        "瑞士",
        "GFMD",
        "igration",
        "移徙",
        "移民",
        "Abuja",
    ];
    let mut count = 0;
    for data in [river(), bare()] {
        for kind in ChartKind::ALL {
            for lang in Lang::ALL {
                let scene = scene(data, kind, lang);
                let around = [
                    kind.name(lang),
                    kind.how_to(lang),
                    kind.ignored_sentence(lang),
                ];
                for text in words(&scene).chain(around) {
                    let said = foreign.iter().find(|word| text.contains(**word));
                    assert_eq!(said, None, "{} {lang:?}: {text}", kind.slug());
                    count += 1;
                }
            }
        }
    }
    assert!(count > 500, "there are texts: {count}");
}

#[test]
fn choosing_a_mark_of_another_package_leaves_it_in_the_picture() {
    let mut chosen = 0;
    for data in [river(), small(), bare()] {
        let (mut engine, draw) = unfiltered(data, En);
        for kind in ChartKind::ALL {
            engine.select(&Selection::default());
            for mark in draw(&engine, kind).marks {
                let Some(clause) = mark.clause else { continue };
                engine.select(&Selection::of([clause]));
                let after = draw(&engine, kind);
                let same = after.marks.iter().find(|m| m.id == mark.id);
                let emphasis = same.map(|m| m.emphasis);
                let at = format!("{} {} {}", data.about.name, kind.slug(), mark.id);
                assert_eq!(emphasis, Some(Emphasis::Selected), "{at}");
                chosen += 1;
            }
        }
    }
    assert!(chosen > 50, "there are marks to choose: {chosen}");
}
