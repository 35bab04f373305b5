//! The page of a row: everything that the package says of it, from the report, from a small package and from generated ones.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use forum_explorer::format::dossier::{Dossier, Group, Line, page};
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::span::{Precision, Span};
use forum_explorer::model::subject::{Subject, SubjectKind};
use forum_explorer::model::text::{Origin, Text};
use forum_explorer::package::build::build;
use forum_explorer::package::folder;
use proptest::prelude::*;

use crate::datasets::{date, plan};
use crate::report::report;

fn small() -> &'static Dataset {
    static SMALL: OnceLock<Dataset> = OnceLock::new();
    SMALL.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
        let folder = folder::open(&path).expect("the small package opens");
        build(&folder.descriptor, folder.files).0
    })
}

#[track_caller]
fn of(data: &Dataset, kind: SubjectKind, id: &str, lang: Lang) -> Dossier {
    page(data, kind, id, lang).unwrap_or_else(|| panic!("{id} has a page"))
}

#[track_caller]
fn group<'a>(page: &'a Dossier, title: &str) -> &'a Group {
    let titles: Vec<&str> = page.groups.iter().map(|g| g.title.as_str()).collect();
    let found = page.groups.iter().find(|group| group.title == title);
    found.unwrap_or_else(|| panic!("{title} is one of {titles:?}"))
}

fn texts(group: &Group) -> Vec<&str> {
    group.lines.iter().map(|line| line.text.as_str()).collect()
}

fn ids(lines: &[Line]) -> Vec<&str> {
    let id = |line: &'_ Line| match &line.subject {
        Some(Subject::Row(_, id)) => Some(id.clone()),
        _ => None,
    };
    assert!(lines.iter().all(|line| id(line).is_some()), "{lines:#?}");
    lines
        .iter()
        .filter_map(|line| match &line.subject {
            Some(Subject::Row(_, id)) => Some(id.as_str()),
            _ => None,
        })
        .collect()
}

fn fact<'a>(page: &'a Dossier, label: &str) -> Vec<&'a Line> {
    page.facts.iter().filter(|l| l.label == label).collect()
}

fn row(kind: SubjectKind, id: &str) -> Option<Subject> {
    Some(Subject::Row(kind, id.to_owned()))
}

/// The rows of a shipped table as the file has them.
fn csv(table: &str) -> Vec<std::collections::HashMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("public/data/{table}.csv"));
    let mut reader = csv::Reader::from_path(path).expect("the table is there");
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

fn has(cell: &str, entry: &str) -> bool {
    cell.split(';').any(|one| one == entry)
}

/// Where a line stands: in its own paragraphs, or in those that its group says for all lines.
fn cited<'a>(line: &'a Line, of_group: &'a [Citation]) -> &'a [Citation] {
    match line.source.is_empty() {
        true => of_group,
        false => &line.source,
    }
}

fn paragraphs(source: &[Citation]) -> BTreeSet<u32> {
    source.iter().map(|citation| citation.para).collect()
}

