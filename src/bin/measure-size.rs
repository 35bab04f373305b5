//! Measures what readers download: `measure-size DIST [BUDGET.json [BEFORE.json]]`.
//!
//! Lists what the first visit fetches, and the parts that come later, each with its size as it is, as brotli sends it (quality 11, window
//! 22), and as the budget allows. `BEFORE.json` keeps the sizes of one build for the next, which then says what grew. Exits with 1 where a
//! size is above its budget, or has none, and with 2 when it cannot measure.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use serde::Deserialize;

/// Sizes in bytes by the files' names, without the digests in them.
type Sizes = BTreeMap<String, usize>;

/// The most bytes that brotli may send.
#[derive(Deserialize)]
struct Budget {
    /// Of everything that the first visit fetches.
    first_load: usize,
    /// Of that, what the first chart on the screen needs.
    first_chart: usize,
    /// Of each part.
    parts: Sizes,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let paths: Vec<&Path> = arguments.iter().map(Path::new).collect();
    let (dist, budget, before) = match paths.as_slice() {
        [dist] => (dist, None, None),
        [dist, budget] => (dist, Some(*budget), None),
        [dist, budget, before] => (dist, Some(*budget), Some(*before)),
        _ => {
            eprintln!("usage: measure-size DIST [BUDGET.json [BEFORE.json]]");
            return ExitCode::from(2);
        }
    };
    match report(dist, budget, before) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("measure-size: {message}");
            ExitCode::from(2)
        }
    }
}

/// Prints the table and, where there is a budget, the verdict; false where something is above it.
fn report(dist: &Path, budget: Option<&Path>, before: Option<&Path>) -> Result<bool, String> {
    let budget: Option<Budget> = budget.map(read_json).transpose()?;
    let names = names_in(dist)?;
    let mut first = Sizes::new();
    let mut chart = 0;
    for name in first_load(&names) {
        let size = measure(dist, &name)?;
        if is_for_first_chart(&name) {
            chart += size;
        }
        first.insert(part_name(&name), size);
    }
    let mut later = Sizes::new();
    for name in names.iter().filter(|name| is_later(name)) {
        *later.entry(part_name(name)).or_default() += measure(dist, name)?;
    }
    // The first build of a machine has none before it.
    let old: Sizes = before
        .and_then(|before| read_json(before).ok())
        .unwrap_or_default();
    let allowed = budget.as_ref().map(|budget| &budget.parts);
    print_table("first load", &first, allowed, &old);
    print_table("later", &later, allowed, &old);
    let sum = first.values().sum();
    println!("{chart} bytes of the first load are for the first chart.");
    let sizes: Sizes = first.into_iter().chain(later).collect();
    if let Some(before) = before {
        print_growth(&sizes, &old);
        let text = serde_json::to_string_pretty(&sizes).map_err(|error| error.to_string())?;
        fs::write(before, text + "\n")
            .map_err(|error| format!("{} could not be written: {error}", before.display()))?;
    }
    let Some(budget) = budget else {
        println!("The first load is {sum} bytes with brotli.");
        return Ok(true);
    };
    let faults = faults(&budget, &sizes, sum, chart);
    for fault in &faults {
        eprintln!("{fault}");
    }
    if faults.is_empty() {
        println!(
            "The first load is {sum} bytes with brotli, within the budget of {}.",
            budget.first_load
        );
    }
    Ok(faults.is_empty())
}

/// The size in bytes as brotli sends it.
fn measure(dist: &Path, name: &str) -> Result<usize, String> {
    let content =
        fs::read(dist.join(name)).map_err(|error| format!("{name} could not be read: {error}"))?;
    brotli_size(&content).map_err(|error| format!("{name} could not be compressed: {error}"))
}

fn brotli_size(content: &[u8]) -> std::io::Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        // As a host knows it of a file: without it the start is compressed as if little followed.
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    let mut rest = content;
    brotli::BrotliCompress(&mut rest, &mut compressed, &parameters)?;
    Ok(compressed.len())
}

fn read_json<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<T, String> {
    let shown = path.display();
    let text =
        fs::read_to_string(path).map_err(|error| format!("{shown} could not be read: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{shown}: {error}"))
}

