//! What a page is of, by name.

use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::text::Text;

/// The name of a row that has a page, the short one where it has one; empty for a paragraph and for a row that is not there.
pub fn name(subject: &Subject, data: &Dataset, lang: Lang) -> String {
    let Subject::Row(kind, id) = subject else {
        return String::new();
    };
    let text = match kind {
        SubjectKind::Event => data.events.find(id).and_then(|key| {
            let event = data.events.get(key)?;
            Some(shorter(&event.short, &event.title))
        }),
        SubjectKind::Country => data.countries.find(id).and_then(|key| {
            let country = data.countries.get(key)?;
            Some(shorter(&country.label, &country.name))
        }),
        SubjectKind::Person => {
            let key = data.people.find(id);
            key.and_then(|key| data.people.get(key)).map(|p| &p.name)
        }
        SubjectKind::Body => {
            let key = data.bodies.find(id);
            key.and_then(|key| data.bodies.get(key)).map(|b| &b.title)
        }
        SubjectKind::Term => {
            let key = data.terms.find(id);
            key.and_then(|key| data.terms.get(key)).map(|t| &t.name)
        }
    };
    text.map_or(String::new(), |text| pick(text, lang).to_owned())
}

fn shorter<'a>(short: &'a Text, long: &'a Text) -> &'a Text {
    if short.is_empty() { long } else { short }
}
