//! Writes an invented package with as many rows as one asks for, to try the explorer with much data:
//! `big-package ROWS PACKAGE_DIR WORLD.TXT OUT_DIR`. PACKAGE_DIR and WORLD.TXT are the shipped package and map.
//!
//! The same number of rows gives the same files, byte by byte. The large table, `attendance.csv`, is written as it is drawn.

mod attendance;
mod descriptor;
mod plan;
mod random;
mod shipped;
mod tables;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use forum_explorer::package::folder::DESCRIPTOR_FILE;
use forum_explorer::package::json;

use crate::random::Random;
use crate::shipped::{Shipped, named};
use crate::tables::Sheet;

const USAGE: &str = "usage: big-package ROWS PACKAGE_DIR WORLD.TXT OUT_DIR
  ROWS   how many rows the table attendance has, 1 or more";

/// The beginnings of the sequences, one for each thing that is drawn, so that a change to one leaves the others as they were.
mod seeds {
    pub const PLACES: u64 = 1;
    pub const EVENTS: u64 = 2;
    pub const ATTENDANCE: u64 = 3;
}

fn main() -> ExitCode {
    let Some(request) = Request::parse(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&request) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("big-package: {reason}");
            ExitCode::FAILURE
        }
    }
}

struct Request {
    rows: usize,
    package: PathBuf,
    map: PathBuf,
    out: PathBuf,
}

impl Request {
    fn parse(arguments: impl Iterator<Item = String>) -> Option<Self> {
        let arguments: Vec<String> = arguments.collect();
        let [rows, package, map, out] = arguments.as_slice() else {
            return None;
        };
        let rows = rows.parse().ok().filter(|&rows: &usize| 0 < rows)?;
        Some(Self {
            rows,
            package: package.into(),
            map: map.into(),
            out: out.into(),
        })
    }
}

fn run(request: &Request) -> Result<String, String> {
    let Request { rows, out, .. } = request;
    let shipped = Shipped::read(&request.package, &request.map)?;
    make_room(out)?;
    let places = plan::places(&shipped, &mut Random::seeded(seeds::PLACES));
    let count = plan::event_count(*rows);
    let events = plan::events(count, &places, &mut Random::seeded(seeds::EVENTS));
    let sums = write_attendance(&out.join("attendance.csv"), *rows, &events, &shipped)?;

    let sheets = [
        tables::sections(),
        tables::clusters(),
        tables::places(&places, &shipped),
        tables::events(&events, &shipped),
        tables::participation(&sums),
        tables::paragraphs(),
    ];
    for sheet in &sheets {
        write(&out.join(format!("{}.csv", sheet.name)), &csv(sheet))?;
    }
    write(&out.join("countries.csv"), &shipped.countries_csv)?;

    let countries = header(&shipped.countries_csv);
    let mut listed: Vec<(&str, &[&str])> = vec![("countries", &countries)];
    listed.extend(sheets.iter().map(|sheet| (sheet.name, sheet.columns)));
    listed.push(("attendance", &attendance::COLUMNS));
    let register = out.join("attendance.csv");
    let bytes = fs::metadata(&register).map_err(|error| named(&register, &error.to_string()))?;
    let json = descriptor::text(&shipped.descriptor, *rows, bytes.len(), &listed)?;
    // Last, so that a folder without it is one that is not finished.
    write(&out.join(DESCRIPTOR_FILE), &json)?;
    Ok(format!(
        "{}: {rows} rows of {} events",
        out.display(),
        events.len()
    ))
}

/// Makes the folder. One that holds another package is left alone; of an earlier one of these the descriptor goes first.
fn make_room(out: &Path) -> Result<(), String> {
    let told = |error: std::io::Error| named(out, &error.to_string());
    let descriptor = out.join(DESCRIPTOR_FILE);
    if descriptor.exists() {
        let json = fs::read_to_string(&descriptor).map_err(told)?;
        let root: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
        if json::text(&root, "name") != descriptor::NAME {
            return Err(named(out, "holds another package, which is left as it is"));
        }
        fs::remove_file(&descriptor).map_err(told)?;
    }
    fs::create_dir_all(out).map_err(told)
}

fn write_attendance(
    path: &Path,
    rows: usize,
    events: &[plan::Event],
    shipped: &Shipped,
) -> Result<attendance::Sums, String> {
    let told = |error: std::io::Error| named(path, &error.to_string());
    let codes: Vec<&str> = shipped.countries.iter().map(|c| c.iso3.as_str()).collect();
    let mut file = BufWriter::new(File::create(path).map_err(told)?);
    let mut random = Random::seeded(seeds::ATTENDANCE);
    let sums = attendance::write(&mut file, rows, events, &codes, &mut random).map_err(told)?;
    file.flush().map_err(told)?;
    Ok(sums)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| named(path, &error.to_string()))
}

fn csv(sheet: &Sheet) -> String {
    format!("{}\n{}", sheet.columns.join(","), sheet.rows)
}

/// The names in the first line of a CSV text, none of which is quoted.
fn header(csv: &str) -> Vec<&str> {
    let line = csv.lines().next().unwrap_or_default();
    line.split(',').collect()
}
