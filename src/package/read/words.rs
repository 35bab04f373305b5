//! The forum's vocabulary, what the report leaves out, and where it contradicts itself.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::conflict::{Conflict, Shown};
use crate::model::dataset::Dataset;
use crate::model::table::Table;
use crate::model::term::Term;
use crate::model::text::{Origin, Text};
use crate::model::unstated::Unstated;
use crate::package::form::Form;

impl Entry for Term {
    const FORM: Form = Form {
        name: "terms",
        key: &["id"],
        required: &[],
        expected: &[
            "name_zh",
            "name_en",
            "definition_zh",
            "definition_en",
            "source",
        ],
        optional: &["origin"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.terms
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            name: row.pair("name"),
            origin: row.slug("origin", Origin::parse, &["official", "translation"])?,
            definition: row.pair("definition"),
            source: row.source("source"),
        })
    }
}

impl Entry for Unstated {
    const FORM: Form = Form {
        name: "unstated",
        key: &["id"],
        required: &[],
        expected: &["text_zh", "text_en", "source"],
        optional: &[],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.unstated
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            text: row.pair("text"),
            source: row.source("source"),
        })
    }
}

impl Entry for Conflict {
    const FORM: Form = Form {
        name: "conflicts",
        key: &["id"],
        required: &["shown"],
        expected: &[
            "quantity_zh",
            "quantity_en",
            "value_a",
            "source_a",
            "value_b",
            "source_b",
            "reason_zh",
            "reason_en",
        ],
        optional: &["value_a_zh", "value_b_zh"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.conflicts
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            quantity: row.pair("quantity"),
            value_a: Text::new(row.cell("value_a_zh"), row.cell("value_a")),
            source_a: row.source("source_a"),
            value_b: Text::new(row.cell("value_b_zh"), row.cell("value_b")),
            source_b: row.source("source_b"),
            shown: row.slug("shown", Shown::parse, &["a", "b", "both"])?,
            reason: row.pair("reason"),
        })
    }
}
