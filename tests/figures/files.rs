//! The program that writes the figures, as the build runs it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use forum_explorer::language::lang::Lang;

use crate::packages::root;
use crate::xml::{only, parse};

/// An empty folder of its own for one test.
pub fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("figures-{name}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("the folder is writable");
    path
}

pub fn run(program: &str, package: &str, dist: &Path, address: &str) -> Output {
    let outcome = Command::new(program)
        .args([root(package), root("public/map/world.txt")])
        .arg(dist)
        .arg(address)
        .output();
    outcome.expect("the program starts")
}

fn names(dist: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(dist.join("figures")).expect("figures are there");
    entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

/// Width, height and the pixels, each by its place in the table of colours.
fn pixels(path: &Path) -> (u32, u32, Vec<u8>) {
    let file = fs::File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut reader = png::Decoder::new(std::io::BufReader::new(file))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width, info.height, pixels)
}

#[test]
fn it_writes_every_view_with_data_in_every_language_and_theme_and_no_other() {
    let dist = folder("bare");
    let outcome = run(
        env!("CARGO_BIN_EXE_write-figures"),
        "tests/fixtures/bare",
        &dist,
        "https://example.org/x",
    );
    assert!(outcome.status.success(), "{outcome:?}");
    let said = String::from_utf8(outcome.stdout).unwrap();
    // A machine without Chinese fonts writes the drawings alone, and says so.
    let has_pixels = |lang: Lang| lang != Lang::Zh || !said.contains("without PNG");
    let mut wanted = BTreeSet::new();
    for lang in Lang::ALL {
        let view = format!("timeline-{}", lang.slug());
        for theme in ["light", "dark", "contrast"] {
            wanted.insert(format!("{view}-{theme}.svg"));
            wanted.insert(format!("{view}-{theme}-narrow.svg"));
            wanted.extend(has_pixels(lang).then(|| format!("{view}-{theme}.png")));
        }
        wanted.extend(has_pixels(lang).then(|| format!("{view}-card.png")));
    }
    assert_eq!(names(&dist), wanted);
    let file = |name: &str| dist.join("figures").join(name);
    let drawn = fs::read_to_string(file("timeline-en-dark.svg")).unwrap();
    let document = parse(&drawn);
    let link = only(&document, "a").attribute("href");
    assert_eq!(link, Some("https://example.org/x/?lang=en#timeline"));
    let size = |name| {
        document
            .root_element()
            .attribute(name)
            .unwrap()
            .parse::<u32>()
            .unwrap()
    };
    let (width, height, pixels_of) = pixels(&file("timeline-en-dark.png"));
    assert_eq!((width, height), (2 * size("width"), 2 * size("height")));
    let ground = pixels_of[0];
    let drawn = pixels_of.iter().filter(|pixel| **pixel != ground).count();
    assert!(
        drawn * 200 > pixels_of.len(),
        "more than half of a hundredth is drawn on: {drawn}"
    );
    assert_eq!(pixels_of.last(), Some(&ground), "the margin is paper");
    let (width, height, card) = pixels(&file("timeline-en-card.png"));
    assert_eq!((width, height), (1200, 630));
    let colours: BTreeSet<u8> = card.iter().copied().collect();
    assert!(colours.len() > 8, "{colours:?}");
}

#[test]
fn it_says_what_it_could_not_do() {
    let dist = folder("wrong");
    let program = env!("CARGO_BIN_EXE_write-figures");
    for (package, address, said) in [
        ("tests/fixtures/absent", "", "absent"),
        (
            "tests/fixtures/bare",
            "example.org",
            "is not the address of a folder on the web",
        ),
        (
            "tests/fixtures/bare",
            "javascript:alert(1)//",
            "is not the address",
        ),
        (
            "tests/fixtures/bare",
            "https://example.org/?a=b",
            "is not the address",
        ),
    ] {
        let outcome = run(program, package, &dist, address);
        assert_eq!(outcome.status.code(), Some(1), "{package} {address}");
        let err = String::from_utf8(outcome.stderr).unwrap();
        assert!(
            err.starts_with("write-figures: ") && err.contains(said),
            "{err}"
        );
    }
    assert_eq!(
        Command::new(program).output().unwrap().status.code(),
        Some(2)
    );
}
