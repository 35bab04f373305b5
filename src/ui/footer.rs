//! The foot of the page: what the data are, and where they can be had.

use leptos::prelude::*;

use crate::browser::address;
use crate::chart::kind::ChartKind;
use crate::format::about;
use crate::language::template::fill;
use crate::share::embed::{self, Options};
use crate::share::query::{self, is_web_address};
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{El, el};
use crate::ui::say::{say, say_later, tell};

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
        .child(whole(explorer))
        .child(report)
        .child(download)
}

/// From an embed to the whole page, with what the embed shows.
fn whole(explorer: Explorer) -> Option<El> {
    let is_embed = explorer.with_state(|s| s.is_embed);
    let href = tell(move || {
        let query = explorer.with_data(|data| {
            explorer.with_state(|state| query::write(&embed::whole(state), data))
        });
        let view = explorer.with_state(|s| s.view.map_or("", ChartKind::slug));
        format!("{}?{query}#{view}", address::page())
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
