//! What a reader takes away: files that are opened again, copies that are pasted, and what is offered where no file can be saved.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::model::issue::Severity;
use forum_explorer::package::build::build;
use forum_explorer::package::check::check;
use forum_explorer::package::folder;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::explorer::{focus, open};
use crate::harness::{Fault, Page, Site, browse, until};
use crate::report::REPORT;

/// A folder of a test's own for what it saves.
pub fn saving_into(page: &Page, name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("forum-explorer-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for downloads");
    page.protocol(
        "Browser.setDownloadBehavior",
        json!({ "behavior": "allow", "downloadPath": folder }),
    );
    folder
}

/// The file, once the browser has finished it: it has its name only then.
pub fn saved(folder: &Path, name: &str) -> Vec<u8> {
    until(&format!("{name} to be saved"), || {
        let found = fs::read(folder.join(name)).map_err(|error| error.to_string())?;
        let names: Vec<String> = fs::read_dir(folder)
            .map_err(|error| error.to_string())?
            .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
            .collect();
        let is_whole = !found.is_empty() && !names.iter().any(|n| n.ends_with(".crdownload"));
        is_whole.then_some(found).ok_or(format!("{names:?}"))
    })
}

pub fn unfold(page: &Page, view: &str) {
    page.click(&format!("#{view}-save > summary"));
    page.wait_for(&format!("#{view}-link"));
}

/// Saves by a button of a view's fold, and waits for what is said.
fn save(page: &Page, folder: &Path, view: &str, ending: &str) -> Vec<u8> {
    page.click(&format!("#{view}-{ending}"));
    let name = format!("gfmd-2011-{view}.{ending}");
    page.wait_text(&format!("#{view}-save [role=status]"), &name);
    saved(folder, &name)
}

#[test]
fn a_table_is_saved_as_it_is_filtered_with_chinese_intact() {
    browse(|page| {
        let folder = saving_into(page, "csv");
        open(page, "?lang=zh&cluster=2");
        unfold(page, "timeline");
        let content = save(page, &folder, "timeline", "csv");
        assert!(
            content.starts_with(&[0xEF, 0xBB, 0xBF]),
            "the mark of UTF-8"
        );
        let mut reader = csv::Reader::from_reader(&content[3..]);
        let rows: Vec<BTreeMap<String, String>> = reader
            .deserialize()
            .map(|row| row.expect("a row"))
            .collect();
        let events = &REPORT.events;
        let ids: BTreeSet<&str> = rows.iter().map(|row| row["row_id"].as_str()).collect();
        let second = REPORT.clusters.find("2").expect("the second cluster");
        let left: BTreeSet<&str> = events
            .iter()
            .filter(|(_, event)| event.clusters.contains(&second))
            .map(|(key, _)| events.id(key))
            .collect();
        assert_eq!(ids, left);
        for row in &rows {
            let event = events
                .get(events.find(&row["row_id"]).expect("an event"))
                .expect("it");
            assert!(row.values().any(|cell| *cell == event.title.zh), "{row:?}");
            assert_eq!(row["file_data"], REPORT.about.title.zh);
            assert!(row["file_address"].contains("cluster=2"), "{row:?}");
        }
        // The filter goes; the same button then saves every event.
        page.click("#cluster-2");
        fs::remove_file(folder.join("gfmd-2011-timeline.csv")).expect("the first file");
        let all = save(page, &folder, "timeline", "csv");
        assert!(all.len() > content.len());
    });
}

#[test]
fn every_view_is_saved_as_a_table_and_as_json_that_say_the_same() {
    browse(|page| {
        let folder = saving_into(page, "json");
        open(page, "?lang=en&country=CHE");
        for kind in ChartKind::ALL {
            let view = kind.slug();
            unfold(page, view);
            let table = save(page, &folder, view, "csv");
            let file = save(page, &folder, view, "json");
            let file: Value = serde_json::from_slice(&file).expect("it is JSON");
            assert_eq!(
                file["title"],
                page.text(&format!("#{view}-title")),
                "{view}"
            );
            assert_eq!(file["licence"], REPORT.about.licence);
            assert!(
                file["address"]
                    .as_str()
                    .expect("an address")
                    .ends_with(&format!("#{view}"))
            );
            let mut reader = csv::Reader::from_reader(&table[3..]);
            let rows: Vec<BTreeMap<String, String>> = reader
                .deserialize()
                .map(|row| row.expect("a row"))
                .collect();
            let listed = file["rows"].as_array().expect("rows");
            assert_eq!(listed.len(), rows.len(), "{view}");
            for (row, object) in rows.iter().zip(listed) {
                assert_eq!(object["row_id"], row["row_id"], "{view}");
            }
        }
    });
}

