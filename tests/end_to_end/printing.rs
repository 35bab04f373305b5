//! What is printed: a brief of the views that a reader chose, as the pages of a PDF, read and looked at.
//!
//! `pdftotext` and `pdftoppm` (poppler) turn the pages into words and pictures; `make test` brings them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::explorer::open;
use crate::harness::{Page, browse};

/// Width and height in inches.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)];
/// The dots of an inch in the pictures of pages.
const DPI: usize = 50;
/// The margin that nothing may be in, in dots: the page asks for 15 mm.
const MARGIN: usize = 27;

/// The pages of a PDF, in a folder of their own.
struct Paper {
    folder: PathBuf,
}

impl Paper {
    #[track_caller]
    fn of(page: &Page, name: &str, width: f64, height: f64) -> Self {
        let answer = page.protocol(
            "Page.printToPDF",
            json!({ "paperWidth": width, "paperHeight": height, "printBackground": true, "preferCSSPageSize": true }),
        );
        let data = answer["data"].as_str().expect("a PDF");
        let process = std::process::id();
        let folder = std::env::temp_dir().join(format!("forum-explorer-print-{process}-{name}"));
        fs::create_dir_all(&folder).expect("a folder for the pages");
        fs::write(folder.join("all.pdf"), decoded(data)).expect("the PDF can be kept");
        Self { folder }
    }

    fn pdf(&self) -> String {
        self.folder.join("all.pdf").to_string_lossy().into_owned()
    }

    /// The words of each page.
    #[track_caller]
    fn words(&self) -> Vec<String> {
        let text = run("pdftotext", &["-raw", &self.pdf(), "-"]);
        let text = String::from_utf8(text).expect("words are UTF-8");
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        pages.pop();
        pages
    }

