//! The programs as a publisher runs them: what they print and their exit codes.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::small::Package;

struct Outcome {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(program: &str, arguments: &[&Path]) -> Outcome {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .expect("the program starts");
    Outcome {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

fn check(arguments: &[&Path]) -> Outcome {
    run(env!("CARGO_BIN_EXE_check-package"), arguments)
}

#[test]
fn a_sound_package_passes_by_its_folder_and_by_its_descriptor() {
    let folder = Package::small().write("sound");
    for path in [folder.clone(), folder.join("datapackage.json")] {
        let outcome = check(&[&path]);
        assert_eq!(outcome.code, Some(0));
        assert_eq!(
            outcome.out,
            "note: The package does without: calls, passages.\nerrors: 0, warnings: 0, notes: 1\n"
        );
    }
}

#[test]
fn an_error_is_printed_with_its_place_and_fails() {
    let folder = Package::small()
        .with("survey", "66", "many")
        .write("unsound");
    let outcome = check(&[&folder]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.out.contains(
        "error: survey row 1 (answers) value: “many” is not a number. The row was left out.\n"
    ));
    assert!(outcome.out.ends_with("errors: 1, warnings: 0, notes: 1\n"));
}

#[test]
fn a_warning_fails_only_when_strict() {
    let folder = Package::small()
        .with_json(r#""name": "paragraphs""#, r#""name": "passing""#)
        .write("lacking");
    assert_eq!(check(&[&folder]).code, Some(0));
    assert_eq!(check(&[Path::new("--strict"), &folder]).code, Some(1));
    let sound = Package::small().write("sound-strict");
    assert_eq!(check(&[&sound, Path::new("--strict")]).code, Some(0));
}

#[test]
fn nothing_to_check_is_told_apart_from_something_wrong() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let absent = check(&[&folder.join("no-such-package")]);
    assert_eq!((absent.code, absent.out.as_str()), (Some(2), ""));
    assert!(absent.err.contains("no-such-package"));
    let usage = check(&[]);
    assert_eq!(usage.code, Some(2));
    assert!(usage.err.starts_with("usage: check-package"));
    assert_eq!(check(&[Path::new("--loud"), folder]).code, Some(2));
    let mut broken = Package::small();
    broken.json.truncate(10);
    let broken = check(&[&broken.write("broken")]);
    assert_eq!(broken.code, Some(2));
    assert!(
        broken.err.contains("The descriptor is not JSON"),
        "{}",
        broken.err
    );
}

#[test]
fn a_missing_file_and_a_file_that_is_not_text_are_errors_of_their_table() {
    let folder = Package::small().write("gaps");
    fs::remove_file(folder.join("conflicts.csv")).expect("the table is there");
    fs::write(folder.join("survey.csv"), [0xff, 0xfe, 0x00]).expect("the table can be written");
    let outcome = check(&[&folder]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome
            .out
            .contains("error: conflicts: The table’s file could not be found or fetched.")
    );
    assert!(
        outcome
            .out
            .contains("error: survey: The table’s file is not UTF-8 text.")
    );
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_package() {
    let folder = Package::small().write("linked");
    let outside = folder.parent().expect("a parent").join("outside.csv");
    fs::copy(folder.join("survey.csv"), &outside).expect("the table can be copied");
    fs::remove_file(folder.join("survey.csv")).expect("the table is there");
    std::os::unix::fs::symlink(&outside, folder.join("survey.csv")).expect("a link can be made");
    let outcome = check(&[&folder]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome
            .out
            .contains("error: survey: The table’s file lies outside the package’s folder.")
    );
}

#[test]
fn pack_package_writes_a_package_that_passes() {
    let folder = Package::small().write("to-pack");
    let packed = folder.join("packed.json");
    let outcome = run(env!("CARGO_BIN_EXE_pack-package"), &[&folder, &packed]);
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), ""));
    assert_eq!(check(&[&packed]).code, Some(0));
}

#[test]
fn pack_package_refuses_what_it_cannot_read() {
    let folder = Package::small().write("cannot-pack");
    fs::remove_file(folder.join("events.csv")).expect("the table is there");
    let packed = folder.join("packed.json");
    let outcome = run(env!("CARGO_BIN_EXE_pack-package"), &[&folder, &packed]);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(
        outcome.err,
        "pack-package: the rows of the table events cannot be read\n"
    );
    assert!(!packed.exists());
}
