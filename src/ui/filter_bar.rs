//! The filters: what can be chosen, what is on, and what is left.

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::event_card::numeral;
use crate::filter::clause::Clause;
use crate::filter::facet::FacetSet;
use crate::filter::relation::{Relation, event_countries};
use crate::format::text::{pick, word};
use crate::language::template::fill;
use crate::model::country::Region;
use crate::model::event::EventKind;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::words::clause_name;

/// The filter bar; on narrow screens a button that opens a sheet.
#[component]
pub fn FilterBar() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let is_open = RwSignal::new(false);
    let on = explorer.watch(|s| s.selection.clauses().len());
    let open_label = move || {
        fill(
            locale.strings().filter.open,
            &[("count", &on.get().to_string())],
        )
    };
    view! {
        <section class="filters" class:open=is_open aria-label=move || locale.strings().filter.title
            on:keydown=move |event| if event.key() == "Escape" { is_open.set(false) }>
            <button type="button" class="button filters-toggle" id="filters-toggle"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|o| *o = !*o)>{open_label}</button>
            <div class="filters-body">
                <ClusterFilter />
                <Choice facet=Which::Kind />
                <Choice facet=Which::Region />
                <Choice facet=Which::Country />
                <button type="button" class="button filters-close" on:click=move |_| is_open.set(false)>
                    {move || locale.strings().filter.close}
                </button>
            </div>
            <Chips />
        </section>
    }
}

#[component]
fn ClusterFilter() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let clusters = explorer.with_data(|data| {
        let all = data.clusters.iter();
        all.map(|(key, c)| (key, data.clusters.id(key).to_owned(), c.title.clone()))
            .collect::<Vec<_>>()
    });
    let selection = explorer.watch(|s| s.selection.clone());
    let buttons = clusters.into_iter().map(|(key, id, title)| {
        let clause = Clause::Cluster(key);
        let numeral = numeral(&id);
        let label = {
            let numeral = numeral.clone();
            move || {
                let strings = locale.strings();
                let name = fill(strings.filter.cluster_n, &[("number", &numeral)]);
                format!("{name}{}{}", strings.list.colon, pick(&title, locale.lang.get()))
            }
        };
        let tip = label.clone();
        view! {
            <button type="button" id=format!("cluster-{id}") class=format!("cluster cluster-{}", key.index())
                aria-label=label title=tip
                aria-pressed=move || selection.with(|s| s.has(clause)).to_string()
                on:click=move |_| explorer.toggle(clause)>{numeral}</button>
        }
    }).collect_view();
    view! {
        <div class="field" role="group" aria-label=move || locale.strings().filter.cluster>
            <span>{move || locale.strings().filter.cluster}</span>
            <div class="switch">{buttons}</div>
        </div>
    }
}

/// The facets that are chosen from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Kind,
    Region,
    Country,
}

/// A list that adds what is chosen in it; what is on already is marked and is let go by choosing it again.
#[component]
fn Choice(facet: Which) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let selection = explorer.watch(|s| s.selection.clone());
    let options = StoredValue::new(explorer.with_data(|data| options(facet, data)));
    let name = move || {
        let strings = &locale.strings().filter;
        match facet {
            Which::Kind => strings.kind,
            Which::Region => strings.region,
            Which::Country => strings.country,
        }
    };
    let id = match facet {
        Which::Kind => "filter-kind",
        Which::Region => "filter-region",
        Which::Country => "filter-country",
    };
    let listed = move || {
        let lang = locale.lang.get();
        let mut named: Vec<(usize, String)> = explorer.with_data(|data| {
            options.with_value(|all| {
                let named = all.iter().enumerate();
                named
                    .map(|(i, &clause)| (i, option_name(clause, data, lang)))
                    .collect()
            })
        });
        if facet == Which::Country {
            named.sort_by(|a, b| a.1.cmp(&b.1));
        }
        named
    };
    let chosen = move |text: String| {
        let index = text.parse::<usize>().ok();
        let clause = index.and_then(|i| options.with_value(|all| all.get(i).copied()));
        if let Some(clause) = clause {
            explorer.toggle(clause);
        }
    };
    view! {
        <label class="field" for=id>
            <span>{name}</span>
            <select id=id prop:value="" on:change=move |event| {
                chosen(event_target_value(&event));
                reset_select(&event);
            }>
                <option value="">{move || locale.strings().filter.all}</option>
                {move || listed().into_iter().map(|(index, name)| {
                    let clause = options.with_value(|all| all.get(index).copied());
                    let mark = move || if clause.is_some_and(|c| selection.with(|s| s.has(c))) { "✓ " } else { "" };
                    view! { <option value=index.to_string()>{mark}{name}</option> }
                }).collect_view()}
            </select>
        </label>
    }
}

/// The list shows its first line again: what was chosen stands as a chip.
fn reset_select(event: &leptos::ev::Event) {
    use wasm_bindgen::JsCast;
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::HtmlSelectElement>().ok());
    if let Some(select) = target {
        select.set_value("");
    }
}

