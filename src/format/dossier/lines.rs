//! Rows of the package as lines, the same on every page.

use super::Line;
use super::writer::{Writer, link};
use crate::format::number::{money, quantity_with_unit};
use crate::format::text::{pick, word};
use crate::format::{conflict, date, formula};
use crate::language::template::fill;
use crate::model::body::Membership;
use crate::model::call::Call;
use crate::model::citation::Source;
use crate::model::conflict::Conflict;
use crate::model::country::Country;
use crate::model::event::Event;
use crate::model::figure::Figure;
use crate::model::flow::{Flow, SupportForm};
use crate::model::outcome::Outcome;
use crate::model::person::Role;
use crate::model::practice::Practice;
use crate::model::project::Project;
use crate::model::span::Span;
use crate::model::subject::SubjectKind;
use crate::model::table::Key;

impl Writer<'_> {
    /// Dates and title.
    pub(super) fn event(&self, key: Key<Event>) -> Option<Line> {
        let event = self.data.events.get(key)?;
        let dates = date::span(&event.span, self.lang);
        Some(Line {
            subject: link(SubjectKind::Event, &self.data.events, key),
            ..self.data_line(&dates, self.pick(&event.title), &event.source)
        })
    }

    pub(super) fn events(&self, mut keys: Vec<Key<Event>>) -> Vec<Line> {
        self.sort_by_date(&mut keys);
        keys.iter().filter_map(|&key| self.event(key)).collect()
    }

    /// What somebody was, and who it was, with their office.
    pub(super) fn person_with_role(&self, role: &Role) -> Option<Line> {
        let person = self.data.people.get(role.person)?;
        Some(Line {
            subject: link(SubjectKind::Person, &self.data.people, role.person),
            note: self.notes(vec![self.pick(&person.organisation)]),
            ..self.data_line(
                &self.role(&role.role),
                self.pick(&person.name),
                &role.source,
            )
        })
    }

    /// What somebody was, and at which event.
    pub(super) fn event_with_role(&self, role: &Role) -> Option<Line> {
        let event = self.event(role.event)?;
        Some(Line {
            note: self.notes(vec![event.label]),
            label: self.role(&role.role),
            source: role.source.clone(),
            ..event
        })
    }

    /// The word for a role; empty for a plain member.
    fn role(&self, slug: &str) -> String {
        word(self.lang.later().words.roles, slug)
    }

    /// A state in a body.
    pub(super) fn member(&self, seat: &Membership) -> Option<Line> {
        let role = self.role(&seat.role);
        Some(Line {
            note: self.since(seat),
            ..self.country(&role, seat.country, &seat.source)?
        })
    }

    /// A body in which a state sits.
    pub(super) fn seat(&self, seat: &Membership) -> Option<Line> {
        let body = self.data.bodies.get(seat.body)?;
        Some(Line {
            subject: link(SubjectKind::Body, &self.data.bodies, seat.body),
            note: self.since(seat),
            ..self.data_line(&self.role(&seat.role), self.pick(&body.title), &seat.source)
        })
    }

    fn since(&self, seat: &Membership) -> String {
        let Some(span) = seat.joined() else {
            return String::new();
        };
        fill(self.words.since, &[("date", &date::span(&span, self.lang))])
    }

    /// A count, with how it was computed and what contradicts it.
    pub(super) fn figure(&self, figure: &Figure) -> Line {
        let mut notes = Vec::new();
        if let Some(formula) = &figure.derived {
            notes.push(self.computed(&formula::figures(formula, self.data, self.lang)));
        }
        let value = match &figure.quantity {
            Some(quantity) => {
                notes.extend(self.contradicting(quantity.value, &figure.source));
                quantity_with_unit(quantity, self.lang)
            }
            None => self.all.view.not_stated.to_owned(),
        };
        Line {
            value,
            note: self.notes(notes),
            ..self.data_line("", self.pick(&figure.category), &figure.source)
        }
    }

    /// Who paid for what, how much, in what form.
    pub(super) fn flow(&self, flow: &Flow) -> Line {
        let (from, to) = (self.pick(&flow.from), self.pick(&flow.to));
        let text = match (from.is_empty(), to.is_empty()) {
            (false, false) => format!("{from} → {to}"),
            _ => from + &to,
        };
        let mut notes = Vec::new();
        if let Some(formula) = &flow.derived {
            notes.push(self.computed(&formula::flows(formula, self.data, self.lang)));
        }
        if flow.preliminary {
            notes.push(self.all.view.preliminary.to_owned());
        }
        if flow.form != SupportForm::Unstated {
            let form = word(self.lang.later().words.forms, flow.form.slug());
            notes.push(fill(self.words.form, &[("form", &form)]));
        }
        let value = match flow.amount {
            Some(amount) => {
                notes.extend(self.contradicting(amount, &flow.source));
                money(amount, &flow.currency, self.lang)
            }
            None => self.all.view.not_stated.to_owned(),
        };
        let kind = word(self.all.words.flow_kinds, flow.kind.slug());
        Line {
            value,
            note: self.notes(notes),
            ..self.data_line(&kind, text, &flow.source)
        }
    }

    fn computed(&self, formula: &str) -> String {
        fill(self.all.view.computed, &[("formula", formula)])
    }

    fn contradicting(&self, value: f64, source: &Source) -> Vec<String> {
        conflict::concerning(self.data, value, source)
            .map(|conflict| conflict::sentence(conflict, source, self.lang))
            .collect()
    }

    /// An outcome by its number, with whom it addresses.
    pub(super) fn outcome(&self, outcome: &Outcome) -> Line {
        let label = match outcome.item.as_str() {
            "" => String::new(),
            item => fill(self.words.item, &[("item", item)]),
        };
        let addressee = match outcome.addressee.as_str() {
            "" => String::new(),
            slug => fill(
                self.words.asked_of,
                &[("addressee", &word(self.lang.later().words.addressees, slug))],
            ),
        };
        Line {
            note: self.notes(vec![addressee, self.topics(&outcome.topics)]),
            ..self.data_line(&label, self.pick(&outcome.summary), &outcome.source)
        }
    }

    /// A call by who made it.
    pub(super) fn call(&self, call: &Call) -> Line {
        Line {
            note: self.notes(vec![self.topics(&call.topics)]),
            ..self.line_of(
                pick(&call.actor, self.lang),
                self.pick(&call.summary),
                &call.source,
            )
        }
    }

    /// A call on the page of who made it: it leads to where it was made.
    pub(super) fn call_elsewhere(&self, call: &Call) -> Line {
        let events = &self.data.events;
        let link = |key| link(SubjectKind::Event, events, key);
        Line {
            subject: call.event.and_then(link),
            ..self.call(call)
        }
    }

    /// A practice; `others` are the states that share it.
    pub(super) fn practice(&self, practice: &Practice, others: &[Key<Country>]) -> Line {
        Line {
            note: self.notes(vec![self.shared_by(others), self.topics(&practice.topics)]),
            ..self.line_of(
                pick(&practice.actor, self.lang),
                self.pick(&practice.summary),
                &practice.source,
            )
        }
    }

    /// A project, or one number of it, by who leads it.
    pub(super) fn project(&self, project: &Project) -> Line {
        let mut text = self.pick(&project.title);
        if !project.metric.is_empty() {
            text.push_str(self.all.list.colon);
            text.push_str(pick(&project.metric, self.lang));
        }
        let quantity = project.quantity.as_ref();
        let value = quantity.map_or_else(String::new, |q| quantity_with_unit(q, self.lang));
        let mut notes = vec![self.period(project)];
        notes.extend(
            quantity
                .map(|q| self.contradicting(q.value, &project.source))
                .unwrap_or_default(),
        );
        Line {
            value,
            note: self.notes(notes),
            ..self.line_of(pick(&project.lead, self.lang), text, &project.source)
        }
    }

    /// When a project began and ended, as far as stated.
    fn period(&self, project: &Project) -> String {
        let span = |start, end| {
            let precision = project.precision;
            date::span(
                &Span {
                    start,
                    end,
                    precision,
                },
                self.lang,
            )
        };
        let (template, date) = match (project.start, project.end) {
            (Some(start), Some(end)) => return span(start, end),
            (Some(start), None) => (self.words.began, span(start, start)),
            (None, Some(end)) => (self.words.ended, span(end, end)),
            (None, None) => return String::new(),
        };
        fill(template, &[("date", &date)])
    }

    /// A contradiction with both of its sides.
    pub(super) fn contradiction(&self, conflict: &Conflict) -> Line {
        let (a, b) = (self.pick(&conflict.value_a), self.pick(&conflict.value_b));
        let values = fill(self.words.both_values, &[("a", &a), ("b", &b)]);
        let quantity = self.pick(&conflict.quantity);
        let mut source = conflict.source_a.clone();
        source.extend(conflict.source_b.iter().cloned());
        Line {
            note: self.notes(vec![self.pick(&conflict.reason)]),
            ..self.line(&quantity, values, &source)
        }
    }
}
