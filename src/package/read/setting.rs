//! The tables that others refer to: countries, topics, clusters, sections, places.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::cluster::Cluster;
use crate::model::country::{Country, Region};
use crate::model::dataset::Dataset;
use crate::model::issue::Reason;
use crate::model::place::Place;
use crate::model::section::Section;
use crate::model::table::{Key, Table};
use crate::model::text::Text;
use crate::model::topic::Topic;
use crate::package::form::Form;

impl Entry for Country {
    const FORM: Form = Form {
        name: "countries",
        key: &["iso3"],
        required: &["region"],
        expected: &["name_zh", "name_en"],
        optional: &["iso2", "m49", "label_zh", "label_en"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.countries
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        let or = |text: String, other: &str| {
            if text.is_empty() {
                other.to_owned()
            } else {
                text
            }
        };
        let (name, label) = (row.pair("name"), row.pair("label"));
        Ok(Self {
            iso2: row.text("iso2"),
            m49: row.text("m49"),
            label: Text::new(or(label.zh, &name.zh), or(label.en, &name.en)),
            name,
            region: row.slug("region", Region::parse, &Region::ALL.map(Region::slug))?,
        })
    }
}

impl Entry for Topic {
    const FORM: Form = Form {
        name: "topics",
        key: &["id"],
        required: &[],
        expected: &["name_zh", "name_en"],
        optional: &[],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.topics
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        let name = row.pair("name");
        Ok(Self { name })
    }
}

impl Entry for Cluster {
    const FORM: Form = Form {
        name: "clusters",
        key: &["id"],
        required: &[],
        expected: &["title_zh", "title_en", "source"],
        optional: &[],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.clusters
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            title: row.pair("title"),
            source: row.source("source"),
        })
    }
}

impl Entry for Section {
    const FORM: Form = Form {
        name: "sections",
        key: &["id"],
        required: &["para_first", "para_last"],
        expected: &["title_zh", "title_en"],
        optional: &["parent", "number"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.sections
    }

    fn read(row: &mut Row<'_>, _: &Dataset) -> Result<Self, Fault> {
        let first: u32 = row.needed_integer("para_first")?;
        let last: u32 = row.needed_integer("para_last")?;
        if last < first {
            let (start, end) = (first.to_string(), last.to_string());
            let reason = Reason::EndBeforeStart { start, end };
            return Err(Fault::new("para_last", reason));
        }
        Ok(Self {
            parent: None,
            number: row.text("number"),
            title: row.pair("title"),
            first,
            last,
        })
    }

    fn link(row: &mut Row<'_>, key: Key<Self>, data: &mut Dataset) {
        let parent = row.key_if_any("parent", &data.sections, Self::FORM.name);
        if let Some(section) = data.sections.get_mut(key) {
            section.parent = parent;
        }
    }
}

impl Entry for Place {
    const FORM: Form = Form {
        name: "places",
        key: &["id"],
        required: &["lat", "lon"],
        expected: &["name_zh", "name_en"],
        optional: &["iso3", "precision"],
        may_be_absent: true,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.places
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            name: row.pair("name"),
            country: row.key_if_any("iso3", &data.countries, Country::FORM.name),
            latitude: row.needed_number("lat")?,
            longitude: row.needed_number("lon")?,
            is_city: row.slug("precision", is_city, &["city", "country"])?,
        })
    }
}

fn is_city(precision: &str) -> Option<bool> {
    match precision {
        "" | "city" => Some(true),
        "country" => Some(false),
        _ => None,
    }
}
