//! Writes beside each file of a folder what a host can send in its place: `compress-files DIST`. `NAME.br` (brotli, quality 11) and
//! `NAME.gz` (gzip, level 9) stand beside every file of text or program that they make smaller.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use flate2::Compression;
use flate2::write::GzEncoder;

/// What is not compressed in itself.
const COMPRESSIBLE: [&str; 12] = [
    "css",
    "csv",
    "html",
    "js",
    "json",
    "md",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
    "yml",
];

/// Below this a compressed file saves no packet on the way.
const SMALLEST: usize = 1024;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [dist] = arguments.as_slice() else {
        eprintln!("usage: compress-files DIST");
        return ExitCode::from(2);
    };
    match compress_all(Path::new(dist)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("compress-files: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn compress_all(dist: &Path) -> Result<(), String> {
    let mut folders = vec![dist.to_owned()];
    while let Some(folder) = folders.pop() {
        let told = |error| format!("{}: {error}", folder.display());
        for entry in fs::read_dir(&folder).map_err(told)? {
            let path = entry.map_err(told)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if is_compressible(&path) {
                compress(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
    }
    Ok(())
}

fn is_compressible(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| COMPRESSIBLE.contains(&extension))
}

fn compress(path: &Path) -> std::io::Result<()> {
    let content = fs::read(path)?;
    if content.len() < SMALLEST {
        return Ok(());
    }
    for (ending, compressed) in [("br", brotli(&content)?), ("gz", gzip(&content)?)] {
        if compressed.len() < content.len() {
            fs::write(beside(path, ending), compressed)?;
        }
    }
    Ok(())
}

/// `data/events.csv.br`.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn brotli(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    let mut rest = content;
    brotli::BrotliCompress(&mut rest, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}
