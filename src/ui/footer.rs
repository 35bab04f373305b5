//! The foot of the page: what the data are, and where they can be had.

use leptos::prelude::*;

use crate::format::about;
use crate::share::query::is_web_address;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{El, el};
use crate::ui::parts::data_saving_part;
use crate::ui::say::{say, say_later, tell};
use crate::ui::view_foot::later_fold;

/// Version, date, size and licence of the data, the note on boundaries, and the links to report and package.
pub fn footer() -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    el("footer")
        .class("page footer")
        .child(el("p").text(tell(move || facts(explorer, locale))))
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
    el("p").class("actions").child(report).child(download)
}
