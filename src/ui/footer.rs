//! The foot of the page: what the data are, and where they can be had.

use leptos::prelude::*;

use crate::format::text::sentences;
use crate::language::template::fill;
use crate::share::query::is_web_address;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{El, el};
use crate::ui::say::{say, tell};

/// Version, date, size and licence of the data, the note on boundaries, and the links to report and package.
pub fn footer() -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    el("footer")
        .class("page footer")
        .child(el("p").text(tell(move || facts(explorer, locale))))
        .child(el("p").text(say(|s| s.page.boundaries)))
        .child(footer_links(explorer))
}

/// Version, date, size and licence of the data. The paragraphs are counted once their table is here.
fn facts(explorer: Explorer, locale: Locale) -> String {
    let strings = &locale.strings().page;
    let rows = explorer.loaded().row_count().to_string();
    explorer.with_data(|data| {
        let about = &data.about;
        let of_data = [
            ("version", &*about.version),
            ("date", &about.created),
            ("rows", &rows),
        ];
        let mut facts = vec![fill(strings.footer_data, &of_data)];
        if !data.paragraphs.is_empty() {
            let n = data.paragraphs.len().to_string();
            facts.push(fill(strings.footer_paragraphs, &[("n", &n)]));
        }
        let licence = [("licence", &*about.licence)];
        facts.push(fill(strings.footer_licence, &licence));
        sentences(&facts, locale.lang.get())
    })
}

fn footer_links(explorer: Explorer) -> El {
    let homepage = explorer.with_data(|data| data.about.homepage.clone());
    let report = (!homepage.is_empty() && is_web_address(&homepage)).then(|| {
        el("a")
            .attr("href", homepage)
            .attr("rel", "external")
            .text(say(|s| s.page.footer_report))
    });
    let own = "data/datapackage.json".to_owned();
    let package = explorer.with_state(|s| s.data.clone()).unwrap_or(own);
    let download = el("a")
        .attr("href", package)
        .mark("download")
        .text(say(|s| s.page.footer_download));
    el("p").class("actions").child(report).child(download)
}
