//! The page of a person.

use super::Dossier;
use super::writer::Writer;
use crate::format::names::Names;
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::model::call::Call;
use crate::model::citation::Source;
use crate::model::order::sort_by;
use crate::model::person::{Person, Role};
use crate::model::table::Key;

pub(super) fn page(writer: &Writer, key: Key<Person>) -> Option<Dossier> {
    let data = writer.data;
    let words = writer.words;
    let person = data.people.get(key)?;
    let mut page = writer.page(words.person, &person.name);
    // The table of people cites nothing: the parts that people took do.
    let nowhere = Source::new();
    if !person.organisation.is_empty() {
        let office = writer.pick(&person.organisation);
        page.facts
            .push(writer.data_line(words.office, office, &nowhere));
    }
    let country = person.country;
    page.facts
        .extend(country.and_then(|c| writer.country(words.spoke_for, c, &nowhere)));
    let roles = data.roles.rows().iter();
    let mut roles: Vec<&Role> = roles.filter(|role| role.person == key).collect();
    sort_by(&mut roles, |a, b| {
        writer.moment(a.event).cmp(&writer.moment(b.event))
    });
    page.add(
        words.roles,
        roles
            .iter()
            .filter_map(|role| writer.event_with_role(role))
            .collect(),
    );
    let people = data.people.iter();
    let names = people.map(|(key, person)| (pick(&person.name, Lang::En), key.index()));
    let names = Names::new(names);
    let by_person = |call: &&Call| {
        let found = names.find(pick(&call.actor, Lang::En));
        found.iter().any(|name| name.index == key.index())
    };
    let calls = data.calls.rows().iter().filter(by_person);
    page.add(
        words.calls,
        calls.map(|call| writer.call_elsewhere(call)).collect(),
    );
    Some(page)
}
