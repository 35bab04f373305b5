//! What holds in a package, counted and said.

use forum_explorer::format::audit::groups;
use forum_explorer::format::dossier::Group;
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::audit::{Audit, Unresolved};
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::quantity::Approximation;
use forum_explorer::package::audit::audit;
use forum_explorer::package::check::check;
use forum_explorer::package::read::FORMS;

use crate::report::report;
use crate::small::Package;

/// What a page audits: reading, the checks, then the count.
fn audited(package: &Package) -> Audit {
    let (data, mut issues) = package.build();
    issues.extend(check(&data, &issues));
    audit(&data, &issues)
}

fn said(audit: &Audit, lang: Lang) -> Vec<String> {
    let lines = groups(audit, lang)
        .into_iter()
        .flat_map(|group| group.lines);
    lines
        .map(|line| [line.label, line.text, line.value, line.note].join("|"))
        .collect()
}

#[track_caller]
fn says(audit: &Audit, line: &str) {
    let said = said(audit, En);
    assert!(said.iter().any(|one| one == line), "{line} in {said:#?}");
}

#[track_caller]
fn titled<'a>(groups: &'a [Group], title: &str) -> &'a Group {
    let found = groups.iter().find(|group| group.title == title);
    found.unwrap_or_else(|| panic!("{title} in {groups:#?}"))
}

#[test]
fn the_report_holds() {
    let data = report();
    let audit = audit(data, &[]);
    assert_eq!(audit.rows, data.row_count());
    assert_eq!(audit.unresolved, []);
    assert!(audit.citations > 1000, "{}", audit.citations);
    let derived = data
        .figures
        .rows()
        .iter()
        .filter(|f| f.derived.is_some())
        .count()
        + data
            .flows
            .rows()
            .iter()
            .filter(|f| f.derived.is_some())
            .count();
    assert!(derived > 5);
    assert_eq!(audit.computed.len(), derived);
    assert!(
        audit.computed.iter().all(|row| row.holds),
        "{:#?}",
        audit.computed
    );
    assert!(!audit.totals.is_empty());
    assert!(
        audit.totals.iter().all(|row| row.holds),
        "{:#?}",
        audit.totals
    );
    assert_eq!(audit.contradictions, data.conflicts.len());
    assert_eq!(audit.gaps, data.unstated.len());
    assert!(audit.approximations > 0 && audit.overlapping > 0);
    let everyone = audit.totals.iter().find(|row| row.id == "csd-everyone");
    let everyone = everyone.expect("everyone at the Civil Society Days is a total");
    assert_eq!(
        (everyone.dimension.as_str(), everyone.computed),
        ("role", Some(363.0))
    );
    says(
        &audit,
        "by role|Everyone at the Civil Society Days: Delegates, observers, guests, officials and media together|363 people|The parts add up to it.",
    );
    // Approximations keep their word.
    says(
        &audit,
        "by role|Participants in the Concluding Debate: Delegates of states, observers and civil society together|about 720 people|The parts add up to it.",
    );
}

#[test]
fn each_table_is_counted_under_its_name() {
    let data = report();
    let names: Vec<&str> = data.row_counts().iter().map(|(name, _)| *name).collect();
    for form in FORMS {
        assert!(names.contains(&form.name), "{}", form.name);
        for lang in Lang::ALL {
            let tables = lang.later().check.tables;
            assert!(tables.iter().any(|(table, _)| *table == form.name));
        }
    }
    assert_eq!(names.len(), FORMS.len());
    let audit = audit(data, &[]);
    let sum: usize = audit.tables.iter().map(|(_, rows)| rows).sum();
    assert_eq!(sum, audit.rows);
    says(&audit, &format!("|Events|{}|", data.events.len()));
}

#[test]
fn a_sound_package_is_said_to_be_sound() {
    let audit = audited(&Package::small());
    assert_eq!((audit.troubles, audit.rows_lost), (0, 0));
    assert_eq!(audit.computed.len(), 3);
    let groups = groups(&audit, En);
    let titles: Vec<&str> = groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Rows",
            "Citations",
            "Numbers computed by us",
            "Totals and their parts",
            "What stays open"
        ]
    );
    assert_eq!(
        titled(&groups, "Numbers computed by us").lines[0].text,
        "Computed anew, 3 of 3 numbers come out as shown."
    );
    says(
        &audit,
        "by gender|Delegates: All|10 people|The parts add up to it.",
    );
    says(&audit, "|Switzerland: Forum|US$41|");
    says(
        &audit,
        "|1 contradiction inside the report, listed with both sides.||",
    );
    says(
        &audit,
        "|1 count overlaps with others: no total is expected, and none is drawn.||",
    );
    says(
        &audit,
        "|2 numbers keep their “about”, “more than” or “at least”.||",
    );
}

