//! What holds in a package, counted for the page: the same rules as [`super::check`], with what is right beside what is wrong.

use super::attendance;
use super::check::citations::{cited, is_found, source_faults};
use super::check::formulas::{figure_fault, flow_fault};
use super::check::sums::sums;
use crate::model::audit::{Audit, Comparison, Unresolved};
use crate::model::dataset::Dataset;
use crate::model::figure::Figure;
use crate::model::flow::Flow;
use crate::model::issue::{Effect, Issue, Reason, Severity};
use crate::model::quantity::{Approximation, Quantity};
use crate::model::text::Text;

/// Audits a dataset. `issues` is what reading found, and what the checks found where they were made.
pub fn audit(data: &Dataset, issues: &[Issue]) -> Audit {
    let count = |of: &dyn Fn(&Issue) -> bool| issues.iter().filter(|issue| of(issue)).count();
    let (citations, unresolved) = citations(data, issues);
    let tables = data.row_counts().into_iter();
    Audit {
        troubles: count(&|issue| Severity::Note < issue.severity),
        rows: data.row_count(),
        tables: tables.filter(|(_, rows)| *rows > 0).collect(),
        rows_lost: rows_lost(data, issues),
        citations,
        has_paragraphs: !data.paragraphs.is_empty(),
        unresolved,
        computed: computed(data),
        totals: totals(data),
        overlapping: data.figures.rows().iter().filter(|f| f.overlapping).count(),
        contradictions: data.conflicts.len(),
        gaps: data.unstated.len(),
        approximations: approximations(data),
    }
}

/// Of a register not every row that was left out is an issue of its own.
fn rows_lost(data: &Dataset, issues: &[Issue]) -> usize {
    let lost = issues
        .iter()
        .filter(|issue| issue.effect == Effect::RowLeftOut && issue.table != attendance::FORM.name);
    lost.count() + data.attendance.lost()
}

/// The number of all citations, and those that lead nowhere: to no paragraph, or not to be read at all.
fn citations(data: &Dataset, issues: &[Issue]) -> (usize, Vec<Unresolved>) {
    let mut count = 0;
    let mut unresolved = Vec::new();
    let mut add = |table: &str, id: &str, citation: String| {
        unresolved.push(Unresolved {
            table: table.to_owned(),
            id: id.to_owned(),
            citation,
        });
    };
    for row in cited(data) {
        count += row.source.len();
        for citation in row.source {
            if !data.paragraphs.is_empty() && !is_found(data, citation) {
                add(row.table, row.id, citation.to_string());
            }
        }
    }
    data.attendance.source_codes().for_each(|source| {
        let source = data.attendance.sources().get(source as usize);
        count += source.map_or(0, Vec::len);
    });
    for (number, reason) in source_faults(data).listed {
        if let Reason::NoSuchParagraph { para, .. } = reason {
            add(attendance::FORM.name, &number.to_string(), para.to_string());
        }
    }
    for issue in issues {
        if let Reason::UnreadableCitation { text } = &issue.reason {
            count += 1;
            add(
                &issue.table,
                issue.id.as_deref().unwrap_or(""),
                text.clone(),
            );
        }
    }
    (count, unresolved)
}

fn computed(data: &Dataset) -> Vec<Comparison> {
    let mut all = Vec::new();
    for (key, figure) in data.figures.iter().filter(|(_, f)| f.derived.is_some()) {
        let fault = figure_fault(data, figure).map(|(_, reason)| reason);
        all.push(against_formula(
            fault,
            of_figure(data.figures.id(key), figure),
        ));
    }
    for (key, flow) in data.flows.iter().filter(|(_, f)| f.derived.is_some()) {
        let fault = flow_fault(data, flow).map(|(_, reason)| reason);
        all.push(against_formula(fault, of_flow(data.flows.id(key), flow)));
    }
    all
}

fn against_formula(fault: Option<Reason>, row: Comparison) -> Comparison {
    let computed = match fault {
        None => row.stated.as_ref().map(|stated| stated.value),
        Some(Reason::FormulaDiffers { expected, .. }) => Some(expected),
        Some(_) => None,
    };
    Comparison {
        computed,
        holds: fault.is_none(),
        ..row
    }
}

fn totals(data: &Dataset) -> Vec<Comparison> {
    let compare = |sum: &super::check::sums::Sum| {
        let total = data.figures.get(sum.total)?;
        let first = data.figures.get(sum.first)?;
        Some(Comparison {
            dimension: first.dimension.clone(),
            dimension_name: first.dimension_name.clone(),
            computed: Some(sum.sum),
            holds: sum.sum <= sum.most,
            ..of_figure(data.figures.id(sum.total), total)
        })
    };
    sums(data).iter().filter_map(compare).collect()
}

fn of_figure(id: &str, figure: &Figure) -> Comparison {
    Comparison {
        table: "participation",
        id: id.to_owned(),
        what: [figure.population.clone(), figure.category.clone()],
        dimension: String::new(),
        dimension_name: Text::default(),
        stated: figure.quantity.clone(),
        computed: None,
        holds: false,
    }
}

fn of_flow(id: &str, flow: &Flow) -> Comparison {
    let stated = flow.amount.map(|value| Quantity {
        value,
        high: None,
        approximation: Approximation::Exact,
        unit: flow.currency.clone(),
    });
    Comparison {
        table: "funding",
        id: id.to_owned(),
        what: [flow.from.clone(), flow.to.clone()],
        dimension: String::new(),
        dimension_name: Text::default(),
        stated,
        computed: None,
        holds: false,
    }
}

fn approximations(data: &Dataset) -> usize {
    let figures = data.figures.rows().iter().map(|row| &row.quantity);
    let answers = data.answers.rows().iter().map(|row| &row.quantity);
    let projects = data.projects.rows().iter().map(|row| &row.quantity);
    let world = data.world_figures.rows().iter().map(|row| &row.quantity);
    let all = figures
        .chain(answers)
        .chain(projects)
        .chain(world)
        .flatten();
    all.filter(|q| q.approximation != Approximation::Exact)
        .count()
}
