//! Lists, citations, sentences with places to fill, and falling back to the other language.

use forum_explorer::format::citation::{short, spoken, spoken_list};
use forum_explorer::format::text::{foreign, list, lower_first, pick, upper_first, word};
use forum_explorer::language::lang::Lang::{self, En, Fr, Zh};
use forum_explorer::language::template::{fill, places};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::text::Text;
use proptest::prelude::*;

fn items(items: &[&str]) -> Vec<String> {
    items.iter().map(|&item| item.to_owned()).collect()
}

#[test]
fn the_last_item_of_a_list_is_joined_by_and() {
    for (of, english, chinese) in [
        (&[][..], "", ""),
        (&["a"], "a", "a"),
        (&["a", "b"], "a and b", "a和b"),
        (&["a", "b", "c"], "a, b and c", "a、b和c"),
    ] {
        assert_eq!(list(&items(of), En), english);
        assert_eq!(list(&items(of), Zh), chinese);
        assert_eq!(list(&items(of), Fr), english.replace("and", "et"));
    }
}

#[test]
fn a_citation_names_its_paragraph_and_its_note() {
    let paragraph = Citation::parse("27").unwrap();
    let note = Citation::parse("27:i").unwrap();
    assert_eq!(short(&paragraph), "¶27");
    assert_eq!(short(&note), "¶27 i");
    assert_eq!(spoken(&paragraph, En), "paragraph 27");
    assert_eq!(spoken(&paragraph, Zh), "第27段");
    assert_eq!(spoken(&note, En), "paragraph 27, note i");
    assert_eq!(spoken(&note, Zh), "第27段注i");
    let both = [paragraph, note];
    assert_eq!(spoken_list(&both, En), "paragraph 27, paragraph 27, note i");
    assert_eq!(spoken_list(&both, Zh), "第27段、第27段注i");
}

#[test]
fn a_text_without_one_side_is_told_in_the_other_language() {
    let both = Text::new("中文", "English");
    assert_eq!((pick(&both, Zh), pick(&both, En)), ("中文", "English"));
    let chinese = Text::new("中文", "");
    assert_eq!(pick(&chinese, En), "中文");
    let english = Text::new("", "English");
    assert_eq!(pick(&english, Zh), "English");
    assert_eq!(pick(&Text::default(), Zh), "");
}

#[test]
fn a_slug_without_a_word_stands_for_itself() {
    let kinds = En.strings().words.kinds;
    assert_eq!(word(kinds, "civil-society"), "Civil society");
    assert_eq!(word(kinds, "garden-party"), "garden party");
}

#[test]
fn places_are_filled_by_name_and_in_any_order() {
    let values = [("b", "2"), ("a", "1")];
    assert_eq!(fill("{a} of {b}", &values), "1 of 2");
    assert_eq!(fill("{b}中的{a}", &values), "2中的1");
    assert_eq!(fill("{a}{a}", &values), "11");
    assert_eq!(fill("nothing", &values), "nothing");
}

#[test]
fn a_place_without_a_value_stays_so_that_it_is_seen() {
    assert_eq!(fill("{a} and {c}", &[("a", "1")]), "1 and {c}");
    assert_eq!(fill("{c|one|many}", &[("a", "1")]), "{c|one|many}");
    assert_eq!(fill("an open { brace", &[("a", "1")]), "an open { brace");
}

#[test]
fn a_value_is_not_filled_again() {
    assert_eq!(fill("{a}", &[("a", "{b}"), ("b", "2")]), "{b}");
}

#[test]
fn a_place_with_two_forms_takes_the_one_of_its_number() {
    let rows = |n: &str| fill("{n} {n|row|rows}", &[("n", n)]);
    assert_eq!(rows("1"), "1 row");
    assert_eq!(rows("0"), "0 rows");
    assert_eq!(rows("2"), "2 rows");
    assert_eq!(rows("21"), "21 rows");
}

#[test]
fn a_language_says_itself_which_numbers_take_the_first_form() {
    let rows = |n: &str| fill("{n} {n<2|ligne|lignes}", &[("n", n)]);
    for one in ["0", "1", "1,5", "0,5"] {
        assert_eq!(rows(one), format!("{one} ligne"));
    }
    // A thousand begins with a 1 and is no 1, and neither is what is more than a number.
    for many in [
        "2",
        "10",
        "1\u{202f}000",
        "21",
        "−2",
        "1,5 million",
        "",
        "2,1",
        "1 à 2",
    ] {
        assert_eq!(rows(many), format!("{many} lignes"));
    }
}

#[test]
fn a_package_is_read_in_french_by_its_english_side_and_its_language_is_known() {
    let both = Text::new("瑞士", "Switzerland");
    assert_eq!(pick(&both, Fr), "Switzerland");
    assert_eq!(pick(&Text::new("瑞士", ""), Fr), "瑞士");
    assert_eq!(foreign("Switzerland", Fr), Some(En));
    assert_eq!(foreign("瑞士", Fr), Some(Zh));
    assert_eq!(foreign("瑞士", En), Some(Zh));
    assert_eq!(foreign("Switzerland", Zh), Some(En));
    assert_eq!(foreign("Switzerland", En), None);
    assert_eq!(foreign("瑞士（Bern）", Zh), None);
    for wordless in ["", "2011", "✓", "–"] {
        assert_eq!(foreign(wordless, Fr), None, "{wordless}");
    }
}

#[test]
fn letters_change_their_case_with_their_accents() {
    assert_eq!(upper_first("états"), "États");
    assert_eq!(lower_first("Événement"), "événement");
    assert_eq!(lower_first("Été"), "été");
    assert_eq!(lower_first("ONU"), "ONU");
    assert_eq!(upper_first("÷"), "÷");
    assert_eq!(lower_first("瑞士"), "瑞士");
}

#[test]
fn the_places_of_a_sentence_are_its_values() {
    assert_eq!(places("{n} of {total} {total|row|rows}"), ["n", "total"]);
    assert_eq!(places("none"), [""; 0]);
    assert_eq!(places("{open"), [""; 0]);
}

#[test]
fn a_language_is_read_from_any_tag_of_it() {
    for tag in ["zh", "zh-Hans", "zh-CN", "zh_TW", "ZH"] {
        assert_eq!(Lang::parse(tag), Some(Zh), "{tag}");
    }
    for tag in ["en", "en-GB", "EN-us"] {
        assert_eq!(Lang::parse(tag), Some(En), "{tag}");
    }
    for tag in ["fr", "fr-CA", "FR_ch"] {
        assert_eq!(Lang::parse(tag), Some(Fr), "{tag}");
    }
    for tag in ["", "frr", "z", "zho", "english"] {
        assert_eq!(Lang::parse(tag), None, "{tag}");
    }
}

proptest! {
    #[test]
    fn any_template_can_be_filled(template in "[a-c{}|]{0,12}", value in "[a-c{}|]{0,4}") {
        let filled = fill(&template, &[("a", &value)]);
        prop_assert_eq!(fill(&template, &[]), template.clone());
        if !template.contains('{') {
            prop_assert_eq!(filled, template);
        }
    }

    #[test]
    fn a_list_says_each_item_once(of in prop::collection::vec("[0-9]{3}x", 0..6)) {
        for lang in [En, Zh, Fr] {
            let text = list(&of, lang);
            prop_assert_eq!(text.matches('x').count(), of.len());
            for item in &of {
                prop_assert!(text.contains(item.as_str()));
            }
        }
    }
}
