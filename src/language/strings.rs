//! Every word that the interface says, by where it stands. Places to fill are written `{name}`.

/// All strings of one language.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
pub struct Strings {
    pub issues: IssueStrings,
}

/// What is wrong with a package. Places: see `format::issue`.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
pub struct IssueStrings {}