#[test]
fn the_abuja_meeting_names_its_clusters_its_place_and_where_its_results_went() {
    let page = of(report(), SubjectKind::Event, "thematic-abuja", En);
    assert_eq!(page.kind_name, "Event");
    assert!(page.title.starts_with("From Evidence to Action"));
    assert!(page.title_other.starts_with("从证据到行动"));
    assert_eq!(page.title_other_lang, Zh);
    assert_eq!(
        page.origin.as_deref(),
        Some("The English name is our translation.")
    );
    let clusters = ["Cluster I", "Cluster III"].map(|label| fact(&page, label).len());
    assert_eq!(clusters, [1, 1], "{:#?}", page.facts);
    assert!(fact(&page, "Cluster II").is_empty());
    let place = fact(&page, "Place");
    assert_eq!(place[0].text, "Abuja, Nigeria");
    assert_eq!(place[0].subject, row(SubjectKind::Country, "NGA"));
    assert_eq!(fact(&page, "Dates")[0].text, "17–18 October 2011");
    assert_eq!(fact(&page, "Duration")[0].text, "2 days");
    assert_eq!(
        ids(&group(&page, "Where its results went").lines),
        ["session-1-2", "session-3-1"]
    );
    assert_eq!(
        fact(&page, "Part of")[0].subject,
        row(SubjectKind::Event, "thematic-meetings")
    );
    let session = "Working session 1.2: Lowering the costs of migration and raising its gains for development";
    let outcomes = group(&page, &format!("Outcomes of: {session}"));
    let expected = csv("recommendations")
        .iter()
        .filter(|row| row["event"] == "session-1-2")
        .count();
    assert_eq!(outcomes.lines.len(), expected);
    assert_eq!(outcomes.lines[0].label, "No. 1");
    assert!(
        outcomes.lines[0]
            .note
            .starts_with("Addressed to the Forum. Topics: ")
    );
    // All facts of the event itself stand in its paragraphs, which are cited once.
    assert!(page.facts.len() > 3 && page.facts.iter().all(|line| line.source.is_empty()));
    let sources = &page.source;
    assert_eq!(paragraphs(sources), BTreeSet::from([48, 96, 107, 148, 149]));
}

#[test]
fn an_events_page_leads_to_what_was_on_the_same_days_and_names_these_days() {
    for (lang, title) in [(En, "On the same days"), (Zh, "同日举行的活动")] {
        let page = of(report(), SubjectKind::Event, "thematic-dhaka", lang);
        let same = group(&page, title);
        assert_eq!(ids(&same.lines), ["thematic-san-salvador"]);
        assert!(!same.note.is_empty() && !same.lines[0].source.is_empty());
        let day = ["In common: 4 October 2011.", "同在2011年10月4日。"];
        assert!(day.contains(&same.lines[0].note.as_str()), "{same:#?}");
    }
    // A meeting and its sessions are always on the same days; a session dated by its meeting has none of its own.
    for id in ["concluding-debate", "session-1-2", "thematic-bern"] {
        let page = of(report(), SubjectKind::Event, id, En);
        let found = page.groups.iter().find(|g| g.title == "On the same days");
        assert_eq!(found, None, "{id}");
    }
}

#[test]
fn an_event_names_its_hosts_and_leads_to_their_pages() {
    let page = of(report(), SubjectKind::Event, "thematic-manila", En);
    let hosts = fact(&page, "Host");
    assert_eq!(hosts.len(), 1);
    assert_eq!(hosts[0].subject, row(SubjectKind::Country, "PHL"));
    // Who hosted is asked of every thematic meeting; of most the report does not say it.
    let page = of(report(), SubjectKind::Event, "thematic-abuja", En);
    let hosts = fact(&page, "Host");
    assert_eq!(hosts.len(), 1);
    assert_eq!(hosts[0].value, En.strings().view.not_stated);
    let page = of(report(), SubjectKind::Event, "abu-dhabi-dialogue", En);
    assert!(fact(&page, "Host").is_empty());
}

#[test]
fn a_session_names_the_meetings_that_fed_it_its_people_and_its_outcomes() {
    let page = of(report(), SubjectKind::Event, "session-1-2", En);
    let fed_by: BTreeSet<&str> = ids(&group(&page, "What prepared it").lines)
        .into_iter()
        .collect();
    let events = csv("events");
    let expected: BTreeSet<&str> = events
        .iter()
        .filter(|row| has(&row["feeds"], "session-1-2"))
        .map(|row| row["id"].as_str())
        .collect();
    assert!(expected.contains("thematic-abuja"));
    assert_eq!(fed_by, expected);
    let roles = csv("roles");
    let roles: Vec<(&str, &str)> = roles
        .iter()
        .filter(|row| row["event"] == "session-1-2")
        .map(|row| (row["person"].as_str(), row["role"].as_str()))
        .collect();
    assert!(!roles.is_empty());
    let people = group(&page, "People");
    let told: Vec<(&str, String)> = ids(&people.lines)
        .into_iter()
        .zip(people.lines.iter().map(|line| line.label.replace(' ', "-")))
        .collect();
    let told: Vec<(&str, &str)> = told
        .iter()
        .map(|(id, label)| (*id, label.as_str()))
        .collect();
    assert_eq!(told, roles);
    assert!(
        people
            .lines
            .iter()
            .all(|line| !line.note.is_empty() && !cited(line, &people.source).is_empty())
    );
    assert!(!group(&page, "Outcomes").lines.is_empty());
}

