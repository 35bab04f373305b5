//! Other forums' packages: what they have is told, and what they lack leaves no empty part.

use std::path::Path;

use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;

use crate::elements::{assert_nested, heading_levels, inside, table, text, values};
use crate::report::report;
use crate::{page, section};

fn read(name: &str) -> Dataset {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    let folder = folder::open(&path).expect("the fixture is a package");
    build(&folder.descriptor, folder.files).0
}

#[test]
fn every_page_is_nested_has_one_title_and_no_gap_between_its_headings() {
    let fixtures = ["small", "river-forum", "bare"].map(read);
    for data in fixtures.iter().chain([report(), &Dataset::default()]) {
        let page = page(data);
        assert_nested(&page);
        let levels = heading_levels(&page);
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{levels:?}"
        );
        for empty in [
            "<td></td>",
            "<ul></ul>",
            "<p></p>",
            "<tbody></tbody>",
            "<h3></h3>",
            "<li></li>",
            "{",
        ] {
            assert!(!page.contains(empty), "{empty} in {page}");
        }
        let mut ids = values(&page, "id");
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "each id stands once: {ids:?}");
        for region in values(&page, "aria-labelledby") {
            assert!(ids.contains(&region), "{region}");
        }
        for table in inside(&page, "table") {
            assert_eq!(inside(table, "caption").len(), 1);
            let heads = inside(table, "thead")
                .concat()
                .matches("scope=\"col\"")
                .count();
            for row in inside(inside(table, "tbody")[0], "tr") {
                assert_eq!(row.matches("scope=\"row\"").count(), 1, "{row}");
                assert_eq!(row.matches("<td").count() + 1, heads, "{row}");
            }
        }
    }
}

#[test]
fn another_forum_is_told_by_its_own_words() {
    let data = read("river-forum");
    let page = page(&data);
    assert!(page.contains("<title>Forum on Shared Waters 2018–2019 (invented)</title>"));
    assert!(page.contains(
        "<h1>Forum on Shared Waters 2018–2019 (invented)<br><span lang=\"zh-Hans\">流域与海岸论坛2018–2019年会议（虚构）</span></h1>"
    ));
    let english = section(&page, Lang::En);
    let rows = table(&english, 0);
    assert_eq!(rows.len(), 1 + 7, "seven thematic meetings");
    let of = |title: &str| rows.iter().find(|row| row[2].starts_with(title)).unwrap();
    assert_eq!(of("Fresh water on atolls")[3], "II, III and IV");
    assert_eq!(
        of("Fresh water on atolls")[4],
        "Kiribati, Tuvalu, Fiji, Tonga, Samoa"
    );
    assert_eq!(of("Fresh water on atolls")[5], "¶12, 12 b");
    assert_eq!(of("Water and fishers")[0], "May 2018", "to the month alone");
    assert_eq!(of("Over New Year")[0], "28 December 2018 – 4 January 2019");
    assert_eq!(of("How cities pay")[1], "not stated");
    assert!(
        !text(&english).contains("Funding"),
        "the package has no money in it"
    );
    assert_eq!(inside(&english, "table").len(), 1);
}

#[test]
fn words_that_stand_in_for_another_language_are_marked_as_theirs() {
    let page = page(&read("river-forum"));
    assert!(
        section(&page, Lang::Zh)
            .contains("<span lang=\"en\">Village wells and municipal pipes</span>")
    );
    assert!(!section(&page, Lang::En).contains("lang=\"zh-Hans\""));
}

#[test]
fn a_forum_without_thematic_meetings_has_its_events_and_nothing_that_it_lacks() {
    let page = page(&read("bare"));
    assert!(page.contains("<h1>A meeting of members, invented</h1>"));
    let english = section(&page, Lang::En);
    let rows = table(&english, 0);
    assert_eq!(rows[0], ["Date", "Title", "Kind", "Source"]);
    assert_eq!(rows[1], ["March 2021", "First talks", "Preparation", "¶1"]);
    assert_eq!(
        rows[2],
        ["9–11 June 2021", "The one meeting", "Forum meeting", "¶1–2"]
    );
    assert_eq!(rows.len(), 4);
    let headings: Vec<String> = inside(&english, "h3").into_iter().map(text).collect();
    assert_eq!(headings, ["Events", "Sources"]);
}

#[test]
fn a_package_in_one_language_has_one_section_and_no_way_to_another() {
    let page = page(&read("bare"));
    assert_eq!(inside(&page, "section").len(), 1);
    assert!(inside(&page, "nav").is_empty());
    let both = self::page(report());
    assert_eq!(values(inside(&both, "nav")[0], "href"), ["#en", "#zh"]);
    assert!(both.contains("id=\"en\"") && both.contains("id=\"zh\""));
}

#[test]
fn a_small_package_has_its_budget() {
    let rows = table(&section(&page(&read("small")), Lang::En), 1);
    let told: Vec<[&str; 2]> = rows[1..].iter().map(|row| [&*row[1], &*row[3]]).collect();
    assert_eq!(
        told,
        [
            ["–", "US$100"],
            ["Two governments", "US$59"],
            ["Switzerland", "US$41Computed: 100 − 59"]
        ]
    );
}

#[test]
fn a_package_that_says_nothing_leaves_the_page_its_own_title() {
    let page = page(&Dataset::default());
    assert!(page.contains("<title>Frame</title><h1>Frame</h1>"));
    assert!(inside(&page, "table").is_empty());
}
