//! The numbered outcomes and recommendations.

use super::citation::Source;
use super::event::Event;
use super::table::Key;
use super::text::Text;
use super::topic::Topic;

/// One numbered outcome of a working session.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The session it comes from.
    pub event: Key<Event>,
    /// Its number within the session, as the report writes it.
    pub item: String,
    /// Who is asked to act, as the package's slug (`origin`, `destination`, `forum` …).
    pub addressee: String,
    /// What it is about.
    pub topics: Vec<Key<Topic>>,
    /// Its gist.
    pub summary: Text,
    /// Where it stands.
    pub source: Source,
}
