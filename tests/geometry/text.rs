//! The width of text, and what is cut or broken by it.

use std::borrow::Cow;

use forum_explorer::geometry::text_width::{text_width, truncate};
use forum_explorer::geometry::wrap::{balanced, wrap};
use proptest::prelude::*;

use crate::assert_near;

/// Texts with their width in em, regular and bold: the widest that they have in Liberation Sans, Noto Sans, Open Sans, Roboto
/// and Inter, added up from the advances in the font files.
const MEASURED: [(&str, f64, f64); 12] = [
    (
        "Managing Migration for Development: Policymaking, Assessment and Evaluation",
        38.00,
        40.31,
    ),
    (
        "Twelve governments gave 59 % of the core budget; Switzerland covered the rest",
        38.55,
        39.98,
    ),
    (
        "14 thematic meetings · 160 states · ~600 delegates · US$2.16m · 87 %",
        32.97,
        33.92,
    ),
    (
        "Cooperation Strategies among States to Address Irregular Migration",
        32.15,
        34.18,
    ),
    ("Concluding Debate, Geneva, 1–2 December 2011", 22.89, 23.82),
    ("Friends of the Forum", 9.87, 10.42),
    ("United Kingdom", 7.67, 8.11),
    ("San Salvador", 6.23, 6.43),
    ("Switzerland", 5.55, 5.88),
    ("CLUSTER II", 5.50, 5.56),
    ("1,234,567", 4.64, 4.90),
    ("Abuja", 2.70, 2.89),
];

#[track_caller]
fn check_wrap(text: &str, em: f64, max_lines: usize, lines: &[&str]) {
    assert_eq!(wrap(text, em * 10.0, 10.0, false, max_lines), lines);
}

#[test]
fn text_is_told_as_wide_as_it_is_or_a_little_wider() {
    let mut sum = 0.0;
    for (text, regular, bold) in MEASURED {
        for (told, measured) in [
            (text_width(text, 1.0, false), regular),
            (text_width(text, 1.0, true), bold),
        ] {
            let ratio = told / measured;
            sum += ratio;
            assert!(
                (0.99..1.08).contains(&ratio),
                "{text}: {told} told, {measured} measured"
            );
        }
    }
    let mean = sum / (2 * MEASURED.len()) as f64;
    assert!((1.01..1.05).contains(&mean), "{mean}");
}

#[test]
fn chinese_text_takes_an_em_a_character() {
    assert_near(text_width("全球移民与发展论坛", 12.0, false), 108.0);
    assert_near(text_width("，。（）", 12.0, true), 48.0);
    assert_near(text_width("ＡＢ", 10.0, false), 20.0);
}

#[test]
fn quotation_marks_are_wide_only_among_chinese_characters() {
    assert_near(text_width("“瑞士”", 10.0, false), 40.0);
    assert!(text_width("“S”", 10.0, false) < 20.0);
}

#[test]
fn combining_marks_and_control_characters_take_no_room() {
    assert_near(
        text_width("e\u{301}", 10.0, false),
        text_width("e", 10.0, false),
    );
    assert_near(
        text_width("a\u{200b}\n", 10.0, false),
        text_width("a", 10.0, false),
    );
    assert_eq!(text_width("", 10.0, false), 0.0);
}

#[test]
fn all_digits_are_equally_wide() {
    assert_near(
        text_width("1111", 10.0, false),
        text_width("8080", 10.0, false),
    );
}

#[test]
fn text_that_fits_is_left_alone() {
    assert!(matches!(
        truncate("Bern", 100.0, 12.0, false),
        Cow::Borrowed("Bern")
    ));
}

#[test]
fn text_that_does_not_fit_ends_in_an_ellipsis() {
    assert_eq!(truncate("San Salvador", 40.0, 10.0, false), "San S…");
    assert_eq!(truncate("San Salvador", 32.0, 10.0, false), "San…");
    assert_eq!(truncate("移民与发展", 40.0, 10.0, false), "移民与…");
}

#[test]
fn without_room_for_a_character_the_ellipsis_stands_alone_or_not_at_all() {
    assert_eq!(truncate("Wien", 12.0, 10.0, false), "…");
    assert_eq!(truncate("Wien", 9.0, 10.0, false), "");
    assert_eq!(truncate("Wien", f64::NAN, 10.0, false), "");
}

#[test]
fn lines_break_at_spaces() {
    check_wrap(
        "Markets for Migration and Development",
        8.0,
        5,
        &["Markets for", "Migration and", "Development"],
    );
}

#[test]
fn chinese_lines_break_anywhere_but_before_a_closing_mark() {
    check_wrap("移民与发展，论坛", 5.0, 5, &["移民与发", "展，论坛"]);
    check_wrap(
        "移民（发展）论坛",
        3.0,
        5,
        &["移民", "（发", "展）论", "坛"],
    );
    check_wrap("讨论“移民”问题", 4.0, 5, &["讨论“移", "民”问题"]);
    check_wrap("讨论“移民”问题", 3.0, 5, &["讨论", "“移", "民”问", "题"]);
}

