//! A package in one file reads as the package of many.

use std::fs;
use std::path::Path;

use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::issue::Reason;
use forum_explorer::package::build::build;
use forum_explorer::package::descriptor::Descriptor;
use forum_explorer::package::folder;
use forum_explorer::package::pack::{DEFERRED, MissingRows, pack};

use crate::small::Package;

/// Every row of every table with its id, one a line.
fn listing(data: &Dataset) -> String {
    let mut listing = format!("{:?}\n", data.about);
    macro_rules! list {
        ($($table:ident)*) => {
            $(for (key, row) in data.$table.iter() {
                listing += &format!("{} {} {row:?}\n", stringify!($table), data.$table.id(key));
            })*
        };
    }
    list!(sections clusters countries places events bodies memberships people roles figures flows answers projects outcomes practices
        world_figures paragraphs passages terms unstated topics conflicts);
    listing
}

fn fixture() -> folder::Folder {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    folder::open(&path).expect("the fixture is a package")
}

#[test]
fn a_packed_package_builds_the_same_dataset() {
    let packed = pack(&fixture(), &[]).expect("every table has rows");
    let descriptor = Descriptor::parse(&packed).expect("the packed package is one");
    assert_eq!(descriptor.files(), Vec::<(String, String)>::new());
    let (packed, issues) = build(&descriptor, Vec::new());
    let (direct, direct_issues) = Package::small().build();
    assert_eq!(listing(&packed), listing(&direct));
    assert_eq!(issues, direct_issues);
    assert!(listing(&direct).lines().count() > 40);
}

#[test]
fn a_country_that_no_table_names_is_left_out_and_its_row_is_counted() {
    let mut folder = fixture();
    let (_, countries) = folder
        .files
        .iter_mut()
        .find(|(name, _)| name == "countries")
        .expect("the fixture has countries");
    let text = countries.as_mut().expect("their file is there");
    text.push_str("TUV,TV,798,图瓦卢,Tuvalu,oceania\n");
    let (whole, _) = build(&folder.descriptor, folder.files.clone());
    let packed = pack(&folder, &[]).expect("every table has rows");
    let descriptor = Descriptor::parse(&packed).expect("the packed package is one");
    let (data, _) = build(&descriptor, Vec::new());
    assert!(data.countries.find("TUV").is_none());
    assert!(data.countries.find("CHE").is_some());
    assert_eq!(descriptor.row_count, Some(whole.row_count()));
}

#[test]
fn a_packed_package_is_complained_of_as_its_folder_is() {
    for deferred in [&[][..], &DEFERRED[..]] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/river-forum");
        let folder = folder::open(&path).expect("the fixture is a package");
        let packed = pack(&folder, deferred).expect("every table has rows");
        let descriptor = Descriptor::parse(&packed).expect("the packed package is one");
        let (data, issues) = build(&descriptor, folder.files.clone());
        let (whole, mut whole_issues) = build(&folder.descriptor, folder.files);
        // A table that the explorer does not know is not packed.
        whole_issues.retain(|issue| issue.reason != Reason::UnknownTable);
        assert_eq!(issues, whole_issues);
        assert_eq!(listing(&data), listing(&whole));
    }
}

#[test]
fn packing_twice_gives_the_same_bytes() {
    assert_eq!(pack(&fixture(), &[]), pack(&fixture(), &[]));
}

#[test]
fn packing_a_packed_package_changes_nothing() {
    let packed = pack(&fixture(), &[]).expect("every table has rows");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packed.json");
    fs::write(&file, &packed).expect("the file can be written");
    let again = folder::open(&file).expect("the packed package is one");
    assert_eq!(pack(&again, &[]), Ok(packed));
}

#[test]
fn a_table_without_its_file_is_not_packed_as_an_empty_one() {
    let mut folder = fixture();
    folder.files.retain(|(name, _)| name != "events");
    assert_eq!(pack(&folder, &[]), Err(MissingRows("events".to_owned())));
}
