//! Everything in a package that cites a paragraph, as short statements.

use crate::format::date;
use crate::format::number::{money, quantity_with_unit};
use crate::format::text::{list, pick, word};
use crate::language::lang::Lang;
use crate::model::citation::Source;
use crate::model::dataset::Dataset;
use crate::model::text::Text;

/// One row that cites a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The sort of row, as a word: `Count`, `Event`.
    pub table: String,
    /// What it is.
    pub what: String,
    /// Its value, or empty.
    pub value: String,
    /// True where the value is a name of the package's: the body of a seat.
    pub is_data_value: bool,
}

/// Every row of the package that cites the paragraph, itself or one of its notes: numbers first, then what happened and what was said,
/// then who sits where. Seats of one body are one statement. The rows of the register, which can be thousands for one paragraph, are not
/// among them.
pub fn citing(data: &Dataset, para: u32, lang: Lang) -> Vec<Fact> {
    let mut facts = Collector {
        para,
        lang,
        facts: Vec::new(),
    };
    numbers(data, &mut facts);
    conflicts(data, &mut facts);
    people_and_events(data, &mut facts);
    texts(data, &mut facts);
    bodies(data, &mut facts);
    gaps(data, &mut facts);
    facts.facts
}

struct Collector {
    para: u32,
    lang: Lang,
    facts: Vec<Fact>,
}

impl Collector {
    fn add(&mut self, table: &'static str, source: &Source, what: &Text, value: String) {
        let what = pick(what, self.lang).to_owned();
        self.add_words(table, source, what, value);
    }

    fn cites(&self, source: &Source) -> bool {
        source.iter().any(|c| c.para == self.para)
    }

    fn add_words(&mut self, table: &'static str, source: &Source, what: String, value: String) {
        if self.cites(source) {
            self.facts.push(Fact {
                table: word(self.lang.later().words.tables, table),
                what,
                value,
                is_data_value: false,
            });
        }
    }
}

fn people_and_events(data: &Dataset, facts: &mut Collector) {
    let lang = facts.lang;
    for event in data.events.rows() {
        facts.add(
            "events",
            &event.source,
            &event.title,
            date::span(&event.span, lang),
        );
    }
    for role in data.roles.rows() {
        let person = data.people.get(role.person);
        let event = data.events.get(role.event);
        let what = person.map_or("", |p| pick(&p.name, lang)).to_owned();
        let part = word(lang.later().words.roles, &role.role);
        let title = event.map_or("", |e| pick(&e.title, lang));
        let separator = lang.strings().list.comma;
        facts.add_words(
            "roles",
            &role.source,
            what,
            format!("{part}{separator}{title}"),
        );
    }
}

fn bodies(data: &Dataset, facts: &mut Collector) {
    let lang = facts.lang;
    for (key, body) in data.bodies.iter() {
        let seats = data.memberships.rows().iter().filter(|s| s.body == key);
        let states: Vec<String> = seats
            .filter(|seat| facts.cites(&seat.source))
            .filter_map(|seat| data.countries.get(seat.country))
            .map(|country| pick(&country.label, lang).to_owned())
            .collect();
        if !states.is_empty() {
            facts.facts.push(Fact {
                table: word(lang.later().words.tables, "memberships"),
                what: list(&states, lang),
                value: pick(&body.title, lang).to_owned(),
                is_data_value: true,
            });
        }
    }
    for body in data.bodies.rows() {
        facts.add("bodies", &body.source, &body.title, String::new());
    }
    for cluster in data.clusters.rows() {
        facts.add("clusters", &cluster.source, &cluster.title, String::new());
    }
}

fn numbers(data: &Dataset, facts: &mut Collector) {
    let lang = facts.lang;
    let value = |q: &Option<crate::model::quantity::Quantity>| {
        q.as_ref()
            .map_or(String::new(), |q| quantity_with_unit(q, lang))
    };
    let colon = lang.strings().list.colon;
    for figure in data.figures.rows() {
        let (population, category) = (pick(&figure.population, lang), pick(&figure.category, lang));
        let what = format!("{population}{colon}{category}");
        facts.add_words(
            "participation",
            &figure.source,
            what,
            value(&figure.quantity),
        );
    }
    for flow in data.flows.rows() {
        let (from, to) = (pick(&flow.from, lang), pick(&flow.to, lang));
        let what = if from.is_empty() {
            to.to_owned()
        } else {
            format!("{from} → {to}")
        };
        let amount = flow
            .amount
            .map_or(String::new(), |a| money(a, &flow.currency, lang));
        facts.add_words("funding", &flow.source, what, amount);
    }
    for answer in data.answers.rows() {
        facts.add(
            "survey",
            &answer.source,
            &answer.question,
            value(&answer.quantity),
        );
    }
    for project in data.projects.rows() {
        let metric = pick(&project.metric, lang);
        let what = match metric {
            "" => pick(&project.title, lang).to_owned(),
            _ => format!("{}{colon}{metric}", pick(&project.title, lang)),
        };
        facts.add_words("projects", &project.source, what, value(&project.quantity));
    }
    for figure in data.world_figures.rows() {
        facts.add(
            "context",
            &figure.source,
            &figure.label,
            value(&figure.quantity),
        );
    }
}

fn texts(data: &Dataset, facts: &mut Collector) {
    for outcome in data.outcomes.rows() {
        facts.add(
            "recommendations",
            &outcome.source,
            &outcome.summary,
            String::new(),
        );
    }
    for call in data.calls.rows() {
        facts.add("calls", &call.source, &call.summary, String::new());
    }
    for practice in data.practices.rows() {
        facts.add(
            "practices",
            &practice.source,
            &practice.summary,
            String::new(),
        );
    }
    for term in data.terms.rows() {
        facts.add("terms", &term.source, &term.name, String::new());
    }
}

/// Where the report contradicts itself.
fn conflicts(data: &Dataset, facts: &mut Collector) {
    let lang = facts.lang;
    for conflict in data.conflicts.rows() {
        let both: Source = conflict
            .source_a
            .iter()
            .chain(&conflict.source_b)
            .cloned()
            .collect();
        let values = format!(
            "{} / {}",
            pick(&conflict.value_a, lang),
            pick(&conflict.value_b, lang)
        );
        let what = pick(&conflict.quantity, lang).to_owned();
        facts.add_words("conflicts", &both, what, values);
    }
}

/// What the report does not say.
fn gaps(data: &Dataset, facts: &mut Collector) {
    for gap in data.unstated.rows() {
        facts.add("unstated", &gap.source, &gap.text, String::new());
    }
}
