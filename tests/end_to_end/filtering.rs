//! Filters from the bar: set, seen everywhere, let go, undone.

use thirtyfour::Key;

use crate::explorer::{choose, focus, open, query_of, steps, wait_filters, wait_focus, wait_shows};
use crate::harness::{browse, wait_equal};
use crate::naive::Filter;

#[test]
fn a_cluster_filters_every_view_and_is_let_go_by_the_same_button() {
    browse(|page| {
        open(page, "");
        page.click("#cluster-2");
        let second = Filter {
            clusters: vec!["2"],
            ..Filter::default()
        };
        wait_shows(page, &second);
        wait_filters(page, "cluster=2", &["Cluster II"]);
        page.wait_attribute("#cluster-2", "aria-pressed", "true");
        page.wait_attribute("#cluster-1", "aria-pressed", "false");
        page.click("#cluster-1");
        let both = Filter {
            clusters: vec!["2", "1"],
            ..Filter::default()
        };
        wait_shows(page, &both);
        wait_filters(page, "cluster=2~1", &["Cluster II", "Cluster I"]);
        page.click("#cluster-2");
        page.click("#cluster-1");
        wait_shows(page, &Filter::default());
        wait_filters(page, "", &[]);
    });
}

#[test]
fn kind_region_and_country_narrow_each_other() {
    browse(|page| {
        open(page, "");
        choose(page, "#filter-kind", "Preparation");
        let mut filter = Filter {
            kinds: vec!["preparatory"],
            ..Filter::default()
        };
        wait_shows(page, &filter);
        wait_filters(page, "kind=preparatory", &["Preparation"]);
        choose(page, "#filter-kind", "Thematic meeting");
        filter.kinds.push("thematic");
        wait_shows(page, &filter);
        choose(page, "#filter-region", "Africa");
        filter.regions.push("africa");
        wait_shows(page, &filter);
        choose(page, "#filter-country", "Nigeria");
        filter.countries.push("NGA");
        wait_shows(page, &filter);
        wait_filters(
            page,
            "kind=preparatory~thematic&region=africa&country=NGA",
            &["Preparation", "Thematic meeting", "Africa", "Nigeria"],
        );
        assert_eq!(page.attribute("#filter-country", "value"), None);
        page.wait_text("#filter-country", "✓ Nigeria");
        choose(page, "#filter-country", "✓ Nigeria");
        filter.countries.clear();
        wait_shows(page, &filter);
    });
}

#[test]
fn what_a_filter_cannot_act_on_says_so_by_name() {
    browse(|page| {
        open(page, "?cluster=2");
        for view in ["participation", "geography", "funding"] {
            page.wait_text(&format!("#{view} > .ignored"), "by cluster");
        }
        assert_eq!(page.count("#timeline > .ignored"), 0);
        open(page, "?country=CHE&lang=zh");
        page.wait_text("#participation > .ignored", "国家");
        assert_eq!(page.count("#geography > .ignored, #funding > .ignored"), 0);
    });
}

#[test]
fn a_chip_takes_its_filter_away_and_the_keyboard_goes_on() {
    browse(|page| {
        open(page, "?cluster=2&kind=thematic&region=americas");
        page.click("#chip-0");
        wait_filters(
            page,
            "kind=thematic&region=americas",
            &["Thematic meeting", "Americas"],
        );
        wait_focus(page, "#chip-0");
        focus(page, "#chip-1");
        page.press(Key::Enter);
        wait_filters(page, "kind=thematic", &["Thematic meeting"]);
        wait_focus(page, "#chip-0");
        page.press(Key::Space);
        wait_filters(page, "", &[]);
        wait_focus(page, "#count");
        wait_shows(page, &Filter::default());
    });
}

#[test]
fn clear_lets_go_of_everything_at_once() {
    browse(|page| {
        open(
            page,
            "?cluster=2&region=asia&time=2011-06-01..2011-09-30&tab=funding",
        );
        page.click("#clear");
        wait_filters(page, "tab=funding", &[]);
        wait_focus(page, "#count");
        assert_eq!(page.count("#clear"), 0);
        page.back();
        wait_filters(
            page,
            "cluster=2&region=asia&time=2011-06-01..2011-09-30&tab=funding",
            &["Cluster II", "Asia", "1 June – 30 September 2011"],
        );
    });
}

