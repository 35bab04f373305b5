//! How others refer to a view or a paragraph: in the forms that journals and libraries ask for, and those that their programs read.

use serde_json::json;

use crate::format::citation::ranges;
use crate::format::text::aside;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Citation;
use crate::model::span::{Date, iso_date};

/// A form of references. Its few words (`Version`, `Data set`) are the form's own, whatever the reader's language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// The national standard of China, GB/T 7714—2015.
    #[default]
    Gbt,
    /// The American Psychological Association's, seventh edition.
    Apa,
    /// An entry for BibTeX and BibLaTeX.
    Bibtex,
    /// An entry in the form of Research Information Systems, which reference managers import.
    Ris,
    /// An item for programs that read the Citation Style Language.
    Csl,
}

impl Style {
    /// All forms.
    pub const ALL: [Self; 5] = [Self::Gbt, Self::Apa, Self::Bibtex, Self::Ris, Self::Csl];

    /// The name by which the form goes in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gbt => "GB/T 7714",
            Self::Apa => "APA",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
        }
    }

    /// The name of its button.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Gbt => "gbt",
            Self::Apa => "apa",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::Csl => "csl",
        }
    }
}

/// What is referred to. What a package does not say is empty or `None`, and left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// A name for programs: letters, digits and hyphens.
    pub id: String,
    /// The package's title, and which part of it is meant.
    pub title: String,
    /// The data's version.
    pub version: String,
    /// The day the data was made.
    pub created: Option<Date>,
    /// The day the reader looked at it.
    pub accessed: Option<Date>,
    /// Where the same view opens again.
    pub url: String,
    /// The paragraphs of the report behind it.
    pub source: Vec<Citation>,
}

impl Reference {
    /// The reference in a form, with the words of the data in the reader's language.
    pub fn written(&self, style: Style, lang: Lang) -> String {
        match style {
            Style::Gbt => self.gbt(lang),
            Style::Apa => self.apa(),
            Style::Bibtex => self.bibtex(),
            Style::Ris => self.ris(lang),
            Style::Csl => self.csl(lang),
        }
    }

    /// The reference to one number of what this refers to: its title ends in the number, and its paragraphs are the number's.
    pub fn of_number(self, value: &str, what: &str, source: &[Citation], lang: Lang) -> Self {
        let colon = lang.strings().list.colon;
        // Programs take two references of one name for the same.
        let name = value.chars().filter(char::is_ascii_alphanumeric);
        let id = name.fold(format!("{}-", self.id), |mut id, sign| {
            id.push(sign);
            id
        });
        Self {
            id,
            title: format!("{}{colon}{}", self.title, said(value, what, colon)),
            source: source.to_vec(),
            ..self
        }
    }