#[test]
fn a_latin_word_in_chinese_text_stays_whole() {
    check_wrap(
        "秘书处Switzerland提供",
        6.0,
        5,
        &["秘书处", "Switzerland", "提供"],
    );
}

#[test]
fn compounds_break_behind_their_hyphen_and_numbers_do_not() {
    check_wrap("Evidence-based", 6.5, 2, &["Evidence-", "based"]);
    check_wrap("in 2006–2015", 6.0, 2, &["in", "2006–2015"]);
}

#[test]
fn a_no_break_space_holds_its_words_together() {
    check_wrap("paid 59\u{a0}%", 4.0, 3, &["paid", "59\u{a0}%"]);
}

#[test]
fn a_word_wider_than_the_line_is_cut() {
    check_wrap("mmmmm", 2.0, 9, &["mm", "mm", "m"]);
}

#[test]
fn what_is_left_over_is_shown_as_an_ellipsis() {
    check_wrap("one two three four", 4.0, 2, &["one two", "three…"]);
    check_wrap("发展与移民论坛", 3.0, 2, &["发展与", "移民…"]);
}

#[test]
fn a_line_feed_ends_a_line() {
    check_wrap("a\nb\n\nc", 50.0, 9, &["a", "b", "c"]);
}

#[test]
fn no_text_no_room_and_no_lines_give_nothing() {
    check_wrap(" \n ", 50.0, 9, &[]);
    check_wrap("Bern", 0.4, 9, &[]);
    check_wrap("Bern", 50.0, 0, &[]);
    check_wrap("Bern", f64::NAN, 2, &[]);
}

proptest! {
    #[test]
    fn a_text_is_as_wide_as_its_parts(a in "[ -~]{0,20}", b in "[ -~]{0,20}", size in 1.0..50.0) {
        let sum = text_width(&a, size, false) + text_width(&b, size, false);
        prop_assert!((text_width(&[a, b].concat(), size, false) - sum).abs() < 1e-6);
    }

    #[test]
    fn truncated_text_fits(text: String, max_px in 0.0..300.0, bold: bool) {
        prop_assert!(text_width(&truncate(&text, max_px, 12.0, bold), 12.0, bold) <= max_px);
    }

    #[test]
    fn wrapped_lines_fit_and_are_not_more_than_allowed(text: String, max_px in 0.0..200.0, max_lines in 0_usize..6) {
        let lines = wrap(&text, max_px, 12.0, false, max_lines);
        prop_assert!(lines.len() <= max_lines);
        for line in &lines {
            prop_assert!(!line.is_empty() && text_width(line, 12.0, false) <= max_px, "{line:?}");
        }
    }

    #[test]
    fn wrapping_loses_nothing_but_spaces(text in "[a-z移民发展，。（）“” \u{a0}-]{0,60}", max_px in 12.0..200.0) {
        let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        let lines = wrap(&text, max_px, 12.0, false, usize::MAX);
        prop_assert_eq!(bare(&lines.concat()), bare(&text));
    }

    #[test]
    fn no_line_begins_or_ends_with_a_mark_that_must_not(text in "([移民发展]{1,4}[，。）”]?|[（“][移民]{2}){1,20}", max_px in 60.0..200.0) {
        let lines = wrap(&text, max_px, 12.0, false, usize::MAX);
        prop_assert!(lines.iter().all(|line| !line.starts_with(['，', '。', '）', '”'])), "{lines:?}");
        prop_assert!(lines.iter().rev().skip(1).all(|line| !line.ends_with(['（', '“'])), "{lines:?}");
    }
}

#[test]
fn a_heading_leaves_no_word_alone_in_its_last_line() {
    let text = "40 outcomes of 6 working sessions; most often asked to act: origin and destination countries (18)";
    let room = text_width(text, 20.0, true) - 10.0;
    let [first, last] = &balanced(text, room, 20.0, true)[..] else {
        panic!("two lines");
    };
    let widths = [first, last].map(|line| text_width(line, 20.0, true));
    assert!(widths[1] > widths[0] * 0.8, "{first} / {last}");
    assert_eq!(format!("{first} {last}"), text);
    assert_eq!(balanced("Short", room, 20.0, true), ["Short"]);
    assert_eq!(balanced("", room, 20.0, true), [""; 0]);
}

proptest! {
    #[test]
    fn a_balanced_text_has_the_lines_of_a_wrapped_one_and_their_words(text in "[a-z一-丁 ]{0,80}", room in 20.0..400.0) {
        let (plain, even) = (wrap(&text, room, 12.0, false, 500), balanced(&text, room, 12.0, false));
        prop_assert_eq!(plain.len(), even.len());
        let joined = |lines: &[String]| lines.concat().replace(' ', "");
        prop_assert_eq!(joined(&plain), joined(&even));
    }
}