#[test]
fn a_session_dated_by_its_meeting_says_so_and_claims_no_days_of_its_own() {
    let page = of(report(), SubjectKind::Event, "session-1-2", En);
    let dates = fact(&page, "Dates");
    assert!(
        dates[0]
            .note
            .starts_with("The report gives it no dates of its own"),
        "{dates:?}"
    );
    assert_eq!(
        dates[0].subject,
        row(SubjectKind::Event, "concluding-debate")
    );
    assert!(fact(&page, "Duration").is_empty());
}

#[test]
fn a_month_or_a_year_alone_is_said() {
    let month = of(report(), SubjectKind::Event, "symposium-august", En);
    assert_eq!(
        fact(&month, "Dates")[0].note,
        "The report states the month alone."
    );
    assert!(fact(&month, "Duration").is_empty());
    let year = of(report(), SubjectKind::Event, "assessment-meetings", Zh);
    assert_eq!(fact(&year, "日期")[0].note, "报告只注明年份。");
}

#[test]
fn counts_keep_their_words_their_formulas_and_what_contradicts_them() {
    let page = of(report(), SubjectKind::Event, "civil-society-days", En);
    let gender = group(&page, "Counted: Civil society delegates, by gender");
    assert_eq!(texts(gender), ["Men", "Women"]);
    assert_eq!(gender.lines[0].value, "95 people");
    let everyone = group(&page, "Counted: Everyone at the Civil Society Days, in all");
    assert_eq!(everyone.lines[0].value, "363 people");
    assert!(
        everyone.lines[0].note.starts_with("Computed: 186 ("),
        "{everyone:?}"
    );
    let regions = group(
        &page,
        "Counted: Civil society organisations taking part, by region of activity",
    );
    assert!(regions.note.contains("do not add up"), "{}", regions.note);
    assert!(regions.lines.iter().all(|line| line.note.is_empty()));
    let restated = group(
        &page,
        "Counted: Civil society delegates, as stated elsewhere",
    );
    assert_eq!(restated.lines[0].value, "more than 180 people");
    assert!(restated.lines[0].note.contains("overlaps"), "{restated:?}");
    let meetings = of(report(), SubjectKind::Event, "assessment-meetings", En);
    let notes: Vec<&str> = meetings
        .groups
        .iter()
        .flat_map(|group| &group.lines)
        .filter(|line| line.value == "8 meetings" || line.value == "7 meetings")
        .map(|line| line.note.as_str())
        .collect();
    assert_eq!(notes.len(), 2);
    assert!(
        notes
            .iter()
            .all(|note| note.contains("The report also says")),
        "{notes:?}"
    );
}

#[test]
fn money_for_an_event_says_what_is_not_stated() {
    let page = of(report(), SubjectKind::Event, "thematic-meetings", En);
    let flows = csv("funding");
    let expected = flows
        .iter()
        .filter(|row| has(&row["events"], "thematic-meetings"))
        .count();
    let funding = group(&page, "Funding");
    assert_eq!(funding.lines.len(), expected);
    assert!(funding.lines.iter().all(|line| line.value == "not stated"));
    let budget = of(report(), SubjectKind::Event, "core-budget-february", En);
    assert_eq!(group(&budget, "Funding").lines[0].value, "US$2,155,232");
}