#[test]
fn back_undoes_step_by_step_and_forward_redoes() {
    browse(|page| {
        open(page, "");
        let before = steps(page);
        let mut trail = vec![(String::new(), Filter::default())];
        page.click("#cluster-1");
        page.wait_url("?cluster=1");
        let mut filter = Filter {
            clusters: vec!["1"],
            ..Filter::default()
        };
        trail.push((query_of(page), filter.clone()));
        choose(page, "#filter-region", "Asia");
        page.wait_url("region=asia");
        filter.regions.push("asia");
        trail.push((query_of(page), filter.clone()));
        page.click("#timeline-thematic-dhaka");
        page.wait_url("event=thematic-dhaka");
        filter.events.push("thematic-dhaka");
        trail.push((query_of(page), filter));
        assert_eq!(steps(page), before + 3);
        for (query, filter) in trail.iter().rev().skip(1) {
            page.back();
            wait_equal("the query", query, || query_of(page));
            wait_shows(page, filter);
        }
        for (query, filter) in trail.iter().skip(1) {
            page.forward();
            wait_equal("the query", query, || query_of(page));
            wait_shows(page, filter);
        }
    });
}

#[test]
fn a_filter_that_leaves_nothing_names_the_filters_to_relax() {
    browse(|page| {
        open(page, "?cluster=2&region=europe&kind=thematic");
        let none = Filter {
            clusters: vec!["2"],
            kinds: vec!["thematic"],
            regions: vec!["oceania"],
            ..Filter::default()
        };
        open(page, "?cluster=2&kind=thematic&region=oceania");
        wait_shows(page, &none);
        page.wait_text(".nothing", "Nothing in the report matches");
        assert_eq!(
            page.texts(".nothing .relax"),
            [
                "Remove Cluster II",
                "Remove Thematic meeting",
                "Remove Oceania"
            ]
        );
        page.click_text(".nothing .relax", "Oceania");
        page.wait_gone(".nothing");
        wait_filters(
            page,
            "cluster=2&kind=thematic",
            &["Cluster II", "Thematic meeting"],
        );
        open(page, "?cluster=2&kind=thematic&region=oceania&lang=zh");
        page.wait_text(".nothing", "报告中没有内容同时符合这些筛选条件");
        page.wait_text(".nothing .relax", "移除“专题组II”");
    });
}

#[test]
fn a_view_that_a_filter_empties_does_not_blame_the_data() {
    browse(|page| {
        open(page, "?time=1990-01-01");
        page.wait_count("#participation button.hit", 0);
        let said = page.text("#participation");
        assert!(
            !said.contains("This package has no data"),
            "the package has counts, the filter leaves none: {said}"
        );
    });
}

#[test]
fn the_list_of_countries_beside_a_filter_stays_complete() {
    browse(|page| {
        open(page, "");
        let all = page.texts("#filter-country option").len();
        assert!(all > 40, "{all}");
        page.click("#cluster-2");
        page.wait_url("cluster=2");
        assert_eq!(page.texts("#filter-country option").len(), all);
    });
}

#[test]
fn on_a_phone_the_sheet_shows_every_control_whole() {
    browse(|page| {
        for width in [390, 320] {
            page.set_window(width, 700);
            for lang in ["en", "zh"] {
                open(page, &format!("?lang={lang}"));
                page.click("#filters-toggle");
                page.wait_for(".filters-close");
                let cut: Vec<String> = page.evaluate(
                    "return [...document.querySelectorAll('.filters-body :is(button, select)')]
                        .filter(e => { const box = e.getBoundingClientRect();
                            return box.left < 0 || box.right > innerWidth || box.height < 24 || box.width < 24 })
                        .map(e => e.outerHTML.slice(0, 100))",
                    &[],
                );
                assert!(cut.is_empty(), "{width} px, {lang}: {cut:#?}");
                page.click("#cluster-2");
                page.click(".filters-close");
                page.wait_gone(".filters-close");
                page.wait_url("cluster=2");
                page.wait_text("#filters-toggle", "1");
            }
        }
    });
}
