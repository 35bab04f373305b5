//! The packages that are saved: the shipped one and those of other forums.

use std::fs;
use std::path::{Path, PathBuf};

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::export::colophon::Colophon;
use forum_explorer::export::package::{Original, paths};
use forum_explorer::filter::engine::Engine;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::package::build::build;
use forum_explorer::package::folder::{self, Folder};
use forum_explorer::share::query;

/// A package on disk, read.
pub struct Forum {
    pub folder: Folder,
    pub data: Dataset,
    pub original: Original,
}

/// The folders of all packages.
pub fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixtures = ["small", "river-forum", "bare"];
    let fixtures = fixtures.map(|name| root.join("tests/fixtures").join(name));
    std::iter::once(root.join("public/data"))
        .chain(fixtures)
        .collect()
}

/// The shipped package.
pub fn shipped() -> Forum {
    Forum::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data"))
}

impl Forum {
    pub fn open(path: &Path) -> Self {
        let folder = folder::open(path).expect("the package opens");
        let (data, _) = build(&folder.descriptor, folder.files.clone());
        let files = paths(&folder.json).into_iter();
        let files = files
            .map(|file| {
                let content = fs::read(path.join(&file)).expect("a file of the package");
                (file, content)
            })
            .collect();
        let original = Original {
            json: folder.json.clone(),
            files,
        };
        Self {
            folder,
            data,
            original,
        }
    }

    /// Calls with what a view is placed from, under the filters of an address.
    pub fn under<T>(&self, address: &str, lang: Lang, read: impl FnOnce(&Input) -> T) -> T {
        let (state, bad) = query::read(address, &self.data);
        assert!(bad.is_empty(), "{address} can be read: {bad:?}");
        let mut engine = Engine::new(&self.data);
        engine.select(&state.selection);
        read(&Input {
            data: &self.data,
            engine: &engine,
            lang,
            width: 960.0,
            has_context: true,
            arrangement: Arrangement::default(),
        })
    }

    /// What files of it say of themselves.
    pub fn colophon(&self, address: &str, lang: Lang) -> Colophon {
        let (state, _) = query::read(address, &self.data);
        Colophon {
            saved: "2026-12-01".to_owned(),
            address: format!("https://example.org/x/{address}"),
            ..Colophon::of(&self.data, &state.selection, lang)
        }
    }
}
