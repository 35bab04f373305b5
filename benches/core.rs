//! What the core costs: reading a package, taking a selection over, placing and painting each chart. Figures, not verdicts.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a benchmark without its package has nothing to measure"
)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::compare::compare;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::package::build::build;
use forum_explorer::package::folder;
use forum_explorer::paint::svg;
use forum_explorer::search::index::Index;

fn report() -> folder::Folder {
    folder::open(Path::new("public/data")).expect("the package that the project ships")
}

fn reading(bench: &mut Criterion) {
    let folder = report();
    bench.bench_function("read the package", |b| {
        b.iter(|| build(&folder.descriptor, black_box(folder.files.clone())))
    });
}

fn filtering(bench: &mut Criterion) {
    let data = dataset();
    let mut engine = Engine::new(&data);
    let clusters: Vec<Selection> = data
        .clusters
        .keys()
        .map(|key| Selection::of([Clause::Cluster(key)]))
        .collect();
    bench.bench_function("select each cluster in turn", |b| {
        b.iter(|| {
            for selection in &clusters {
                engine.select(black_box(selection));
            }
        })
    });
}

fn searching(bench: &mut Criterion) {
    let data = dataset();
    bench.bench_function("index the rows", |b| {
        b.iter(|| Index::new(black_box(&data)))
    });
    let index = Index::new(&data);
    for query in ["manila", "移徙与发展", "sutherland chair"] {
        bench.bench_function(&format!("search for {query}"), |b| {
            b.iter(|| index.find(black_box(query), &data, Lang::En, 20))
        });
    }
}

fn drawing(bench: &mut Criterion) {
    let data = dataset();
    let engine = Engine::new(&data);
    for kind in ChartKind::ALL {
        let input = Input {
            data: &data,
            engine: &engine,
            lang: Lang::En,
            width: 1100.0,
            has_context: false,
            arrangement: Arrangement::default(),
        };
        bench.bench_function(&format!("place {}", kind.slug()), |b| {
            b.iter(|| kind.scene(black_box(&input), None))
        });
        let scene = kind.scene(&input, None);
        bench.bench_function(&format!("paint {}", kind.slug()), |b| {
            b.iter(|| svg::picture(black_box(&scene)))
        });
    }
}

/// The report with thousands of events, where marks stand for several.
fn many_events(bench: &mut Criterion) {
    let mut data = dataset();
    let events: Vec<Event> = data.events.rows().to_vec();
    for (n, event) in events.into_iter().cycle().take(20_000).enumerate() {
        // The key is new, and a row that is not taken is only one fewer.
        let _ = data.events.push(&format!("further-{n}"), event);
    }
    let mut group = bench.benchmark_group("many events");
    group.bench_function("make the engine", |b| {
        b.iter(|| Engine::new(black_box(&data)))
    });
    let engine = Engine::new(&data);
    for kind in [
        ChartKind::Timeline,
        ChartKind::Geography,
        ChartKind::Participation,
    ] {
        let input = Input {
            data: &data,
            engine: &engine,
            lang: Lang::En,
            width: 1100.0,
            has_context: true,
            arrangement: Arrangement::default(),
        };
        group.bench_function(format!("place {}", kind.slug()), |b| {
            b.iter(|| kind.scene(black_box(&input), None))
        });
    }
    let (all, meetings) = (
        Selection::default(),
        Selection::of([Clause::Kind(EventKind::Thematic)]),
    );
    group.bench_function("compare two selections", |b| {
        b.iter(|| compare(black_box(&data), &all, &meetings))
    });
    group.finish();
}

fn dataset() -> Dataset {
    let folder = report();
    build(&folder.descriptor, folder.files).0
}

criterion_group!(benches, reading, filtering, searching, drawing, many_events);
criterion_main!(benches);
