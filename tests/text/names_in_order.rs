//! The order of names in each language.

use forum_explorer::format::name_order::{compare, learn_pinyin};
use forum_explorer::language::lang::Lang::{En, Fr, Zh};
use forum_explorer::language::pinyin::ORDER;

use crate::report::report;

fn in_order<'a>(names: &[&'a str]) -> Vec<&'a str> {
    learn_pinyin();
    let mut names = names.to_vec();
    names.sort_by(|a, b| compare(a, b, Zh));
    names
}

#[test]
fn chinese_names_stand_in_the_order_of_their_sounds() {
    // As the dictionary of place names has them: ā, bā, dé, fēi, fǎ … not by the numbers of their characters.
    let names = [
        "中国",
        "法国",
        "德国",
        "瑞士",
        "阿根廷",
        "巴西",
        "菲律宾",
        "斐济",
        "摩洛哥",
        "墨西哥",
        "瑙鲁",
        "东帝汶",
    ];
    assert_eq!(
        in_order(&names),
        [
            "阿根廷",
            "巴西",
            "德国",
            "东帝汶",
            "法国",
            "菲律宾",
            "斐济",
            "摩洛哥",
            "墨西哥",
            "瑙鲁",
            "瑞士",
            "中国"
        ]
    );
}

#[test]
fn letters_and_digits_come_before_characters_and_marks_do_not_count() {
    assert_eq!(
        in_order(&[
            "“共同空间”",
            "甲",
            "Zalami",
            "annan",
            "1.2 成本",
            "个人",
            "《工作》"
        ]),
        [
            "1.2 成本",
            "annan",
            "Zalami",
            "个人",
            "《工作》",
            "“共同空间”",
            "甲"
        ]
    );
    // A character without a known sound comes last, and nothing is equal that differs.
    assert_eq!(in_order(&["龘", "座", "阿"]), ["阿", "座", "龘"]);
    assert!(compare("“甲”", "甲", Zh).is_ne());
}

#[test]
fn every_state_and_topic_of_the_report_has_a_sound() {
    let data = report();
    let countries = data.countries.rows().iter().map(|c| &c.name.zh);
    let topics = data.topics.rows().iter().map(|t| &t.name.zh);
    for name in countries.chain(topics) {
        for letter in name
            .chars()
            .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
        {
            assert!(ORDER.contains(letter), "{letter} of {name}");
        }
    }
}

#[test]
fn a_character_stands_in_the_order_once() {
    let mut letters: Vec<char> = ORDER.chars().collect();
    assert!(letters.iter().all(|c| c.is_alphabetic()));
    let count = letters.len();
    letters.sort_unstable();
    letters.dedup();
    assert_eq!(letters.len(), count);
}

#[test]
fn english_names_stand_by_their_letters_whatever_their_size() {
    let mut names = vec!["UAE", "argentina", "Zambia", "Uganda"];
    names.sort_by(|a, b| compare(a, b, En));
    assert_eq!(names, ["argentina", "UAE", "Uganda", "Zambia"]);
}

#[test]
fn a_letter_with_an_accent_stands_where_it_would_without() {
    let mut names = [
        "Société civile",
        "Étape",
        "Événement",
        "Ailleurs",
        "Forum",
        "Côte d’Ivoire",
        "Cuba",
    ];
    names.sort_by(|a, b| compare(a, b, Fr));
    assert_eq!(
        names,
        [
            "Ailleurs",
            "Côte d’Ivoire",
            "Cuba",
            "Étape",
            "Événement",
            "Forum",
            "Société civile"
        ]
    );
}
