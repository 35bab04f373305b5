//! The rules of axe-core, all but those of level AAA, over everything that a reader may see: none may be broken.
//!
//! `TEST_AXE` names the file `axe.min.js`; `make test` brings it. What axe-core cannot decide (as the contrast of a text on a
//! picture) it does not report; `measuring.rs` measures that.

use std::env;
use std::fs;
use std::sync::LazyLock;

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::language::lang::Lang;
use forum_explorer::share::query::Theme;
use serde_json::json;

use crate::explorer::{open, open_alone, read_on};
use crate::harness::{Fault, Page, browse};
use crate::wrong::Wrong;

static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = env::var("TEST_AXE").unwrap_or_else(|_| {
        panic!("TEST_AXE names no file; `make test` brings axe-core, and `npm install axe-core` puts it at node_modules/axe-core/axe.min.js")
    });
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("TEST_AXE, {path}: {error}"))
});

/// Every rule but those of level AAA and those that axe-core itself gave up. `hidden-content` finds nothing wrong: it asks a person to
/// look at what is hidden. Of each broken rule the first elements are named.
const RUN: &str = r"
    const isWanted = rule => !rule.tags.some(tag => /aaa$|deprecated/.test(tag)) && rule.ruleId !== 'hidden-content'
        && (arguments[0] === 'all' || rule.tags.includes('cat.color'));
    const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, { enabled: isWanted(rule) }]));
    const element = node => `\n    ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)} ${node.html.slice(0, 160)}`;
    const told = rule => `${rule.id}: ${rule.help} (${rule.helpUrl}), ${rule.nodes.length} ×${rule.nodes.slice(0, 4).map(element).join('')}`;
    return axe.run(document, { rules, resultTypes: ['violations'] }).then(result => result.violations.map(told))";

/// Which rules are asked. A theme changes colours and nothing else, so that after the first theme those of colour are left to ask.
#[derive(Clone, Copy)]
enum Rules {
    All,
    OfColour,
}

impl Rules {
    fn of_theme(theme: Theme) -> Self {
        match theme == Theme::default() {
            true => Self::All,
            false => Self::OfColour,
        }
    }
}

const WIDTHS: [u32; 2] = [1280, 320];

#[test]
fn the_page_in_english_breaks_no_rule_in_any_theme() {
    page_breaks_no_rule(Lang::En, 1280);
}

#[test]
fn the_page_in_chinese_breaks_no_rule_in_any_theme() {
    page_breaks_no_rule(Lang::Zh, 1280);
}

#[test]
fn the_page_on_a_phone_in_english_breaks_no_rule_in_any_theme() {
    page_breaks_no_rule(Lang::En, 320);
}

#[test]
fn the_page_on_a_phone_in_chinese_breaks_no_rule_in_any_theme() {
    page_breaks_no_rule(Lang::Zh, 320);
}

#[test]
fn no_view_by_itself_breaks_a_rule_in_english() {
    views_break_no_rule(Lang::En);
}

#[test]
fn no_view_by_itself_breaks_a_rule_in_chinese() {
    views_break_no_rule(Lang::Zh);
}

#[test]
fn every_view_as_a_table_breaks_no_rule() {
    let views: Vec<&str> = ChartKind::ALL.iter().map(|kind| kind.slug()).collect();
    states_break_no_rule(&[(&format!("&tab={}", views.join("~")), "#world-table")]);
}

#[test]
fn what_opens_beside_or_above_the_page_breaks_no_rule() {
    states_break_no_rule(&[
        ("&p=27", "#panel .facts"),
        ("&open=country.CHE", "#panel-title"),
        ("&q=2011", ".results li"),
        ("&cmp=cluster%3D1&cluster=2", "#compare-table td"),
        ("&cluster=2&kind=thematic&region=oceania", ".nothing"),
        ("&cluster=99&time=never", "#bad-address"),
    ]);
}

#[test]
fn a_brief_breaks_no_rule_on_screen_and_on_paper() {
    browse(|page| {
        let mut wrong = Wrong::default();
        for lang in Lang::ALL {
            for width in WIDTHS {
                page.set_window(width, 900);
                page.open(&format!("?lang={}&brief=timeline~funding", lang.slug()));
                page.wait_for(".brief-foot");
                learn(page);
                for media in ["screen", "print"] {
                    page.protocol("Emulation.setEmulatedMedia", json!({ "media": media }));
                    let place = format!("a brief, {lang:?}, {width} px, {media}");
                    wrong.note(&place, broken_rules(page, Rules::All));
                }
                page.protocol("Emulation.setEmulatedMedia", json!({ "media": "" }));
            }
        }
        wrong.assert_nothing();
    });
}

