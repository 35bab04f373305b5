//! The figures at the head of the page. Which ones, the package says; how they read, the rows say.

use crate::format::number::{self, money_compact, quantity_label, unit};
use crate::format::text::{aside, pick, word};
use crate::language::lang::Lang;
use crate::model::citation::Source;
use crate::model::dataset::Dataset;
use crate::model::event::EventKind;
use crate::model::order::sort_unique;
use crate::model::quantity::Quantity;

/// One figure: loud number, what it counts, where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The number.
    pub value: String,
    /// What it counts.
    pub what: String,
    /// True where these are the package's words alone.
    pub is_data: bool,
    /// The paragraphs.
    pub source: Source,
}

/// The package's headline figures in its order; a row that is not there, or has no number, is passed over.
pub fn headlines(data: &Dataset, lang: Lang) -> Vec<Headline> {
    let ids = data.about.headline.iter();
    ids.filter_map(|id| {
        let (table, row) = id.split_once('.').unwrap_or((id, ""));
        stated(data, id, lang).or_else(|| further(data, table, row, lang))
    })
    .collect()
}

/// Those of the headline figures that the tables of the first load state by themselves. The others come with the parts of the page that
/// come later.
pub fn first_headlines(data: &Dataset, lang: Lang) -> Vec<Headline> {
    let ids = data.about.headline.iter();
    ids.filter_map(|id| stated(data, id, lang)).collect()
}

/// `participation.debate-states`, `funding.core-budget`, `survey.satisfied`.
fn stated(data: &Dataset, id: &str, lang: Lang) -> Option<Headline> {
    let (table, row) = id.split_once('.')?;
    match table {
        "participation" => {
            let figure = data.figures.get(data.figures.find(row)?)?;
            let what = match figure.dimension.as_str() {
                "total" => &figure.population,
                _ => &figure.category,
            };
            let what = pick(what, lang).to_owned();
            number(&figure.quantity, what, &figure.source, lang)
        }
        "survey" => {
            let answer = data.answers.get(data.answers.find(row)?)?;
            let question = pick(&answer.question, lang).to_owned();
            number(&answer.quantity, question, &answer.source, lang)
        }
        "funding" => {
            let flow = data.flows.get(data.flows.find(row)?)?;
            Some(Headline {
                value: money_compact(flow.amount?, &flow.currency, lang),
                what: word(lang.strings().words.flow_kinds, flow.kind.slug()),
                is_data: false,
                source: flow.source.clone(),
            })
        }
        _ => None,
    }
}

fn number(
    quantity: &Option<Quantity>,
    what: String,
    source: &Source,
    lang: Lang,
) -> Option<Headline> {
    Some(Headline {
        value: quantity_label(quantity.as_ref()?, lang),
        what,
        is_data: true,
        source: source.clone(),
    })
}

/// A number of another table (`context.world-migrants`, `projects.profiles`), or one that is counted from rows: `events.thematic` (the
/// events of a kind), `memberships.steering-group` (the states in a body), `recommendations`, `practices`. A counted one has the
/// paragraphs of all rows; there is none where there are no rows.
fn further(data: &Dataset, table: &str, row: &str, lang: Lang) -> Option<Headline> {
    let strings = lang.strings();
    let mut sources: Vec<&Source> = Vec::new();
    let what = match table {
        "context" => {
            let figure = data.world_figures.get(data.world_figures.find(row)?)?;
            let label = pick(&figure.label, lang).to_owned();
            return number(&figure.quantity, label, &figure.source, lang);
        }
        "projects" => {
            let project = data.projects.get(data.projects.find(row)?)?;
            let what = match project.metric.is_empty() {
                true => &project.title,
                false => &project.metric,
            };
            return number(
                &project.quantity,
                pick(what, lang).to_owned(),
                &project.source,
                lang,
            );
        }
        "events" => {
            let kind = EventKind::parse(row)?;
            let events = data.events.rows().iter().filter(|e| e.kind == kind);
            sources.extend(events.map(|e| &e.source));
            word(lang.later().words.kinds_counted, row)
        }
        "memberships" => {
            let body = data.bodies.find(row)?;
            let seats = data.memberships.rows().iter().filter(|m| m.body == body);
            sources.extend(seats.map(|m| &m.source));
            let states = unit("states", lang);
            aside(&states, pick(&data.bodies.get(body)?.title, lang), lang)
        }
        "recommendations" => {
            sources.extend(data.outcomes.rows().iter().map(|o| &o.source));
            strings.names.outcomes.to_owned()
        }
        "practices" => {
            sources.extend(data.practices.rows().iter().map(|p| &p.source));
            strings.names.practices.to_owned()
        }
        _ => return None,
    };
    let count = sources.len();
    let mut source: Source = sources.into_iter().flatten().cloned().collect();
    sort_unique(&mut source);
    (count > 0).then(|| Headline {
        value: number::number(count as f64, lang),
        what,
        is_data: false,
        source,
    })
}
