//! What every page needs: the dataset, the language, and the order of events.

use super::{Dossier, Line};
use crate::format::citation::spoken_list;
use crate::format::text::{list, pick, sentences};
use crate::language::lang::Lang;
use crate::language::strings::{DossierStrings, Strings};
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::order::sort_by;
use crate::model::span::Date;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::{Key, Table};
use crate::model::text::{Origin, Text};
use crate::model::topic::Topic;

/// Where an event stands among all by date: first day, last day, place in the package.
pub(super) type Moment = (Date, Date, Key<Event>);

/// Writes the lines of one page in one language.
pub(super) struct Writer<'a> {
    pub(super) data: &'a Dataset,
    pub(super) lang: Lang,
    pub(super) all: &'static Strings,
    pub(super) words: &'static DossierStrings,
}

impl<'a> Writer<'a> {
    pub(super) fn new(data: &'a Dataset, lang: Lang) -> Self {
        let all = lang.strings();
        Self {
            data,
            lang,
            all,
            words: &lang.later().dossier,
        }
    }

    /// A page without lines.
    pub(super) fn page(&self, kind_name: &str, title: &Text) -> Dossier {
        let other = match self.lang.about().data {
            Lang::Zh => Lang::En,
            _ => Lang::Zh,
        };
        let own = self.pick(title);
        let in_other = pick(title, other);
        Dossier {
            kind_name: kind_name.to_owned(),
            title_other: if in_other == own { "" } else { in_other }.to_owned(),
            title: own,
            title_other_lang: other,
            ..Dossier::default()
        }
    }

    pub(super) fn pick(&self, text: &Text) -> String {
        pick(text, self.lang).to_owned()
    }

    pub(super) fn line(&self, label: &str, text: String, source: &Source) -> Line {
        Line {
            label: label.to_owned(),
            text,
            source: source.clone(),
            ..Line::default()
        }
    }

    /// A line whose statement is the package's words alone.
    pub(super) fn data_line(&self, label: &str, text: String, source: &Source) -> Line {
        Line {
            is_data: true,
            ..self.line(label, text, source)
        }
    }

    /// A line by whose statement it is, in the package's words as the statement is.
    pub(super) fn line_of(&self, who: &str, text: String, source: &Source) -> Line {
        Line {
            is_data_label: true,
            ..self.data_line(who, text, source)
        }
    }

    /// Where a row stands of which the package says no more.
    pub(super) fn described(&self, source: &Source) -> Line {
        self.line(self.words.described, spoken_list(source, self.lang), source)
    }

    /// Notes after each other, each a whole sentence.
    pub(super) fn notes(&self, notes: Vec<String>) -> String {
        let stop = self.all.list.full_stop;
        let whole = |note: String| {
            if note.ends_with(stop) {
                note
            } else {
                note + stop
            }
        };
        let notes: Vec<String> = notes
            .into_iter()
            .filter(|note| !note.is_empty())
            .map(whole)
            .collect();
        sentences(&notes, self.lang)
    }

    /// Which topics, as a sentence; empty without topics.
    pub(super) fn topics(&self, keys: &[Key<Topic>]) -> String {
        let topics = &self.data.topics;
        let names = keys.iter().filter_map(|&key| topics.get(key));
        let names: Vec<String> = names.map(|topic| self.pick(&topic.name)).collect();
        // A topic's name may hold commas and an “and” of its own.
        let names = names.join(self.all.list.semicolon);
        match names.as_str() {
            "" => names,
            topics => fill(self.words.topics, &[("topics", topics)]),
        }
    }

    pub(super) fn origin(&self, origin: Origin) -> Option<String> {
        let sentence = match origin {
            Origin::Official => self.words.official,
            Origin::Translation => self.words.translation,
        };
        Some(sentence.to_owned())
    }

    /// Which states share a row, as a sentence; empty without states.
    pub(super) fn shared_by(&self, keys: &[Key<Country>]) -> String {
        let countries = keys.iter().filter_map(|&key| self.data.countries.get(key));
        let names: Vec<String> = countries.map(|country| self.pick(&country.label)).collect();
        match list(&names, self.lang) {
            none if none.is_empty() => none,
            names => fill(self.words.also_of, &[("countries", &names)]),
        }
    }

    /// A line that leads to a state's page.
    pub(super) fn country(&self, label: &str, key: Key<Country>, source: &Source) -> Option<Line> {
        let country = self.data.countries.get(key)?;
        Some(Line {
            subject: link(SubjectKind::Country, &self.data.countries, key),
            ..self.data_line(label, self.pick(&country.name), source)
        })
    }

    pub(super) fn moment(&self, key: Key<Event>) -> Option<Moment> {
        let span = &self.data.events.get(key)?.span;
        Some((span.start, span.last_day(), key))
    }

    /// The events that are directly a part of one.
    pub(super) fn parts(&self, key: Key<Event>) -> Vec<Key<Event>> {
        let events = self.data.events.iter();
        let parts = events.filter(|(part, event)| event.parent == Some(key) && *part != key);
        parts.map(|(part, _)| part).collect()
    }

    pub(super) fn sort_by_date(&self, events: &mut Vec<Key<Event>>) {
        sort_by(events, |&a, &b| self.moment(a).cmp(&self.moment(b)));
    }
}

/// The page of a row.
pub(super) fn link<T>(kind: SubjectKind, table: &Table<T>, key: Key<T>) -> Option<Subject> {
    Some(Subject::Row(kind, table.id(key).to_owned()))
}

/// True when two texts are one name: in a language in which both have one, they are the same.
pub(super) fn is_same(a: &Text, b: &Text) -> bool {
    let same = |a: &str, b: &str| !a.is_empty() && a == b;
    same(&a.en, &b.en) || same(&a.zh, &b.zh)
}