#[test]
fn an_amount_from_a_formula_shows_it() {
    let page = of(small(), SubjectKind::Event, "forum", En);
    let funding = group(&page, "Funding");
    let gap = funding.lines.iter().find(|line| line.value == "US$41");
    let gap = gap.expect("the gap is told");
    assert_eq!(gap.text, "Switzerland → Forum");
    assert!(gap.note.starts_with("Computed: 100 − 59."), "{}", gap.note);
    let budget = &funding.lines[0];
    assert_eq!(
        (budget.text.as_str(), budget.note.as_str()),
        ("Forum", "Given as money.")
    );
}

#[test]
fn calls_stand_on_the_page_of_their_event_and_of_who_made_them() {
    let opening = of(report(), SubjectKind::Event, "opening", En);
    let calls = csv("calls");
    let expected = calls.iter().filter(|row| row["event"] == "opening").count();
    assert_eq!(group(&opening, "Calls").lines.len(), expected);
    let person = of(report(), SubjectKind::Person, "simonetta-sommaruga", En);
    let own = calls
        .iter()
        .filter(|row| row["actor_en"].contains("Simonetta Sommaruga"))
        .count();
    let group = group(&person, "Calls");
    assert!(own > 1);
    assert_eq!(group.lines.len(), own);
    assert!(ids(&group.lines).contains(&"opening"));
}

#[test]
fn the_philippines_have_exactly_the_rows_that_name_them() {
    let page = of(report(), SubjectKind::Country, "PHL", En);
    assert_eq!(page.title_other, "菲律宾");
    assert_eq!(fact(&page, "Region")[0].text, "Asia");
    let practices = csv("practices");
    let expected: Vec<&str> = practices
        .iter()
        .filter(|row| has(&row["iso3"], "PHL"))
        .map(|row| row["summary_en"].as_str())
        .collect();
    assert_eq!(texts(group(&page, "Practices")), expected);
    let seats = csv("memberships");
    let expected: Vec<&str> = seats
        .iter()
        .filter(|row| row["iso3"] == "PHL")
        .map(|row| row["body"].as_str())
        .collect();
    assert!(expected.len() > 2);
    let told = group(&page, "Seats");
    assert_eq!(ids(&told.lines), expected);
    let chairs = told.lines.iter().filter(|line| line.label == "co-chair");
    assert_eq!(chairs.count(), 1);
    let events = csv("events");
    let hosted: Vec<&str> = events
        .iter()
        .filter(|row| has(&row["hosts"], "PHL"))
        .map(|row| row["id"].as_str())
        .collect();
    assert_eq!(ids(&group(&page, "Hosted").lines), hosted);
    let places = csv("places");
    let is_there = |place: &str| {
        places
            .iter()
            .any(|row| row["id"] == place && row["iso3"] == "PHL")
    };
    let there: Vec<&str> = events
        .iter()
        .filter(|row| is_there(&row["place"]) && !has(&row["hosts"], "PHL"))
        .map(|row| row["id"].as_str())
        .collect();
    // The round table of the Manila meeting stands on that meeting's page.
    assert_eq!(there, ["summit-2008-manila", "roundtable-2008-irregular"]);
    let told = group(&page, "Took place there");
    assert_eq!(ids(&told.lines), ["summit-2008-manila"]);
    assert_eq!(told.lines[0].note, "With 1 part of its own.");
    assert_eq!(
        ids(&group(&page, "Who spoke for it").lines),
        ["esteban-conejos"]
    );
}

#[test]
fn a_contradiction_or_gap_stands_on_the_page_of_the_country_that_it_names() {
    let page = of(report(), SubjectKind::Country, "PHL", En);
    let contradictions = group(&page, "Where the report contradicts itself");
    assert_eq!(texts(contradictions), ["capped by law or abolished"]);
    assert_eq!(
        contradictions.lines[0].label,
        "Recruitment fees in the Philippines"
    );
    assert_eq!(
        paragraphs(&contradictions.lines[0].source),
        BTreeSet::from([107, 121])
    );
    let gaps = group(&page, "What the report does not say");
    assert_eq!(texts(gaps).len(), 1);
    let naming = |lang, title: &str| {
        let country = of(report(), SubjectKind::Country, "PHL", lang);
        group(&country, title).lines.len()
    };
    assert_eq!(
        naming(Zh, "报告自相矛盾之处"),
        1,
        "both languages list the same"
    );
    let nobody = report()
        .countries
        .iter()
        .find(|(_, country)| country.name.en == "Kiribati")
        .map(|(key, _)| report().countries.id(key));
    let kiribati = of(report(), SubjectKind::Country, nobody.unwrap(), En);
    assert_eq!(kiribati.groups, []);
    assert_eq!(kiribati.facts.len(), 1);
}

