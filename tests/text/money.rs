//! Amounts of money.

use forum_explorer::format::number::{money, money_compact};
use forum_explorer::language::lang::Lang::{En, Fr, Zh};

#[test]
fn an_amount_is_written_in_full_with_its_currency() {
    assert_eq!(money(2_155_232.0, "USD", En), "US$2,155,232");
    assert_eq!(money(2_155_232.0, "USD", Zh), "2,155,232美元");
    assert_eq!(money(500.0, "EUR", En), "€500");
    assert_eq!(money(500.0, "EUR", Zh), "500欧元");
    assert_eq!(money(500.0, "CHF", En), "CHF 500");
    assert_eq!(money(500.0, "CHF", Zh), "500瑞士法郎");
    assert_eq!(money(500.0, "CHF", Fr), "500 francs suisses");
    assert_eq!(
        money(2_155_232.0, "USD", Fr),
        "2\u{202f}155\u{202f}232 dollars US"
    );
}

#[test]
fn an_amount_in_short_counts_in_the_readers_own_steps() {
    assert_eq!(money_compact(2_155_232.0, "USD", En), "US$2.16 million");
    assert_eq!(money_compact(2_155_232.0, "USD", Zh), "215.5万美元");
    assert_eq!(money_compact(440e9, "USD", En), "US$440 billion");
    assert_eq!(money_compact(440e9, "USD", Zh), "4400亿美元");
    assert_eq!(
        money_compact(2_155_232.0, "USD", Fr),
        "2,16 millions de dollars US"
    );
}

#[test]
fn a_currency_without_a_word_keeps_its_code() {
    assert_eq!(money(500.0, "SEK", En), "500 SEK");
    assert_eq!(money(500.0, "SEK", Zh), "500 SEK");
}
