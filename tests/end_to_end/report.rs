//! The shipped package, read from its CSV files, and single facts of its rows: no engine, no chart.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use forum_explorer::format::text::pick;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::country::Country;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::figure::Figure;
use forum_explorer::model::flow::{Flow, FlowKind};
use forum_explorer::model::span::parse_date;
use forum_explorer::model::table::Key;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;

/// The package as it stands in `public/data`.
pub static REPORT: LazyLock<Dataset> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let folder = folder::open(&path).expect("the shipped package can be opened");
    build(&folder.descriptor, folder.files).0
});

/// The name of a country.
pub fn name(key: Key<Country>, lang: Lang) -> String {
    let country = REPORT.countries.get(key).expect("a key of it");
    pick(&country.label, lang).to_owned()
}

/// Who gives in a statement; that nobody is named is said.
pub fn payer(key: Key<Flow>, lang: Lang) -> String {
    let flow = REPORT.flows.get(key).expect("a key of it");
    match (pick(&flow.from, lang), lang) {
        ("", lang) => lang.strings().view.not_stated.to_owned(),
        (name, _) => name.to_owned(),
    }
}

/// The region of a country, as the address writes it.
pub fn region(key: Key<Country>) -> &'static str {
    REPORT
        .countries
        .get(key)
        .expect("a key of it")
        .region
        .slug()
}

/// Whether nothing is wanted, or one of the values.
pub fn holds<'a>(wanted: &[&str], values: impl IntoIterator<Item = &'a str>) -> bool {
    wanted.is_empty() || values.into_iter().any(|value| wanted.contains(&value))
}

/// Whether the event can have been on a day from the first to the last, both included.
pub fn touches(event: &Event, first: &str, last: &str) -> bool {
    let day = |text| parse_date(text).expect("the test writes dates");
    event.span.start <= day(last) && event.span.last_day() >= day(first)
}

/// Where it was, and who hosted it; each once.
pub fn event_countries(event: &Event) -> Vec<Key<Country>> {
    let place = event.place.and_then(|key| REPORT.places.get(key));
    let all: BTreeSet<_> = place
        .and_then(|p| p.country)
        .into_iter()
        .chain(event.hosts.iter().copied())
        .collect();
    all.into_iter().collect()
}

/// The count's event and, where that is an umbrella, the meetings under it.
pub fn around(figure: &Figure) -> Vec<Key<Event>> {
    let events = REPORT.events.iter();
    let under = events.filter(|(_, e)| {
        e.parent.is_some() && e.parent == figure.event && e.kind != EventKind::Session
    });
    figure
        .event
        .into_iter()
        .chain(under.map(|(key, _)| key))
        .collect()
}

/// The kind that the count's bar selects: of an umbrella that of the meetings under it.
pub fn kind_of(figure: &Figure) -> Option<EventKind> {
    let around = around(figure);
    let key = around.get(1).or(around.first())?;
    REPORT.events.get(*key).map(|e| e.kind)
}

/// Bars are drawn for two or more counts of one event, population and dimension.
pub fn bars(figures: &[(Key<Figure>, &Figure)]) -> BTreeSet<String> {
    let set = |f: &Figure| {
        (
            f.event.map(Key::index),
            f.population.clone(),
            f.dimension.clone(),
        )
    };
    let is_alone = |f: &Figure| matches!(f.dimension.as_str(), "total" | "restated" | "meetings");
    let drawn = figures.iter().filter(|(_, f)| {
        !is_alone(f) && figures.iter().filter(|(_, g)| set(f) == set(g)).count() > 1
    });
    drawn
        .map(|(key, _)| REPORT.figures.id(*key).to_owned())
        .collect()
}

/// The budget and what met it; drawn whatever the filter.
pub fn is_in_budget(key: Key<Flow>) -> bool {
    let flow = REPORT.flows.get(key).expect("a key of it");
    let meets = matches!(
        flow.kind,
        FlowKind::Budget | FlowKind::Contribution | FlowKind::Gap
    );
    meets && flow.amount.is_some()
}
