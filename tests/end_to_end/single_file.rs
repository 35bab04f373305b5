//! The whole explorer in one file, opened from disk as by a double click, in a room without a network.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::explorer::{choose, read_on, read_to_the_end, wait_filters, wait_shows};
use crate::harness::{Page, browse, until};
use crate::naive::Filter;
use crate::stopping::TRAP;

/// The file by itself in a folder whose name has to be written otherwise in an address.
struct OnDisk {
    folder: PathBuf,
}

impl OnDisk {
    fn copy(name: &str) -> Self {
        let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist-single/forum-explorer.html");
        assert!(
            built.is_file(),
            "there is no dist-single/: run `make single-file` first"
        );
        let folder = env::temp_dir().join(format!("会议 no. 1 #{name} {}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder for temporary files is writable");
        fs::copy(built, folder.join("the forum.html")).expect("the file can be copied");
        Self { folder }
    }

    fn url(&self, query: &str) -> String {
        let path = self.folder.join("the forum.html").display().to_string();
        let escaped = path.replace(' ', "%20").replace('#', "%23");
        format!("file://{escaped}{query}")
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Opens it without a network, and demands in the end that nobody was asked for anything.
fn open_from_disk(name: &str, query: &str, test: impl FnOnce(&mut Page)) {
    let disk = OnDisk::copy(name);
    browse(|page| {
        page.set_offline(true);
        page.requested();
        page.visit(&disk.url(query));
        page.wait_boot("started");
        page.wait_for("#timeline .drawing svg");
        test(page);
        let asked = page.requested();
        assert!(!asked.is_empty(), "the record holds the file itself");
        let asked: Vec<_> = asked
            .iter()
            .filter(|address| !address.contains("the%20forum.html") && !is_inside(address))
            .collect();
        assert!(asked.is_empty(), "{asked:?}");
    });
}

/// An address of something that the page made or holds.
fn is_inside(address: &str) -> bool {
    address.starts_with("data:") || address.starts_with("blob:")
}

#[test]
fn opened_from_disk_every_view_is_drawn_and_filters() {
    open_from_disk("views", "?lang=en", |page| {
        wait_shows(page, &Filter::default());
        choose(page, "#filter-region", "Asia");
        let asia = Filter {
            regions: vec!["asia"],
            ..Filter::default()
        };
        wait_shows(page, &asia);
        wait_filters(page, "region=asia", &["Asia"]);
        page.back();
        wait_shows(page, &Filter::default());
    });
}

#[test]
fn opened_from_disk_a_paragraph_opens_and_languages_change() {
    open_from_disk("words", "?lang=en", |page| {
        page.wait_for("#timeline .source-line a.cite");
        page.click("#timeline .source-line a.cite");
        page.wait_for("#panel-title");
        page.wait_text("#panel", "Paragraph");
        page.click("#lang-fr");
        page.wait_attribute("html", "lang", "fr");
        page.wait_text("#count", "réunions thématiques sur 14");
        page.click("#lang-zh");
        page.wait_attribute("html", "lang", "zh-Hans");
        page.wait_text("#panel", "段");
    });
}

/// The links to the data lead to nothing beside the file; what they name is inside it.
#[test]
fn opened_from_disk_its_data_can_be_saved() {
    open_from_disk("saved", "?lang=en", |page| {
        read_to_the_end(page);
        page.evaluate::<()>(
            "HTMLAnchorElement.prototype.click = function () {
                 if (this.href.startsWith('blob:')) window.saved = [this.href, this.download];
             };
             document.querySelector('.footer a[download]').dispatchEvent(
                 new MouseEvent('click', { bubbles: true, cancelable: true }))",
            &[],
        );
        let (address, name) = until("the file to be handed over", || {
            page.evaluate::<Option<(String, String)>>("return window.saved ?? null", &[])
                .ok_or_else(|| "nothing yet".to_owned())
        });
        assert!(address.starts_with("blob:"), "{address}");
        assert_eq!(name, "datapackage.json");
    });
}

#[test]
fn opened_from_disk_a_reference_names_the_file_and_no_folder_of_the_reader() {
    open_from_disk("cited", "?lang=en&cluster=2", |page| {
        read_on(page);
        for fold in ["timeline-cite", "timeline-embed"] {
            page.click(&format!("#{fold} > summary"));
        }
        page.wait_for("#timeline-reference");
        let reference: String = page.evaluate(
            "return document.getElementById('timeline-reference').value",
            &[],
        );
        let is_named = reference.contains("the%20forum.html?cluster=2&lang=en#timeline");
        assert!(is_named && !reference.contains("file:"), "{reference}");
        // Nobody can embed a file of somebody else's disk.
        page.wait_text("#timeline-embed", "opened from disk");
        assert_eq!(page.count("#timeline-embed iframe"), 0);
    });
}

#[test]
fn opened_from_disk_a_program_that_stopped_says_so() {
    open_from_disk("stopped", "?lang=zh", |page| {
        read_on(page);
        page.expect_console("RuntimeError");
        page.evaluate::<()>(TRAP, &[]);
        page.wait_text("#stopped [role=alert]", "停止运行");
        page.click("#reload");
        page.wait_boot("started");
        read_on(page);
    });
}

#[test]
fn a_damaged_file_says_so() {
    let disk = OnDisk::copy("damaged");
    let file = disk.folder.join("the forum.html");
    let whole = fs::read_to_string(&file).expect("the file is text");
    let damaged = whole.replacen("H4sI", "H4sX", 1);
    assert_ne!(whole, damaged, "what is packed begins as gzip does");
    fs::write(&file, damaged).expect("the file can be written");
    browse(|page| {
        page.expect_console("The explorer could not start");
        page.visit(&disk.url(""));
        page.wait_boot("failed");
        page.wait_text("#boot-error", "this file is damaged");
        page.wait_text("#boot-error", "文件已损坏");
        page.wait_text("#boot-error", "ce fichier est endommagé");
    });
}
