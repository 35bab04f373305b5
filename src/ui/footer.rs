//! The foot of the page: what the data are, and where they can be had.

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::kind::ChartKind;
use crate::format::about;
use crate::language::template::fill;
use crate::share::embed::Options;
use crate::share::query::is_web_address;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{El, el};
use crate::ui::parts::data_saving_part;
use crate::ui::say::{say, say_later, tell};
use crate::ui::view_foot::later_fold;
use crate::ui::whole_page::whole_page;

/// Version, date, size and licence of the data, the note on boundaries, and the links to report and package.
pub fn footer() -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    el("footer")
        .class("page footer")
        .child(el("p").text(tell(move || facts(explorer, locale))))
        .child(other_version(explorer, locale))
        .child(el("p").text(say(|s| s.page.boundaries)))
        .child(footer_links(explorer))
        .child(later_fold(
            "data-save".to_owned(),
            say_later(|s| s.saving.fold_data),
            |owner| Box::pin(data_saving_part(owner)),
        ))
}

fn facts(explorer: Explorer, locale: Locale) -> String {
    let rows = explorer.loaded().row_count();
    explorer.with_data(|data| about::facts(data, rows, locale.lang.get()))
}

fn footer_links(explorer: Explorer) -> El {
    let homepage = explorer.with_data(|data| data.about.homepage.clone());
    let report = (!homepage.is_empty() && is_web_address(&homepage)).then(|| {
        el("a")
            .attr("href", homepage)
            .attr("rel", "external")
            .text(say_later(|s| s.footer.report))
    });
    let own = "data/datapackage.json".to_owned();
    let package = explorer.with_state(|s| s.data.clone()).unwrap_or(own);
    let download = el("a")
        .attr("href", package)
        .mark("download")
        .text(say_later(|s| s.footer.download));
    el("p")
        .class("actions")
        .child(print(explorer))
        .child(whole(explorer))
        .child(report)
        .child(download)
}

/// The way to a brief of the views in sight: of one in an embed, of all in the page.
fn print(explorer: Explorer) -> El {
    el("button")
        .attr("type", "button")
        .class("button")
        .id("print-brief")
        .on("click", move |_| {
            let only = explorer.with_state(|s| s.view.filter(|_| s.is_embed));
            explorer.show_brief(only.map_or(ChartKind::ALL.into(), |view| vec![view]));
            device::focus_id("content");
        })
        .text(say_later(|s| s.brief.open))
}

/// From an embed to the whole page, with what the embed shows.
fn whole(explorer: Explorer) -> Option<El> {
    let is_embed = explorer.with_state(|s| s.is_embed);
    let href = tell(move || {
        let view = explorer.with_state(|s| s.view.map_or("", ChartKind::slug));
        whole_page(explorer, &format!("#{view}"))
    });
    is_embed.then(|| {
        el("a")
            .attr("href", href)
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .text(say_later(|s| s.embed.whole))
    })
}

/// That an embed was made with another version of the data than it shows.
fn other_version(explorer: Explorer, locale: Locale) -> Option<El> {
    let (options, _) = explorer.with_state(Options::of);
    let now = explorer.with_data(|data| data.about.version.clone());
    let made = options.version.filter(|made| *made != now)?;
    let sentence = move || {
        let sentence = locale.later().embed.other_version;
        fill(sentence, &[("made", &made), ("now", &now)])
    };
    let is_embed = explorer.with_state(|s| s.is_embed);
    is_embed.then(|| {
        el("p")
            .class("ignored")
            .attr("role", "note")
            .text(tell(sentence))
    })
}
