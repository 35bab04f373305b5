//! What a register of attendance costs by its number of rows: reading, filtering, brushing and drawing. Figures, not verdicts.
//!
//! The register is made in memory by a small generator that always makes the same one: up to a million rows over 20,000 events in twelve
//! years, 195 states and eight roles. With fewer rows there are fewer events, so that an event has fifty rows.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a benchmark without its data has nothing to measure"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::filter::clause::{Clause, Period};
use forum_explorer::filter::crossfilter::Crossfilter;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::filter::view::View;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::span::{Date, iso_date, parse_date};
use forum_explorer::package::attendance::Reader;
use forum_explorer::package::build::build;
use forum_explorer::package::descriptor::Descriptor;
use forum_explorer::package::resource::Resource;
use forum_explorer::paint::svg;
use serde_json::json;

const ROWS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
const ROWS_AN_EVENT: usize = 50;
const STATES: usize = 195;
const DAYS: usize = 12 * 365;
const SLICE_BYTES: usize = 64 * 1024;
const ROLES: [&str; 8] = [
    "delegate",
    "speaker",
    "observer",
    "chair",
    "rapporteur",
    "moderator",
    "media",
    "guest",
];

/// Numbers that look random and are always the same (xorshift; Marsaglia, 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

fn day(offset: usize) -> Date {
    let first = parse_date("2000-01-01").expect("a day");
    let offset = i32::try_from(offset).expect("a few years");
    Date::from_julian_day(first.to_julian_day() + offset).expect("a day")
}

fn state(number: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).expect("a letter"));
    [letter(number / 26), letter(number), 'X'].iter().collect()
}

/// Events, states and clusters, and the text of a register of so many rows.
struct Made {
    data: Dataset,
    resource: Resource,
    text: String,
}

impl Made {
    fn of(rows: usize) -> Self {
        let mut numbers = Numbers(20_111_201);
        let events = rows / ROWS_AN_EVENT;
        let (data, resource) = setting(events, &mut numbers);
        let mut text = "event,country,role,count,source\n".to_owned();
        for row in 0..rows {
            let role = ROLES
                .get(numbers.below(ROLES.len()))
                .expect("one of the roles");
            let country = match numbers.below(50) {
                0 => String::new(),
                _ => state(numbers.below(STATES)),
            };
            let count = match numbers.below(20) {
                0 => String::new(),
                _ => (1 + numbers.below(30)).to_string(),
            };
            let (event, para) = (row / ROWS_AN_EVENT, 1 + numbers.below(120));
            writeln!(text, "meeting-{event:05},{country},{role},{count},{para}")
                .expect("a text takes any line");
        }
        Self {
            data,
            resource,
            text,
        }
    }

    /// The dataset with its register.
    fn whole(&self) -> Dataset {
        let mut reader = Reader::new(&self.resource, &self.data);
        reader.feed(self.text.as_bytes());
        let (table, issues) = reader.finish();
        assert!(issues.is_empty(), "the register is sound");
        Dataset {
            attendance: table.into(),
            ..self.data.clone()
        }
    }
}

fn setting(events: usize, numbers: &mut Numbers) -> (Dataset, Resource) {
    let mut of_events = "id,kind,title_en,start,end,clusters,source\n".to_owned();
    for event in 0..events {
        let kind = EventKind::ALL
            .get(numbers.below(EventKind::ALL.len()))
            .expect("one of the kinds");
        let start = numbers.below(DAYS);
        let (start, end) = (day(start), day(start + numbers.below(5)));
        let (kind, start, end) = (kind.slug(), iso_date(start), iso_date(end));
        let (a, b) = (1 + numbers.below(5), 6 + numbers.below(5));
        writeln!(
            of_events,
            "meeting-{event:05},{kind},Meeting {event},{start},{end},{a};{b},1"
        )
        .expect("a text takes any line");
    }
    let mut of_states = "iso3,iso2,m49,name_en,region\n".to_owned();
    for number in 0..STATES {
        let region = Region::ALL
            .get(number % Region::ALL.len())
            .expect("one of the regions");
        let (code, region) = (state(number), region.slug());
        writeln!(of_states, "{code},AA,000,State {number},{region}")
            .expect("a text takes any line");
    }
    let clusters: String = (1..=10).map(|n| format!("{n},Cluster {n},1\n")).collect();
    let json = json!({ "resources": [
        { "name": "events", "data": of_events },
        { "name": "countries", "data": of_states },
        { "name": "clusters", "data": format!("id,title_en,source\n{clusters}") },
    ] });
    let descriptor = Descriptor::parse(&json.to_string()).expect("it is a package");
    let (data, _) = build(&descriptor, Vec::new());
    assert_eq!((data.events.len(), data.countries.len()), (events, STATES));
    let resource = json!({ "name": "attendance", "path": "attendance.csv" });
    (data, Resource::parse(&resource))
}

