//! What a reader can change in one view beside the filters: its order, counts or shares, one picture or one for each cluster.

use leptos::prelude::*;

use crate::chart::arrangement::{Arrangement, Sort};
use crate::chart::kind::ChartKind;
use crate::format::name_order::learn_pinyin;
use crate::language::strings::Strings;
use crate::share::query::arrangement;
use crate::state::explorer::Explorer;
use crate::ui::element::{all, el, maybe};
use crate::ui::say::{flag, say};

type Words = fn(&'static Strings) -> &'static str;

/// A way to arrange a view: its name, whether the view is arranged so, and what makes it so.
#[derive(Clone, Copy)]
struct Way {
    id: &'static str,
    name: Words,
    is_on: fn(&Arrangement) -> bool,
    choose: fn(&mut Arrangement),
}

const ORDERS: [Way; 3] = [
    Way {
        id: "sort-report",
        name: |s| s.view.sort_report,
        is_on: |a| a.sort == Sort::Report,
        choose: |a| a.sort = Sort::Report,
    },
    Way {
        id: "sort-value",
        name: |s| s.view.sort_value,
        is_on: |a| a.sort == Sort::Value,
        choose: |a| a.sort = Sort::Value,
    },
    Way {
        id: "sort-name",
        name: |s| s.view.sort_name,
        is_on: |a| a.sort == Sort::Name,
        choose: |a| a.sort = Sort::Name,
    },
];

const SCALES: [Way; 2] = [
    Way {
        id: "scale-count",
        name: |s| s.view.scale_count,
        is_on: |a| !a.is_share,
        choose: |a| a.is_share = false,
    },
    Way {
        id: "scale-share",
        name: |s| s.view.scale_share,
        is_on: |a| a.is_share,
        choose: |a| a.is_share = true,
    },
];

const FACETS: [Way; 2] = [
    Way {
        id: "facet-none",
        name: |s| s.view.facet_none,
        is_on: |a| !a.by_cluster,
        choose: |a| a.by_cluster = false,
    },
    Way {
        id: "facet-cluster",
        name: |s| s.view.facet_cluster,
        is_on: |a| a.by_cluster,
        choose: |a| a.by_cluster = true,
    },
];

/// The switches that the view offers; nothing where it offers none.
pub fn arrange_tools(kind: ChartKind) -> AnyView {
    learn_pinyin();
    let offers = kind.offers();
    let groups = [
        offers
            .by_cluster
            .then(|| group(kind, |s| s.view.facet, &FACETS)),
        offers.share.then(|| group(kind, |s| s.view.scale, &SCALES)),
        offers.sort.then(|| group(kind, |s| s.view.sort, &ORDERS)),
    ];
    let groups: Vec<AnyView> = groups.into_iter().flatten().collect();
    maybe((!groups.is_empty()).then(|| el("div").class("arrange").child(groups).view()))
}

fn group(kind: ChartKind, name: Words, ways: &'static [Way]) -> AnyView {
    let buttons = all(ways.iter().map(|&way| button(kind, way)));
    el("div")
        .class("field")
        .attr("role", "group")
        .attr("aria-label", say(name))
        .child(el("span").text(say(name)))
        .child(el("div").class("switch").child(buttons))
        .view()
}

fn button(kind: ChartKind, way: Way) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let now = explorer.watch(move |s| arrangement(s, kind));
    el("button")
        .attr("type", "button")
        .id(format!("{}-{}", kind.slug(), way.id))
        .attr("aria-pressed", flag(move || (way.is_on)(&now.get())))
        .on("click", move |_| {
            if !(way.is_on)(&now.get_untracked()) {
                explorer.arrange(kind, way.choose);
            }
        })
        .text(say(way.name))
        .view()
}