/// What the data can be narrowed to: kinds and regions that occur, countries with a part.
fn options(facet: Which, data: &crate::model::dataset::Dataset) -> Vec<Clause> {
    match facet {
        Which::Kind => EventKind::ALL
            .into_iter()
            .filter(|&kind| data.events.rows().iter().any(|e| e.kind == kind))
            .map(Clause::Kind)
            .collect(),
        Which::Region => {
            let present: Vec<Region> = present_countries(data)
                .into_iter()
                .filter_map(|key| data.countries.get(key).map(|c| c.region))
                .collect();
            Region::ALL
                .into_iter()
                .filter(|r| present.contains(r))
                .map(Clause::Region)
                .collect()
        }
        Which::Country => present_countries(data)
            .into_iter()
            .map(Clause::Country)
            .collect(),
    }
}

fn present_countries(
    data: &crate::model::dataset::Dataset,
) -> std::collections::BTreeSet<crate::model::table::Key<crate::model::country::Country>> {
    let events = data
        .events
        .rows()
        .iter()
        .flat_map(|e| event_countries(data, e));
    let seats = data.memberships.rows().iter().map(|m| m.country);
    let practices = data
        .practices
        .rows()
        .iter()
        .flat_map(|p| p.countries.iter().copied());
    let flows = data
        .flows
        .rows()
        .iter()
        .flat_map(|f| f.from_countries.iter().chain(&f.to_countries).copied());
    events.chain(seats).chain(practices).chain(flows).collect()
}

fn option_name(
    clause: Clause,
    data: &crate::model::dataset::Dataset,
    lang: crate::language::lang::Lang,
) -> String {
    match clause {
        Clause::Kind(kind) => word(lang.strings().words.kinds, kind.slug()),
        other => clause_name(other, data, lang),
    }
}

/// What is on, each to be taken away; the count of what is left; and how to relax a selection that leaves nothing.
#[component]
fn Chips() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let selection = explorer.watch(|s| s.selection.clone());
    let count = move || count_sentence(explorer, locale);
    let is_empty = Memo::new(move |_| {
        explorer.with_input(locale.lang.get(), 0.0, false, |input| {
            !input
                .engine
                .visible(Relation::Events, FacetSet::NONE)
                .any(|v| v)
        })
    });
    let name =
        move |clause| explorer.with_data(|data| clause_name(clause, data, locale.lang.get()));
    let chips = move || {
        selection.get().clauses().iter().enumerate().map(|(index, &clause)| {
            let label = move || fill(locale.strings().filter.remove, &[("name", &name(clause))]);
            view! {
                <li>
                    <button type="button" class="chip" id=format!("chip-{index}") aria-label=label
                        on:click=move |_| {
                            explorer.toggle(clause);
                            focus_after_removal(explorer, index);
                        }>{name(clause)}<span aria-hidden="true">" ×"</span></button>
                </li>
            }
        }).collect_view()
    };
    view! {
        <div class="filter-state">
            <p class="count" role="status" id="count" tabindex="-1">{count}</p>
            <ul class="chips" aria-label=move || locale.strings().filter.active>{chips}</ul>
            {move || (!selection.get().is_empty()).then(|| view! {
                <button type="button" class="button" id="clear" on:click=move |_| {
                    explorer.clear();
                    device::focus_id("count");
                }>{locale.strings().filter.clear}</button>
            })}
        </div>
        {move || is_empty.get().then(|| view! {
            <div class="nothing" role="note">
                <p>{locale.strings().filter.empty}</p>
                <p class="actions">
                    {selection.get().clauses().iter().map(|&clause| view! {
                        <button type="button" class="button relax" on:click=move |_| explorer.toggle(clause)>
                            {move || fill(locale.strings().filter.relax, &[("name", &name(clause))])}
                        </button>
                    }).collect_view()}
                </p>
            </div>
        })}
    }
}

/// The keyboard goes on to the chip that took the place of the removed one, or to the count.
fn focus_after_removal(explorer: Explorer, index: usize) {
    let left = explorer.with_state(|s| s.selection.clauses().len());
    let target = match left {
        0 => "count".to_owned(),
        _ => format!("chip-{}", index.min(left - 1)),
    };
    request_animation_frame(move || device::focus_id(&target));
}

/// "6 of 14 thematic meetings"; where the filter is for other kinds, or the package has no such meetings, of events.
fn count_sentence(explorer: Explorer, locale: Locale) -> String {
    explorer.with_input(locale.lang.get(), 0.0, false, |input| {
        let selection = input.engine.selection();
        let has_meetings = input
            .data
            .events
            .rows()
            .iter()
            .any(|e| e.kind == EventKind::Thematic);
        let wants_others = selection
            .of_facet(crate::filter::facet::Facet::Kind)
            .next()
            .is_some()
            && !selection.has(Clause::Kind(EventKind::Thematic));
        let counts_meetings = has_meetings && !wants_others;
        let counted = |kind: EventKind| !counts_meetings || kind == EventKind::Thematic;
        let visible = input.visible(Relation::Events, FacetSet::NONE);
        let (mut shown, mut total) = (0_usize, 0_usize);
        for (key, _) in input.data.events.iter().filter(|(_, e)| counted(e.kind)) {
            total += 1;
            shown += usize::from(visible.get(key.index()).copied().unwrap_or(false));
        }
        let strings = &locale.strings().filter;
        let template = if counts_meetings {
            strings.count_meetings
        } else {
            strings.count_events
        };
        fill(
            template,
            &[("n", &shown.to_string()), ("total", &total.to_string())],
        )
    })
}
