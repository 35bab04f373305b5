//! Writes what a data package states, in short, into the page's document, for readers without scripts:
//! `write-plain PACKAGE_DIR ADDRESS DOCUMENT.html`. The address is that of the package's folder as the document names it, `data/`.

use std::path::Path;
use std::process::ExitCode;

use forum_explorer::format::issue::sentence;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::issue::Issue;
use forum_explorer::package::build::build;
use forum_explorer::package::descriptor::Descriptor;
use forum_explorer::package::folder::{self, DESCRIPTOR_FILE};
use forum_explorer::package::resource::{Location, Resource};
use forum_explorer::plain::document::fill_in;
use forum_explorer::plain::sources::File;

const USAGE: &str = "usage: write-plain PACKAGE_DIR ADDRESS DOCUMENT.html";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [package, address, document] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(Path::new(package), address, Path::new(document)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("write-plain: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(package: &Path, address: &str, document: &Path) -> Result<(), String> {
    let told = |issue: &Issue| sentence(issue, Lang::En);
    let folder = folder::open(package).map_err(|error| error.told(told))?;
    let files = files(&folder.descriptor, address);
    let (data, _) = build(&folder.descriptor, folder.files);
    let shown = document.display();
    let page = std::fs::read_to_string(document).map_err(|error| format!("{shown}: {error}"))?;
    let page = fill_in(&page, &data, &files).map_err(|error| format!("{shown}: {error}"))?;
    std::fs::write(document, page).map_err(|error| format!("{shown}: {error}"))
}

/// The description and the tables that have a file of their own.
fn files(descriptor: &Descriptor, address: &str) -> Vec<File> {
    let table = |resource: &Resource| match &resource.location {
        Location::File(path) => Some(File::new(address, path, Some(&resource.name))),
        _ => None,
    };
    let mut files = vec![File::new(address, DESCRIPTOR_FILE, None)];
    files.extend(descriptor.resources.iter().filter_map(table));
    files
}
