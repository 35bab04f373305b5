//! What a reader who has just come wants to know: each question is answered on the front page, or at most two actions away. An action
//! is a click, or words typed into the search; scrolling is none.

use std::cell::Cell;
use std::collections::BTreeSet;

use forum_explorer::model::body::Body;
use forum_explorer::model::country::Country;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::table::Key;

use crate::explorer::open;
use crate::harness::{Page, browse, until};
use crate::report::REPORT;

/// How many actions an answer may take.
const MOST: usize = 2;

/// Somebody on the front page, who counts what they do.
struct Reader<'a> {
    page: &'a Page,
    actions: Cell<usize>,
}

impl Reader<'_> {
    fn act(&self) {
        self.actions.set(self.actions.get() + 1);
        assert!(self.actions.get() <= MOST, "more than {MOST} actions");
    }

    fn click(&self, css: &str) {
        self.act();
        self.page.click(css);
    }

    fn click_text(&self, css: &str, contains: &str) {
        self.act();
        self.page.click_text(css, contains);
    }

    fn search(&self, words: &str) {
        self.act();
        self.page.type_into("#search", words);
    }

    /// The mark of a view whose spoken name has all of these words.
    fn mark(&self, view: &str, words: &[&str]) -> String {
        until(&format!("a mark of {words:?}"), || {
            let script =
                "return [...document.querySelectorAll(arguments[0])].map(e => [e.id, e.ariaLabel])";
            let hits = format!("#{view} button.hit");
            let marks: Vec<(String, String)> = self.page.evaluate(script, &[hits.into()]);
            let named = |name: &str| words.iter().all(|word| name.contains(word));
            let found = marks.iter().find(|(_, name)| named(name));
            let id = found.map(|(id, _)| format!("[id=\"{id}\"]"));
            id.ok_or_else(|| format!("{marks:?}"))
        })
    }
}

/// Somebody opens the front page and finds an answer.
fn ask(answer: impl FnOnce(&Reader)) {
    browse(|page| {
        open(page, "?lang=en");
        let reader = Reader {
            page,
            actions: Cell::new(0),
        };
        answer(&reader);
    });
}

fn members(body: &str) -> BTreeSet<Key<Country>> {
    let body: Key<Body> = REPORT.bodies.find(body).expect("it is a body");
    let seats = REPORT.memberships.rows().iter();
    let of_body = seats.filter(|seat| seat.body == body);
    of_body.map(|seat| seat.country).collect()
}

#[test]
fn which_countries_sit_in_both_the_steering_group_and_the_assessment_team() {
    ask(|reader| {
        let team = members("assessment-team");
        let both: Vec<_> = members("steering-group")
            .intersection(&team)
            .copied()
            .collect();
        assert!(both.len() > 2);
        let count = format!("{} states", both.len());
        reader.click(&reader.mark("seats", &["Steering Group and Assessment Team", &count]));
        for key in both {
            let country = REPORT.countries.get(key).expect("a key of it");
            reader.page.wait_text("#seats .card", &country.label.en);
        }
    });
}

#[test]
fn which_meetings_overlap_in_time() {
    ask(|reader| {
        let meetings: Vec<(Key<Event>, &Event)> = REPORT
            .events
            .iter()
            .filter(|(_, e)| e.kind == EventKind::Thematic)
            .collect();
        reader.click("#timeline-as-table");
        reader.page.wait_text("#timeline-table", "On the same days");
        let city = |event: &Event| {
            let place = event.place.and_then(|key| REPORT.places.get(key));
            place.map_or(String::new(), |place| place.name.en.clone())
        };
        let rows = reader.page.texts("#timeline-table tbody tr");
        let mut pairs = 0;
        for (key, one) in &meetings {
            let row = rows.iter().find(|row| row.contains(&one.title.en));
            let row = row.unwrap_or_else(|| panic!("{} has a row", one.title.en));
            for (other, two) in &meetings {
                let overlaps = one.span.start <= two.span.end && two.span.start <= one.span.end;
                if other != key {
                    // Its name with the days in brackets; every row has its own city without.
                    let named = row.contains(&format!("{} (", city(two)));
                    assert_eq!(named, overlaps, "{} in {row}", city(two));
                    pairs += usize::from(overlaps);
                }
            }
        }
        assert!(pairs > 2);
    });
}