#[test]
fn a_picture_is_saved_with_its_words_and_twice_as_large() {
    browse(|page| {
        let folder = saving_into(page, "png");
        open(page, "?lang=zh&kind=thematic");
        for view in ["timeline", "geography", "funding"] {
            unfold(page, view);
            let svg = String::from_utf8(save(page, &folder, view, "svg")).expect("UTF-8");
            let title = page.text(&format!("#{view}-title"));
            for said in [&*title, "CC-BY-4.0", "kind=thematic", "¶"] {
                assert!(svg.contains(said), "{view}: {said}");
            }
            let png = save(page, &folder, view, "png");
            let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four"));
            let size = |name: &str| -> u32 {
                let (_, rest) = svg.split_once(&format!(" {name}=\"")).expect("a size");
                rest.split('"')
                    .next()
                    .and_then(|n| n.parse().ok())
                    .expect("a number")
            };
            assert_eq!(
                (number(16), number(20)),
                (2 * size("width"), 2 * size("height"))
            );
            assert!(inks(page, &png) > 8, "{view} has a picture in it");
        }
    });
}

/// How many colours a picture has.
fn inks(page: &Page, png: &[u8]) -> usize {
    let digits: String = png.iter().map(|byte| format!("{byte:02x}")).collect();
    page.evaluate(
        "const bytes = Uint8Array.from(arguments[0].match(/../g), d => parseInt(d, 16));
         return createImageBitmap(new Blob([bytes])).then(image => {
             const canvas = new OffscreenCanvas(image.width, image.height);
             const context = canvas.getContext('2d');
             context.drawImage(image, 0, 0);
             const data = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
             return new Set(data).size;
         })",
        &[digits.into()],
    )
}

/// Unpacks an archive beside itself.
fn unpacked(folder: &Path, name: &str, bytes: Vec<u8>) -> PathBuf {
    let into = folder.join(name);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("a file");
        let path = into.join(file.enclosed_name().expect("a path within the archive"));
        fs::create_dir_all(path.parent().expect("a folder")).expect("its folder");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("a whole file");
        fs::write(path, content).expect("it is written");
    }
    into
}

#[test]
fn the_data_package_is_saved_whole_and_in_part_and_both_are_sound() {
    browse(|page| {
        let folder = saving_into(page, "zip");
        open(page, "?lang=en&cluster=2");
        page.click("#data-save > summary");
        let mut counts = Vec::new();
        for (button, name) in [("#save-whole", "data"), ("#save-filtered", "filtered")] {
            page.click(button);
            let file = format!("gfmd-2011-{name}.zip");
            page.wait_text("#data-save [role=status]", &file);
            let folder = unpacked(&folder, name, saved(&folder, &file));
            let readme = fs::read_to_string(folder.join("README.md")).expect("a README");
            assert!(readme.contains("cluster=2"), "{readme}");
            let package = folder::open(&folder).expect("a package");
            let (data, mut issues) = build(&package.descriptor, package.files);
            issues.extend(check(&data, &issues));
            issues.retain(|issue| issue.severity > Severity::Note);
            assert!(issues.is_empty(), "{name}: {issues:?}");
            counts.push(data.row_count());
            place(page.site(), &folder, name);
        }
        assert_eq!(counts[0], REPORT.row_count());
        assert!(counts[1] < counts[0], "{counts:?}");
        // Without a filter there is no part to save.
        page.click("#cluster-2");
        page.wait_gone("#save-filtered");
        // What was saved opens as a report of its own, and the part shows what the whole shows with the same filter.
        for (query, meetings) in [
            ("data=data/", "14 of 14"),
            ("data=filtered/&cluster=2", "2 of 2"),
        ] {
            open(page, &format!("?lang=en&{query}"));
            page.wait_text("#count", &format!("{meetings} thematic meetings"));
            page.wait_text("#timeline", "San Salvador");
        }
    });
}

/// Puts the files of a folder on the site, under a folder's name.
fn place(site: &Site, folder: &Path, name: &str) {
    for entry in fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let file = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            place(site, &path, &format!("{name}/{file}"));
        } else {
            site.put_file(&format!("{name}/{file}"), fs::read(&path).expect("a file"));
        }
    }
}

#[test]
fn a_file_of_the_package_that_does_not_come_is_named_and_nothing_is_saved() {
    browse(|page| {
        let folder = saving_into(page, "broken");
        open(page, "?lang=zh");
        page.click("#data-save > summary");
        page.wait_for("#save-whole");
        page.site().break_file("data/terms.csv", Fault::NotFound);
        page.click("#save-whole");
        page.wait_text("#data-save [role=status]", "terms.csv未能送达");
        assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 0);
        page.site().mend_file("data/terms.csv");
        page.click("#save-whole");
        page.wait_text("#data-save [role=status]", "已保存为");
        saved(&folder, "gfmd-2011-data.zip");
    });
}