#[test]
fn a_country_tells_what_it_gave_and_received() {
    let swiss = of(report(), SubjectKind::Country, "CHE", En);
    let flows = csv("funding");
    let gave = flows.iter().filter(|row| has(&row["from_iso3"], "CHE"));
    let lines = &group(&swiss, "Gave").lines;
    assert_eq!(lines.len(), gave.count());
    assert!(lines.iter().any(|line| line.value == "US$874,745"));
    let honduras = of(report(), SubjectKind::Country, "HND", En);
    assert_eq!(group(&honduras, "Received").lines.len(), 1);
    let projects = csv("projects");
    let led = projects.iter().filter(|row| has(&row["lead_iso3"], "CHE"));
    assert_eq!(group(&swiss, "Projects led").lines.len(), led.count());
}

#[test]
fn what_took_place_within_a_hosted_meeting_is_left_to_its_page() {
    let swiss = of(report(), SubjectKind::Country, "CHE", En);
    let hosted = group(&swiss, "Hosted");
    let debate = hosted
        .lines
        .iter()
        .find(|line| line.subject == row(SubjectKind::Event, "concluding-debate"));
    let events = csv("events");
    let parts = events
        .iter()
        .filter(|row| row["parent"] == "concluding-debate")
        .count();
    assert_eq!(
        debate.map(|line| line.note.clone()),
        Some(format!("With {parts} parts of its own."))
    );
    let there = ids(&group(&swiss, "Took place there").lines);
    assert!(there.contains(&"thematic-bern") && there.contains(&"civil-society-days"));
    assert!(!there.contains(&"session-1-1") && !there.contains(&"common-space-1"));
    let page = of(report(), SubjectKind::Event, "concluding-debate", En);
    assert_eq!(group(&page, "What was part of it").lines.len(), parts);
}

#[test]
fn a_late_member_is_told_with_the_month() {
    let mauritius = of(report(), SubjectKind::Country, "MUS", En);
    let seats = group(&mauritius, "Seats");
    let steering = seats
        .lines
        .iter()
        .find(|line| line.text == "Steering Group");
    assert_eq!(
        steering.map(|line| line.note.as_str()),
        Some("Since September 2011.")
    );
}

#[test]
fn a_person_has_office_state_and_parts_by_date() {
    let page = of(report(), SubjectKind::Person, "eduard-gnesa", En);
    assert_eq!(page.title, "Eduard Gnesa");
    assert_eq!(page.title_other, "", "one name in both languages");
    assert!(
        fact(&page, "Office")[0]
            .text
            .contains("Chair of the 2011 Forum")
    );
    assert_eq!(
        fact(&page, "Spoke for")[0].subject,
        row(SubjectKind::Country, "CHE")
    );
    let parts = group(&page, "Parts taken");
    let roles = csv("roles");
    let expected = roles.iter().filter(|row| row["person"] == "eduard-gnesa");
    assert_eq!(parts.lines.len(), expected.count());
    let dates: Vec<_> = ids(&parts.lines)
        .into_iter()
        .map(|id| {
            let events = &report().events;
            events.get(events.find(id).unwrap()).unwrap().span.start
        })
        .collect();
    assert!(dates.is_sorted());
    let chinese = of(report(), SubjectKind::Person, "ban-ki-moon", Zh);
    assert_eq!(
        (chinese.title.as_str(), chinese.title_other.as_str()),
        ("潘基文", "Ban Ki-moon")
    );
    assert_eq!(chinese.title_other_lang, En);
}

