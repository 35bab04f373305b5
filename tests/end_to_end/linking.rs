//! One filter, all views: what each shows is what the package's files say, row by row.

use forum_explorer::model::country::Region;
use forum_explorer::model::event::EventKind;

use crate::explorer::{Shown, open, wait_shows};
use crate::harness::{Page, browse};
use crate::naive::Filter;

#[test]
fn a_cluster_leaves_in_every_view_what_the_files_say() {
    agrees(
        "?cluster=2",
        &Filter {
            clusters: vec!["2"],
            ..Filter::default()
        },
    );
}

#[test]
fn a_summer_leaves_in_every_view_what_the_files_say() {
    agrees(
        "?time=2011-06-01..2011-09-30",
        &Filter::during("2011-06-01", "2011-09-30"),
    );
}

#[test]
fn facets_narrow_each_other_in_every_view() {
    let filter = Filter {
        clusters: vec!["1", "3"],
        kinds: vec!["thematic"],
        regions: vec!["africa", "asia"],
        ..Filter::during("2011-09-01", "2011-10-31")
    };
    agrees(
        "?cluster=1~3&kind=thematic&region=africa~asia&time=2011-09-01..2011-10-31",
        &filter,
    );
}

#[test]
fn each_kind_each_region_and_each_cluster_leaves_in_every_view_what_the_files_say() {
    browse(|page| {
        for kind in EventKind::ALL {
            let kinds = vec![kind.slug()];
            let query = format!("?kind={}", kind.slug());
            agrees_here(
                page,
                &query,
                &Filter {
                    kinds,
                    ..Filter::default()
                },
            );
        }
        for region in Region::ALL {
            let regions = vec![region.slug()];
            let query = format!("?region={}", region.slug());
            agrees_here(
                page,
                &query,
                &Filter {
                    regions,
                    ..Filter::default()
                },
            );
        }
        for cluster in ["1", "2", "3"] {
            let clusters = vec![cluster];
            let query = format!("?cluster={cluster}");
            agrees_here(
                page,
                &query,
                &Filter {
                    clusters,
                    ..Filter::default()
                },
            );
        }
    });
}

#[test]
fn a_period_that_leaves_one_view_nothing_leaves_the_others_theirs() {
    agrees(
        "?time=2011-03-01..2011-03-31",
        &Filter::during("2011-03-01", "2011-03-31"),
    );
}

/// The comparison itself would be worthless if a filter changed nothing.
#[test]
fn the_files_say_different_things_under_different_filters() {
    let all = Filter::default().shown();
    let some = Filter::during("2011-06-01", "2011-09-30").shown();
    assert!(some.count < all.count && some.figures < all.figures);
    assert!(some.bars.len() < all.bars.len() && some.places.len() < all.places.len());
    assert!(some.paragraphs < all.paragraphs && some.countries != all.countries);
    assert!(some.timeline.values().any(|stays| !stays));
    assert!(all.timeline.values().all(|stays| *stays));
    assert_eq!(all.count, (14, 14));
}

fn agrees(query: &str, filter: &Filter) {
    browse(|page| agrees_here(page, query, filter));
}

#[track_caller]
fn agrees_here(page: &Page, query: &str, filter: &Filter) {
    open(page, query);
    wait_shows(page, filter);
    assert_findings(page, &filter.shown());
}

/// The sentences above the pictures count what the pictures show.
#[track_caller]
fn assert_findings(page: &Page, shown: &Shown) {
    let timeline = page.text("#timeline-title");
    let meetings = shown
        .timeline
        .iter()
        .filter(|(id, stays)| **stays && id.starts_with("thematic-") && *id != "thematic-meetings")
        .count();
    match meetings {
        0 => assert!(
            ["No thematic meeting", "Nothing in the report matches"]
                .iter()
                .any(|start| timeline.starts_with(start))
                || timeline.contains("outside 2011"),
            "{timeline}"
        ),
        1 => assert!(
            timeline.starts_with("1 thematic meeting in 1 country,"),
            "{timeline}"
        ),
        n => assert!(
            timeline.starts_with(&format!("{n} thematic meetings in ")),
            "{timeline}"
        ),
    }
    if shown.countries.is_empty() {
        return;
    }
    let described = page.text("#geography .description");
    assert!(
        described.starts_with(&format!("{} countr", shown.countries.len())),
        "{described}"
    );
}
