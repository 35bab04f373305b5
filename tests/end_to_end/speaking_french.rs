//! A language whose words come when it is chosen, and of which the package knows nothing: what the package says comes in English, and
//! is tagged as English.

use std::collections::BTreeSet;

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::text::Text;
use serde_json::json;
use thirtyfour::Key;

use crate::explorer::{Shown, focus, open, wait_focus};
use crate::harness::{Fault, Page, browse, until, wait_equal};
use crate::naive::Filter;
use crate::report::REPORT;

fn words_part(page: &Page) -> String {
    let parts = page.site().parts();
    let part = parts.into_iter().find(|part| part.contains("split_words"));
    part.expect("the words of French are a part of their own")
}

#[track_caller]
fn assert_is_french(page: &Page) {
    page.wait_attribute("html", "lang", "fr");
    page.wait_attribute("html", "dir", "ltr");
    page.wait_attribute("#lang-fr", "aria-pressed", "true");
    page.wait_text("#count", "réunions thématiques sur 14");
    page.wait_text("#timeline-as-chart", "Graphique");
}

#[test]
fn a_link_the_browser_and_the_last_visit_can_ask_for_it() {
    browse(|page| {
        open(page, "?lang=fr");
        assert_is_french(page);
        wait_equal(
            "what is shown in French",
            &Filter::default().shown_in(Lang::Fr),
            || Shown::on(page),
        );
        open(page, "?lang=fr-CA");
        assert_is_french(page);
        open(page, "?lang=en");
        page.wait_attribute("html", "lang", "en");
        page.set_languages("fr-CA,en");
        open(page, "");
        assert_is_french(page);
        page.click("#lang-en");
        page.wait_attribute("html", "lang", "en");
        open(page, "");
        page.wait_attribute("html", "lang", "en");
        page.click("#lang-fr");
        page.wait_attribute("html", "lang", "fr");
        page.set_languages("zh-CN");
        open(page, "");
        assert_is_french(page);
    });
}

#[test]
fn its_words_come_once_it_is_chosen_and_nothing_else_changes() {
    browse(|page| {
        open(page, "?lang=en&tab=funding&p=27");
        let part = words_part(page);
        assert_eq!(page.site().times_answered(&part), 0);
        page.evaluate::<()>("window.survivor = 'here'", &[]);
        page.wait_for("#panel .gist");
        focus(page, "#lang-fr");
        page.press(Key::Enter);
        assert_is_french(page);
        page.wait_url("lang=fr");
        wait_focus(page, "#lang-fr");
        page.wait_text("#panel-title", "Paragraphe 27");
        page.wait_for("#funding-table");
        let survivor: String = page.evaluate("return window.survivor", &[]);
        assert_eq!(survivor, "here", "the page was not loaded anew");
        assert_eq!(page.site().times_answered(&part), 1);
        page.click("#lang-zh");
        page.wait_attribute("html", "lang", "zh-Hans");
        page.click("#lang-fr");
        assert_is_french(page);
        assert_eq!(page.site().times_answered(&part), 1, "they are kept");
    });
}

#[test]
fn each_language_of_the_switch_is_named_in_itself() {
    browse(|page| {
        open(page, "?lang=fr");
        let buttons: Vec<(String, String)> = page.evaluate(
            "return [...document.querySelectorAll('[id^=lang-]')].map(e => [e.lang, e.innerText])",
            &[],
        );
        let wanted = [("zh-Hans", "中文"), ("en", "English"), ("fr", "Français")];
        assert_eq!(
            buttons,
            wanted.map(|(tag, name)| (tag.to_owned(), name.to_owned()))
        );
    });
}

#[test]
fn the_first_drawing_waits_for_the_words() {
    browse(|page| {
        let part = words_part(page);
        page.site().break_file(&part, Fault::Stalled);
        page.open("?lang=fr");
        page.wait_for(".loading");
        until("the data", || {
            match page.site().times_answered("data/forum.json") {
                0 => Err("not asked for".to_owned()),
                _ => Ok(()),
            }
        });
        assert_eq!(
            page.count("#count"),
            0,
            "nothing is drawn in another language first"
        );
        page.site().mend_file(&part);
        assert_is_french(page);
    });
}