#[test]
fn what_takes_a_view_elsewhere_breaks_no_rule() {
    browse(|page| {
        let mut wrong = Wrong::default();
        for lang in Lang::ALL {
            open_alone(page, ChartKind::Funding, lang);
            page.click("#funding-embed summary");
            page.wait_for("#funding-html");
            page.click("#funding-save summary");
            page.wait_for("#funding-save button");
            learn(page);
            for width in WIDTHS {
                page.set_window(width, 900);
                let place = format!("embedding and saving, {lang:?}, {width} px");
                wrong.note(&place, broken_rules(page, Rules::All));
            }
        }
        wrong.assert_nothing();
    });
}

#[test]
fn a_card_breaks_no_rule() {
    browse(|page| {
        let mut wrong = Wrong::default();
        for lang in Lang::ALL {
            open(page, &format!("?lang={}", lang.slug()));
            learn(page);
            page.hover("#funding-gap-switzerland");
            page.wait_for("#funding .card");
            wrong.note(&format!("a card, {lang:?}"), broken_rules(page, Rules::All));
        }
        wrong.assert_nothing();
    });
}

#[test]
fn the_sheet_of_filters_on_a_phone_breaks_no_rule() {
    browse(|page| {
        page.set_window(320, 800);
        let mut wrong = Wrong::default();
        for lang in Lang::ALL {
            open(page, &format!("?lang={}", lang.slug()));
            learn(page);
            page.click(".filters-toggle");
            page.wait_for(".filters-close");
            wrong.note(
                &format!("the sheet, {lang:?}"),
                broken_rules(page, Rules::All),
            );
        }
        wrong.assert_nothing();
    });
}

#[test]
fn a_page_that_could_not_load_its_data_breaks_no_rule() {
    browse(|page| {
        page.site().break_file("data/forum.json", Fault::NotFound);
        let mut wrong = Wrong::default();
        for lang in Lang::ALL {
            page.open(&format!("?lang={}", lang.slug()));
            page.wait_for(".failure");
            learn(page);
            wrong.note(
                &format!("no data, {lang:?}"),
                broken_rules(page, Rules::All),
            );
        }
        wrong.assert_nothing();
    });
}

fn page_breaks_no_rule(lang: Lang, width: u32) {
    browse(|page| {
        page.set_window(width, 900);
        open(page, &format!("?lang={}", lang.slug()));
        learn(page);
        let mut wrong = Wrong::default();
        for theme in Theme::ALL {
            page.click(&format!("#theme-{}", theme.slug()));
            page.wait_attribute("html", "data-theme", theme.slug());
            wrong.note(
                &format!("{lang:?}, {width} px, {theme:?}"),
                broken_rules(page, Rules::of_theme(theme)),
            );
        }
        wrong.assert_nothing();
    });
}

fn views_break_no_rule(lang: Lang) {
    browse(|page| {
        let mut wrong = Wrong::default();
        for kind in ChartKind::ALL {
            for width in WIDTHS {
                page.set_window(width, 900);
                open_alone(page, kind, lang);
                learn(page);
                for theme in Theme::ALL {
                    // What `theme=` in the address does, without another load.
                    page.evaluate::<()>(
                        "document.documentElement.dataset.theme = arguments[0]",
                        &[theme.slug().into()],
                    );
                    let place = format!("{}, {lang:?}, {width} px, {theme:?}", kind.slug());
                    wrong.note(&place, broken_rules(page, Rules::of_theme(theme)));
                }
            }
        }
        wrong.assert_nothing();
    });
}

/// Each state is what its address has beyond the language, and what is there when it is reached.
fn states_break_no_rule(states: &[(&str, &str)]) {
    browse(|page| {
        let mut wrong = Wrong::default();
        for (query, reached) in states {
            for lang in Lang::ALL {
                page.set_window(1280, 900);
                open(page, &format!("?lang={}{query}", lang.slug()));
                page.wait_for(reached);
                learn(page);
                for width in WIDTHS {
                    page.set_window(width, 900);
                    read_on(page);
                    wrong.note(
                        &format!("{query}, {lang:?}, {width} px"),
                        broken_rules(page, Rules::All),
                    );
                }
            }
        }
        wrong.assert_nothing();
    });
}

/// Brings axe-core into the page; the page's own policy would not let it in as a script.
#[track_caller]
fn learn(page: &Page) {
    page.evaluate::<()>(&AXE, &[]);
}

#[track_caller]
fn broken_rules(page: &Page, rules: Rules) -> Vec<String> {
    let asked = match rules {
        Rules::All => "all",
        Rules::OfColour => "colour",
    };
    page.evaluate(RUN, &[asked.into()])
}