/// The paths of all files below `dist`, relative to it, with `/` between folders, in order.
fn names_in(dist: &Path) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let path = dist.join(&folder);
        let entries = fs::read_dir(&path)
            .map_err(|error| format!("{} could not be listed: {error}", path.display()))?;
        for entry in entries {
            let entry = entry
                .map_err(|error| format!("{} could not be listed: {error}", path.display()))?;
            let name = format!("{folder}{}", entry.file_name().to_string_lossy());
            match entry.path().is_dir() {
                true => folders.push(format!("{name}/")),
                false => names.push(name),
            }
        }
    }
    names.sort();
    Ok(names)
}

/// Those of the files that the first visit fetches. Of the data it is the packed file alone, where the build made one:
/// the CSV files beside it are then fetched by nobody but who downloads them.
fn first_load(names: &[String]) -> Vec<String> {
    let packed = names.iter().any(|name| name == PACKED_DATA);
    let fetched = |name: &&String| match name.split_once('/') {
        // Sent in the place of the file that they stand beside.
        _ if name.ends_with(".br") || name.ends_with(".gz") => false,
        Some(("data", _)) => *name == PACKED_DATA || !packed,
        // The map's outlines and the parts of the program come when a reader is about to see what they are for, and what keeps the page
        // when that is there.
        Some(("map" | "offline" | "parts", _)) => false,
        // Nothing of what is there for others than the reader of this page comes with it.
        Some(("figures" | "oembed" | "views", _)) => false,
        _ => is_program(name),
    };
    names.iter().filter(fetched).cloned().collect()
}

const PACKED_DATA: &str = "data/forum.json";

/// `embed.js` runs in other people's pages only, `sw.js` when the page is there.
fn is_program(name: &str) -> bool {
    let extension = Path::new(name)
        .extension()
        .and_then(|extension| extension.to_str());
    name == "index.html"
        || (matches!(extension, Some("js" | "wasm" | "css"))
            && !matches!(name, "embed.js" | "sw.js"))
}

/// What comes when a reader is about to see what it is for.
fn is_later(name: &str) -> bool {
    let is_part = name.starts_with("parts/") && name.ends_with(".wasm");
    is_part || name == "map/world.txt" || (name.starts_with("map/land-") && name.ends_with(".svg"))
}

/// The first chart is drawn in the page; style and the script that shows it are all else that it needs.
fn is_for_first_chart(name: &str) -> bool {
    matches!(name, "index.html" | "boot.js") || name.ends_with(".css")
}

/// A file's name without the digest of what it holds. What several later parts share is counted as one.
fn part_name(name: &str) -> String {
    if name.starts_with("parts/chunk_") {
        return "parts/shared.wasm".to_owned();
    }
    let is_digest = |part: &str| part.len() >= 12 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    let Some((plain, last)) = stem.rsplit_once('-') else {
        return name.to_owned();
    };
    let (digest, rest) = last.split_at(last.find('_').unwrap_or(last.len()));
    match is_digest(digest) {
        true => format!("{plain}{rest}.{extension}"),
        false => name.to_owned(),
    }
}

fn print_table(title: &str, sizes: &Sizes, allowed: Option<&Sizes>, old: &Sizes) {
    println!(
        "{:>10} {:>10} {:>8}  {title}",
        "brotli-11", "budget", "grown"
    );
    for (name, &size) in sizes {
        let budget = allowed.and_then(|allowed| allowed.get(name));
        let budget = budget.map_or(String::new(), ToString::to_string);
        let grown = old.get(name).map_or(String::new(), |&old| grown(old, size));
        println!("{size:>10} {budget:>10} {grown:>8}  {name}");
    }
    println!(
        "{:>10} {:>10} {:>8}  sum",
        sizes.values().sum::<usize>(),
        "",
        ""
    );
}

fn grown(old: usize, new: usize) -> String {
    match new.checked_sub(old) {
        Some(0) => String::new(),
        Some(more) => format!("+{more}"),
        None => format!("-{}", old - new),
    }
}

/// Names what weighs more than in the build before, the most first.
fn print_growth(now: &Sizes, before: &Sizes) {
    let grew = |(name, &size): (&String, &usize)| {
        let more = size.checked_sub(*before.get(name)?)?;
        (more > 0).then(|| (more, name.clone()))
    };
    let mut grew: Vec<(usize, String)> = now.iter().filter_map(grew).collect();
    grew.sort_by(|a, b| b.cmp(a));
    for (more, name) in grew {
        println!("{name} grew by {more} bytes since the last build.");
    }
}

