//! The filters: what can be chosen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::device;
use crate::chart::clause_name::{clause_name, is_named_by_data};
use crate::filter::clause::Clause;
use crate::filter::relation::event_countries;
use crate::format::name_order::compare;
use crate::format::number::numeral;
use crate::format::text::{pick, word};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::cluster::Cluster;
use crate::model::country::{Country, Region};
use crate::model::dataset::Dataset;
use crate::model::event::EventKind;
use crate::model::order::{sort_by, sort_unique};
use crate::model::table::Key;
use crate::model::text::Text;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::chips::chips;
use crate::ui::element::{El, all, el};
use crate::ui::run::memo;
use crate::ui::say::{Sentence, Words, changing, flag, say, tell};

/// The filter bar; on narrow screens a button that opens a sheet.
pub fn filter_bar() -> AnyView {
    let is_open = RwSignal::new(false);
    let class = move || {
        if is_open.get() {
            "filters open"
        } else {
            "filters"
        }
    };
    el("section")
        .class(tell(class))
        .attr("aria-label", say(|s| s.filter.title))
        .on("keydown", move |event| {
            let key = event.dyn_ref::<web_sys::KeyboardEvent>();
            if key.is_some_and(|k| k.key() == "Escape") {
                is_open.set(false);
            }
        })
        .child(sheet_button(is_open))
        .child(sheet(is_open))
        .child(chips())
        .view()
}

/// The button that opens the sheet and says how many filters are on.
fn sheet_button(is_open: RwSignal<bool>) -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let label = move || {
        let count = explorer
            .with_state(|s| s.selection.clauses().len())
            .to_string();
        fill(locale.strings().filter.open, &[("count", &count)])
    };
    el("button")
        .attr("type", "button")
        .class("button filters-toggle")
        .id("filters-toggle")
        .attr("aria-expanded", flag(move || is_open.get()))
        .on("click", move |_| is_open.update(|o| *o = !*o))
        .text(tell(label))
}

fn sheet(is_open: RwSignal<bool>) -> El {
    let close = el("button")
        .attr("type", "button")
        .class("button filters-close")
        .on("click", move |_| is_open.set(false))
        .text(say(|s| s.filter.close));
    el("div")
        .class("filters-body")
        .child(cluster_filter())
        .child(choice(Which::Kind))
        .child(choice(Which::Region))
        .child(choice(Which::Country))
        .child(choice(Which::Topic))
        .child(close)
}

fn cluster_filter() -> El {
    let explorer = expect_context::<Explorer>();
    // A memo: tables that come later build the buttons anew only where the clusters are others.
    let clusters = memo(move || explorer.with_data(listed_clusters));
    let buttons = changing(move || {
        let listed = clusters.get();
        untrack(|| all(listed.into_iter().map(cluster_button)))
    });
    el("div")
        .class(field_class(move || clusters.with(Vec::is_empty)))
        .attr("role", "group")
        .attr("aria-label", say(|s| s.filter.cluster))
        .child(el("span").text(say(|s| s.filter.cluster)))
        .child(el("div").class("switch").child(buttons))
}

/// A filter without anything to choose is not there.
fn field_class(is_void: impl Fn() -> bool + Send + 'static) -> Sentence {
    tell(move || if is_void() { "gone" } else { "field" })
}

/// A cluster's key, id and title.
type ListedCluster = (Key<Cluster>, String, Text);

fn listed_clusters(data: &Dataset) -> Vec<ListedCluster> {
    let clusters = data.clusters.iter();
    clusters
        .map(|(key, cluster)| (key, data.clusters.id(key).to_owned(), cluster.title.clone()))
        .collect()
}

fn cluster_button((key, id, title): ListedCluster) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let selection = explorer.watch(|s| s.selection.clone());
    let clause = Clause::Cluster(key);
    // The pictures have one colour for every cluster from the fourth on.
    let class = format!("cluster cluster-{}", key.index().min(3));
    let number = numeral(&id);
    let label = {
        let number = number.clone();
        tell(move || {
            let strings = locale.strings();
            let name = fill(strings.filter.cluster_n, &[("number", &number)]);
            let title = pick(&title, locale.lang.get());
            format!("{name}{}{title}", strings.list.colon)
        })
    };
    el("button")
        .attr("type", "button")
        .id(format!("cluster-{id}"))
        .class(class)
        .attr("aria-label", label.clone())
        .attr("title", label)
        .attr(
            "aria-pressed",
            flag(move || selection.with(|s| s.has(clause))),
        )
        .on("click", move |_| explorer.toggle(clause))
        .text(number)
        .view()
}

