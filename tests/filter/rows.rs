//! Rows that say nothing but what filters ask for.

use forum_explorer::model::body::{Body, Membership};
use forum_explorer::model::country::{Country, Region};
use forum_explorer::model::event::Event;
use forum_explorer::model::figure::Figure;
use forum_explorer::model::flow::{Flow, FlowKind, SupportForm};
use forum_explorer::model::outcome::Outcome;
use forum_explorer::model::practice::Practice;
use forum_explorer::model::project::Project;
use forum_explorer::model::span::Precision;
use forum_explorer::model::table::{Key, Table};
use forum_explorer::model::text::Text;

/// Adds a row under the next id of that name.
pub fn push<T: std::fmt::Debug>(table: &mut Table<T>, name: &str, row: T) {
    let id = format!("{name}-{}", table.len());
    table.push(&id, row).expect("a new id");
}

pub fn country(region: Region) -> Country {
    Country {
        iso2: String::new(),
        m49: String::new(),
        name: Text::default(),
        label: Text::default(),
        region,
    }
}

pub fn figure(event: Option<Key<Event>>) -> Figure {
    Figure {
        event,
        population: Text::default(),
        dimension: String::new(),
        dimension_name: Text::default(),
        category: Text::default(),
        quantity: None,
        overlapping: false,
        derived: None,
        source: Vec::new(),
    }
}

pub fn outcome(event: Key<Event>) -> Outcome {
    Outcome {
        event,
        item: String::new(),
        addressee: String::new(),
        topics: Vec::new(),
        summary: Text::default(),
        source: Vec::new(),
    }
}

pub fn flow(from_countries: Vec<Key<Country>>, to_countries: Vec<Key<Country>>) -> Flow {
    Flow {
        kind: FlowKind::Contribution,
        from: Text::default(),
        from_countries,
        to: Text::default(),
        to_countries,
        amount: None,
        currency: String::new(),
        form: SupportForm::Unstated,
        events: Vec::new(),
        preliminary: false,
        derived: None,
        source: Vec::new(),
    }
}

pub fn project(lead_countries: Vec<Key<Country>>, countries: Vec<Key<Country>>) -> Project {
    Project {
        title: Text::default(),
        lead: Text::default(),
        lead_countries,
        countries,
        start: None,
        end: None,
        precision: Precision::Day,
        metric: Text::default(),
        quantity: None,
        source: Vec::new(),
    }
}

pub fn membership(body: Key<Body>, country: Key<Country>) -> Membership {
    Membership {
        body,
        country,
        since: None,
        precision: Precision::Day,
        role: String::new(),
        source: Vec::new(),
    }
}

pub fn practice(countries: Vec<Key<Country>>) -> Practice {
    Practice {
        countries,
        actor: Text::default(),
        topics: Vec::new(),
        summary: Text::default(),
        source: Vec::new(),
    }
}
