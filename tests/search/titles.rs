//! Every row of the report is found by what it is called.

use forum_explorer::language::lang::Lang;
use forum_explorer::search::item::Item;
use forum_explorer::search::kind::HitKind;

use crate::index;
use crate::report::report;

/// As many as a page shows at once.
const FIRST: usize = 8;

#[test]
fn a_row_is_among_the_first_when_its_title_is_typed_and_is_marked_all_over() {
    let data = report();
    for lang in Lang::ALL {
        for item in Item::all(data) {
            let words = item.words(data, lang).unwrap();
            let found = index().find(&words.title, data, lang, FIRST);
            let hit = found.hits.iter().find(|hit| {
                hit.kind == item.kind() && hit.title == words.title && hit.detail == words.detail
            });
            let Some(hit) = hit else {
                panic!(
                    "{:?} {} in {lang:?}: {:?}",
                    item.kind(),
                    words.title,
                    found.hits
                );
            };
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            let marked = hit
                .marks
                .iter()
                .map(|&(from, to)| letters(&hit.title[from..to]));
            assert_eq!(
                marked.sum::<usize>(),
                letters(&hit.title),
                "{} {:?}",
                hit.title,
                hit.marks
            );
        }
    }
}

#[test]
fn every_row_of_every_searched_table_is_in_the_index() {
    let data = report();
    let count = |kind| {
        Item::all(data)
            .into_iter()
            .filter(|item| item.kind() == kind)
            .count()
    };
    assert_eq!(count(HitKind::Event), data.events.len());
    assert_eq!(count(HitKind::Call), data.calls.len());
    assert_eq!(count(HitKind::Gap), data.unstated.len());
    assert_eq!(count(HitKind::Paragraph), data.paragraphs.len());
    for kind in HitKind::ALL {
        assert!(count(kind) > 0, "{kind:?}");
    }
}

#[test]
fn a_named_row_is_found_by_its_name_in_the_other_language_too() {
    let data = report();
    let is_name = |item: &Item| {
        let sentences = [
            HitKind::Outcome,
            HitKind::Practice,
            HitKind::Call,
            HitKind::Gap,
            HitKind::Paragraph,
        ];
        !sentences.contains(&item.kind())
    };
    for item in Item::all(data).into_iter().filter(is_name) {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| item.words(data, lang).unwrap().title);
        let found = index().find(&zh, data, Lang::En, FIRST);
        assert!(
            found
                .hits
                .iter()
                .any(|hit| hit.kind == item.kind() && hit.title == en),
            "{zh}"
        );
    }
}