#[test]
fn where_the_words_do_not_come_english_stays_and_that_is_said() {
    browse(|page| {
        let part = words_part(page);
        page.site().break_file(&part, Fault::NotFound);
        page.expect_console("WebAssembly");
        page.open("?lang=fr");
        page.wait_text("#language-missing", "did not arrive");
        page.wait_attribute("html", "lang", "en");
        page.wait_attribute("#lang-en", "aria-pressed", "true");
        page.wait_text("#count", "14 of 14 thematic meetings");
        page.site().mend_file(&part);
        page.click("#lang-fr");
        assert_is_french(page);
        page.wait_gone("#language-missing");
    });
}

#[test]
fn who_goes_on_to_another_language_meanwhile_is_not_called_back() {
    browse(|page| {
        let part = words_part(page);
        open(page, "?lang=en");
        page.site().break_file(&part, Fault::Stalled);
        page.click("#lang-fr");
        page.wait_url("lang=fr");
        page.click("#lang-zh");
        page.wait_attribute("html", "lang", "zh-Hans");
        page.site().mend_file(&part);
        until("the words", || match page.site().times_answered(&part) {
            0 => Err("still underway".to_owned()),
            _ => Ok(()),
        });
        page.click("#cluster-1");
        page.wait_text(".chip", "专题组");
        page.wait_attribute("html", "lang", "zh-Hans");
    });
}

/// Everything that the package says in English alone and the page shows as it is.
fn english_of_the_package() -> BTreeSet<String> {
    let data = &*REPORT;
    let mut texts: Vec<&Text> = vec![&data.about.title, &data.about.description];
    for row in data.events.rows() {
        texts.extend([&row.title, &row.short]);
    }
    for row in data.countries.rows() {
        texts.extend([&row.name, &row.label]);
    }
    for row in data.people.rows() {
        texts.extend([&row.name, &row.organisation]);
    }
    for row in data.terms.rows() {
        texts.extend([&row.name, &row.definition]);
    }
    for row in data.figures.rows() {
        texts.extend([&row.population, &row.category]);
    }
    for row in data.projects.rows() {
        texts.extend([&row.title, &row.metric, &row.lead]);
    }
    for row in data.flows.rows() {
        texts.extend([&row.from, &row.to]);
    }
    for row in data.conflicts.rows() {
        texts.extend([&row.quantity, &row.value_a, &row.value_b]);
    }
    for row in data.calls.rows() {
        texts.extend([&row.actor, &row.summary]);
    }
    for row in data.practices.rows() {
        texts.extend([&row.actor, &row.summary]);
    }
    texts.extend(data.places.rows().iter().map(|row| &row.name));
    texts.extend(data.bodies.rows().iter().map(|row| &row.title));
    texts.extend(data.topics.rows().iter().map(|row| &row.name));
    texts.extend(data.clusters.rows().iter().map(|row| &row.title));
    texts.extend(data.answers.rows().iter().map(|row| &row.question));
    texts.extend(data.outcomes.rows().iter().map(|row| &row.summary));
    texts.extend(data.paragraphs.rows().iter().map(|row| &row.gist));
    texts.extend(data.sections.rows().iter().map(|row| &row.title));
    texts.extend(data.world_figures.rows().iter().map(|row| &row.label));
    texts.extend(data.unstated.rows().iter().map(|row| &row.text));
    let english = texts.into_iter().map(|text| text.en.clone());
    // A number or a sign is of no language.
    english
        .filter(|text| text.chars().any(char::is_alphabetic))
        .collect()
}

/// Every word and sentence of the French interface that stands by itself.
fn french_of_the_interface() -> BTreeSet<String> {
    let mut entries = Lang::Fr.strings().entries();
    entries.extend(Lang::Fr.later().entries());
    let texts = entries.into_iter().map(|(_, text)| text.to_owned());
    texts
        .filter(|text| !text.contains('{') && text.chars().any(char::is_alphabetic))
        .collect()
}

