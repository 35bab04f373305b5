//! The pictures that are looked at: a chart, a language, a width and what a reader chose.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind::{
    self, Funding, Geography, Outcomes, Participation, People, Practices, Projects, Seats, Timeline,
};
use forum_explorer::chart::scene::Scene;
use forum_explorer::filter::engine::Engine;
use forum_explorer::geometry::outline::World;
use forum_explorer::language::lang::Lang::{self, En, Fr, Zh};
use forum_explorer::model::dataset::Dataset;
use forum_explorer::share::query::{arrangement, read};

use crate::many::package;
use crate::report::report;

/// A wide window and a phone.
pub const WIDTHS: [f64; 2] = [1100.0, 358.0];

/// What a reader chose, by its name in file names.
pub const CHOICES: &[(&str, &str)] = &[
    ("all", ""),
    ("cluster-2", "cluster=2"),
    ("switzerland", "country=CHE"),
    ("july", "time=2011-07-01..2011-07-31"),
    ("summer", "time=2011-06-01..2011-08-31"),
    ("nothing", "country=KIR&region=europe&time=1999-12-31"),
    ("one-meeting", "event=thematic-bern"),
    ("context", "context=1"),
    ("recruitment", "topic=recruitment"),
    ("philippines", "country=PHL"),
    ("session", "event=session-1-2"),
    ("by-cluster", "facet=outcomes.cluster"),
    (
        "most-first",
        "sort=outcomes.value~practices.value&facet=outcomes.cluster&topic=recruitment",
    ),
    (
        "shares",
        "scale=participation.share&sort=participation.value",
    ),
];

/// Filtered pictures and pictures with the map's outlines that are kept besides the plain ones.
const FURTHER: &[(ChartKind, &str, Lang, f64, bool)] = &[
    (Timeline, "all", Fr, 1100.0, false),
    (Participation, "all", Fr, 358.0, false),
    (Timeline, "cluster-2", En, 1100.0, false),
    (Timeline, "summer", Zh, 1100.0, false),
    (Timeline, "context", En, 1100.0, false),
    (Timeline, "context", Zh, 358.0, false),
    (Timeline, "nothing", En, 1100.0, false),
    (Timeline, "switzerland", Zh, 358.0, false),
    (Participation, "summer", En, 1100.0, false),
    (Participation, "nothing", Zh, 1100.0, false),
    (Participation, "cluster-2", Zh, 358.0, false),
    (Geography, "cluster-2", Zh, 1100.0, false),
    (Geography, "switzerland", En, 1100.0, true),
    (Geography, "nothing", En, 358.0, false),
    (Funding, "switzerland", Zh, 1100.0, false),
    (Funding, "nothing", En, 1100.0, false),
    (Outcomes, "recruitment", En, 1100.0, false),
    (Outcomes, "recruitment", Zh, 358.0, false),
    (Outcomes, "session", Zh, 1100.0, false),
    (Outcomes, "by-cluster", En, 1100.0, false),
    (Outcomes, "by-cluster", Zh, 1100.0, false),
    (Outcomes, "by-cluster", En, 358.0, false),
    (Outcomes, "by-cluster", Zh, 358.0, false),
    (Outcomes, "most-first", En, 1100.0, false),
    (Outcomes, "nothing", Zh, 1100.0, false),
    (Practices, "philippines", En, 1100.0, false),
    (Practices, "philippines", Zh, 358.0, false),
    (Practices, "recruitment", Zh, 1100.0, false),
    (Practices, "most-first", En, 358.0, false),
    (Seats, "switzerland", En, 1100.0, false),
    (Seats, "context", Zh, 358.0, false),
    (People, "cluster-2", Zh, 1100.0, false),
    (People, "switzerland", En, 358.0, false),
    (Participation, "shares", En, 1100.0, false),
    (Participation, "shares", Zh, 1100.0, false),
    (Participation, "shares", En, 358.0, false),
    (Participation, "shares", Zh, 358.0, false),
    (Projects, "switzerland", En, 1100.0, false),
    (Projects, "nothing", Zh, 358.0, false),
];

