//! How the budget was met, and who paid for what.

use crate::chart::card::Card;
use crate::chart::input::Input;
use crate::chart::participation::draw_bar;
use crate::chart::scene::{Anchor, Cell, Emphasis, Mark, Scene, Slot};
use crate::filter::clause::Clause;
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::format::formula::flows as formula_in_numbers;
use crate::format::number::{money, money_compact, percent};
use crate::format::text::{aside, list, pick, word};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::scale::linear::Linear;
use crate::geometry::wrap::wrap;
use crate::language::template::fill;
use crate::model::flow::{Flow, FlowKind, SupportForm};
use crate::model::quantity::Approximation;
use crate::model::table::Key;

/// The facets that this view's own marks set.
pub const OWN: FacetSet = FacetSet::NONE;

const BAR_HEIGHT: f64 = 44.0;
const NARROW: f64 = 480.0;

/// A budget with the amounts that met it. The report counts both as wholes, so a filter never takes them apart.
struct Met<'a> {
    budget: Part<'a>,
    parts: Vec<Part<'a>>,
}

struct Part<'a> {
    key: Key<Flow>,
    flow: &'a Flow,
    amount: f64,
}

/// The view, placed: the budget's bar as a picture, every other statement as a row of the table.
pub fn scene(input: &Input) -> Scene {
    let met = met(input);
    let mut scene = Scene {
        width: input.width,
        columns: columns(input),
        ..words(input, met.as_ref())
    };
    if let Some(met) = &met {
        place(met, input, &mut scene);
    }
    let drawn: Vec<String> = scene.marks.iter().map(|m| m.id.clone()).collect();
    let visible = input.visible(Relation::Flows, OWN);
    for (key, flow) in input.data.flows.iter() {
        let is_drawn = drawn.iter().any(|id| id == input.data.flows.id(key));
        if !is_drawn && visible.get(key.index()).copied().unwrap_or(false) {
            scene.marks.push(mark(key, flow, None, input));
        }
    }
    scene
}

fn columns(input: &Input) -> Vec<String> {
    let strings = &input.lang.later().funding;
    [
        strings.column_from,
        strings.column_to,
        strings.column_amount,
        strings.column_form,
        strings.column_kind,
    ]
    .map(str::to_owned)
    .to_vec()
}

fn met<'a>(input: &Input<'a>) -> Option<Met<'a>> {
    let with_amount =
        |(key, flow): (Key<Flow>, &'a Flow)| flow.amount.map(|amount| Part { key, flow, amount });
    let parts = || input.data.flows.iter().filter_map(with_amount);
    let budget = parts().find(|p| p.flow.kind == FlowKind::Budget && p.amount > 0.0)?;
    let meets = |p: &Part| {
        matches!(p.flow.kind, FlowKind::Contribution | FlowKind::Gap)
            && p.flow.currency == budget.flow.currency
    };
    let parts = parts().filter(meets).collect();
    Some(Met { budget, parts })
}

fn place(met: &Met, input: &Input, scene: &mut Scene) {
    let total: f64 = met.parts.iter().map(|p| p.amount).sum();
    let scale = Linear::new((0.0, total.max(met.budget.amount)), (0.0, input.width));
    let mut y = 0.0;
    scene
        .label(
            Point::new(0.0, 9.0),
            budget_label(met, input),
            14.0,
            Slot::Ink,
        )
        .bold = true;
    scene.marks.push(mark(
        met.budget.key,
        met.budget.flow,
        Some(Rect::new(0.0, 0.0, input.width, 24.0)),
        input,
    ));
    y += 24.0;
    let bar_top = y;
    let mut from = 0.0;
    for (index, part) in met.parts.iter().enumerate() {
        let (left, right) = (
            scale.px_from_value(from),
            scale.px_from_value(from + part.amount),
        );
        from += part.amount;
        // A gap keeps neighbours apart without relying on colour.
        let gap = if index + 1 < met.parts.len() {
            2.0
        } else {
            0.0
        };
        let bar = Rect::new(left, bar_top, (right - left - gap).max(1.0), BAR_HEIGHT);
        let mark = mark(part.key, part.flow, Some(bar), input);
        let slot = match mark.emphasis {
            Emphasis::Selected => Slot::Accent,
            Emphasis::Background => Slot::Dimmed,
            Emphasis::Idle => Slot::Neutral,
        };
        draw_bar(
            bar,
            Approximation::Exact,
            part.flow.derived.is_some(),
            slot,
            scene,
        );
        scene.marks.push(mark);
    }
    y += BAR_HEIGHT + 8.0;
    scene.height = labels(met, &scale, y, input, scene);
}

fn budget_label(met: &Met, input: &Input) -> String {
    let strings = &input.lang.later().funding;
    let amount = money(met.budget.amount, &met.budget.flow.currency, input.lang);
    format!(
        "{}{}{amount}",
        strings.budget,
        input.lang.strings().list.colon
    )
}

/// Each part's words under its end of the bar; one below the other where the picture is narrow. Gives back the bottom.
fn labels(met: &Met, scale: &Linear, top: f64, input: &Input, scene: &mut Scene) -> f64 {
    let is_narrow = input.width < NARROW || met.parts.len() > 2;
    let mut bottom = top;
    let mut y = top;
    let mut from = 0.0;
    for (index, part) in met.parts.iter().enumerate() {
        let left = scale.px_from_value(from);
        from += part.amount;
        let right = scale.px_from_value(from);
        let is_last = index + 1 == met.parts.len() && index > 0;
        let (x, anchor, width) = if is_narrow {
            (0.0, Anchor::Start, input.width)
        } else if is_last {
            (right, Anchor::End, right - left)
        } else {
            (left, Anchor::Start, right - left - 12.0)
        };
        let line_top = if is_narrow { y } else { top };
        let end = part_label(
            part,
            met,
            Point::new(x, line_top),
            anchor,
            width,
            input,
            scene,
        );
        y = end + 8.0;
        bottom = bottom.max(end);
    }
    bottom
}

