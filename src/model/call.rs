//! Demands and appeals outside the numbered outcomes.

use super::citation::Source;
use super::event::Event;
use super::table::Key;
use super::text::Text;
use super::topic::Topic;

/// One demand or appeal that somebody made.
#[derive(Clone, Debug)]
pub struct Call {
    /// The event at which it was made.
    pub event: Option<Key<Event>>,
    /// Who made it.
    pub actor: Text,
    /// What it is about.
    pub topics: Vec<Key<Topic>>,
    /// Its gist.
    pub summary: Text,
    /// Where it stands.
    pub source: Source,
}