#[test]
fn a_link_and_a_number_are_copied_with_where_they_are_from() {
    browse(|page| {
        open(page, "?lang=en&region=europe");
        unfold(page, "funding");
        page.click("#funding-link");
        page.wait_text("#funding-save [role=status]", "Link copied.");
        let link = pasted(page);
        assert!(
            link.contains("region=europe") && link.ends_with("#funding"),
            "{link}"
        );
        // Two actions from any view: its table, and the button beside the number.
        page.click("#funding-as-table");
        page.click("#funding-table .quote");
        page.wait_text("#funding .said", "Copied with its source.");
        let quoted = pasted(page);
        for said in [
            "US$",
            "¶",
            &REPORT.about.title.en,
            &REPORT.about.version,
            "#funding",
        ] {
            assert!(quoted.contains(said), "{said} in {quoted}");
        }
        // And as a reference, in the form that is asked for.
        page.click("#funding-table .quote-styles [data-style='csl']");
        page.wait_text("#funding .said", "Reference to the number copied.");
        let item: Value = serde_json::from_str(&pasted(page)).expect("CSL-JSON");
        let title = item[0]["title"].as_str().unwrap_or_default();
        assert!(title.contains("US$"), "{title}");
        // Or from a paragraph: the figures that cite it.
        page.click("#funding-table a.cite");
        page.click("#panel .facts .quote");
        page.wait_text("#panel .said", "Copied with its source.");
        assert!(pasted(page).contains("p="));
    });
}

/// What the clipboard holds, by pasting it into the search field.
fn pasted(page: &Page) -> String {
    focus(page, "#search");
    page.press(Key::Control + "a");
    page.press(Key::Control + "v");
    let text: String = until("what was copied", || {
        let text: String = page.evaluate("return document.querySelector('#search').value", &[]);
        (!text.is_empty()).then_some(text).ok_or_else(String::new)
    });
    page.press(Key::Control + "a");
    page.press(Key::Delete);
    text
}

#[test]
fn a_copy_that_the_browser_refuses_is_left_to_the_reader_selected() {
    browse(|page| {
        open(page, "?lang=en");
        unfold(page, "timeline");
        page.evaluate::<()>("document.execCommand = () => false", &[]);
        page.click("#timeline-link");
        page.wait_text("#timeline-save [role=status]", "did not copy");
        until("the text to be selected", || {
            let selected: String = page.evaluate(
                "const f = document.activeElement; return f?.value?.slice(f.selectionStart, f.selectionEnd) ?? ''",
                &[],
            );
            selected
                .ends_with("#timeline")
                .then_some(())
                .ok_or(selected)
        });
    });
}

/// A page around the explorer: on a host of its own, or on the explorer's.
fn host(page: &Page, sandbox: &str, query: &str, is_other: bool) -> Option<Site> {
    let frame = page.site().url(query).replace('&', "&amp;");
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title><link rel=\"icon\" href=\"data:,\">\
         <textarea id=\"paste\"></textarea><iframe {sandbox} title=\"Explorer\" width=\"1200\" height=\"800\" src=\"{frame}\"></iframe>"
    );
    let other = is_other.then(Site::start);
    let site = other.as_ref().unwrap_or(page.site());
    site.put_file("host.html", html);
    if is_other {
        let explorer = page.site().origin();
        site.set_policy(&format!(
            "default-src 'none'; img-src data:; frame-src {explorer}"
        ));
    }
    page.visit(&site.url("host.html"));
    page.enter_frame(0);
    page.wait_boot("started");
    // The foot of a view comes when the reader is near it.
    until("the foot of the view", || {
        page.evaluate::<()>(
            "document.querySelector('#timeline .view-foot')?.scrollIntoView()",
            &[],
        );
        let is_here = page.is_visible_now("#timeline-save");
        is_here.then_some(()).ok_or_else(String::new)
    });
    unfold(page, "timeline");
    other
}

#[test]
fn in_a_frame_that_forbids_downloads_texts_are_copied_instead() {
    browse(|page| {
        for (sandbox, is_other, lang, why, said) in [
            (
                "sandbox=\"allow-scripts\"",
                true,
                "en",
                "lets no file be saved",
                "Copied.",
            ),
            (
                "sandbox=\"allow-scripts allow-same-origin\"",
                false,
                "zh",
                "不允许保存文件",
                "已复制。",
            ),
        ] {
            // Said of the frame on the host that is the explorer’s own.
            page.allow_console("can escape its sandboxing");
            let _host = host(page, sandbox, &format!("?lang={lang}&cluster=2"), is_other);
            page.wait_text("#timeline-save .boxed-in", why);
            page.wait_attribute("#timeline-save .boxed-in a", "target", "_blank");
            assert_eq!(
                page.count("#timeline-png"),
                0,
                "no button that does nothing"
            );
            page.click("#timeline-copy-csv");
            page.wait_text("#timeline-save [role=status]", said);
            page.leave_frames();
            page.click("#paste");
            page.press(Key::Control + "v");
            let text: String = until("the table in the host's field", || {
                let text: String =
                    page.evaluate("return document.querySelector('#paste').value", &[]);
                (!text.is_empty()).then_some(text).ok_or_else(String::new)
            });
            assert!(
                text.contains("row_id") && text.contains("thematic-"),
                "{text}"
            );
        }
    });
}

#[test]
fn in_a_frame_of_which_nothing_is_known_there_are_files_and_copies() {
    browse(|page| {
        let folder = saving_into(page, "framed");
        let _host = host(page, "", "?lang=en", true);
        page.wait_for("#timeline-copy-json");
        save(page, &folder, "timeline", "json");
    });
}
