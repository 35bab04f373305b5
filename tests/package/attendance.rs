//! The register that is read while it arrives: the same rows and troubles however its bytes are cut, and those of a plain reading.

use forum_explorer::model::attendance::Attendance;
use forum_explorer::model::citation::{Citation, Source};
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::issue::{CellKind, Effect, Issue, Reason, Severity};
use forum_explorer::package::attendance::{self, FORM, MOST_LISTED, Reader};
use forum_explorer::package::csv::{Split, Splitter};
use forum_explorer::package::read::row::{Fault, Row};
use forum_explorer::package::resource::Resource;
use forum_explorer::package::schema::fits;
use forum_explorer::package::table::Rows;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::small::Package;

/// A row in words: its number, event, state, role, count and source.
type Said = (u32, String, String, String, Option<u32>, Source);

const EVENTS: &str = "id,kind,title_en,start,end,source\nbern,thematic,A,2010-01-01,2010-01-02,1\nniş-1,thematic,B,2010-01-01,2010-01-02,1\n\
                      \"a,b\",summit,C,2010-01-01,2010-01-02,1\n";
const COUNTRIES: &str =
    "iso3,iso2,m49,name_en,region\nCHE,CH,756,Switzerland,europe\nTUV,TV,798,Tuvalu,oceania\n";

/// A package with three events and two countries; `schema` is that of the register.
fn setting(schema: Value) -> (Dataset, Resource) {
    let descriptor = json!({ "resources": [
        { "name": "events", "data": EVENTS },
        { "name": "countries", "data": COUNTRIES },
    ] });
    let package = Package {
        json: descriptor.to_string(),
        files: Default::default(),
    };
    let (data, _) = package.build();
    assert_eq!((data.events.len(), data.countries.len()), (3, 2));
    let resource =
        Resource::parse(&json!({ "name": "attendance", "path": "a.csv", "schema": schema }));
    (data, resource)
}

fn strict() -> Value {
    json!({ "missingValues": ["", "-", "7"], "fields": [
        { "name": "event", "constraints": { "required": true, "enum": ["bern", "a,b"] } },
        { "name": "count", "type": "integer", "constraints": { "minimum": 2, "maximum": 300 } },
        { "name": "country", "constraints": { "required": true } },
        { "name": "role", "constraints": { "enum": ["delegate", "speaker"] } },
        { "name": "source", "constraints": { "required": true, "pattern": "[0-9;]*" } },
        { "name": "note", "constraints": { "enum": ["x", "y"] } },
    ] })
}

fn said(data: &Dataset, table: &Attendance) -> Vec<Said> {
    let row = |at| {
        let row = table.row(at).unwrap();
        let id = data.events.id(row.event).to_owned();
        let state = row.country.map_or("", |key| data.countries.id(key));
        let role = row.role.map_or("", |at| &table.roles()[usize::from(at)]);
        let source = row.source.to_vec();
        (
            table.number(at),
            id,
            state.to_owned(),
            role.to_owned(),
            row.count,
            source,
        )
    };
    (0..table.len()).map(row).collect()
}

fn read_in(slices: &[&[u8]], resource: &Resource, data: &Dataset) -> (Vec<Said>, Vec<Issue>) {
    let mut reader = Reader::new(resource, data);
    let mut bytes = 0;
    for slice in slices {
        reader.feed(slice);
        bytes += slice.len() as u64;
        assert_eq!(reader.bytes(), bytes);
    }
    let rows = reader.rows() as usize;
    let (table, issues) = reader.finish();
    assert!(table.is_empty() || rows <= table.len() + table.lost());
    (said(data, &table), issues)
}

/// The same with the `csv` crate and the reading of other tables, every trouble listed.
fn plainly(text: &str, resource: &Resource, data: &Dataset) -> (Vec<Said>, Vec<Issue>) {
    let mut issues = Vec::new();
    let file = Ok(text.to_owned());
    let open = |text| Some(Box::new(Splitter::new(text)) as Box<dyn Split>);
    let sheet = Rows::open(&FORM, resource, Some(file), open, &mut issues);
    let mut rows = Vec::new();
    let mut roles: Vec<String> = Vec::new();
    let mut of_rows = Vec::new();
    let Some(mut sheet) = sheet else {
        return (rows, issues);
    };
    while let Some(record) = sheet.next(&mut issues) {
        let mut row = Row::new(&FORM, sheet.header(), &record);
        match plain_row(&mut row, data, &mut roles) {
            Ok((event, state, role, count, source)) => {
                rows.push((record.number, event, state, role, count, source));
            }
            Err(fault) => row.report(fault.column.as_deref(), fault.reason, Effect::RowLeftOut),
        }
        of_rows.extend(row.into_issues());
    }
    // What costs a row before it is read stands among the rest in the order of the rows.
    let of_row = |issue: &Issue| issue.row.is_some();
    let (before, mut all): (Vec<_>, Vec<_>) = issues.into_iter().partition(of_row);
    of_rows.extend(before);
    of_rows.sort_by_key(|issue| issue.row);
    all.extend(of_rows);
    (rows, all)
}

