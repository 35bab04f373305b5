//! The report's own package, read once a test program.

use std::path::Path;
use std::sync::OnceLock;

use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::issue::Severity;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;

/// What the shipped package states.
pub fn report() -> &'static Dataset {
    static REPORT: OnceLock<Dataset> = OnceLock::new();
    REPORT.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        let folder = folder::open(&path).expect("the shipped package opens");
        let (data, issues) = build(&folder.descriptor, folder.files);
        let grave = issues
            .iter()
            .filter(|issue| issue.severity > Severity::Note);
        assert_eq!(grave.count(), 0, "the shipped package is sound: {issues:?}");
        data
    })
}