/// Pictures of a package of many events, where marks stand for several.
const MANY: &[(ChartKind, &str, Lang, f64)] = &[
    (Timeline, "all", En, 1100.0),
    (Timeline, "all", Zh, 1100.0),
    (Timeline, "all", En, 358.0),
    (Timeline, "all", Zh, 358.0),
    (Timeline, "cluster-2", En, 1100.0),
    (Timeline, "summer", Zh, 1100.0),
    (Timeline, "july", En, 480.0),
    (Timeline, "context", Fr, 1100.0),
    (Geography, "all", En, 1100.0),
    (Geography, "all", Zh, 358.0),
    (Geography, "switzerland", En, 1100.0),
];

/// One picture.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub kind: ChartKind,
    /// A name of [`CHOICES`].
    pub choice: &'static str,
    pub lang: Lang,
    pub width: f64,
    /// With the outlines of the world's countries.
    pub has_world: bool,
    /// Of the package of many events, not of the report.
    pub is_many: bool,
}

impl Case {
    pub fn new(kind: ChartKind, choice: &'static str, lang: Lang, width: f64) -> Self {
        Self {
            kind,
            choice,
            lang,
            width,
            has_world: false,
            is_many: false,
        }
    }

    /// The picture's name: `timeline-summer-zh-1100`.
    pub fn name(&self) -> String {
        let choice = if self.choice == "all" {
            String::new()
        } else {
            format!("-{}", self.choice)
        };
        let world = if self.has_world { "-world" } else { "" };
        let many = if self.is_many { "-many" } else { "" };
        format!(
            "{}{many}{choice}{world}-{}-{}",
            self.kind.slug(),
            self.lang.slug(),
            self.width
        )
    }

    pub fn scene(&self) -> Scene {
        let data = if self.is_many { package() } else { report() };
        self.with_input(data, |input| {
            self.kind.scene(input, self.has_world.then(world))
        })
    }

    /// Calls with what the chart is drawn from, over a dataset of the caller's.
    pub fn with_input<T>(&self, data: &Dataset, read_input: impl FnOnce(&Input) -> T) -> T {
        let query = CHOICES
            .iter()
            .find(|(name, _)| *name == self.choice)
            .expect("the choice has a name")
            .1;
        let (state, bad) = read(query, data);
        assert_eq!(bad, [], "the choice can be made");
        let mut engine = Engine::new(data);
        engine.select(&state.selection);
        read_input(&Input {
            data,
            engine: &engine,
            lang: self.lang,
            width: self.width,
            has_context: state.has_context,
            arrangement: arrangement(&state, self.kind),
        })
    }
}

/// The pictures that are kept as files: all in two languages, a few in the third. The map's plain ones are kept with its outlines in one language and without them in the other.
pub fn kept() -> Vec<Case> {
    let plain = ChartKind::ALL.into_iter().flat_map(|kind| {
        [Zh, En].into_iter().flat_map(move |lang| {
            WIDTHS.map(|width| Case {
                has_world: kind == Geography && (lang == En) == (width > 500.0),
                ..Case::new(kind, "all", lang, width)
            })
        })
    });
    let further = FURTHER
        .iter()
        .map(|&(kind, choice, lang, width, has_world)| Case {
            has_world,
            ..Case::new(kind, choice, lang, width)
        });
    let many = MANY.iter().map(|&(kind, choice, lang, width)| Case {
        has_world: kind == Geography,
        is_many: true,
        ..Case::new(kind, choice, lang, width)
    });
    plain.chain(further).chain(many).collect()
}

/// Every chart in all languages and widths under every choice.
pub fn every() -> &'static [(Case, Scene)] {
    static EVERY: OnceLock<Vec<(Case, Scene)>> = OnceLock::new();
    EVERY.get_or_init(|| {
        let mut all = Vec::new();
        for kind in ChartKind::ALL {
            for &(choice, _) in CHOICES {
                for lang in Lang::ALL {
                    all.extend(WIDTHS.map(|width| Case::new(kind, choice, lang, width)));
                }
            }
        }
        all.into_iter().map(|case| (case, case.scene())).collect()
    })
}

/// The page shows the timeline as a list where its picture has no room.
pub fn is_shown(case: &Case) -> bool {
    case.kind != Timeline || case.width >= forum_explorer::chart::timeline::LIST_BELOW_PX
}

pub fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/map/world.txt");
        World::decode(&fs::read_to_string(path).expect("the map is there"))
            .expect("the map can be read")
    })
}
