//! Packages of other forums: every view draws what they hold, or says that they hold nothing for it.

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::language::lang::Lang;
use forum_explorer::package::folder;
use forum_explorer::package::pack::{DEFERRED, pack};

use crate::explorer::{open, wait_filters};
use crate::forums::{folder_of, put};
use crate::harness::{Page, browse, until, wait_equal};

/// A package of `tests/fixtures`, and what a reader does with it.
struct Invented {
    name: &'static str,
    /// The views that it has nothing for.
    silent: &'static [&'static str],
    /// Filters, each with its chip in English and how many events it leaves of how many.
    filters: &'static [(&'static str, &'static str, &'static str)],
}

const RIVER: Invented = Invented {
    name: "river-forum",
    silent: &["funding", "platform"],
    filters: &[
        ("cluster=2", "Cluster II", "2 of 7"),
        ("kind=thematic", "Thematic meeting", "7 of 7"),
        ("country=FJI", "Fiji", "1 of 7"),
        ("region=africa", "Africa", "1 of 7"),
        ("time=2018-08-01..2018-08-31", "1–31 August 2018", "2 of 7"),
        ("event=thematic-tarawa", "Tarawa", "1 of 7"),
    ],
};

const BARE: Invented = Invented {
    name: "bare",
    silent: &[
        "participation",
        "geography",
        "seats",
        "funding",
        "outcomes",
        "practices",
        "people",
        "assessment",
        "platform",
        "world",
    ],
    filters: &[
        ("kind=summit", "Forum meeting", "1 of 3"),
        ("event=first-talks", "First talks", "1 of 3"),
    ],
};

const SMALL: Invented = Invented {
    name: "small",
    silent: &[],
    filters: &[
        ("cluster=1", "Cluster I", "1 of 1"),
        ("country=NGA", "Nigeria", "1 of 1"),
        ("region=europe", "Europe", "0 of 1"),
    ],
};

impl Invented {
    /// Puts the package beside the page as one packed file and the files of the tables that come later.
    fn put_packed(&self, page: &Page) {
        put(page, self.name);
        let folder = folder::open(&folder_of(self.name)).expect("the fixture is a package");
        let packed = pack(&folder, &DEFERRED).expect("every table has rows");
        let name = format!("{}/datapackage.json", self.name);
        page.site().put_file(&name, packed);
    }

    /// Opens it and waits until each view draws something, or says what it has to say.
    #[track_caller]
    fn open(&self, page: &Page, query: &str, lang: Lang) {
        let (forum, lang_slug) = (self.name, lang.slug());
        open(page, &format!("?{query}data={forum}/&lang={lang_slug}"));
        let no_data = lang.strings().view.no_data;
        for kind in ChartKind::ALL {
            let slug = kind.slug();
            if self.silent.contains(&slug) {
                page.wait_text(&format!("#{slug}-title"), no_data);
                assert_eq!(page.count(&format!("#{slug} button")), 0, "{slug}");
            } else if query.is_empty() {
                until(&format!("something in {slug}"), || draws(page, slug));
            }
        }
    }
}

fn draws(page: &Page, slug: &str) -> Result<(), String> {
    let drawn = page.count(&format!(
        "#{slug} button.hit, #{slug} .event-list li, #{slug} tbody tr"
    ));
    match drawn {
        0 => Err(page.text(&format!("#{slug}"))),
        _ => Ok(()),
    }
}

/// The address's `tab` for every view.
fn every_tab() -> String {
    let slugs: Vec<&str> = ChartKind::ALL.iter().map(|kind| kind.slug()).collect();
    format!("tab={}&", slugs.join("~"))
}

#[test]
fn every_view_draws_the_river_forum() {
    views(&RIVER);
}

#[test]
fn every_view_draws_the_small_report() {
    views(&SMALL);
}

#[test]
fn every_view_says_that_the_bare_package_has_nothing_for_it() {
    views(&BARE);
}

/// Pictures and tables, both languages, wide and narrow.
fn views(package: &Invented) {
    browse(|page| {
        put(page, package.name);
        for (lang, width) in [(Lang::En, 1280), (Lang::Zh, 390)] {
            page.set_window(width, 900);
            package.open(page, "", lang);
            wait_equal("nothing beside the page", &true, || {
                page.evaluate(
                    "return document.documentElement.scrollWidth <= innerWidth",
                    &[],
                )
            });
        }
        package.open(page, &every_tab(), Lang::En);
        for kind in ChartKind::ALL {
            let slug = kind.slug();
            if !package.silent.contains(&slug) {
                page.wait_for(&format!("#{slug}-table tbody tr"));
            }
        }
        assert_eq!(page.count("td.cited:empty"), 0);
    });
}

#[test]
fn a_filter_leaves_as_many_events_as_the_package_says() {
    browse(|page| {
        for package in [RIVER, SMALL, BARE] {
            put(page, package.name);
            for (filter, chip, count) in package.filters {
                package.open(page, &format!("{filter}&"), Lang::En);
                wait_filters(page, &format!("{filter}&data={}/", package.name), &[chip]);
                page.wait_text("#count", count);
            }
        }
    });
}

#[test]
fn a_packed_river_forum_shows_the_same_and_is_told_nothing_more_of() {
    browse(|page| {
        RIVER.put_packed(page);
        RIVER.open(page, "", Lang::En);
        assert_eq!(page.count("#data-issues"), 0);
        assert_eq!(page.texts("#timeline-title").len(), 1);
    });
}

#[test]
fn a_package_without_the_tables_that_it_may_do_without_is_not_called_wrong() {
    browse(|page| {
        put(page, SMALL.name);
        SMALL.open(page, "", Lang::En);
        assert_eq!(page.count("#data-issues"), 0);
    });
}

#[test]
fn a_filter_without_anything_to_choose_is_not_there() {
    browse(|page| {
        put(page, BARE.name);
        BARE.open(page, "", Lang::En);
        let fields = page.texts(".filters-body .field");
        assert_eq!(fields.len(), 1, "{fields:?}");
        assert!(fields[0].starts_with("Kind of event"), "{fields:?}");
    });
}