    /// The pictures of the pages, each as rows of grey, 0 black to 255 white.
    #[track_caller]
    fn pictures(&self) -> Vec<Vec<Vec<u8>>> {
        let stem = self.folder.join("page").to_string_lossy().into_owned();
        run(
            "pdftoppm",
            &["-gray", "-r", &DPI.to_string(), &self.pdf(), &stem],
        );
        let mut files: Vec<PathBuf> = fs::read_dir(&self.folder)
            .expect("the folder is there")
            .map(|entry| entry.expect("a page").path())
            .filter(|path| path.extension().is_some_and(|e| e == "pgm"))
            .collect();
        files.sort();
        files.iter().map(|path| read_pgm(path)).collect()
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[track_caller]
fn run(program: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|error| {
        panic!("{program} did not start ({error}): `make test` brings it; Debian: apt-get install poppler-utils")
    });
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {complaint}");
    output.stdout
}

/// `P5 WIDTH HEIGHT 255` and the dots.
fn read_pgm(path: &Path) -> Vec<Vec<u8>> {
    let bytes = fs::read(path).expect("the picture is there");
    let mut at = 0;
    let mut head = Vec::new();
    while head.len() < 4 {
        let rest = &bytes[at..];
        let length = rest
            .iter()
            .position(u8::is_ascii_whitespace)
            .expect("a head");
        head.push(String::from_utf8_lossy(&rest[..length]).into_owned());
        at += length + 1;
    }
    let width: usize = head[1].parse().expect("a width");
    bytes[at..].chunks(width).map(<[u8]>::to_vec).collect()
}

/// Base64, as the browser's protocol has it.
fn decoded(text: &str) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.bytes() {
        let Some(value) = LETTERS.iter().position(|l| *l == letter) else {
            continue;
        };
        bits = (bits << 6) | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

/// Opens a brief and waits until all of it is there.
#[track_caller]
fn open_brief(page: &Page, query: &str, last: &str) {
    page.open(query);
    page.wait_for(&format!("#brief-of-{last} table"));
    page.wait_for(".brief-foot");
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn a_reader_chooses_views_and_the_page_comes_back() {
    browse(|page| {
        open(page, "?lang=en&cluster=2");
        page.click("#print-brief");
        page.wait_for("#brief-of-timeline table");
        page.wait_for("#brief-of-world");
        assert_eq!(
            page.count("#timeline"),
            0,
            "the brief stands in the place of the page"
        );
        page.click("#brief-world");
        page.wait_gone("#brief-of-world");
        page.wait_text(".brief-filters", "Cluster II");
        page.click("#brief-close");
        page.wait_for("#timeline-title");
        page.back();
        page.wait_for("#brief-of-timeline");
        page.back();
        page.wait_for("#timeline-title");
    });
}

#[test]
fn the_last_view_stays_in_the_brief() {
    browse(|page| {
        open_brief(page, "?lang=en&brief=funding", "funding");
        page.click("#brief-funding");
        page.click("#brief-seats");
        page.wait_for("#brief-of-seats");
        assert_eq!(page.count("#brief-of-funding"), 1);
    });
}

#[test]
fn the_pages_hold_every_row_with_its_paragraphs_the_date_and_the_address() {
    browse(|page| {
        for lang in ["en", "zh"] {
            let query = format!("?lang={lang}&cluster=2&brief=timeline~participation~funding");
            open_brief(page, &query, "funding");
            let rows: Vec<String> = page.evaluate(
                "return [...document.querySelectorAll('.brief tbody tr')].map(row => row.cells[0].textContent.trim())",
                &[],
            );
            assert!(rows.len() > 30, "{} rows", rows.len());
            let address = page.site().url(&format!("?cluster=2&lang={lang}"));
            for (name, width, height) in PAPERS {
                let place = format!("{name}, {lang}");
                let pages = Paper::of(page, &format!("words-{lang}-{name}"), width, height).words();
                let all: String = squeezed(&pages.join(" "));
                for row in &rows {
                    let start: String = squeezed(row).chars().take(8).collect();
                    assert!(all.contains(&start), "{place}: {row} is not there");
                }
                assert!(all.contains(&squeezed(&address)), "{place}: {address}");
                assert!(all.contains("¶27"), "{place}: paragraphs");
                assert!(pages.len() >= 5, "{place}: {} pages", pages.len());
                for controls in ["Back to the page", "返回页面", "Choose the views"] {
                    assert!(
                        !all.contains(&squeezed(controls)),
                        "{controls} is no part of it"
                    );
                }
            }
        }
    });
}

#[test]
fn paper_is_light_in_every_theme_and_nothing_stands_in_its_margins() {
    browse(|page| {
        for theme in ["light", "dark", "contrast"] {
            page.set_preference("prefers-color-scheme", "dark");
            let query = format!("?lang=en&theme={theme}&brief=participation~geography~seats");
            open_brief(page, &query, "seats");
            page.wait_for("#brief-of-geography .strip");
            for (name, width, height) in PAPERS {
                let paper = Paper::of(page, &format!("{theme}-{name}"), width, height);
                for (number, picture) in paper.pictures().iter().enumerate() {
                    let place = format!("{theme}, {name}, page {}", number + 1);
                    check_sheet(picture, &place);
                }
            }
        }
    });
}

#[track_caller]
fn check_sheet(picture: &[Vec<u8>], place: &str) {
    let (rows, columns) = (picture.len(), picture[0].len());
    let mut dark = 0;
    for (y, row) in picture.iter().enumerate() {
        for (x, &dot) in row.iter().enumerate() {
            let is_margin = y < MARGIN || y >= rows - MARGIN || x < MARGIN || x >= columns - MARGIN;
            assert!(
                !is_margin || dot > 240,
                "{place}: something stands in the margin at {x}, {y}"
            );
            dark += usize::from(dot < 128);
        }
    }
    let share = dark as f64 / (rows * columns) as f64;
    assert!(dark > 20, "{place} is empty");
    assert!(share < 0.35, "{place} is dark: {share}");
}

#[test]
fn the_page_itself_prints_without_its_controls() {
    browse(|page| {
        open(page, "?lang=en&theme=dark&tab=funding");
        page.wait_for("#funding-table");
        let paper = Paper::of(page, "page", 8.27, 11.69);
        let all = squeezed(&paper.words().join(" "));
        assert!(
            all.contains(&squeezed("Twelve governments")),
            "the table is there"
        );
        for controls in ["Embed this view", "Previous event", "Cite this view"] {
            assert!(
                !all.contains(&squeezed(controls)),
                "{controls} is no part of it"
            );
        }
        let light = paper.pictures();
        let corner = light[0][MARGIN + 2][MARGIN + 2];
        assert!(corner > 240, "paper is light: {corner}");
    });
}
