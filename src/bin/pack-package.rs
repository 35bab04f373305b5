//! Packs a data package into one file, every table inline, for the page to fetch at once.

use std::path::Path;
use std::process::ExitCode;

use forum_explorer::format::issue::sentence;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::issue::Issue;
use forum_explorer::package::folder;
use forum_explorer::package::pack::{DEFERRED, MissingRows, pack};

const USAGE: &str = "usage: pack-package INPUT_DIR OUTPUT.json";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, output] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(Path::new(input), Path::new(output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("pack-package: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(input: &Path, output: &Path) -> Result<(), String> {
    let told = |issue: &Issue| sentence(issue, Lang::En);
    let folder = folder::open(input).map_err(|error| error.told(told))?;
    let packed = pack(&folder, &DEFERRED)
        .map_err(|MissingRows(table)| format!("the rows of the table {table} cannot be read"))?;
    std::fs::write(output, packed).map_err(|error| format!("{}: {error}", output.display()))
}
