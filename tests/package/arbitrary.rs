//! Nothing that anyone can put into a package makes reading panic.

use std::sync::LazyLock;

use forum_explorer::format::audit::groups;
use forum_explorer::format::dossier::page;
use forum_explorer::format::issue::sentence;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::subject::SubjectKind;
use forum_explorer::package::audit::audit;
use forum_explorer::package::build::build;
use forum_explorer::package::check::check;
use forum_explorer::package::descriptor::Descriptor;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::small::Package;

static SMALL: LazyLock<Package> = LazyLock::new(Package::small);

/// Reads, checks, audits and words a package with the pages of its rows, if it can be opened; gives the number of its events.
fn read(package: &Package) -> Option<usize> {
    let descriptor = Descriptor::parse(&package.json).ok()?;
    let (data, mut issues) = build(&descriptor, package.files.clone().into_iter().collect());
    issues.extend(check(&data, &issues));
    for issue in &issues {
        assert!(!sentence(issue, Lang::En).is_empty() && !sentence(issue, Lang::Zh).is_empty());
    }
    let audit = audit(&data, &issues);
    for lang in Lang::ALL {
        assert!(!groups(&audit, lang).is_empty());
        let has_page = |kind, id| page(&data, kind, id, lang).is_some();
        let mut events = data.events.keys().map(|key| data.events.id(key));
        assert!(events.all(|id| has_page(SubjectKind::Event, id)));
        let mut countries = data.countries.keys().map(|key| data.countries.id(key));
        assert!(countries.all(|id| has_page(SubjectKind::Country, id)));
    }
    Some(data.events.len())
}

/// A text with one stretch of it exchanged for another text.
fn mutated(text: &str, at: Index, length: usize, patch: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let start = at.index(chars.len().max(1));
    let end = chars.len().min(start + length);
    let (before, after) = (chars.iter().take(start), chars.iter().skip(end));
    before
        .copied()
        .chain(patch.chars())
        .chain(after.copied())
        .collect()
}

fn patch() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,8}",
        r#"[",;\r\n{}\[\]:-]{1,6}"#,
        "(NaN|-1|1e999|9999-99-99|0000-00-00|true|null|99999999999999999999)",
    ]
}

proptest! {
    #[test]
    fn any_text_is_a_descriptor_or_an_error(json in any::<String>()) {
        let mut package = SMALL.clone();
        package.json = json;
        read(&package);
    }

    #[test]
    fn any_change_to_the_descriptor_is_survived(at: Index, length in 0_usize..40, patch in patch()) {
        let mut package = SMALL.clone();
        package.json = mutated(&package.json, at, length, &patch);
        read(&package);
    }

    #[test]
    fn any_text_is_a_table(table: Index, text in any::<String>()) {
        let mut package = SMALL.clone();
        let name = table.get(&package.files.keys().cloned().collect::<Vec<_>>()).clone();
        *package.file(&name) = text;
        prop_assert!(read(&package).is_some());
    }

    #[test]
    fn any_change_to_a_table_is_survived(table: Index, at: Index, length in 0_usize..40, patch in patch()) {
        let mut package = SMALL.clone();
        let name = table.get(&package.files.keys().cloned().collect::<Vec<_>>()).clone();
        let text = mutated(package.file(&name), at, length, &patch);
        *package.file(&name) = text;
        let events = read(&package);
        prop_assert!(events.is_some());
        if name != "events" {
            prop_assert_eq!(events, Some(4), "a change to {} does not cost an event", name);
        }
    }

    #[test]
    fn a_file_cut_anywhere_keeps_the_rows_before_the_cut(at: Index) {
        let mut package = SMALL.clone();
        let text = package.file("events").clone();
        let cut: String = text.chars().take(at.index(text.chars().count())).collect();
        let whole_rows = cut.matches('\n').count().saturating_sub(1);
        *package.file("events") = cut;
        prop_assert!(read(&package) >= Some(whole_rows));
    }
}
