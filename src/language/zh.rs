//! Simplified Chinese.

use super::strings::{IssueStrings, Strings};

/// All strings.
pub const STRINGS: Strings = Strings {
    issues: IssueStrings {},
};