/// The facets that are chosen from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Kind,
    Region,
    Country,
    Topic,
}

impl Which {
    fn id(self) -> &'static str {
        match self {
            Self::Kind => "filter-kind",
            Self::Region => "filter-region",
            Self::Country => "filter-country",
            Self::Topic => "filter-topic",
        }
    }

    fn name(self) -> Words {
        match self {
            Self::Kind => say(|s| s.filter.kind),
            Self::Region => say(|s| s.filter.region),
            Self::Country => say(|s| s.filter.country),
            Self::Topic => say(|s| s.filter.topic),
        }
    }
}

/// A list that adds what is chosen in it; what is on already is marked and is let go by choosing it again.
fn choice(facet: Which) -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let clauses = memo(move || explorer.with_data(|data| options(facet, data)));
    // Of this list alone: choosing elsewhere touches none of its lines.
    let chosen = memo(move || {
        let is_on = |clause: &Clause| explorer.with_state(|s| s.selection.has(*clause));
        clauses.with(|all| all.iter().copied().filter(is_on).collect::<Vec<_>>())
    });
    let listed = move || {
        let lang = locale.lang.get();
        let chosen = chosen.get();
        // With what comes later comes the order of Chinese names.
        explorer.rest().track();
        let named = clauses.with(|clauses| {
            untrack(|| explorer.with_data(|data| named_options(facet, clauses, data, lang)))
        });
        untrack(|| all(named.into_iter().map(|named| option(named, &chosen))))
    };
    let select = el("select")
        .id(facet.id())
        .on("change", move |event| {
            let index = event_target_value(&event).parse::<usize>().ok();
            let clause = index.and_then(|i| clauses.with_untracked(|all| all.get(i).copied()));
            if let Some(clause) = clause {
                explorer.toggle(clause);
            }
            reset_select(&event);
        })
        .child(el("option").attr("value", "").text(say(|s| s.filter.all)))
        .child(changing(listed));
    el("label")
        .class(field_class(move || clauses.with(Vec::is_empty)))
        .attr("for", facet.id())
        .child(el("span").text(facet.name()))
        .child(select)
}

/// What a list offers: the place among the clauses, the clause, and its name.
type Named = (usize, Clause, String);

fn named_options(facet: Which, clauses: &[Clause], data: &Dataset, lang: Lang) -> Vec<Named> {
    let clauses = clauses.iter().enumerate();
    let mut named: Vec<Named> = clauses
        .map(|(i, &clause)| (i, clause, option_name(clause, data, lang)))
        .collect();
    if matches!(facet, Which::Country | Which::Topic) {
        sort_by(&mut named, |a, b| compare(&a.2, &b.2, lang));
    }
    named
}

fn option((index, clause, name): Named, chosen: &[Clause]) -> AnyView {
    let option = el("option").attr("value", index.to_string());
    let option = match chosen.contains(&clause) {
        true => option.text("✓ "),
        false => option,
    };
    match is_named_by_data(clause) {
        true => option.of_data(name).view(),
        false => option.text(name).view(),
    }
}

/// The list shows its first line again: what was chosen stands as a chip.
fn reset_select(event: &web_sys::Event) {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::HtmlSelectElement>().ok());
    if let Some(select) = target {
        select.set_value("");
        device::forget_choice(&select);
    }
}

/// What the data can be narrowed to: kinds and regions that occur, countries with a part.
fn options(facet: Which, data: &Dataset) -> Vec<Clause> {
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
        Which::Topic => data.topics.keys().map(Clause::Topic).collect(),
    }
}

fn present_countries(data: &Dataset) -> Vec<Key<Country>> {
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
    let mut all: Vec<_> = events.chain(seats).chain(practices).chain(flows).collect();
    sort_unique(&mut all);
    all
}

fn option_name(clause: Clause, data: &Dataset, lang: Lang) -> String {
    match clause {
        Clause::Kind(kind) => word(lang.strings().words.kinds, kind.slug()),
        other => clause_name(other, data, lang),
    }
}
