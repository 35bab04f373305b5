//! The budget and what met it, as a table.

use maud::{Markup, html};

use super::words::{cited, said};
use crate::format::formula::flows;
use crate::format::number::money;
use crate::format::text::word;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::dataset::Dataset;
use crate::model::flow::{Flow, FlowKind};
use crate::model::text::Text;

/// The stated amounts of budgets, of contributions to them and of what these left open; nothing where the package states none.
pub fn budget(data: &Dataset, lang: Lang) -> Markup {
    let of_budget = |flow: &&Flow| {
        matches!(
            flow.kind,
            FlowKind::Budget | FlowKind::Contribution | FlowKind::Gap
        )
    };
    let flows = data.flows.rows().iter().filter(of_budget);
    let lines: Vec<(&Flow, f64)> = flows.filter_map(|f| Some((f, f.amount?))).collect();
    let id = format!("{}-budget", lang.slug());
    html! {
        @if !lines.is_empty() {
            h3 id=(id) { (lang.strings().names.funding) }
            div.table-region role="region" aria-labelledby=(id) tabindex="0" {
                table {
                    caption { (lang.plain().budget) }
                    (head(lang))
                    tbody { @for (flow, amount) in lines { (line(flow, amount, data, lang)) } }
                }
            }
        }
    }
}

fn head(lang: Lang) -> Markup {
    let words = &lang.later().funding;
    let names = [
        words.column_kind,
        words.column_from,
        words.column_to,
        words.column_amount,
        lang.strings().view.source_column,
    ];
    html! {
        thead { tr { @for name in names { th scope="col" { (name) } } } }
    }
}

fn line(flow: &Flow, amount: f64, data: &Dataset, lang: Lang) -> Markup {
    html! {
        tr {
            th scope="row" { (word(lang.strings().words.flow_kinds, flow.kind.slug())) }
            td { (party(&flow.from, lang)) }
            td { (party(&flow.to, lang)) }
            td {
                b { (money(amount, &flow.currency, lang)) }
                @for note in notes(flow, data, lang) { br; span.quiet { (note) } }
            }
            td { (cited(&flow.source)) }
        }
    }
}

/// How the amount was computed, and how firm it is.
fn notes(flow: &Flow, data: &Dataset, lang: Lang) -> Vec<String> {
    let words = &lang.strings().view;
    let computed = flow.derived.as_ref().map(|formula| {
        let formula = flows(formula, data, lang);
        fill(words.computed, &[("formula", &formula)])
    });
    let preliminary = flow.preliminary.then(|| words.preliminary.to_owned());
    computed.into_iter().chain(preliminary).collect()
}

/// Who gave or received. A budget is given by nobody.
fn party(name: &Text, lang: Lang) -> Markup {
    html! { @if name.is_empty() { "–" } @else { (said(name, lang)) } }
}
