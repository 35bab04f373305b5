//! The program as the build runs it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::FRAME;
use crate::elements::values;

fn run(arguments: &[&Path]) -> Output {
    let program = env!("CARGO_BIN_EXE_write-plain");
    Command::new(program)
        .args(arguments)
        .output()
        .expect("the program starts")
}

/// A document of its own for one test.
fn document(name: &str, content: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("plain-{name}.html"));
    fs::write(&path, content).expect("the folder is writable");
    path
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

#[test]
fn it_links_every_file_of_the_package_and_each_is_there() {
    let document = document("files", FRAME);
    let outcome = run(&[&shipped(), Path::new("data/"), &document]);
    assert!(outcome.status.success(), "{outcome:?}");
    let page = fs::read_to_string(&document).unwrap();
    let linked = values(&page, "href")
        .into_iter()
        .filter_map(|href| href.strip_prefix("data/"));
    let linked: BTreeSet<String> = linked.map(str::to_owned).collect();
    let names = fs::read_dir(shipped())
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let of_package = |name: &String| name.ends_with(".csv") || name == "datapackage.json";
    assert_eq!(linked, names.filter(of_package).collect());
}

#[test]
fn it_says_what_it_could_not_do() {
    let broken = document("broken", "<html></html>");
    for (package, file, said) in [
        (
            shipped(),
            broken.clone(),
            "the document does not have <title> once",
        ),
        (shipped().join("absent"), broken.clone(), "absent"),
        (
            shipped(),
            broken.with_file_name("no-such.html"),
            "no-such.html",
        ),
    ] {
        let outcome = run(&[&package, Path::new("data/"), &file]);
        assert_eq!(outcome.status.code(), Some(1));
        let err = String::from_utf8(outcome.stderr).unwrap();
        assert!(
            err.starts_with("write-plain: ") && err.contains(said),
            "{err}"
        );
    }
    assert_eq!(
        fs::read_to_string(&broken).unwrap(),
        "<html></html>",
        "left as it was"
    );
    assert_eq!(run(&[]).status.code(), Some(2));
}
