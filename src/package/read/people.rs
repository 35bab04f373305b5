//! People and their roles.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::person::{Person, Role};
use crate::model::table::Table;
use crate::model::text::Text;
use crate::package::form::Form;

impl Entry for Person {
    const FORM: Form = Form {
        name: "people",
        key: &["id"],
        required: &["name"],
        expected: &[],
        optional: &["iso3", "organisation_zh", "organisation_en", "name_zh"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.people
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            name: Text::new(row.cell("name_zh"), row.needed("name")?),
            country: row.key_if_any("iso3", &data.countries, Country::FORM.name),
            organisation: row.pair("organisation"),
        })
    }
}

impl Entry for Role {
    const FORM: Form = Form {
        name: "roles",
        key: &["person", "event", "role"],
        required: &[],
        expected: &["source"],
        optional: &[],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.roles
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            person: row.key("person", &data.people, Person::FORM.name)?,
            event: row.key("event", &data.events, Event::FORM.name)?,
            role: row.text("role"),
            source: row.source("source"),
        })
    }
}
