//! Spellings that are made equal, and where their bytes come from.

use forum_explorer::search::fold::{Folded, fold, half_width};
use proptest::prelude::*;

#[test]
fn spellings_of_one_word_are_equal() {
    for (spelling, folded) in [
        ("Céspedes", "cespedes"),
        ("CÉSPEDES", "cespedes"),
        ("Ce\u{301}spedes", "cespedes"),
        ("Zürcher", "zurcher"),
        ("señor", "senor"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Şakir", "sakir"),
        ("Việt Nam", "viet nam"),
        ("Tǎiwān", "taiwan"),
        ("Țara", "tara"),
        ("ＡＢＣ１２", "abc12"),
        ("Ελλάδα", "ελλάδα"),
        ("Москва", "москва"),
        ("People’s", "peoples"),
        ("“Common Space”", "common space"),
        ("《公约》", "公约"),
        ("Ban Ki-moon", "ban ki moon"),
        ("  two\u{3000}words — here.  ", "two words here"),
        ("彼得·萨瑟兰", "彼得萨瑟兰"),
        ("南－南移徙", "南南移徙"),
        ("2,155,232", "2155232"),
        (
            "US$2.16 million",
            "us 2 16 million".replace("2 16", "2.16").as_str(),
        ),
        ("1,2,3", "1 2 3"),
        ("12,3456", "12 3456"),
        ("2011,600", "2011 600"),
        ("A/65/203", "a 65 203"),
        ("87%", "87"),
        ("1,280,487美元", "1280487美元"),
    ] {
        assert_eq!(fold(spelling), folded, "{spelling}");
    }
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing_more(text in "\\PC*") {
        // Digits aside: `1, 234` are two numbers, and without their comma they read as one.
        let text: String = text.chars().filter(|c| !half_width(*c).is_ascii_digit()).collect();
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
    }

    #[test]
    fn every_range_of_a_folded_text_comes_from_a_range_of_the_text(text in "\\PC*") {
        let folded = Folded::of(&text);
        prop_assert_eq!(&folded.text, &fold(&text));
        for (at, c) in folded.text.char_indices() {
            let (from, to) = folded.origin(at, at + c.len_utf8()).unwrap();
            prop_assert!(text.get(from..to).is_some(), "{from}..{to} lies between characters");
        }
        prop_assert_eq!(folded.origin(folded.text.len(), folded.text.len() + 1), None);
    }

    #[test]
    fn a_folded_text_has_single_spaces_between_words_alone(text in "\\PC*") {
        let folded = fold(&text);
        prop_assert_eq!(folded.trim(), &folded);
        prop_assert!(!folded.contains("  "));
    }
}
