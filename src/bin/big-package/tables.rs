//! The small tables of the package, each as the text of its file.

use forum_explorer::model::event::EventKind;
use forum_explorer::model::span::iso_date;

use crate::attendance::{ROLES, Sums};
use crate::plan::{
    CLUSTERS, Event, FIRST_YEAR, Place, YEAR_COUNT, month_of, month_paras, year_para,
};
use crate::shipped::Shipped;

/// A table: its name, its columns, and its rows below one another.
pub struct Sheet {
    /// The name.
    pub name: &'static str,
    /// The columns.
    pub columns: &'static [&'static str],
    /// The rows as CSV, each with its line's end, without the header.
    pub rows: String,
}

impl Sheet {
    fn new(name: &'static str, columns: &'static [&'static str]) -> Self {
        Self {
            name,
            columns,
            rows: String::new(),
        }
    }

    fn row(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        self.rows.push_str(&cells.join(","));
        self.rows.push('\n');
    }
}

/// A cell as CSV writes it.
fn quoted(cell: &str) -> String {
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

fn year_number(year: usize) -> i32 {
    FIRST_YEAR + i32::try_from(year).unwrap_or_default()
}

/// An introduction, and a heading for each year.
pub fn sections() -> Sheet {
    let mut sheet = Sheet::new(
        "sections",
        &["id", "title_zh", "title_en", "para_first", "para_last"],
    );
    let last = YEAR_COUNT.to_string();
    sheet.row(&["years", "各年概况", "The years as a whole", "1", &last]);
    for year in 0..YEAR_COUNT {
        let number = year_number(year);
        let (first, last) = month_paras(year);
        sheet.row(&[
            &format!("year-{number}"),
            &format!("虚构登记册：{number}年"),
            &format!("The invented register in {number}"),
            &first.to_string(),
            &last.to_string(),
        ]);
    }
    sheet
}

/// One about each year, and some about each month.
pub fn paragraphs() -> Sheet {
    let mut sheet = Sheet::new("paragraphs", &["para", "section", "gist_zh", "gist_en"]);
    for year in 0..YEAR_COUNT {
        let number = year_number(year);
        sheet.row(&[
            &year_para(year).to_string(),
            "years",
            &format!("虚构登记册{number}年的与会者总数"),
            &format!("How many took part in {number}, by the invented register"),
        ]);
    }
    for para in YEAR_COUNT + 1..=month_paras(YEAR_COUNT - 1).1 {
        let Some((year, month, part)) = month_of(para) else {
            continue;
        };
        let (number, part) = (year_number(year), part + 1);
        let name = MONTHS.get(month - 1).copied().unwrap_or_default();
        sheet.row(&[
            &para.to_string(),
            &format!("year-{number}"),
            &format!("虚构的{number}年{month}月会议，第{part}部分"),
            &format!("Invented events of {name} {number}, part {part}"),
        ]);
    }
    sheet
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The clusters.
pub fn clusters() -> Sheet {
    let mut sheet = Sheet::new("clusters", &["id", "title_zh", "title_en", "source"]);
    for id in 1..=CLUSTERS.len() {
        let id = id.to_string();
        let (zh, en) = (format!("虚构主题{id}"), format!("Invented theme {id}"));
        sheet.row(&[&id, &zh, &en, "1"]);
    }
    sheet
}

/// The places. One that is only known as a country bears the country's name.
pub fn places(places: &[Place], shipped: &Shipped) -> Sheet {
    let mut sheet = Sheet::new(
        "places",
        &[
            "id",
            "name_zh",
            "name_en",
            "iso3",
            "lat",
            "lon",
            "precision",
        ],
    );
    for (at, place) in places.iter().enumerate() {
        let Some(country) = shipped.countries.get(place.country) else {
            continue;
        };
        let number = at + 1;
        let (zh, en, precision) = match place.is_city {
            true => (
                format!("虚构城{number}"),
                format!("Invented city {number}"),
                "city",
            ),
            false => (country.name_zh.clone(), country.name_en.clone(), "country"),
        };
        sheet.row(&[
            &format!("p{number}"),
            &zh,
            &en,
            &country.iso3,
            &degrees(place.hundredths.0),
            &degrees(place.hundredths.1),
            precision,
        ]);
    }
    sheet
}

fn degrees(hundredths: i32) -> String {
    format!("{:.2}", f64::from(hundredths) / 100.0)
}

/// The events.
pub fn events(events: &[Event], shipped: &Shipped) -> Sheet {
    let mut sheet = Sheet::new(
        "events",
        &[
            "id",
            "kind",
            "title_zh",
            "title_en",
            "short_zh",
            "short_en",
            "title_origin",
            "start",
            "end",
            "precision",
            "place",
            "hosts",
            "clusters",
            "feeds",
            "parent",
            "source",
        ],
    );
    for (at, event) in events.iter().enumerate() {
        let number = at + 1;
        let (zh, en) = kind_names(event.kind);
        let code = |&country: &usize| shipped.countries.get(country).map(|c| c.iso3.as_str());
        let hosts: Vec<&str> = event.hosts.iter().filter_map(code).collect();
        let clusters: Vec<String> = event.clusters.iter().map(usize::to_string).collect();
        let id = |number: Option<usize>| number.map_or(String::new(), |n| format!("e{n}"));
        let place = event.place.map_or(String::new(), |p| format!("p{}", p + 1));
        sheet.row(&[
            &format!("e{number}"),
            event.kind.slug(),
            &format!("虚构登记册第{number}项：{zh}"),
            &format!("{en} {number} of the invented register"),
            &format!("{zh}{number}"),
            &format!("{en} {number}"),
            "translation",
            &iso_date(event.days.0),
            &iso_date(event.days.1),
            event.precision,
            &place,
            &hosts.join(";"),
            &clusters.join(";"),
            &id(event.feeds),
            &id(event.parent),
            &event.para.to_string(),
        ]);
    }
    sheet
}

/// How a title calls such an event.
fn kind_names(kind: EventKind) -> (&'static str, &'static str) {
    match kind {
        EventKind::Summit => ("论坛会议", "Summit"),
        EventKind::Thematic => ("专题会议", "Meeting"),
        EventKind::Preparatory => ("筹备活动", "Preparatory meeting"),
        EventKind::CivilSociety => ("民间社会活动", "Civil society meeting"),
        EventKind::Session => ("会议环节", "Session"),
        EventKind::External => ("其他活动", "Event of others"),
        EventKind::Milestone => ("重要节点", "Milestone"),
    }
}

/// What the stated counts of the register add up to: each year by role, each year, and in all. Sums show their formula. Where no count
/// is stated there is no row.
pub fn participation(sums: &Sums) -> Sheet {
    let mut sheet = Sheet::new(
        "participation",
        &[
            "id",
            "population_zh",
            "population_en",
            "dimension",
            "category_zh",
            "category_en",
            "value",
            "op",
            "unit",
            "derived",
            "source",
        ],
    );
    let mut years = Vec::new();
    let mut whole = 0;
    for (year, by_role) in sums.iter().enumerate() {
        let number = year_number(year);
        let source = year_para(year).to_string();
        let (zh, en) = (
            format!("{number}年与会者（虚构）"),
            format!("Participants in {number} (invented)"),
        );
        let mut row = |id: &str, dimension, category: (&str, &str), value: u64, derived: &str| {
            let value = value.to_string();
            let (category_zh, category_en) = category;
            sheet.row(&[
                id,
                &zh,
                &en,
                dimension,
                category_zh,
                category_en,
                &value,
                "=",
                "people",
                derived,
                &source,
            ]);
        };
        let (mut ids, mut sum) = (Vec::new(), 0);
        for (role, stated) in ROLES.iter().zip(by_role) {
            if let Some(stated) = *stated {
                let id = format!("{}-{number}", role.slug);
                row(&id, "role", role_names(role.slug), stated, "");
                ids.push(id);
                sum += stated;
            }
        }
        if !ids.is_empty() {
            let id = format!("participants-{number}");
            let all = ("合计", "All participants");
            row(&id, "total", all, sum, &ids.join(" + "));
            years.push((id, source.clone()));
            whole += sum;
        }
    }
    let (ids, sources): (Vec<String>, Vec<String>) = years.into_iter().unzip();
    if !ids.is_empty() {
        sheet.row(&[
            "participants",
            "与会者（虚构，各年合计）",
            "Participants (invented, all years)",
            "total",
            "合计",
            "All participants",
            &whole.to_string(),
            "=",
            "people",
            &ids.join(" + "),
            &sources.join(";"),
        ]);
    }
    sheet
}

fn role_names(slug: &str) -> (&'static str, &'static str) {
    match slug {
        "delegate" => ("代表", "Delegates"),
        "observer" => ("观察员", "Observers"),
        "speaker" => ("发言者", "Speakers"),
        "press" => ("媒体", "Press"),
        "organiser" => ("组织者", "Organisers"),
        _ => ("主席", "Chairs"),
    }
}
