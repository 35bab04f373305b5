//! What comes from the shipped package and map: the countries, where they lie, and what the columns of a table may hold.

use std::fs;
use std::path::Path;

use forum_explorer::geometry::outline::World;
use forum_explorer::package::csv::records;
use forum_explorer::package::folder::DESCRIPTOR_FILE;
use serde_json::Value;

/// The shipped package, as far as it is used here.
pub struct Shipped {
    /// The file of the countries, as it is.
    pub countries_csv: String,
    /// The countries in the order of the file.
    pub countries: Vec<Country>,
    /// The shapes of the countries.
    pub world: World,
    /// The descriptor.
    pub descriptor: Value,
}

/// A country, as far as it is used here.
pub struct Country {
    /// The three-letter code.
    pub iso3: String,
    /// The name as a label writes it, in Chinese.
    pub name_zh: String,
    /// The same in English.
    pub name_en: String,
}

impl Shipped {
    /// Reads the package's folder and the map's file.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn read(package: &Path, map: &Path) -> Result<Self, String> {
        let descriptor = package.join(DESCRIPTOR_FILE);
        let table = package.join("countries.csv");
        let countries_csv = text(&table)?;
        let world = World::decode(&text(map)?).map_err(|_| named(map, "is no map"))?;
        let descriptor = serde_json::from_str(&text(&descriptor)?)
            .map_err(|error| named(&descriptor, &error.to_string()))?;
        let countries = countries(&countries_csv)
            .filter(|countries| !countries.is_empty())
            .ok_or_else(|| named(&table, "has no countries"))?;
        Ok(Self {
            countries_csv,
            countries,
            world,
            descriptor,
        })
    }
}

/// What went wrong with a file.
pub fn named(path: &Path, what: &str) -> String {
    format!("{}: {what}", path.display())
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| named(path, &error.to_string()))
}

/// `None` where a column is not there.
fn countries(csv: &str) -> Option<Vec<Country>> {
    let table = records(csv);
    let (header, rows) = table.split_first()?;
    let column = |name: &str| header.iter().position(|column| column == name);
    let iso3 = column("iso3")?;
    let names = [
        (column("label_zh")?, column("name_zh")?),
        (column("label_en")?, column("name_en")?),
    ];
    let cell = |row: &Vec<String>, at: usize| row.get(at).cloned().unwrap_or_default();
    let country = |row: &Vec<String>| {
        let [name_zh, name_en] = names.map(|(label, name)| match cell(row, label) {
            empty if empty.is_empty() => cell(row, name),
            label => label,
        });
        Country {
            iso3: cell(row, iso3),
            name_zh,
            name_en,
        }
    };
    Some(rows.iter().map(country).collect())
}
