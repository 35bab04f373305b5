//! The forum's vocabulary inside sentences.

use crate::format::names::Names;
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::model::table::Key;
use crate::model::term::Term;

/// A stretch of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words, as they stand in the sentence; never empty.
    pub text: String,
    /// The term that they are, at its first place in the sentence.
    pub term: Option<Key<Term>>,
}

/// The terms of a package in one language, to be looked for in many sentences.
pub struct Vocabulary {
    names: Names,
    keys: Vec<Key<Term>>,
}

impl Vocabulary {
    /// The vocabulary of a package.
    pub fn new(data: &Dataset, lang: Lang) -> Self {
        let terms = data.terms.iter();
        Self {
            names: Names::new(terms.map(|(key, term)| (pick(&term.name, lang), key.index()))),
            keys: data.terms.keys().collect(),
        }
    }

    /// A sentence as plain runs and terms, which together are the sentence. A term within a longer one is a part of that one.
    pub fn runs(&self, text: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut told = Vec::new();
        let mut done = 0;
        for found in self.names.find(text) {
            if told.contains(&found.index) {
                continue;
            }
            told.push(found.index);
            let term = self.keys.get(found.index).copied();
            push(text.get(done..found.start), None, &mut runs);
            push(text.get(found.start..found.end), term, &mut runs);
            done = found.end;
        }
        push(text.get(done..), None, &mut runs);
        runs
    }
}

/// One sentence as plain runs and terms. For many sentences make one [`Vocabulary`].
pub fn runs(text: &str, data: &Dataset, lang: Lang) -> Vec<Run> {
    Vocabulary::new(data, lang).runs(text)
}

fn push(text: Option<&str>, term: Option<Key<Term>>, runs: &mut Vec<Run>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        runs.push(Run {
            text: text.to_owned(),
            term,
        });
    }
}
