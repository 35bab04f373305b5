//! Every trouble has its words in both languages.

use forum_explorer::format::issue::{place, sentence};
use forum_explorer::language::lang::Lang;
use forum_explorer::model::formula::FormulaError;
use forum_explorer::model::issue::{CellKind, Effect, Issue, Reason, Severity, Unreachable};
use forum_explorer::model::span::parse_date;

fn reasons() -> Vec<Reason> {
    let text = || "x1".to_owned();
    let date = parse_date("2011-09-07").expect("a date");
    let mut reasons = vec![
        Reason::NotJson { line: 1, column: 2 },
        Reason::NotAPackage,
        Reason::NoTables,
        Reason::NewerFormat { found: 2, known: 1 },
        Reason::TableMissing,
        Reason::UnknownTable,
        Reason::RepeatedTable,
        Reason::NoUsableData,
        Reason::NoHeader,
        Reason::NoRows,
        Reason::UnknownColumn,
        Reason::MissingColumn,
        Reason::RepeatedColumn,
        Reason::WrongWidth {
            expected: 3,
            found: 2,
        },
        Reason::UnclosedQuote,
        Reason::TooManyRows { most: 1_000_000 },
        Reason::TooManyColumns { most: 1000 },
        Reason::CellTooLong { most: 1_000_000 },
        Reason::NotAllowed {
            value: text(),
            allowed: vec![text()],
        },
        Reason::Empty,
        Reason::Pattern {
            value: text(),
            pattern: text(),
        },
        Reason::TooSmall {
            value: 1.0,
            minimum: 2.0,
        },
        Reason::TooLarge {
            value: 2.0,
            maximum: 1.0,
        },
        Reason::TooManyValues { most: 255 },
        Reason::FurtherRows { rows: 3 },
        Reason::DuplicateKey { key: text() },
        Reason::DuplicateValue { value: text() },
        Reason::Dangling {
            table: text(),
            id: text(),
        },
        Reason::EndBeforeStart {
            start: text(),
            end: text(),
        },
        Reason::OutsideParent { parent: text() },
        Reason::OutsidePeriod {
            date,
            first: date,
            last: date,
        },
        Reason::UnreadableCitation { text: text() },
        Reason::NoCitation,
        Reason::NoSuchParagraph { para: 3, last: 2 },
        Reason::FormulaDiffers {
            expected: 1.0,
            found: 2.0,
        },
        Reason::FormulaWithoutNumber,
        Reason::SumExceeds {
            sum: 2.0,
            total: 1.0,
            id: text(),
        },
        Reason::RangeReversed {
            value: 2.0,
            high: 1.0,
        },
        Reason::SameValues { value: text() },
        Reason::Formula(FormulaError::Syntax(String::new())),
        Reason::Formula(FormulaError::Syntax(text())),
        Reason::Formula(FormulaError::Missing(text())),
        Reason::Formula(FormulaError::DivisionByZero),
    ];
    use Unreachable::{NoAnswer, NotText, Outside, Status};
    reasons.extend([Status(404), NoAnswer, NotText, Outside].map(Reason::Unreachable));
    use CellKind::{Alpha2, Alpha3, Boolean, Date, Integer, M49, Number, Slug};
    let kinds = [Number, Integer, Date, Boolean, Slug, Alpha2, Alpha3, M49];
    reasons.extend(kinds.map(|kind| Reason::NotA {
        kind,
        value: text(),
    }));
    reasons
}

const EFFECTS: [Effect; 9] = [
    Effect::Kept,
    Effect::CellEmptied,
    Effect::EntryLeftOut,
    Effect::RowLeftOut,
    Effect::RestLeftOut,
    Effect::ColumnIgnored,
    Effect::TableIgnored,
    Effect::TableEmpty,
    Effect::PackageRefused,
];

fn issue(reason: Reason, effect: Effect) -> Issue {
    Issue::of_table("events", Severity::Error, reason, effect)
        .in_row(3, "bern")
        .in_column("start")
}

#[test]
fn every_sentence_is_whole_in_both_languages() {
    for lang in Lang::ALL {
        let stop = if lang == Lang::Zh { '。' } else { '.' };
        for reason in reasons() {
            for effect in EFFECTS {
                let said = sentence(&issue(reason.clone(), effect), lang);
                assert!(said.ends_with(stop), "{said}");
                assert!(!said.contains(['{', '}']), "{said}");
                assert!(
                    2 <= said.matches(stop).count(),
                    "what, and what was done: {said}"
                );
            }
        }
    }
}

#[test]
fn different_reasons_have_different_words() {
    for lang in Lang::ALL {
        let mut said: Vec<_> = reasons()
            .into_iter()
            .map(|r| sentence(&issue(r, Effect::Kept), lang))
            .collect();
        let count = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), count);
    }
}

#[test]
fn the_place_names_table_row_id_and_column() {
    let whole = issue(Reason::Empty, Effect::Kept);
    assert_eq!(place(&whole, Lang::En), "events row 3 (bern) start");
    assert_eq!(place(&whole, Lang::Zh), "events 第3行 （bern） start");
    let package = Issue::of_table(
        "",
        Severity::Error,
        Reason::NotAPackage,
        Effect::PackageRefused,
    );
    assert_eq!(place(&package, Lang::En), "package");
    assert_eq!(place(&package, Lang::Zh), "数据包");
}
