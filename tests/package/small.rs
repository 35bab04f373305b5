//! A small sound package to damage, from `tests/fixtures/small`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use forum_explorer::format::issue::{place, sentence};
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::issue::{Issue, Severity, Unreachable};
use forum_explorer::package::build::build;
use forum_explorer::package::check::check;
use forum_explorer::package::descriptor::Descriptor;

/// A package in memory.
#[derive(Clone)]
pub struct Package {
    pub json: String,
    pub files: BTreeMap<String, Result<String, Unreachable>>,
}

impl Package {
    pub fn small() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
        let read =
            |file: &str| fs::read_to_string(folder.join(file)).expect("the fixture has the file");
        let json = read("datapackage.json");
        let files = Descriptor::parse(&json)
            .expect("the fixture is a package")
            .files();
        let files = files
            .into_iter()
            .map(|(name, path)| (name, Ok(read(&path))))
            .collect();
        Self { json, files }
    }

    /// The package with one text of one table exchanged for another.
    #[track_caller]
    pub fn with(mut self, table: &str, from: &str, to: &str) -> Self {
        let text = self.file(table);
        assert_eq!(
            text.matches(from).count(),
            1,
            "{from:?} stands once in {table}"
        );
        *text = text.replace(from, to);
        self
    }

    /// The package with one text of its descriptor exchanged for another.
    #[track_caller]
    pub fn with_json(mut self, from: &str, to: &str) -> Self {
        assert_eq!(
            self.json.matches(from).count(),
            1,
            "{from:?} stands once in the descriptor"
        );
        self.json = self.json.replace(from, to);
        self
    }

    #[track_caller]
    pub fn file(&mut self, table: &str) -> &mut String {
        let file = self
            .files
            .get_mut(table)
            .and_then(|file| file.as_mut().ok());
        file.expect("the package has a file for the table")
    }

    pub fn build(&self) -> (Dataset, Vec<Issue>) {
        let descriptor = Descriptor::parse(&self.json).expect("the package can be opened");
        build(&descriptor, self.files.clone().into_iter().collect())
    }

    /// Everything wrong but notes, in words, building and deep checks together.
    pub fn complaints(&self) -> Vec<String> {
        let (data, mut issues) = self.build();
        issues.extend(check(&data, &issues));
        let grave = issues
            .iter()
            .filter(|issue| Severity::Note < issue.severity);
        grave.map(in_words).collect()
    }

    /// Writes the package to a fresh folder of this name.
    pub fn write(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the folder can be made");
        fs::write(folder.join("datapackage.json"), &self.json)
            .expect("the descriptor can be written");
        for (table, text) in &self.files {
            let text = text.as_ref().expect("the table has a text");
            fs::write(folder.join(format!("{table}.csv")), text).expect("the table can be written");
        }
        folder
    }
}

/// `events row 2 (abuja) end: …`
pub fn in_words(issue: &Issue) -> String {
    format!("{}: {}", place(issue, Lang::En), sentence(issue, Lang::En))
}

/// One issue in words is all that is wrong.
#[track_caller]
pub fn complains(package: &Package, expected: &str) {
    assert_eq!(package.complaints(), [expected]);
}
