//! Projects.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::project::Project;
use crate::model::table::Table;
use crate::package::form::Form;

impl Entry for Project {
    const FORM: Form = Form {
        name: "projects",
        key: &["id"],
        required: &[],
        expected: &[
            "title_zh",
            "title_en",
            "metric_zh",
            "metric_en",
            "value",
            "unit",
            "source",
        ],
        optional: &[
            "lead_zh",
            "lead_en",
            "lead_iso3",
            "countries",
            "start",
            "end",
            "op",
            "precision",
        ],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.projects
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        let (start, end) = row.dates("start", "end")?;
        Ok(Self {
            title: row.pair("title"),
            lead: row.pair("lead"),
            lead_countries: row.keys("lead_iso3", &data.countries, Country::FORM.name),
            countries: row.keys("countries", &data.countries, Country::FORM.name),
            start,
            end,
            precision: row.precision("precision")?,
            metric: row.pair("metric"),
            quantity: row.quantity()?,
            source: row.source("source"),
        })
    }
}