#[test]
fn a_body_names_its_members_and_the_counts_of_its_name() {
    let page = of(report(), SubjectKind::Body, "assessment-team", En);
    assert_eq!(fact(&page, "Kind")[0].text, "Team");
    let seats = csv("memberships");
    let expected: Vec<&str> = seats
        .iter()
        .filter(|row| row["body"] == "assessment-team")
        .map(|row| row["iso3"].as_str())
        .collect();
    assert_eq!(ids(&group(&page, "Member states").lines), expected);
    let counted = group(&page, "Counted: Assessment Team, members");
    assert_eq!(counted.lines[0].value, "14 states");
    let term = fact(&page, "In the vocabulary");
    assert_eq!(term[0].subject, row(SubjectKind::Term, "assessment-team"));
    let back = of(report(), SubjectKind::Term, "assessment-team", En);
    assert_eq!(
        fact(&back, "Body of this name")[0].subject,
        row(SubjectKind::Body, "assessment-team")
    );
}

#[test]
fn every_kind_of_body_and_addressee_of_the_report_has_a_word() {
    let words = &En.later().dossier;
    for body in report().bodies.rows() {
        assert!(
            words.body_kinds.iter().any(|(slug, _)| *slug == body.kind),
            "{}",
            body.kind
        );
    }
    for outcome in report().outcomes.rows() {
        let slug = &outcome.addressee;
        assert!(
            En.later()
                .words
                .addressees
                .iter()
                .any(|(known, _)| known == slug),
            "{slug}"
        );
    }
}

#[test]
fn a_term_has_both_names_its_definition_and_whose_translation_it_is() {
    let page = of(report(), SubjectKind::Term, "common-space", Zh);
    assert_eq!(
        (page.title.as_str(), page.title_other.as_str()),
        ("共同空间", "Common Space")
    );
    assert_eq!(page.origin.as_deref(), Some("英文名称为正式名称。"));
    assert_eq!(fact(&page, "释义").len(), 1);
    assert_eq!(
        paragraphs(&fact(&page, "释义")[0].source),
        BTreeSet::from([36, 68, 70, 219])
    );
    let ours = of(report(), SubjectKind::Term, "brain-drain", En);
    assert_eq!(
        ours.origin.as_deref(),
        Some("The English name is our translation.")
    );
}

#[test]
fn what_the_package_does_not_have_has_no_page() {
    let empty = Dataset::default();
    for kind in SubjectKind::ALL {
        for lang in Lang::ALL {
            assert_eq!(page(&empty, kind, "thematic-abuja", lang), None);
            assert_eq!(page(&empty, kind, "", lang), None);
            for id in ["", "nowhere", "PHLX", "{n}"] {
                assert_eq!(page(report(), kind, id, lang), None, "{kind:?} {id}");
            }
        }
    }
    assert_eq!(page(report(), SubjectKind::Event, "PHL", En), None);
}

/// The ids of every row that has a page.
fn rows(data: &Dataset) -> Vec<(SubjectKind, String)> {
    let events = data
        .events
        .keys()
        .map(|key| (SubjectKind::Event, data.events.id(key)));
    let countries = data
        .countries
        .keys()
        .map(|key| (SubjectKind::Country, data.countries.id(key)));
    let people = data
        .people
        .keys()
        .map(|key| (SubjectKind::Person, data.people.id(key)));
    let bodies = data
        .bodies
        .keys()
        .map(|key| (SubjectKind::Body, data.bodies.id(key)));
    let terms = data
        .terms
        .keys()
        .map(|key| (SubjectKind::Term, data.terms.id(key)));
    let all = events
        .chain(countries)
        .chain(people)
        .chain(bodies)
        .chain(terms);
    all.map(|(kind, id)| (kind, id.to_owned())).collect()
}