fn plain_row(
    row: &mut Row<'_>,
    data: &Dataset,
    roles: &mut Vec<String>,
) -> Result<(String, String, String, Option<u32>, Source), Fault> {
    let event = row.key("event", &data.events, "events")?;
    let count = row.integer::<u32>("count")?;
    if count.is_some_and(|n| n > Attendance::MOST_PEOPLE) {
        let (kind, value) = (CellKind::Integer, row.text("count"));
        return Err(Fault::new("count", Reason::NotA { kind, value }));
    }
    let state = row.key_if_any("country", &data.countries, "countries");
    let mut role = row.text("role");
    if !role.is_empty() && !fits(CellKind::Slug, &role) {
        let (kind, value) = (CellKind::Slug, role);
        row.report(
            Some("role"),
            Reason::NotA { kind, value },
            Effect::CellEmptied,
        );
        role = String::new();
    }
    if !role.is_empty() && !roles.contains(&role) {
        roles.push(role.clone());
    }
    let source = row.source("source");
    let state = state.map_or("", |key| data.countries.id(key)).to_owned();
    Ok((data.events.id(event).to_owned(), state, role, count, source))
}

/// The issues as the register's reader gives them: many rows are counted and not listed.
fn capped(issues: Vec<Issue>) -> Vec<Issue> {
    let mut listed: Vec<u32> = Vec::new();
    let mut kept = Vec::new();
    let mut further: Vec<(u32, bool)> = Vec::new();
    for issue in issues {
        let is_row = issue.row.is_some() && issue.reason != Reason::UnclosedQuote;
        let Some(row) = issue.row.filter(|_| is_row) else {
            kept.push(issue);
            continue;
        };
        let is_lost = issue.effect == Effect::RowLeftOut;
        if listed.contains(&row) {
            kept.push(issue);
        } else if listed.len() < MOST_LISTED {
            listed.push(row);
            kept.push(issue);
        } else if let Some(known) = further.iter_mut().find(|(other, _)| *other == row) {
            known.1 |= is_lost;
        } else {
            further.push((row, is_lost));
        }
    }
    for (lost, effect) in [(true, Effect::RowLeftOut), (false, Effect::Kept)] {
        let rows = further
            .iter()
            .filter(|(_, is_lost)| *is_lost == lost)
            .count() as u32;
        if rows > 0 {
            let reason = Reason::FurtherRows { rows };
            kept.push(Issue::of_table(
                "attendance",
                Severity::Error,
                reason,
                effect,
            ));
        }
    }
    kept
}

fn cell(choices: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        20 => prop::sample::select(choices).prop_map(str::to_owned),
        1 => "[a-z,\"\r\n;ş-]{0,5}",
    ]
}

fn line() -> impl Strategy<Value = String> {
    let cells = (
        cell(&["bern", "niş-1", "\"a,b\"", "\"bern\"", "nowhere", "", "-"]),
        cell(&["CHE", "TUV", "", "XXX", "-"]),
        cell(&["delegate", "speaker", "observer", "", "A role", "guest"]),
        cell(&[
            "1",
            "2",
            "30",
            "007",
            "7",
            "+5",
            "",
            "-",
            "-1",
            "1.5",
            "4294967295",
            "99999999999",
        ]),
        cell(&["1", "1;2", "\"12:a;15\"", "", "x", "3;x;y"]),
        cell(&["x", "", "\"two\nlines, \"\"quoted\"\"\""]),
    );
    let end = prop::sample::select(&["\n", "\r\n", "\r", "\n\n", ",\n", "\r\n\r\n"][..]);
    (cells, end).prop_map(|((event, country, role, count, source, note), end)| {
        format!("{event},{country},{role},{count},{source},{note}{end}")
    })
}

