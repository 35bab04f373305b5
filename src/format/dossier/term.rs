//! The page of a term.

use super::writer::{Writer, is_same, link};
use super::{Dossier, Line};
use crate::model::subject::SubjectKind;
use crate::model::table::Key;
use crate::model::term::Term;

pub(super) fn page(writer: &Writer, key: Key<Term>) -> Option<Dossier> {
    let data = writer.data;
    let words = writer.words;
    let term = data.terms.get(key)?;
    let mut page = writer.page(words.term, &term.name);
    page.origin = writer.origin(term.origin);
    page.facts.push(match term.definition.is_empty() {
        true => writer.described(&term.source),
        false => writer.data_line(
            words.definition,
            writer.pick(&term.definition),
            &term.source,
        ),
    });
    let mut bodies = data.bodies.iter();
    if let Some((body, row)) = bodies.find(|(_, body)| is_same(&body.title, &term.name)) {
        page.facts.push(Line {
            subject: link(SubjectKind::Body, &data.bodies, body),
            ..writer.data_line(words.same_body, writer.pick(&row.title), &row.source)
        });
    }
    Some(page)
}