/// Finds runs of text that are not tagged with their language: what of the package is not English, what of ours is not French.
const UNTAGGED: &str = r"
    const [english, french] = [...arguments].map(list => new Set(list));
    const found = [];
    let tagged = 0;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const node = walk.currentNode;
        const parent = node.parentElement;
        if (parent.closest('script, style, noscript, [aria-hidden=true], #boot-error')) continue;
        const text = node.data.replace(/^[✓ ]+|\s+$/g, '');
        const lang = parent.closest('[lang]').lang;
        if (english.has(text) && !french.has(text)) {
            tagged += lang === 'en';
            if (lang !== 'en') found.push(`${text} is tagged ${lang} in ${parent.outerHTML.slice(0, 120)}`);
        }
        if (french.has(text) && !english.has(text) && lang !== 'fr') found.push(`${text} is tagged ${lang}`);
    }
    return [tagged, found]";

#[track_caller]
fn assert_tagged(page: &Page, least: usize) {
    let texts = [
        json!(english_of_the_package()),
        json!(french_of_the_interface()),
    ];
    let (tagged, found): (usize, Vec<String>) = page.evaluate(UNTAGGED, &texts);
    assert!(found.is_empty(), "{found:#?}");
    assert!(tagged >= least, "{tagged} runs of the package are there");
}

#[test]
fn what_the_package_says_in_english_is_tagged_as_english_and_nothing_else_is() {
    browse(|page| {
        // Pictures with their lists, options, headline figures, lists of sources.
        open(page, "?lang=fr&country=CHE&context=1");
        page.wait_attribute("h1", "lang", "en");
        page.wait_attribute(".lead", "lang", "en");
        page.wait_attribute(".chip > span", "lang", "en");
        page.wait_for("#conflicts");
        assert_tagged(page, 300);
        // Cards.
        for view in ["geography", "funding", "seats"] {
            page.hover(&format!("#{view} button.hit"));
            page.wait_attribute(&format!("#{view} .card-title"), "lang", "en");
        }
        // Tables.
        let tables: Vec<&str> = ChartKind::ALL.iter().map(|kind| kind.slug()).collect();
        open(page, &format!("?lang=fr&tab={}", tables.join("~")));
        page.wait_count("table[id$=-table]", tables.len() + 1);
        assert_tagged(page, 1000);
    });
}

#[test]
fn the_panel_and_the_search_tag_what_the_package_says() {
    browse(|page| {
        for (query, gone) in [
            ("p=27", "#panel .gist"),
            ("open=event.thematic-bern", "#panel .facts"),
            ("open=country.CHE", "#panel .facts"),
            ("open=body.steering-group", "#panel .facts"),
            ("q=migration", "#results .facts"),
        ] {
            open(page, &format!("?lang=fr&view=geography&{query}"));
            page.wait_for(gone);
            assert_tagged(page, 5);
        }
        open(page, "?lang=fr&open=country.CHE");
        page.wait_attribute("#panel-title", "lang", "en");
        open(page, "?lang=fr&p=27");
        page.wait_attribute("#panel-title", "lang", "fr");
        page.wait_attribute("#panel .gist", "lang", "en");
    });
}

#[test]
fn a_number_is_listened_to_without_narrow_spaces() {
    browse(|page| {
        open(page, "?lang=fr");
        let (written, listened): (usize, Vec<String>) = page.evaluate(
            r"const grouped = /\d\u202f\d/;
              const labels = [...document.querySelectorAll('[aria-label]')].map(e => e.ariaLabel);
              const texts = [...document.querySelectorAll('.drawing text')].map(e => e.textContent);
              return [texts.filter(t => grouped.test(t)).length, labels.filter(l => grouped.test(l))]",
            &[],
        );
        assert!(written > 0, "numbers on pictures stand in groups");
        assert!(listened.is_empty(), "{listened:?}");
    });
}
