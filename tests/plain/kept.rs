//! What the build writes for a page that is kept: its manifest, the words of an offer, and the compressed files.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use forum_explorer::language::lang::Lang;
use serde_json::{Value, json};

/// An empty folder of its own for one test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("kept-{name}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(path.join("offline")).expect("the folder is writable");
    path
}

fn written(package: &str, name: &str) -> (Value, Value) {
    let dist = folder(name);
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join(package);
    let outcome = Command::new(env!("CARGO_BIN_EXE_write-offline"))
        .args([&package, &dist])
        .output()
        .expect("the program starts");
    assert!(outcome.status.success(), "{outcome:?}");
    let read = |path| {
        let text = fs::read_to_string(dist.join(path)).expect("it was written");
        serde_json::from_str(&text).expect("it is JSON")
    };
    (read("manifest.webmanifest"), read("offline/words.json"))
}

#[test]
fn a_page_is_installed_under_the_title_of_its_package() {
    let (manifest, _) = written("tests/fixtures/river-forum", "river");
    assert_eq!(
        manifest["name"],
        "Forum on Shared Waters 2018–2019 (invented)"
    );
    assert_eq!(
        manifest["name_localized"],
        json!({ "zh-Hans": "流域与海岸论坛2018–2019年会议（虚构）" }),
        "no language repeats another's title"
    );
    assert_eq!(manifest["start_url"], "./");
    let icons = manifest["icons"].as_array().expect("there are icons");
    for icon in icons {
        let path = icon["src"].as_str().expect("an icon has an address");
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("public")
            .join(path);
        assert!(file.is_file(), "{path}");
    }
}

#[test]
fn a_newer_version_is_offered_in_every_language() {
    let (_, words) = written("tests/fixtures/bare", "bare");
    for lang in Lang::ALL {
        for word in ["newer", "load", "not_now"] {
            let said = words[lang.tag()][word].as_str().unwrap_or_default();
            assert!(!said.is_empty(), "{} {word}", lang.tag());
        }
    }
}

#[test]
fn compressed_files_hold_what_they_stand_beside() {
    let dist = folder("compressed");
    let long = "a line of a table, and the next\n".repeat(200);
    for (name, content) in [("a.csv", &*long), ("offline/b.js", &long), ("c.png", &long)] {
        fs::write(dist.join(name), content).expect("the folder is writable");
    }
    fs::write(dist.join("small.txt"), "too small").expect("the folder is writable");
    let outcome = Command::new(env!("CARGO_BIN_EXE_compress-files"))
        .arg(&dist)
        .output()
        .expect("the program starts");
    assert!(outcome.status.success(), "{outcome:?}");
    for name in ["a.csv", "offline/b.js"] {
        let read = |ending: &str| fs::read(dist.join(format!("{name}.{ending}"))).expect(name);
        let mut text = String::new();
        flate2::read::GzDecoder::new(&*read("gz"))
            .read_to_string(&mut text)
            .expect("it is gzip");
        assert_eq!(text, long);
        let mut bytes = Vec::new();
        brotli::BrotliDecompress(&mut &*read("br"), &mut bytes).expect("it is brotli");
        assert_eq!(bytes, long.as_bytes());
    }
    for name in ["c.png.gz", "small.txt.gz", "small.txt.br"] {
        assert!(!dist.join(name).exists(), "{name}");
    }
}
