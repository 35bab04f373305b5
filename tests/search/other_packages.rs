//! Packages that are not the report: empty, small, or another one than the index was made of.

use std::path::Path;

use forum_explorer::language::lang::Lang;
use forum_explorer::model::body::Body;
use forum_explorer::model::country::{Country, Region};
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::paragraph::{Paragraph, Passage};
use forum_explorer::model::text::Text;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;
use forum_explorer::search::index::Index;
use forum_explorer::search::item::Item;
use forum_explorer::search::kind::HitKind;

use crate::report::report;

fn small() -> Dataset {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    let folder = folder::open(&path).expect("the fixture opens");
    build(&folder.descriptor, folder.files).0
}

#[test]
fn an_empty_package_has_nothing_to_find() {
    let data = Dataset::default();
    let index = Index::new(&data);
    for query in ["", "manila", "27", "¶27", "PHL", "移徙"] {
        assert_eq!(index.find(query, &data, Lang::En, 10).total, 0, "{query}");
    }
}

#[test]
fn a_small_package_is_found_by_its_own_words() {
    let data = small();
    let index = Index::new(&data);
    for item in Item::all(&data) {
        for lang in Lang::ALL {
            let title = item.words(&data, lang).unwrap().title;
            let found = index.find(&title, &data, lang, 8);
            assert!(
                found
                    .hits
                    .iter()
                    .any(|hit| hit.title == title && hit.kind == item.kind()),
                "{title}"
            );
        }
    }
    assert_eq!(
        index.find("abuja", &data, Lang::En, 8).hits[0].kind,
        HitKind::Place
    );
}

#[test]
fn an_index_of_another_package_breaks_nothing() {
    let (data, other) = (small(), report());
    let index = Index::new(other);
    for query in ["migration", "移徙", "27", "che"] {
        for hit in index.find(query, &data, Lang::En, usize::MAX).hits {
            assert!(hit.title.len() < 10_000);
        }
        assert_eq!(
            index
                .find(query, &Dataset::default(), Lang::Zh, usize::MAX)
                .hits,
            []
        );
    }
}

#[test]
fn a_row_named_in_one_language_alone_is_found_and_shown_in_both() {
    let mut data = Dataset::default();
    let body = Body {
        title: Text::new("", "Secrétariat général"),
        kind: String::new(),
        source: Vec::new(),
    };
    data.bodies.push("secretariat", body).unwrap();
    let index = Index::new(&data);
    for lang in Lang::ALL {
        let found = index.find("secretariat general", &data, lang, 8);
        assert_eq!(found.hits[0].title, "Secrétariat général");
        assert_eq!(found.hits[0].marks, [(0, 12), (13, 22)]);
    }
}

#[test]
fn a_country_without_codes_and_a_row_without_a_name_are_no_match_for_everything() {
    let mut data = Dataset::default();
    let country = Country {
        iso2: String::new(),
        m49: String::new(),
        name: Text::default(),
        label: Text::default(),
        region: Region::Asia,
    };
    data.countries.push("XXX", country).unwrap();
    let index = Index::new(&data);
    assert_eq!(index.find("manila", &data, Lang::En, 8).total, 0);
    assert_eq!(index.find("xxx", &data, Lang::En, 8).total, 1);
}

#[test]
fn passages_are_searched_where_the_publisher_gives_them() {
    let mut data = Dataset::default();
    let paragraph = Paragraph {
        number: 3,
        section: None,
        gist: Text::default(),
    };
    data.paragraphs.push("3", paragraph).unwrap();
    let passage = Passage {
        para: 3,
        lang: "en".to_owned(),
        text: "The quick brown fox.".to_owned(),
    };
    data.passages.push("3/en", passage).unwrap();
    let found = Index::new(&data).find("brown quick", &data, Lang::Zh, 8);
    assert_eq!((found.total, found.hits[0].title.as_str()), (1, "第3段"));
}
