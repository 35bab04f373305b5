//! Numbers, money, shares.

use crate::format::text::word;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::quantity::{Approximation, Quantity};

/// A number with its digits in groups of three: `2,155,232`, `2 155 232`; at most one decimal, and none where it is 0.
pub fn number(value: f64, lang: Lang) -> String {
    let strings = &lang.strings().number;
    if !value.is_finite() {
        return "–".to_owned();
    }
    let tenths = (value * 10.0).round();
    // Beyond what can be multiplied there are no tenths.
    let rounded = if tenths.is_finite() {
        tenths / 10.0
    } else {
        value
    };
    let text = format!("{:.1}", rounded.abs());
    let (whole, decimal) = text.split_once('.').unwrap_or((&text, "0"));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push_str(strings.group);
        }
        grouped.push(digit);
    }
    if decimal != "0" {
        grouped.push_str(strings.decimal);
        grouped.push_str(decimal);
    }
    if rounded < 0.0 {
        grouped.insert(0, '−');
    }
    grouped
}

/// A large number in the reader's own steps: `2.16 million`, `214 million`, `215.5万`, `2.14亿`. Below ten thousand as [`number`].
pub fn compact(value: f64, lang: Lang) -> String {
    if !value.is_finite() {
        return number(value, lang);
    }
    let steps = lang.strings().number.steps;
    let fills = |size: f64, of: f64| of.abs() >= size;
    let Some(&(size, _)) = steps.iter().find(|(size, _)| fills(*size, value)) else {
        return number(value, lang);
    };
    // 999,999,999 is 1 billion and not 1000 million.
    let shown = rounded(value / size) * size;
    match steps.iter().find(|(size, _)| fills(*size, shown)) {
        Some((size, words)) => fill(words, &[("n", &significant(shown / size, lang))]),
        None => number(value, lang),
    }
}

/// A quantity without its unit: `about 600`, `more than 1,200`, `20–30 million`.
pub fn quantity(quantity: &Quantity, lang: Lang) -> String {
    approximate(&plain(quantity, lang), quantity.approximation, lang)
}

/// A quantity for the end of a bar: `≈ 600`, `1,200+`, `87 %`.
pub fn quantity_label(quantity: &Quantity, lang: Lang) -> String {
    let value = plain(quantity, lang);
    match quantity.approximation {
        Approximation::Exact => value,
        Approximation::About => format!("≈ {value}"),
        Approximation::MoreThan => format!("{value}+"),
        Approximation::AtLeast => format!("≥ {value}"),
    }
}

/// A quantity with its unit: `about 600 people`, `约600人`.
pub fn quantity_with_unit(quantity_: &Quantity, lang: Lang) -> String {
    let value = quantity(quantity_, lang);
    if quantity_.unit == "percent" || quantity_.unit.is_empty() {
        return value;
    }
    let unit = counted(quantity_, lang);
    // A unit that only the package knows stays a Latin word, which needs its space in every language.
    let is_latin = unit.starts_with(|c: char| c.is_ascii_alphabetic());
    let spoken = if is_latin { Lang::En } else { lang };
    fill(
        spoken.strings().number.with_unit,
        &[("value", &value), ("unit", &unit)],
    )
}

/// The word for a unit, as for many.
pub fn unit(slug: &str, lang: Lang) -> String {
    let word = word(lang.strings().words.units, slug);
    fill(&word, &[("n", ""), ("large", "")])
}

/// An amount of money in full: `US$2,155,232`, `2,155,232美元`.
pub fn money(amount: f64, currency: &str, lang: Lang) -> String {
    in_currency(&number(amount, lang), currency, false, lang)
}

/// An amount of money in short: `US$2.16 million`, `215.5万美元`.
pub fn money_compact(amount: f64, currency: &str, lang: Lang) -> String {
    let value = compact(amount, lang);
    in_currency(&value, currency, is_large(amount, lang), lang)
}

/// A share of a whole: `59.4%`.
pub fn percent(value: f64, lang: Lang) -> String {
    let template = lang.strings().number.percent;
    fill(template, &[("value", &number(value, lang))])
}

/// A text as it is listened to: narrow spaces part no groups of digits, since not every voice reads a number across them.
pub fn spoken(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut parts = text.split('\u{202f}');
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if !(said.ends_with(is_digit) && part.starts_with(is_digit)) {
            said.push('\u{a0}');
        }
        said.push_str(part);
    }
    said
}

/// A cluster's id as a Roman numeral where it is a small number, else as it is.
pub fn numeral(id: &str) -> String {
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let index = id.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    index
        .and_then(|i| numerals.get(i))
        .map_or_else(|| id.to_owned(), |n| (*n).to_owned())
}

/// Puts the words for about, more than or at least before (or after) a value.
pub fn approximate(value: &str, approximation: Approximation, lang: Lang) -> String {
    let strings = &lang.strings().number;
    let template = match approximation {
        Approximation::Exact => return value.to_owned(),
        Approximation::About => strings.about,
        Approximation::MoreThan => strings.more_than,
        Approximation::AtLeast => strings.at_least,
    };
    fill(template, &[("value", value)])
}

/// The word for a quantity's unit, as for that many.
fn counted(quantity: &Quantity, lang: Lang) -> String {
    let word = word(lang.strings().words.units, &quantity.unit);
    let most = quantity.high.unwrap_or(quantity.value);
    let large = match has_steps(most) && is_large(most, lang) {
        true => "1",
        false => "",
    };
    fill(&word, &[("n", &number(most, lang)), ("large", large)])
}

/// Whether a quantity of so many is shown in steps.
fn has_steps(value: f64) -> bool {
    value >= 1e6
}

/// Whether [`compact`] names a step, after which some languages put a word of their own: `2 millions de personnes`.
fn is_large(value: f64, lang: Lang) -> bool {
    let steps = lang.strings().number.steps;
    steps.iter().any(|(size, _)| value.abs() >= *size)
}

fn plain(quantity: &Quantity, lang: Lang) -> String {
    let show = |value: f64| {
        if quantity.unit == "percent" {
            percent(value, lang)
        } else if has_steps(value) {
            compact(value, lang)
        } else {
            number(value, lang)
        }
    };
    match quantity.high {
        Some(high) => fill(
            lang.strings().number.range,
            &[("low", &show(quantity.value)), ("high", &show(high))],
        ),
        None => show(quantity.value),
    }
}

fn in_currency(value: &str, currency: &str, is_large: bool, lang: Lang) -> String {
    let template = word(lang.strings().words.currencies, currency);
    if template.split('{').any(|part| part.starts_with("value}")) {
        let large = if is_large { "1" } else { "" };
        fill(&template, &[("value", value), ("large", large)])
    } else {
        format!("{value} {currency}")
    }
}

/// Three significant digits, four from a thousand on, without empty decimals.
fn significant(value: f64, lang: Lang) -> String {
    let text = format!("{:.*}", decimals(value), rounded(value).abs());
    let digits = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => &text,
    };
    let sign = if value < 0.0 { "−" } else { "" };
    format!(
        "{sign}{}",
        digits.replace('.', lang.strings().number.decimal)
    )
}

fn rounded(value: f64) -> f64 {
    let unit = if decimals(value) == 1 { 10.0 } else { 100.0 };
    (value * unit).round() / unit
}

fn decimals(value: f64) -> usize {
    if value.abs() >= 100.0 { 1 } else { 2 }
}
