//! Bodies and who sits in them.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::body::{Body, Membership};
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::table::Table;
use crate::package::form::Form;

impl Entry for Body {
    const FORM: Form = Form {
        name: "bodies",
        key: &["id"],
        required: &[],
        expected: &["title_zh", "title_en", "source"],
        optional: &["kind"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.bodies
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            title: row.pair("title"),
            kind: row.text("kind"),
            source: row.source("source"),
        })
    }
}

impl Entry for Membership {
    const FORM: Form = Form {
        name: "memberships",
        key: &["body", "iso3"],
        required: &[],
        expected: &["source"],
        optional: &["since", "since_precision", "role"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.memberships
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            body: row.key("body", &data.bodies, Body::FORM.name)?,
            country: row.key("iso3", &data.countries, Country::FORM.name)?,
            since: row.date("since")?,
            precision: row.precision("since_precision")?,
            role: row.text("role"),
            source: row.source("source"),
        })
    }
}
