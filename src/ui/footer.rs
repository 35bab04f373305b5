//! The foot of the page: what the data are, and where they can be had.

use leptos::prelude::*;

use crate::format::date::day;
use crate::format::number::number;
use crate::format::text::{pick, sentences};
use crate::language::template::fill;
use crate::model::span::parse_date;
use crate::share::query::is_web_address;
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
        .child(el("p").text(say(|s| s.page.boundaries)))
        .child(footer_links(explorer))
}

/// Version, date, size and licence of the data, as far as the package says them. The paragraphs are counted once their table is here.
fn facts(explorer: Explorer, locale: Locale) -> String {
    let lang = locale.lang.get();
    let strings = &lang.later().footer;
    let rows = number(explorer.loaded().row_count() as f64, locale.lang.get());
    explorer.with_data(|data| {
        let about = &data.about;
        let date = parse_date(&about.created).map_or(about.created.clone(), |d| day(d, lang));
        let paragraphs = match data.paragraphs.len() {
            0 => String::new(),
            n => n.to_string(),
        };
        let facts = [
            (strings.title, "title", pick(&about.title, lang)),
            (strings.version, "version", &*about.version),
            (strings.date, "date", &date),
            (strings.rows, "n", &rows),
            (strings.paragraphs, "n", &paragraphs),
            (strings.licence, "licence", &about.licence),
            (strings.program, "version", env!("CARGO_PKG_VERSION")),
        ];
        let said = facts.into_iter().filter(|(.., value)| !value.is_empty());
        let said: Vec<String> = said
            .map(|(sentence, name, value)| fill(sentence, &[(name, value)]))
            .collect();
        sentences(&said, lang)
    })
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
