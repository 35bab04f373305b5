//! Validates a data package on the command line: every trouble with its table, row, column and reason.
//!
//! Exit code 0 where nothing is wrong (warnings and notes allowed), 1 with errors, 2 where there is nothing to check.

use std::path::PathBuf;
use std::process::ExitCode;

use forum_explorer::format::issue::{place, sentence};
use forum_explorer::language::lang::Lang;
use forum_explorer::model::issue::{Issue, Reason, Severity};
use forum_explorer::package::build::build;
use forum_explorer::package::check::check;
use forum_explorer::package::folder;

const USAGE: &str = "usage: check-package [--strict] DIR|datapackage.json
  --strict   warnings count as errors";

fn main() -> ExitCode {
    let Some(request) = Request::parse(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let folder = match folder::open(&request.path) {
        Ok(folder) => folder,
        Err(error) => {
            eprintln!("{}", error.told(|issue| sentence(issue, Lang::En)));
            return ExitCode::from(2);
        }
    };
    let (data, mut issues) = build(&folder.descriptor, folder.files);
    issues.extend(check(&data, &issues));
    report(&issues);
    let tolerated = if request.strict {
        Severity::Note
    } else {
        Severity::Warning
    };
    let fails = issues.iter().any(|issue| tolerated < issue.severity);
    ExitCode::from(u8::from(fails))
}

struct Request {
    path: PathBuf,
    strict: bool,
}

impl Request {
    fn parse(arguments: impl Iterator<Item = String>) -> Option<Self> {
        let (flags, paths): (Vec<_>, Vec<_>) = arguments.partition(|a| a.starts_with('-'));
        let ([path], true) = (
            paths.as_slice(),
            flags.iter().all(|flag| flag == "--strict"),
        ) else {
            return None;
        };
        Some(Self {
            path: PathBuf::from(path),
            strict: !flags.is_empty(),
        })
    }
}

/// Prints each issue, the gravest last, and how many there are. The tables that a package may leave out are one note.
fn report(issues: &[Issue]) {
    let (left_out, mut sorted): (Vec<&Issue>, Vec<&Issue>) = issues.iter().partition(|issue| {
        issue.severity == Severity::Note && matches!(issue.reason, Reason::TableMissing)
    });
    sorted.sort_by_key(|issue| issue.severity);
    if !left_out.is_empty() {
        let names: Vec<&str> = left_out.iter().map(|issue| issue.table.as_str()).collect();
        println!("note: The package does without: {}.", names.join(", "));
    }
    for issue in &sorted {
        let severity = match issue.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        println!(
            "{severity}: {}: {}",
            place(issue, Lang::En),
            sentence(issue, Lang::En)
        );
    }
    let count = |severity| sorted.iter().filter(|i| i.severity == severity).count();
    let (errors, warnings, notes) = (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note) + usize::from(!left_out.is_empty()),
    );
    println!("errors: {errors}, warnings: {warnings}, notes: {notes}");
}
