//! Recommendations and practices.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::call::Call;
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::outcome::Outcome;
use crate::model::practice::Practice;
use crate::model::table::Table;
use crate::model::topic::Topic;
use crate::package::form::Form;

impl Entry for Outcome {
    const FORM: Form = Form {
        name: "recommendations",
        key: &["id"],
        required: &["event"],
        expected: &["item", "addressee", "summary_zh", "summary_en", "source"],
        optional: &["topics"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.outcomes
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            event: row.key("event", &data.events, Event::FORM.name)?,
            item: row.text("item"),
            addressee: row.text("addressee"),
            topics: row.keys("topics", &data.topics, Topic::FORM.name),
            summary: row.pair("summary"),
            source: row.source("source"),
        })
    }
}

impl Entry for Call {
    const FORM: Form = Form {
        name: "calls",
        key: &["id"],
        required: &[],
        expected: &["actor_zh", "actor_en", "summary_zh", "summary_en", "source"],
        optional: &["event", "topics"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.calls
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            event: row.key_if_any("event", &data.events, Event::FORM.name),
            actor: row.pair("actor"),
            topics: row.keys("topics", &data.topics, Topic::FORM.name),
            summary: row.pair("summary"),
            source: row.source("source"),
        })
    }
}

impl Entry for Practice {
    const FORM: Form = Form {
        name: "practices",
        key: &["id"],
        required: &[],
        expected: &["summary_zh", "summary_en", "source"],
        optional: &["iso3", "actor_zh", "actor_en", "topics"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.practices
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            countries: row.keys("iso3", &data.countries, Country::FORM.name),
            actor: row.pair("actor"),
            topics: row.keys("topics", &data.topics, Topic::FORM.name),
            summary: row.pair("summary"),
            source: row.source("source"),
        })
    }
}