fn header() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => Just("event,country,role,count,source,note\n".to_owned()),
        1 => Just("event,country,role,count,note,source\r\n".to_owned()),
        1 => Just("\"event\",country,event,count,source,note\n".to_owned()),
        1 => Just("\n\nnote,country,role,count,source,event\n".to_owned()),
        1 => Just("country,role,count,source,note\n".to_owned()),
        1 => Just(",,\n".to_owned()),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(&["", "\u{feff}", "\u{feff}\u{feff}"][..]);
    let end = prop_oneof![5 => Just(""), 1 => Just("bern,CHE"), 1 => Just("bern,\"CHE,"), 1 => Just("\u{feff}")];
    (mark, header(), vec(line(), 0..90), end)
        .prop_map(|(mark, header, lines, end)| format!("{mark}{header}{}{end}", lines.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_register_is_read_as_the_csv_crate_and_the_other_tables_read_it(text in text(), is_strict: bool) {
        let (data, resource) = setting(if is_strict { strict() } else { Value::Null });
        let (rows, issues) = read_in(&[text.as_bytes()], &resource, &data);
        let (expected, found) = plainly(&text, &resource, &data);
        prop_assert_eq!(rows, expected);
        prop_assert_eq!(issues, capped(found));
    }

    #[test]
    fn bytes_cut_anywhere_give_the_same_rows_and_troubles(text in text(), cuts in vec(any::<prop::sample::Index>(), 0..12)) {
        let (data, resource) = setting(Value::Null);
        let bytes = text.as_bytes();
        let whole = read_in(&[bytes], &resource, &data);
        let mut at: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        at.extend([0, bytes.len()]);
        at.sort_unstable();
        let slices: Vec<&[u8]> = at.windows(2).map(|ends| &bytes[ends[0]..ends[1]]).collect();
        prop_assert_eq!(&read_in(&slices, &resource, &data), &whole);
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        prop_assert_eq!(&read_in(&single, &resource, &data), &whole);
    }

    #[test]
    fn any_bytes_at_all_are_survived(bytes in vec(any::<u8>(), 0..200), at: prop::sample::Index) {
        let (data, resource) = setting(Value::Null);
        let bytes = [b"event,country,role,count,source\n", &bytes[..]].concat();
        let cut = at.index(bytes.len());
        let whole = read_in(&[&bytes], &resource, &data);
        prop_assert_eq!(read_in(&[&bytes[..cut], &bytes[cut..]], &resource, &data), whole);
    }
}

fn read(text: &str) -> (Vec<Said>, Vec<Issue>) {
    let (data, resource) = setting(Value::Null);
    read_in(&[text.as_bytes()], &resource, &data)
}

#[test]
fn what_a_row_does_not_state_is_not_zero() {
    let (rows, issues) =
        read("event,country,role,count,source\nbern,,,,12;15\nbern,CHE,guest,0,3:a");
    assert_eq!(issues, []);
    let cite = |text: &str| Citation::parse(text).unwrap();
    let none = (
        1,
        "bern".into(),
        "".into(),
        "".into(),
        None,
        vec![cite("12"), cite("15")],
    );
    let zero = (
        2,
        "bern".into(),
        "CHE".into(),
        "guest".into(),
        Some(0),
        vec![cite("3:a")],
    );
    assert_eq!(rows, [none, zero]);
}

#[test]
fn a_damaged_row_costs_that_row_and_the_others_keep_their_numbers() {
    let (rows, issues) = read(
        "event,country,role,count,source\nnowhere,,,1,1\nbern,,,1,1\nbern,,,many,1\nbern,,\nbern,,,2,1\nbern,ZZZ,Chair,3,1;?\n",
    );
    let numbers: Vec<u32> = rows.iter().map(|row| row.0).collect();
    assert_eq!(numbers, [2, 5, 6]);
    let places: Vec<_> = issues
        .iter()
        .map(|i| (i.row, i.column.as_deref().unwrap_or(""), i.effect))
        .collect();
    assert_eq!(
        places,
        [
            (Some(1), "event", Effect::RowLeftOut),
            (Some(3), "count", Effect::RowLeftOut),
            (Some(4), "", Effect::RowLeftOut),
            (Some(6), "country", Effect::CellEmptied),
            (Some(6), "role", Effect::CellEmptied),
            (Some(6), "source", Effect::EntryLeftOut),
        ]
    );
}

#[test]
fn rows_beyond_those_listed_are_counted() {
    let text = format!(
        "event,country,role,count,source\n{}{}",
        "nowhere,,,,1\n".repeat(80),
        "bern,ZZZ,,,1\n".repeat(5),
    );
    let (rows, issues) = read(&text);
    assert_eq!((rows.len(), rows[0].0), (5, 81));
    assert_eq!(issues.len(), MOST_LISTED + 2);
    let last: Vec<_> = issues[MOST_LISTED..]
        .iter()
        .map(|i| (i.reason.clone(), i.effect))
        .collect();
    assert_eq!(
        last,
        [
            (Reason::FurtherRows { rows: 30 }, Effect::RowLeftOut),
            (Reason::FurtherRows { rows: 5 }, Effect::Kept),
        ]
    );
}

#[test]
fn the_256th_role_is_not_kept_and_costs_only_its_cell() {
    let lines: String = (0..257).map(|n| format!("bern,,role-{n},1,1\n")).collect();
    let (rows, issues) = read(&format!("event,country,role,count,source\n{lines}"));
    assert_eq!(rows.len(), 257);
    assert_eq!(
        (rows[254].3.as_str(), rows[255].3.as_str()),
        ("role-254", "")
    );
    assert_eq!(issues.len(), 2);
    assert!(
        issues
            .iter()
            .all(|i| i.reason == Reason::TooManyValues { most: 255 })
    );
}

#[test]
fn an_empty_file_has_no_header_and_a_header_alone_has_no_rows() {
    let reasons = |text| {
        read(text)
            .1
            .into_iter()
            .map(|i| i.reason)
            .collect::<Vec<_>>()
    };
    assert_eq!(reasons(""), [Reason::NoHeader]);
    assert_eq!(reasons("\u{feff}\r\n"), [Reason::NoHeader]);
    assert_eq!(reasons("event,country,role,count,source"), [Reason::NoRows]);
}

#[test]
fn rows_are_kept_in_few_bytes_and_their_number_is_told() {
    let (data, resource) = setting(Value::Null);
    let text = format!(
        "event,country,role,count,source\n{}",
        "bern,CHE,delegate,12,1\n".repeat(5000)
    );
    let (table, issues) = attendance::read(&resource, Some(&Ok(text)), &data);
    assert_eq!((issues, table.len()), (Vec::new(), 5000));
    assert!(
        table.size_in_bytes() < 5000 * 5 + 200,
        "{}",
        table.size_in_bytes()
    );
}

/// The small package with a register of these rows.
fn with_register(rows: &str) -> Package {
    let mut package = Package::small();
    let mut root: Value = serde_json::from_str(&package.json).unwrap();
    let resources = root["resources"].as_array_mut().unwrap();
    resources.push(json!({ "name": "attendance", "path": "attendance.csv" }));
    package.json = root.to_string();
    let text = format!("event,country,role,count,source\n{rows}");
    package.files.insert("attendance".to_owned(), Ok(text));
    package
}

#[test]
fn a_register_is_part_of_its_package_and_its_sources_are_checked() {
    let (first, _) = Package::small().build();
    let event = first
        .events
        .id(first.events.keys().next().unwrap())
        .to_owned();
    let state = first
        .countries
        .id(first.countries.keys().next().unwrap())
        .to_owned();
    let rows =
        format!("{event},{state},delegate,3,1\nnowhere,,,1,1\n{event},,guest,,\n{event},,,2,999\n");
    let package = with_register(&rows);
    let (data, mut issues) = package.build();
    assert_eq!(data.attendance.len(), 3);
    issues.extend(forum_explorer::package::check::check(&data, &issues));
    let found: Vec<_> = issues
        .iter()
        .filter(|i| i.table == "attendance")
        .map(|i| (i.row, i.column.as_deref(), &i.reason))
        .collect();
    let last = data
        .paragraphs
        .rows()
        .iter()
        .map(|p| p.number)
        .max()
        .unwrap();
    let (table, id) = ("events".to_owned(), "nowhere".to_owned());
    assert_eq!(
        found,
        [
            (Some(2), Some("event"), &Reason::Dangling { table, id }),
            (Some(3), Some("source"), &Reason::NoCitation),
            (
                Some(4),
                Some("source"),
                &Reason::NoSuchParagraph { para: 999, last }
            ),
        ]
    );
    let audit = forum_explorer::package::audit::audit(&data, &issues);
    assert_eq!(audit.rows_lost, 1);
    assert!(audit.tables.contains(&("attendance", 3)));
    assert!(
        audit
            .unresolved
            .iter()
            .any(|u| u.table == "attendance" && u.id == "4")
    );
}

#[test]
fn a_package_without_a_register_is_not_told_that_it_lacks_one() {
    let (data, issues) = Package::small().build();
    assert!(data.attendance.is_empty());
    assert!(issues.iter().all(|issue| issue.table != "attendance"));
}
