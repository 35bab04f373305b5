//! The table.

/// A folder of `src` and what it may name.
pub struct Room {
    pub name: &'static str,
    /// Rooms, or modules of rooms, of ours besides itself.
    pub rooms: &'static [&'static str],
    /// Crates, or modules and items of crates; a `*` stands for any letters.
    pub crates: &'static [&'static str],
    /// Why not more; ends the sentence that a wrong import gets.
    pub why: &'static str,
}

const CORE: [&str; 11] = [
    "model", "geometry", "package", "language", "format", "filter", "search", "chart", "paint",
    "share", "export",
];

/// The core, and what is only native.
const NATIVE: [&str; 12] = [
    "model", "geometry", "package", "language", "format", "filter", "search", "chart", "paint",
    "share", "export", "plain",
];

/// Rooms that are programs, and no part of the library.
pub const PROGRAMS: [&str; 3] = ["main", "prerender", "bin"];

pub const ROOMS: [Room; 18] = [
    Room {
        name: "model",
        rooms: &[],
        crates: &["time"],
        why: "what exists does not depend on how it is read, filtered, drawn or said",
    },
    Room {
        name: "geometry",
        rooms: &[],
        crates: &["time"],
        why: "scales and boxes know numbers and days, not what they stand for",
    },
    Room {
        name: "language",
        rooms: &[],
        crates: &[],
        why: "words are words; which of them are needed is decided elsewhere",
    },
    Room {
        name: "format",
        rooms: &["model", "language"],
        crates: &[],
        why: "a value reads the same wherever it stands",
    },
    Room {
        name: "package",
        rooms: &["model"],
        crates: &["serde", "serde_json", "csv", "regex_lite"],
        why: "files are turned into the model and into nothing else",
    },
    Room {
        name: "filter",
        rooms: &["model"],
        crates: &[],
        why: "which records show does not depend on how they show",
    },
    Room {
        name: "search",
        rooms: &["model", "filter", "language", "format"],
        crates: &[],
        why: "what words find depends neither on pictures nor on where the words were typed",
    },
    Room {
        name: "chart",
        rooms: &["model", "filter", "geometry", "language", "format"],
        crates: &["time"],
        why: "charts place and do not paint, and they know no file and no browser",
    },
    Room {
        name: "paint",
        rooms: &["chart", "geometry"],
        crates: &["plotters"],
        why: "painting draws what was placed and computes nothing",
    },
    Room {
        name: "share",
        rooms: &[
            "model",
            "filter",
            "language",
            "format",
            "search",
            "chart::kind",
            "chart::arrangement",
        ],
        crates: &["form_urlencoded", "serde_json", "maud"],
        why: "what leaves the page as text is made of ids and words, not of pictures",
    },
    Room {
        name: "export",
        rooms: &[
            "model", "package", "language", "format", "filter", "chart", "share",
        ],
        crates: &["csv", "serde_json", "zip"],
        why: "a file is made of what a view shows and of what its package wrote, and knows no browser that could save it",
    },
    Room {
        name: "plain",
        rooms: &[
            "model",
            "language",
            "format",
            "filter::relation",
            "chart",
            "paint::compact",
            "paint::palette",
            "share::query",
            "share::site",
        ],
        crates: &["maud"],
        why: "pages without scripts say the model in words and name figures that others drew, and know neither files nor a browser",
    },
    Room {
        name: "state",
        rooms: &CORE,
        crates: &["leptos"],
        why: "the state knows neither the browser nor the components that show it",
    },
    Room {
        name: "browser",
        rooms: &[],
        crates: &["web_sys", "js_sys", "gloo_net", "wasm_bindgen"],
        why: "the browser stands behind plain strings and numbers",
    },
    Room {
        name: "ui",
        rooms: &[
            "model", "geometry", "package", "language", "format", "filter", "search", "chart",
            "paint", "share", "export", "state", "browser",
        ],
        // Events come and elements are found as these types; to do something with the browser is the room `browser`'s.
        crates: &[
            "leptos",
            "web_sys::*Event",
            "web_sys::*Element",
            "wasm_bindgen::JsCast",
            "wasm_split_helpers",
        ],
        why: "components name event and element types, and leave the rest of the browser to the room `browser`",
    },
    Room {
        name: "main",
        rooms: &["ui", "browser"],
        crates: &["leptos"],
        why: "the page's program only puts the page into the document",
    },
    Room {
        name: "prerender",
        rooms: &[
            "package", "language", "model", "format", "plain", "state", "ui",
        ],
        crates: &[],
        why: "the program that draws the page ahead reads a package, and leaves the drawing to the page itself",
    },
    Room {
        name: "bin",
        rooms: &NATIVE,
        crates: &["brotli", "flate2", "png", "resvg", "serde", "serde_json"],
        why: "native programs use the core, which knows no browser",
    },
];

/// The crates that the manifest lists, as code writes them.
pub const DEPENDENCIES: [&str; 19] = [
    "brotli",
    "csv",
    "flate2",
    "form_urlencoded",
    "gloo_net",
    "js_sys",
    "leptos",
    "maud",
    "plotters",
    "png",
    "regex_lite",
    "resvg",
    "serde",
    "serde_json",
    "time",
    "wasm_bindgen",
    "wasm_split_helpers",
    "web_sys",
    "zip",
];
