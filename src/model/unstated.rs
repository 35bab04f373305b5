//! What the report leaves out.

use super::citation::Source;
use super::text::Text;

/// Something that a reader will look for and the report does not say.
#[derive(Clone, Debug)]
pub struct Unstated {
    /// What is missing.
    pub text: Text,
    /// Where one would expect it.
    pub source: Source,
}
