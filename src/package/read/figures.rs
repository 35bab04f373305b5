//! Counts: participation, the survey, the world around the forum.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::figure::Figure;
use crate::model::survey::Answer;
use crate::model::table::Table;
use crate::model::world_figure::WorldFigure;
use crate::package::form::Form;

impl Entry for Figure {
    const FORM: Form = Form {
        name: "participation",
        key: &["id"],
        required: &[],
        expected: &[
            "population_zh",
            "population_en",
            "dimension",
            "category_zh",
            "category_en",
            "value",
            "unit",
            "source",
        ],
        optional: &[
            "event",
            "dimension_zh",
            "dimension_en",
            "op",
            "overlapping",
            "derived",
        ],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.figures
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            event: row.key_if_any("event", &data.events, Event::FORM.name),
            population: row.pair("population"),
            dimension: row.text("dimension"),
            dimension_name: row.pair("dimension"),
            category: row.pair("category"),
            quantity: row.quantity()?,
            overlapping: row.boolean("overlapping")?,
            derived: row.formula(),
            source: row.source("source"),
        })
    }
}

impl Entry for Answer {
    const FORM: Form = Form {
        name: "survey",
        key: &["id"],
        required: &[],
        expected: &["question_zh", "question_en", "value", "unit", "source"],
        optional: &["op"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.answers
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            question: row.pair("question"),
            quantity: row.quantity()?,
            source: row.source("source"),
        })
    }
}

impl Entry for WorldFigure {
    const FORM: Form = Form {
        name: "context",
        key: &["id"],
        required: &[],
        expected: &["label_zh", "label_en", "value", "unit", "source"],
        optional: &["value_high", "op", "year"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.world_figures
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            label: row.pair("label"),
            quantity: row.quantity()?,
            year: row.integer("year")?,
            source: row.source("source"),
        })
    }
}