fn reading(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("read the register");
    group.sample_size(10);
    for rows in ROWS {
        let made = Made::of(rows);
        group.throughput(Throughput::Bytes(made.text.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(rows), |b| {
            b.iter(|| {
                let mut reader = Reader::new(&made.resource, &made.data);
                for slice in black_box(made.text.as_bytes()).chunks(SLICE_BYTES) {
                    reader.feed(slice);
                }
                reader.finish()
            })
        });
        let table = made.whole().attendance;
        println!(
            "{rows} rows: {} bytes of text, {} bytes kept, {} a row",
            made.text.len(),
            table.size_in_bytes(),
            table.size_in_bytes() / rows
        );
    }
    group.finish();
}

fn arranging(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("build the crossfilter");
    group.sample_size(10);
    for rows in ROWS {
        let data = Made::of(rows).whole();
        group.bench_function(BenchmarkId::from_parameter(rows), |b| {
            b.iter(|| Crossfilter::new(black_box(&data)))
        });
    }
    group.finish();
}

fn every_view(all: &mut Crossfilter) {
    for view in View::ALL {
        black_box(all.counts(view));
    }
}

fn filtering(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("select a region, a kind, nothing, and count every view");
    group.sample_size(20);
    for rows in ROWS {
        let mut all = Crossfilter::new(&Made::of(rows).whole());
        let ways = [
            Selection::of([Clause::Region(Region::Africa)]),
            Selection::of([Clause::Kind(EventKind::Thematic)]),
            Selection::default(),
        ];
        let mut turn = ways.iter().cycle();
        group.bench_function(BenchmarkId::from_parameter(rows), |b| {
            b.iter(|| {
                let selection = turn.next().expect("a cycle has no end");
                all.select(black_box(selection));
                every_view(&mut all);
            })
        });
    }
    group.finish();
}

/// The other filters that are on while a view is touched.
fn others() -> [Clause; 2] {
    [
        Clause::Region(Region::Asia),
        Clause::Kind(EventKind::Thematic),
    ]
}

fn touching(bench: &mut Criterion) {
    for view in [View::Time, View::Kind, View::Region, View::Country] {
        let name = format!("touch the view of {view:?}: its tile");
        let mut group = bench.benchmark_group(name);
        group.sample_size(20);
        for rows in ROWS {
            let mut all = Crossfilter::new(&Made::of(rows).whole());
            all.select(&Selection::of([Clause::Region(Region::Asia)]));
            group.bench_function(BenchmarkId::from_parameter(rows), |b| {
                b.iter(|| {
                    all.activate(None);
                    all.activate(black_box(Some(view)));
                })
            });
        }
        group.finish();
    }
}

fn brushing(bench: &mut Criterion) {
    let mut numbers = Numbers(7);
    let drags = (0..500).map(|step| (step * 7, step * 7 + 400));
    let jumps = (0..500).map(|_| (numbers.below(DAYS), numbers.below(DAYS)));
    let ways: [(&str, Vec<(usize, usize)>); 2] = [
        ("drag a brush: a step, every view", drags.collect()),
        ("jump with a brush: a step, every view", jumps.collect()),
    ];
    for (name, days) in ways {
        let mut group = bench.benchmark_group(name);
        group.sample_size(30);
        for rows in ROWS {
            let mut all = Crossfilter::new(&Made::of(rows).whole());
            all.select(&Selection::of(others()));
            every_view(&mut all);
            all.activate(Some(View::Time));
            let mut turn = days.iter().cycle();
            group.bench_function(BenchmarkId::from_parameter(rows), |b| {
                b.iter(|| {
                    let (first, last) = turn.next().expect("a cycle has no end");
                    let period = Clause::Time(Period::between(day(*first), day(*last)));
                    let [a, b] = others();
                    all.select(&Selection::of([a, b, period]));
                    every_view(&mut all);
                })
            });
        }
        group.finish();
    }
}

fn hovering(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("hover over regions: a step, every view");
    group.sample_size(30);
    for rows in ROWS {
        let mut all = Crossfilter::new(&Made::of(rows).whole());
        all.activate(Some(View::Region));
        every_view(&mut all);
        let mut turn = Region::ALL.iter().cycle();
        group.bench_function(BenchmarkId::from_parameter(rows), |b| {
            b.iter(|| {
                let region = turn.next().expect("a cycle has no end");
                all.select(&Selection::of([Clause::Region(*region)]));
                every_view(&mut all);
            })
        });
    }
    group.finish();
}

/// The timeline over the register's events; no chart draws the register itself yet.
fn drawing(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("draw the timeline");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500));
    for rows in ROWS {
        let data = Made::of(rows).data;
        let engine = Engine::new(&data);
        let input = Input {
            data: &data,
            engine: &engine,
            lang: Lang::En,
            width: 1100.0,
            has_context: false,
            arrangement: Arrangement::default(),
        };
        let events = data.events.len();
        let kind = ChartKind::Timeline;
        group.bench_function(BenchmarkId::new("place events", events), |b| {
            b.iter(|| kind.scene(black_box(&input), None))
        });
        let scene = kind.scene(&input, None);
        group.bench_function(BenchmarkId::new("paint events", events), |b| {
            b.iter(|| svg::picture(black_box(&scene)))
        });
    }
    group.finish();
}

criterion_group!(
    benches, reading, arranging, filtering, touching, brushing, hovering, drawing
);
criterion_main!(benches);
