//! Paragraphs and, where a package has them, their own words.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::dataset::Dataset;
use crate::model::paragraph::{Paragraph, Passage};
use crate::model::section::Section;
use crate::model::table::Table;
use crate::package::form::Form;

impl Entry for Paragraph {
    const FORM: Form = Form {
        name: "paragraphs",
        key: &["para"],
        required: &[],
        expected: &["gist_zh", "gist_en"],
        optional: &["section"],
        may_be_absent: false,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.paragraphs
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            number: row.needed_integer("para")?,
            section: row.key_if_any("section", &data.sections, Section::FORM.name),
            gist: row.pair("gist"),
        })
    }
}

impl Entry for Passage {
    const FORM: Form = Form {
        name: "passages",
        key: &["para", "lang"],
        required: &["text"],
        expected: &[],
        optional: &[],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.passages
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            para: row.needed_integer("para")?,
            lang: row.text("lang"),
            text: row.text("text"),
        })
    }
}
