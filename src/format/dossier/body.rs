//! The page of a body. Only seats refer to bodies by id; other rows belong to a body where they give its very name.

use super::writer::{Writer, is_same, link};
use super::{Dossier, Line};
use crate::format::text::word;
use crate::model::body::Body;
use crate::model::flow::Flow;
use crate::model::subject::SubjectKind;
use crate::model::table::Key;
use crate::model::text::Text;

pub(super) fn page(writer: &Writer, key: Key<Body>) -> Option<Dossier> {
    let data = writer.data;
    let words = writer.words;
    let body = data.bodies.get(key)?;
    let is_named = |text: &Text| is_same(text, &body.title);
    let mut page = writer.page(words.body, &body.title);
    page.facts.push(match body.kind.as_str() {
        "" => writer.described(&body.source),
        kind => writer.line(words.kind, word(words.body_kinds, kind), &body.source),
    });
    let mut terms = data.terms.iter();
    if let Some((term, row)) = terms.find(|(_, term)| is_named(&term.name)) {
        page.facts.push(Line {
            subject: link(SubjectKind::Term, &data.terms, term),
            ..writer.data_line(words.same_term, writer.pick(&row.definition), &row.source)
        });
    }
    let seats = data.memberships.rows().iter();
    let seats = seats.filter(|seat| seat.body == key);
    page.add(
        words.members,
        seats.filter_map(|seat| writer.member(seat)).collect(),
    );
    for group in writer.counts(&|figure| is_named(&figure.population)) {
        page.add_group(group);
    }
    let flows = |of: &dyn Fn(&Flow) -> bool| {
        let flows = data.flows.rows().iter().filter(|flow| of(flow));
        flows.map(|flow| writer.flow(flow)).collect()
    };
    page.add(words.gave, flows(&|flow| is_named(&flow.from)));
    page.add(words.received, flows(&|flow| is_named(&flow.to)));
    let projects = data.projects.rows().iter();
    let projects = projects.filter(|project| is_named(&project.lead) || is_named(&project.title));
    page.add(
        words.projects,
        projects.map(|project| writer.project(project)).collect(),
    );
    let practices = data.practices.rows().iter();
    let practices = practices.filter(|practice| is_named(&practice.actor));
    page.add(
        words.practices,
        practices
            .map(|practice| writer.practice(practice, &practice.countries))
            .collect(),
    );
    let calls = data.calls.rows().iter();
    let calls = calls.filter(|call| is_named(&call.actor));
    page.add(
        words.calls,
        calls.map(|call| writer.call_elsewhere(call)).collect(),
    );
    Some(page)
}
