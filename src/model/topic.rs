//! The controlled list of topics.

use super::text::Text;

/// One topic of outcomes and practices.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its name.
    pub name: Text,
}
