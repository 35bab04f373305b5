//! Measures what the first visit downloads: `measure-size DIST [BUDGET.json]`.
//!
//! Lists each file of the first load with its size as it is and as brotli (quality 11, window 22) sends it, and their sum.
//! Exits with 1 above the budget's `first_load_bytes`, which counts the brotli bytes, and with 2 when it cannot measure.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (dist, budget) = match arguments.as_slice() {
        [dist] => (dist, None),
        [dist, budget] => (dist, Some(Path::new(budget))),
        _ => {
            eprintln!("usage: measure-size DIST [BUDGET.json]");
            return ExitCode::from(2);
        }
    };
    match report(Path::new(dist), budget) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("measure-size: {message}");
            ExitCode::from(2)
        }
    }
}

/// Prints the table and, where there is a budget, the verdict; false where the first load is above it.
fn report(dist: &Path, budget: Option<&Path>) -> Result<bool, String> {
    let budget = budget.map(read_budget).transpose()?;
    let mut sizes = Vec::new();
    for name in first_load(&names_in(dist)?) {
        sizes.push(measure(dist, name)?);
    }
    let sum = sizes.iter().map(|size| size.brotli).sum();
    print_table(&sizes, sum);
    Ok(budget.is_none_or(|budget| print_verdict(sum, budget)))
}

/// One file of the first load, in bytes.
struct Size {
    name: String,
    raw: usize,
    brotli: usize,
}

fn measure(dist: &Path, name: String) -> Result<Size, String> {
    let content =
        fs::read(dist.join(&name)).map_err(|error| format!("{name} could not be read: {error}"))?;
    let brotli = brotli_size(&content)
        .map_err(|error| format!("{name} could not be compressed: {error}"))?;
    Ok(Size {
        raw: content.len(),
        brotli,
        name,
    })
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

fn read_budget(path: &Path) -> Result<usize, String> {
    let shown = path.display();
    let text =
        fs::read_to_string(path).map_err(|error| format!("{shown} could not be read: {error}"))?;
    let budget: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("{shown} is no JSON: {error}"))?;
    budget
        .get("first_load_bytes")
        .and_then(serde_json::Value::as_u64)
        .and_then(|bytes| usize::try_from(bytes).ok())
        .ok_or_else(|| format!("{shown} has no whole number \"first_load_bytes\""))
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

fn print_table(sizes: &[Size], sum: usize) {
    println!("{:>10} {:>10}  first load", "bytes", "brotli-11");
    for size in sizes {
        println!("{:>10} {:>10}  {}", size.raw, size.brotli, size.name);
    }
    println!(
        "{:>10} {:>10}  sum",
        sizes.iter().map(|size| size.raw).sum::<usize>(),
        sum
    );
}

fn print_verdict(sum: usize, budget: usize) -> bool {
    match sum.checked_sub(budget) {
        None | Some(0) => {
            println!("The first load is {sum} bytes with brotli, within the budget of {budget}.")
        }
        Some(over) => eprintln!(
            "The first load is {sum} bytes with brotli: {over} above the budget of {budget}."
        ),
    }
    sum <= budget
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
    fn a_budget_is_kept_up_to_its_last_byte() {
        assert!(print_verdict(250_000, 250_000));
        assert!(!print_verdict(250_001, 250_000));
    }

    #[test]
    fn repetition_costs_nearly_nothing_in_brotli() {
        let size = brotli_size(&[b'a'; 100_000]).expect("brotli writes to memory");
        assert!((1..100).contains(&size), "{size} bytes");
    }
}
