//! Who paid for what.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::flow::{Flow, FlowKind, SupportForm};
use crate::model::table::Table;
use crate::package::form::Form;

impl Entry for Flow {
    const FORM: Form = Form {
        name: "funding",
        key: &["id"],
        required: &["kind"],
        expected: &[
            "from_zh", "from_en", "to_zh", "to_en", "amount", "currency", "source",
        ],
        optional: &[
            "from_iso3",
            "to_iso3",
            "form",
            "events",
            "derived",
            "status",
        ],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.flows
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            kind: row.slug("kind", FlowKind::parse, &FlowKind::ALL.map(FlowKind::slug))?,
            from: row.pair("from"),
            from_countries: row.keys("from_iso3", &data.countries, Country::FORM.name),
            to: row.pair("to"),
            to_countries: row.keys("to_iso3", &data.countries, Country::FORM.name),
            amount: row.number("amount")?,
            currency: row.text("currency"),
            form: row.slug(
                "form",
                SupportForm::parse,
                &["cash", "in-kind", "both", "unstated"],
            )?,
            events: row.keys("events", &data.events, Event::FORM.name),
            preliminary: row.slug("status", is_preliminary, &["preliminary", "final"])?,
            derived: row.formula(),
            source: row.source("source"),
        })
    }
}

fn is_preliminary(status: &str) -> Option<bool> {
    match status {
        "" | "final" => Some(false),
        "preliminary" => Some(true),
        _ => None,
    }
}