fn lines(page: &Dossier) -> impl Iterator<Item = &Line> {
    page.facts
        .iter()
        .chain(page.groups.iter().flat_map(|group| &group.lines))
}

/// What holds of every page of any package.
fn assert_sound(data: &Dataset, kind: SubjectKind, id: &str) {
    let [english, chinese] = [En, Zh].map(|lang| of(data, kind, id, lang));
    for page in [&english, &chinese] {
        assert!(!page.kind_name.is_empty(), "{id}");
        for group in &page.groups {
            assert!(
                !group.lines.is_empty() && !group.title.is_empty(),
                "{id}: {group:?}"
            );
        }
        for line in lines(page) {
            for text in [&line.label, &line.text, &line.value, &line.note] {
                assert!(!text.contains(['{', '}']), "{id}: {line:?}");
            }
            // A line leads to a page, and that page is there.
            if let Some(Subject::Row(kind, id)) = &line.subject {
                assert!(
                    super::dossier::page(data, *kind, id, En).is_some(),
                    "{line:?}"
                );
            }
        }
    }
    // Both readers see the same lines, sources and links.
    let shape = |page: &Dossier| -> Vec<_> {
        lines(page)
            .map(|line| (line.source.clone(), line.subject.clone()))
            .collect()
    };
    assert_eq!(shape(&english), shape(&chinese), "{kind:?} {id}");
    assert_eq!(english.groups.len(), chinese.groups.len());
}

/// Events are walked through from the first to the last by what comes next, and back.
fn assert_walk(data: &Dataset) {
    let pages: Vec<(String, Dossier)> = rows(data)
        .into_iter()
        .filter(|(kind, _)| *kind == SubjectKind::Event)
        .map(|(kind, id)| (id.clone(), of(data, kind, &id, En)))
        .collect();
    let mut walked: Vec<&str> = Vec::new();
    let mut at = pages.iter().find(|(_, page)| page.previous.is_none());
    while let Some((id, page)) = at {
        assert!(!walked.contains(&id.as_str()), "{id} comes once");
        walked.push(id);
        let back = row(SubjectKind::Event, id);
        at = pages.iter().find(|(_, next)| next.previous == back);
        assert_eq!(
            page.next,
            at.and_then(|(id, _)| row(SubjectKind::Event, id))
        );
    }
    assert_eq!(walked.len(), pages.len());
    let starts = walked.iter().map(|id| {
        let key = data.events.find(id).unwrap();
        data.events.get(key).unwrap().span.start
    });
    assert!(starts.is_sorted());
}

#[test]
fn every_row_of_the_report_and_of_the_small_package_has_a_sound_page() {
    for data in [report(), small()] {
        for (kind, id) in rows(data) {
            assert_sound(data, kind, &id);
        }
        assert_walk(data);
    }
}

#[test]
fn every_line_of_the_report_about_another_row_cites_a_paragraph() {
    for (kind, id) in rows(report()) {
        let page = of(report(), kind, &id, En);
        for group in &page.groups {
            for line in &group.lines {
                assert!(!cited(line, &group.source).is_empty(), "{id}: {line:?}");
                assert!(!line.text.is_empty(), "{id}: {line:?}");
            }
        }
    }
}

#[test]
fn what_all_lines_of_a_group_share_is_cited_once_and_nothing_else_is_shared() {
    let (mut shared, mut own) = (0, 0);
    for (kind, id) in rows(report()) {
        let page = of(report(), kind, &id, En);
        let facts = [(&page.facts, &page.source)].into_iter();
        let groups = page.groups.iter().map(|g| (&g.lines, &g.source));
        for (lines, source) in facts.chain(groups) {
            if !source.is_empty() {
                assert!(lines.len() > 1, "{id}: one line cites by itself");
                assert!(lines.iter().all(|line| line.source.is_empty()), "{id}");
                shared += 1;
            } else if lines.len() > 1 && !lines[0].source.is_empty() {
                let is_same = |line: &Line| line.source == lines[0].source;
                assert!(!lines.iter().all(is_same), "{id}: {lines:?}");
                own += 1;
            }
        }
    }
    assert!(shared > 50 && own > 10, "{shared} shared, {own} not");
    // A number on a page keeps its own paragraph where its neighbours stand elsewhere.
    let page = of(report(), SubjectKind::Event, "concluding-debate", En);
    let numbers = page
        .groups
        .iter()
        .flat_map(|g| g.lines.iter().map(move |l| (g, l)));
    for (group, line) in numbers.filter(|(_, line)| !line.value.is_empty()) {
        assert!(!cited(line, &group.source).is_empty(), "{line:?}");
    }
}

