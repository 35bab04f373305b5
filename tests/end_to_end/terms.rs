//! Terms in what the views say, and names in the order of each language: both come with the part that comes later.

use forum_explorer::format::name_order::{compare, learn_pinyin};
use forum_explorer::language::lang::Lang;
use serde_json::json;
use thirtyfour::Key;

use crate::explorer::{focus, open};
use crate::harness::{Page, browse, until};

/// The texts of the views in which terms can be opened.
const SAID: [&str; 3] = ["h2", ".subtitle", ".description"];

/// Comes near the last views, so that the tables that come later are asked for.
fn scroll_to(page: &Page, id: &str) {
    page.evaluate::<()>(
        "document.getElementById(arguments[0]).scrollIntoView()",
        &[json!(id)],
    );
}

#[test]
fn a_term_in_a_title_or_beside_it_opens_by_keyboard_in_either_language() {
    browse(|page| {
        for lang in [Lang::Zh, Lang::En] {
            open(page, &format!("?lang={}", lang.slug()));
            let title = page.text("#timeline h2");
            scroll_to(page, "funding");
            page.wait_for("#timeline h2 a.term");
            // The words stay as they were.
            assert_eq!(page.text("#timeline h2"), title);
            let (term, name) = match lang {
                Lang::Zh => ("核心预算", "核心预算"),
                _ => ("core budget", "Core budget"),
            };
            page.wait_for("#funding h2 a.term");
            assert_eq!(page.text("#funding h2 a.term"), term);
            focus(page, "#funding h2 a.term");
            page.press(Key::Enter);
            page.wait_text("#panel-title", name);
            page.wait_text("#panel", "¶27");
            page.press(Key::Escape);
            page.wait_gone("#panel-title");
        }
    });
}

#[test]
fn a_term_of_a_first_views_choice_is_marked_too() {
    browse(|page| {
        for (lang, name) in [("en", "Steering Group"), ("zh", "指导小组")] {
            open(page, &format!("?lang={lang}&layer=steering-group"));
            scroll_to(page, "funding");
            page.wait_for("#geography h2 a.term");
            assert_eq!(page.text("#geography h2 a.term"), name);
        }
    });
}

#[test]
fn a_term_is_marked_where_a_text_names_it_first_and_only_there() {
    browse(|page| {
        for lang in Lang::ALL {
            open(page, &format!("?lang={}", lang.slug()));
            scroll_to(page, "seats");
            page.wait_for("#seats .description a.term");
            for part in SAID {
                let repeated: Vec<String> = page.evaluate(
                    "return [...document.querySelectorAll('.view ' + arguments[0])].flatMap(text => {
                        const links = [...text.querySelectorAll('a.term')].map(a => a.href);
                        return links.filter((href, at) => links.indexOf(href) !== at);
                    })",
                    &[json!(part)],
                );
                assert_eq!(repeated, Vec::<String>::new(), "{part}");
            }
        }
    });
}

#[test]
fn chinese_names_are_listed_by_their_sounds() {
    learn_pinyin();
    let by_sound = |names: &[String]| {
        names.is_sorted_by(|a, b| {
            let [a, b] = [a, b].map(|name| name.trim_start_matches('✓').trim());
            compare(a, b, Lang::Zh).is_le()
        })
    };
    browse(|page| {
        open(page, "?lang=zh&tab=seats");
        scroll_to(page, "seats");
        page.wait_for("#seats-table");
        page.click("#seats-table thead th:first-child button");
        until("countries from 阿 to 印", || {
            let listed = page.texts("#filter-country option").join(" ");
            let known = ["阿根廷", "巴西", "法国", "摩洛哥", "瑞士", "印度"];
            let places = known.map(|name| listed.find(name));
            let is_right = places.iter().all(Option::is_some) && places.is_sorted();
            is_right.then_some(()).ok_or(listed)
        });
        for list in [
            "#seats-table tbody th",
            "#filter-country option:not([value=''])",
            "#filter-topic option:not([value=''])",
        ] {
            until(&format!("{list} in order"), || {
                let names = page.texts(list);
                (names.len() > 10 && by_sound(&names))
                    .then_some(())
                    .ok_or(names.join(" "))
            });
        }
    });
}