fn part_label(
    part: &Part,
    met: &Met,
    at: Point,
    anchor: Anchor,
    width: f64,
    input: &Input,
    scene: &mut Scene,
) -> f64 {
    let lang = input.lang;
    let share = percent(part.amount / met.budget.amount * 100.0, lang);
    let value = format!(
        "{share} · {}",
        money(part.amount, &part.flow.currency, lang)
    );
    let head = scene.label(Point::new(at.x, at.y + 10.0), value, 15.0, Slot::Ink);
    head.bold = true;
    head.anchor = anchor;
    let mut y = at.y + 20.0;
    let from = pick(&part.flow.from, lang);
    let who = match part.flow.derived {
        Some(_) => aside(from, lang.strings().view.computed_by_us, lang),
        None => from.to_owned(),
    };
    for line in wrap(&who, width.max(120.0), 13.0, false, 3) {
        let label = scene.label(Point::new(at.x, y + 9.0), line, 13.0, Slot::Muted);
        label.anchor = anchor;
        y += 18.0;
    }
    y
}

fn mark(key: Key<Flow>, flow: &Flow, hit: Option<Rect>, input: &Input) -> Mark {
    let country = flow.from_countries.first().or(flow.to_countries.first());
    let clause = country.map(|&c| Clause::Country(c));
    let card = card(flow, input);
    let lang = input.lang;
    let strings = lang.strings();
    let value = if card.value.is_empty() {
        strings.view.not_stated.to_owned()
    } else {
        card.value.clone()
    };
    Mark {
        id: input.data.flows.id(key).to_owned(),
        hits: hit.into_iter().collect(),
        cells: vec![
            match pick(&flow.from, lang) {
                // A row's heading, which must not be empty.
                "" => Cell::text(strings.view.not_stated),
                from => Cell::of_data(from),
            },
            Cell::of_data(pick(&flow.to, lang)),
            Cell::ordered(value, flow.amount.unwrap_or(-1.0)),
            Cell::text(word(lang.later().words.forms, form_slug(flow.form))),
            Cell::text(word(strings.words.flow_kinds, flow.kind.slug())),
        ],
        emphasis: match clause {
            Some(clause) if input.engine.selection().has(clause) => Emphasis::Selected,
            _ => Emphasis::Idle,
        },
        card,
        clause,
    }
}

/// The package's slug of a form.
pub fn form_slug(form: SupportForm) -> &'static str {
    form.slug()
}

fn card(flow: &Flow, input: &Input) -> Card {
    let lang = input.lang;
    let strings = lang.strings();
    let (from, to) = (pick(&flow.from, lang), pick(&flow.to, lang));
    let mut notes = vec![word(strings.words.flow_kinds, flow.kind.slug())];
    if !from.is_empty() {
        notes.push(to.to_owned());
    }
    if let Some(formula) = &flow.derived {
        notes.push(fill(
            strings.view.computed,
            &[("formula", &formula_in_numbers(formula, input.data, lang))],
        ));
    }
    if flow.preliminary {
        notes.push(strings.view.preliminary.to_owned());
    }
    Card {
        title: if from.is_empty() { to } else { from }.to_owned(),
        value: flow
            .amount
            .map_or(String::new(), |a| money(a, &flow.currency, lang)),
        notes,
        source: flow.source.clone(),
        contested: false,
        subject: None,
        is_sentence: false,
    }
}

fn words(input: &Input, met: Option<&Met>) -> Scene {
    let lang = input.lang;
    let strings = &lang.later().funding;
    let visible = input.visible(Relation::Flows, OWN);
    let count = visible.iter().filter(|&&v| v).count().to_string();
    let simple = fill(strings.finding_simple, &[("n", &count)]);
    if input.data.flows.is_empty() {
        return input.nothing(true);
    }
    let Some(met) = met else {
        return Scene {
            title: simple.clone(),
            description: simple,
            ..Scene::default()
        };
    };
    let budget = money_compact(met.budget.amount, &met.budget.flow.currency, lang);
    let parts: Vec<String> = met
        .parts
        .iter()
        .map(|p| {
            let amount = money(p.amount, &p.flow.currency, lang);
            let from = pick(&p.flow.from, lang);
            fill(strings.part, &[("from", from), ("amount", &amount)])
        })
        .collect();
    Scene {
        title: finding(met, input).unwrap_or(simple),
        subtitle: fill(strings.subtitle, &[("budget", &budget), ("n", &count)]),
        description: fill(
            strings.description,
            &[("budget", &budget), ("parts", &list(&parts, lang))],
        ),
        ..Scene::default()
    }
}

fn finding(met: &Met, input: &Input) -> Option<String> {
    let of_kind = |kind| met.parts.iter().find(|p| p.flow.kind == kind);
    let (given, gap) = (of_kind(FlowKind::Contribution)?, of_kind(FlowKind::Gap)?);
    let share = (given.amount / met.budget.amount * 100.0).round();
    Some(fill(
        input.lang.later().funding.finding,
        &[
            ("from", pick(&given.flow.from, input.lang)),
            ("share", &percent(share, input.lang)),
            ("gap", pick(&gap.flow.from, input.lang)),
        ],
    ))
}