#[test]
fn an_event_in_one_language_alone_is_told_in_that_one() {
    let mut data = Dataset::default();
    let event = Event {
        kind: EventKind::Summit,
        title: Text::new("会议", ""),
        short: Text::default(),
        title_origin: Origin::Official,
        span: Span {
            start: date("2020-02-01"),
            end: date("2020-02-01"),
            precision: Precision::Month,
        },
        place: None,
        hosts: Vec::new(),
        clusters: Vec::new(),
        feeds: Vec::new(),
        parent: None,
        dates_from: None,
        source: Vec::new(),
    };
    let key = data.events.push("only", event).unwrap();
    let page = of(&data, SubjectKind::Event, "only", En);
    assert_eq!(
        (page.title.as_str(), page.title_other.as_str()),
        ("会议", "")
    );
    assert_eq!((page.previous, page.next), (None, None));
    // An event that is a part of itself, as a damaged package may say, is told once.
    data.events.get_mut(key).unwrap().parent = Some(key);
    data.events.get_mut(key).unwrap().feeds = vec![key];
    let page = of(&data, SubjectKind::Event, "only", En);
    assert!(fact(&page, "Part of").is_empty());
    assert!(
        !page
            .groups
            .iter()
            .any(|group| group.title == "What was part of it")
    );
}

proptest! {
    #[test]
    fn any_package_has_sound_pages(plan in plan(), feeds in prop::collection::vec((0_usize..14, 0_usize..14), 0..8)) {
        let mut data = plan.dataset();
        let keys: Vec<_> = data.events.keys().collect();
        for (from, to) in feeds {
            if let (Some(&from), Some(&to)) = (keys.get(from), keys.get(to)) {
                data.events.get_mut(from).unwrap().feeds.push(to);
            }
        }
        for (kind, id) in rows(&data) {
            assert_sound(&data, kind, &id);
        }
        assert_walk(&data);
    }

    #[test]
    fn each_event_of_a_country_is_listed_or_is_part_of_a_listed_one(plan in plan()) {
        let data = plan.dataset();
        for (country, _) in data.countries.iter() {
            let page = of(&data, SubjectKind::Country, data.countries.id(country), En);
            let listed = |title: &str| -> BTreeSet<&str> {
                let groups = page.groups.iter().filter(|group| group.title == title);
                groups.flat_map(|group| ids(&group.lines)).collect()
            };
            let (hosted, there) = (listed("Hosted"), listed("Took place there"));
            for (key, event) in data.events.iter() {
                let place = event.place.and_then(|place| data.places.get(place));
                let is_host = event.hosts.contains(&country);
                let is_there = place.is_some_and(|place| place.country == Some(country));
                let id = data.events.id(key);
                prop_assert!(is_host || !hosted.contains(id), "{id}");
                prop_assert!(!is_host && is_there || !there.contains(id), "{id}");
                let wholes = std::iter::successors(Some(key), |&at| data.events.get(at)?.parent);
                let wholes: Vec<&str> = wholes.take(20).map(|at| data.events.id(at)).collect();
                let is_hosted = wholes.iter().any(|id| hosted.contains(id));
                let is_found = is_hosted || wholes.iter().any(|id| there.contains(id));
                prop_assert!(!is_host || is_hosted, "{id} is hosted");
                prop_assert!(!is_there || is_found, "{id} took place there");
            }
        }
    }
}