#[test]
fn a_damaged_package_is_reported() {
    let package = Package::small()
        .with("unstated", "gave,7", "gave,7;11")
        .with("practices", "together,9", "together,nine")
        .with("funding", "41,USD", "42,USD")
        .with(
            "participation",
            "4,=,people,false,delegates - men",
            "5,=,people,false,delegates / ( men - men )",
        )
        .with("memberships", "steering-group,NGA", "steering-group,XXX");
    let audit = audited(&package);
    let lost = |table: &str, id: &str, citation: &str| Unresolved {
        table: table.to_owned(),
        id: id.to_owned(),
        citation: citation.to_owned(),
    };
    assert_eq!(
        audit.unresolved,
        [
            lost("unstated", "donors", "11"),
            lost("practices", "practice-1", "nine")
        ]
    );
    assert_eq!(audit.rows_lost, 1);
    assert!(audit.troubles >= 5, "{}", audit.troubles);
    let computed: Vec<(&str, Option<f64>, bool)> = audit
        .computed
        .iter()
        .map(|row| (row.id.as_str(), row.computed, row.holds))
        .collect();
    assert_eq!(
        computed,
        [
            ("women", None, false),
            ("share-of-women", Some(50.0), false),
            ("gap", Some(41.0), false)
        ]
    );
    says(
        &audit,
        "|Delegates: Women|5 people|The formula cannot be computed.",
    );
    says(&audit, "|Switzerland: Forum|US$42|The formula gives US$41.");
    says(
        &audit,
        "|Computed anew, 3 of 3 numbers come out otherwise.||",
    );
    says(
        &audit,
        "by gender|Delegates: All|10 people|The parts come to 11 people, more than the total.",
    );
    says(
        &audit,
        "|In 1 of 1 case the parts come to more than their total.||",
    );
    says(&audit, "|1 row could not be read and was left out.||");
    says(&audit, "Gaps|donors|¶11|");
    assert!(
        said(&audit, En)
            .iter()
            .any(|line| line.starts_with("|2 of "))
    );
}

#[test]
fn parts_below_their_total_are_no_fault() {
    let package = Package::small()
        .with(
            "participation",
            "4,=,people,false,delegates - men",
            "3,=,people,false,",
        )
        .with("participation", "women / delegates * 100", "");
    let below = audited(&package);
    assert!(below.totals[0].holds);
    says(
        &below,
        "by gender|Delegates: All|10 people|The parts named come to 9 people; the rest is not broken down.",
    );
    // More than ten may be twelve.
    let open = Package::small()
        .with("participation", "10,=,people,false", "10,>,people,false")
        .with(
            "participation",
            "4,=,people,false,delegates - men",
            "6,=,people,false,",
        )
        .with("participation", "women / delegates * 100", "");
    says(
        &audited(&open),
        "by gender|Delegates: All|more than 10 people|The parts come to 12 people, within what the total says.",
    );
}

#[test]
fn without_paragraphs_citations_are_counted_and_not_doubted() {
    let package = Package::small().with_json(r#""name": "paragraphs""#, r#""name": "parables""#);
    let audit = audited(&package);
    assert!(!audit.has_paragraphs && audit.unresolved.is_empty());
    let groups = groups(&audit, En);
    let line = &titled(&groups, "Citations").lines[0];
    assert!(
        line.text
            .ends_with("the package has no list of paragraphs to hold them against.")
    );
}

#[test]
fn an_empty_package_has_nothing_to_hold_against_anything() {
    let audit = audit(&Dataset::default(), &[]);
    assert_eq!((audit.rows, audit.citations), (0, 0));
    for lang in Lang::ALL {
        let groups = groups(&audit, lang);
        assert_eq!(groups.len(), 1, "{groups:#?}");
    }
}

#[test]
fn rows_that_were_not_loaded_are_told() {
    let mut audit = audit(report(), &[]);
    audit.rows += 100;
    says(
        &audit,
        "|100 more rows of the package, countries that no other table names, are not loaded.||",
    );
}

#[test]
fn both_languages_say_the_same_lines_and_fill_every_place() {
    let damaged = Package::small()
        .with("unstated", "gave,7", "gave,7;11")
        .with("funding", "41,USD", "42,USD");
    for audit in [audit(report(), &[]), audited(&damaged)] {
        let [english, chinese] = [En, Zh].map(|lang| groups(&audit, lang));
        assert_eq!(english.len(), chinese.len());
        for (english, chinese) in english.iter().zip(&chinese) {
            assert_eq!(
                english.lines.len(),
                chinese.lines.len(),
                "{}",
                english.title
            );
            for line in english.lines.iter().chain(&chinese.lines) {
                for text in [&line.text, &line.value, &line.note] {
                    assert!(!text.contains(['{', '}']), "{line:?}");
                }
                assert!(!line.text.is_empty());
            }
        }
    }
}

#[test]
fn what_is_counted_as_approximate_is_what_the_rows_say() {
    let data = report();
    let figures = data.figures.rows().iter().flat_map(|f| &f.quantity);
    let about = figures.filter(|q| q.approximation != Approximation::Exact);
    assert!(audit(data, &[]).approximations >= about.count());
}