/// What is above the budget, in sentences.
fn faults(budget: &Budget, sizes: &Sizes, first_load: usize, first_chart: usize) -> Vec<String> {
    let sums = [
        ("The first load", first_load, budget.first_load),
        (
            "What the first chart needs",
            first_chart,
            budget.first_chart,
        ),
    ];
    let of_sums = sums.into_iter().filter(|(_, size, most)| size > most);
    let mut faults: Vec<String> = of_sums
        .map(|(what, size, most)| {
            let over = size - most;
            format!("{what} is {size} bytes with brotli: {over} above the budget of {most}.")
        })
        .collect();
    for (name, size) in sizes {
        match budget.parts.get(name) {
            Some(most) if size <= most => {}
            Some(most) => faults.push(format!(
                "{name} is {size} bytes with brotli: {} above its budget of {most}.",
                size - most
            )),
            None => faults.push(format!("{name} ({size} bytes) has no line in the budget.")),
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetched(names: &[&str]) -> Vec<String> {
        first_load(&names.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn page_program_and_style_are_fetched_first() {
        let names = [
            "a.css",
            "a.js",
            "a_bg.wasm",
            "boot.js",
            "index.html",
            "snippets/x/inline0.js",
        ];
        assert_eq!(fetched(&names), names);
    }

    #[test]
    fn tables_are_not_counted_beside_the_packed_data() {
        assert_eq!(
            fetched(&[
                "data/datapackage.json",
                "data/events.csv",
                "data/forum.json",
                "map/land.json",
                "parts/split_reading-0.wasm"
            ]),
            ["data/forum.json"]
        );
    }

    #[test]
    fn tables_are_counted_where_nothing_is_packed() {
        let names = ["data/datapackage.json", "data/events.csv"];
        assert_eq!(fetched(&names), names);
    }

    #[test]
    fn what_embeds_readers_of_the_licence_and_the_kept_page_fetch_is_not_counted() {
        assert!(
            fetched(&[
                "LICENSE",
                "embed.js",
                "icon.svg",
                "offline/offline.js",
                "sw.js"
            ])
            .is_empty()
        );
    }

    #[test]
    fn names_stand_without_digests() {
        for (name, plain) in [
            (
                "forum-explorer-76129f5ecd4767f9_bg.wasm",
                "forum-explorer_bg.wasm",
            ),
            ("forum-explorer-8af3c67cf24bd42c.js", "forum-explorer.js"),
            ("explorer-35ae44848791d91a.css", "explorer.css"),
            (
                "parts/split_reading-14f71ef504497dee.wasm",
                "parts/split_reading.wasm",
            ),
            ("parts/chunk_10-2af0e7ff73eb4e71.wasm", "parts/shared.wasm"),
            ("index.html", "index.html"),
            ("data/forum.json", "data/forum.json"),
            ("touch-180.png", "touch-180.png"),
        ] {
            assert_eq!(part_name(name), plain);
        }
    }

    fn sizes(of: &[(&str, usize)]) -> Sizes {
        of.iter()
            .map(|(name, size)| ((*name).to_owned(), *size))
            .collect()
    }

    #[test]
    fn a_budget_is_kept_up_to_its_last_byte() {
        let budget = Budget {
            first_load: 100,
            first_chart: 50,
            parts: sizes(&[("a.js", 60)]),
        };
        assert!(faults(&budget, &sizes(&[("a.js", 60)]), 100, 50).is_empty());
        assert_eq!(faults(&budget, &sizes(&[("a.js", 61)]), 100, 50).len(), 1);
        assert_eq!(faults(&budget, &sizes(&[("a.js", 60)]), 101, 51).len(), 2);
        let unlisted = faults(&budget, &sizes(&[("b.js", 1)]), 100, 50);
        assert_eq!(unlisted, ["b.js (1 bytes) has no line in the budget."]);
    }

    #[test]
    fn what_grew_and_what_shrank_is_told() {
        assert_eq!(grown(5, 5), "");
        assert_eq!(grown(5, 7), "+2");
        assert_eq!(grown(7, 5), "-2");
    }

    #[test]
    fn repetition_costs_nearly_nothing_in_brotli() {
        let size = brotli_size(&[b'a'; 100_000]).expect("brotli writes to memory");
        assert!((1..100).contains(&size), "{size} bytes");
    }
}