    /// A number with its source, for a text of the reader's own: `Men: 74 (¶27). Title. Version 1.0.0. https://…`. What is empty is left out.
    pub fn quoted(&self, value: &str, what: &str, source: &[Citation], lang: Lang) -> String {
        let list = &lang.strings().list;
        let said = said(value, what, list.colon);
        let said = match &*ranges(source) {
            "" => said,
            paragraphs => aside(&said, paragraphs, lang),
        };
        let version = match &*self.version {
            "" => String::new(),
            version => fill(lang.later().reference.version, &[("version", version)]),
        };
        let parts = [said, self.title.clone(), version];
        let mut text = String::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            text.push_str(part);
            text.push_str(list.full_stop);
            text.push_str(list.gap);
        }
        // An address ends at a sign that is no part of one; a Chinese full stop is one to some programs.
        match list.gap {
            "" => format!("{text} {}", self.url),
            _ => format!("{text}{}", self.url),
        }
    }

    /// `Title[DS/OL]. Version 1.0.0. 2026: ¶27(2026-11-23)[2026-12-01]. https://…`
    fn gbt(&self, lang: Lang) -> String {
        let edition = match &*self.version {
            "" => String::new(),
            version => fill(lang.later().reference.version, &[("version", version)]),
        };
        let mut issued = self.created.map_or(String::new(), |d| d.year().to_string());
        if !self.source.is_empty() {
            let before = if issued.is_empty() { "" } else { ": " };
            issued = issued + before + &ranges(&self.source);
        }
        let made = self.created.map(|d| format!("({})", iso_date(d)));
        let seen = self.accessed.map(|d| format!("[{}]", iso_date(d)));
        issued.extend(made.into_iter().chain(seen));
        let title = format!("{}[DS/OL]", self.title);
        let parts = [&title, &edition, &issued, &self.url];
        let said = parts.into_iter().filter(|part| !part.is_empty());
        said.fold(String::new(), |text, part| match &*text {
            "" => format!("{part}."),
            _ => format!("{text} {part}."),
        })
    }

    /// `Title (Version 1.0.0) [Data set]. (2026). ¶27. Retrieved December 1, 2026, from https://…`
    fn apa(&self) -> String {
        let version = match self.version.is_empty() {
            true => String::new(),
            false => format!(" (Version {})", self.version),
        };
        let year = self
            .created
            .map_or("n.d.".to_owned(), |d| d.year().to_string());
        let place = match self.source.is_empty() {
            true => String::new(),
            false => format!(" {}.", ranges(&self.source)),
        };
        let from = self.accessed.map_or(String::new(), |d| {
            let month = Lang::En.strings().date.months;
            let month = month.get(usize::from(u8::from(d.month())) - 1);
            let month = month.copied().unwrap_or_default();
            format!("Retrieved {month} {}, {}, from ", d.day(), d.year())
        });
        let (title, url) = (&self.title, &self.url);
        format!("{title}{version} [Data set]. ({year}).{place} {from}{url}")
    }

    fn bibtex(&self) -> String {
        let mut fields = vec![("title", format!("{{{}}}", latex(&self.title)))];
        if let Some(day) = self.created {
            fields.push(("year", day.year().to_string()));
            fields.push(("month", u8::from(day.month()).to_string()));
        }
        if !self.version.is_empty() {
            fields.push(("version", latex(&self.version)));
        }
        if !self.source.is_empty() {
            fields.push(("note", latex(&ranges(&self.source))));
        }
        // An address is taken as it is, but for what would end the field or the next sign.
        let encoded = [('{', "%7B"), ('}', "%7D"), ('\\', "%5C")];
        let url = encoded
            .into_iter()
            .fold(self.url.clone(), |url, (sign, code)| {
                url.replace(sign, code)
            });
        fields.push(("url", url));
        if let Some(day) = self.accessed {
            fields.push(("urldate", iso_date(day)));
        }
        let fields: Vec<String> = fields
            .into_iter()
            .map(|(name, value)| format!("  {name} = {{{value}}}"))
            .collect();
        format!("@misc{{{},\n{}\n}}", self.id, fields.join(",\n"))
    }

    /// A line for each tag; a value has one line, since a new one begins a new tag.
    fn ris(&self, lang: Lang) -> String {
        let slashed = |day: Date| iso_date(day).replace('-', "/");
        let lines = [
            ("TY", "DATA".to_owned()),
            ("ID", self.id.clone()),
            ("TI", self.title.clone()),
            (
                "PY",
                self.created.map_or(String::new(), |d| d.year().to_string()),
            ),
            ("DA", self.created.map_or(String::new(), slashed)),
            ("ET", self.version.clone()),
            ("N1", ranges(&self.source)),
            ("LA", lang.tag().to_owned()),
            ("UR", self.url.clone()),
            ("Y2", self.accessed.map_or(String::new(), slashed)),
        ];
        let said = lines.iter().filter(|(_, value)| !value.is_empty());
        let lines: Vec<String> = said
            .map(|(tag, value)| format!("{tag}  - {}", value.replace(['\r', '\n'], " ")))
            .collect();
        format!("{}\nER  - ", lines.join("\n"))
    }

    #[allow(
        clippy::indexing_slicing,
        reason = "an object in JSON takes every name"
    )]
    fn csl(&self, lang: Lang) -> String {
        let mut item = json!({
            "id": self.id,
            "type": "dataset",
            "title": self.title,
            "language": lang.tag(),
            "URL": self.url,
        });
        let said = [("version", &self.version), ("note", &ranges(&self.source))];
        for (name, text) in said.into_iter().filter(|(_, text)| !text.is_empty()) {
            item[name] = json!(text);
        }
        let days = [("issued", self.created), ("accessed", self.accessed)];
        for (name, day) in days {
            if let Some(day) = day {
                let parts = [
                    day.year(),
                    i32::from(u8::from(day.month())),
                    i32::from(day.day()),
                ];
                item[name] = json!({ "date-parts": [parts] });
            }
        }
        format!("{:#}", json!([item]))
    }
}

/// What is counted, and the number.
fn said(value: &str, what: &str, colon: &str) -> String {
    match (what, value) {
        (what, "") => what.to_owned(),
        ("", value) => value.to_owned(),
        (what, value) => format!("{what}{colon}{value}"),
    }
}

/// Text that BibTeX reads as itself.
fn latex(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