#[test]
fn what_share_of_the_core_budget_twelve_governments_gave() {
    ask(|reader| {
        let amount = |id| {
            let key = REPORT.flows.find(id).expect("it is stated");
            REPORT
                .flows
                .get(key)
                .and_then(|flow| flow.amount)
                .expect("an amount")
        };
        let share = amount("contributions-total") / amount("core-budget") * 100.0;
        let title = format!("Twelve governments (not named) gave {share:.0}% of the core budget");
        reader.page.wait_text("#funding-title", &title);
    });
}

#[test]
fn which_session_recommends_regulating_recruiters() {
    ask(|reader| {
        let mut outcomes = REPORT.outcomes.rows().iter();
        let outcome = outcomes.find(|o| o.summary.en.contains("regulate recruiters"));
        let outcome = outcome.expect("it is an outcome");
        let session = REPORT.events.get(outcome.event).expect("it has a session");
        reader.search("regulate recruiters");
        until("the outcome with its session", || {
            let found = reader.page.texts("#results li");
            let says = |line: &String| {
                line.contains(&outcome.summary.en) && line.contains(&session.title.en)
            };
            found
                .iter()
                .any(says)
                .then_some(())
                .ok_or(format!("{found:?}"))
        });
    });
}

#[test]
fn how_many_of_the_civil_society_days_delegates_were_migrants_themselves() {
    ask(|reader| {
        let key = REPORT.figures.find("csd-migrants").expect("it is counted");
        let figure = REPORT.figures.get(key).expect("a key of it");
        let count = figure.quantity.as_ref().expect("a number").value;
        reader.click(&reader.mark("participation", &[&figure.category.en]));
        let card = "#participation .card";
        reader.page.wait_text(card, &format!("{count} people"));
        reader.page.wait_text(card, &figure.category.en);
        for citation in &figure.source {
            reader.page.wait_text(card, &format!("¶{}", citation.para));
        }
    });
}

#[test]
fn where_the_report_gives_two_values_for_the_observers() {
    ask(|reader| {
        reader.click("#conflicts > summary");
        let conflicts = REPORT.conflicts.rows().iter();
        let of_observers = conflicts.filter(|c| c.quantity.en.starts_with("Observers"));
        let mut count = 0;
        for conflict in of_observers {
            until(&conflict.quantity.en, || {
                let lines = reader.page.texts("#conflicts li");
                let line = lines
                    .iter()
                    .find(|line| line.contains(&conflict.quantity.en));
                let line = line.ok_or(format!("{lines:?}"))?;
                let sides = [&conflict.source_a, &conflict.source_b];
                let cited = sides.iter().copied().flatten();
                let is_cited = cited
                    .map(|c| format!("¶{}", c.para))
                    .all(|cite| line.contains(&cite));
                let values = [&conflict.value_a.en, &conflict.value_b.en];
                let is_told = values.iter().all(|value| line.contains(value.as_str()));
                (is_cited && is_told).then_some(()).ok_or(line.clone())
            });
            count += 1;
        }
        assert!(count >= 2);
    });
}

#[test]
fn which_practices_of_the_philippines_it_names() {
    ask(|reader| {
        let key = REPORT.countries.find("PHL").expect("it is a state");
        let practices = REPORT.practices.rows().iter();
        let own: Vec<_> = practices.filter(|p| p.countries.contains(&key)).collect();
        assert!(own.len() > 3);
        reader.search("Philippines");
        reader.click_text("#results .page-link", "Philippines");
        for practice in own {
            reader.page.wait_text("#panel", &practice.summary.en);
        }
    });
}

#[test]
fn who_chaired_the_session_on_impact_assessment() {
    ask(|reader| {
        let mut sessions = REPORT.events.iter();
        let is_meant =
            |e: &Event| e.kind == EventKind::Session && e.title.en.contains("Impact assessment");
        let (key, session) = sessions.find(|(_, e)| is_meant(e)).expect("a session");
        reader.search("impact assessment");
        reader.click_text("#results .page-link", &session.title.en);
        let roles = REPORT.roles.rows().iter();
        let chairs: Vec<_> = roles
            .filter(|r| r.event == key && r.role.ends_with("chair"))
            .collect();
        assert!(!chairs.is_empty());
        for role in chairs {
            let person = REPORT.people.get(role.person).expect("a key of it");
            until(&person.name.en, || {
                let lines = reader
                    .page
                    .texts("#panel li, #panel dt, #panel dd, #panel p");
                let says = |l: &&String| l.contains(&person.name.en) && l.contains(&role.role);
                let found = lines.iter().any(|line| says(&line));
                found.then_some(()).ok_or(format!("{lines:?}"))
            });
        }
    });
}
