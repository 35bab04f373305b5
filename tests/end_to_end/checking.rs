//! What holds in the data, as the page works it out for its reader; and that nothing is asked of anybody else.

use forum_explorer::format::audit::groups;
use forum_explorer::language::lang::Lang;
use forum_explorer::package::audit::audit;

use crate::explorer::{focus, open, read_to_the_end, requested_elsewhere};
use crate::harness::{browse, until};
use crate::report::REPORT;
use thirtyfour::Key;

#[test]
fn the_data_check_says_of_the_page_what_holds_in_the_files() {
    browse(|page| {
        for lang in Lang::ALL {
            open(page, &format!("?lang={}", lang.slug()));
            read_to_the_end(page);
            page.click("#data-check > summary");
            page.wait_for("#data-check .facts > li");
            let said = page.text("#data-check");
            let groups = groups(&audit(&REPORT, &[]), lang);
            // The rows' own group also says what a packed file leaves out.
            let rows = groups.first().and_then(|group| group.lines.first());
            let rows = rows.expect("rows are counted");
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(&plain(&rows.text)), "{}: {said}", rows.text);
            let mut numbers = 0;
            for line in groups.iter().skip(1).flat_map(|group| &group.lines) {
                for part in [&line.label, &line.value, &line.text, &line.note] {
                    let part = plain(part);
                    assert!(said.contains(&part), "{part}");
                    numbers += part.chars().filter(char::is_ascii_digit).count();
                }
            }
            assert!(numbers > 20, "facts, citations and totals are counted");
        }
    });
}

#[test]
fn a_page_read_to_its_end_found_every_file_and_asked_nobody_else() {
    browse(|page| {
        open(page, "?lang=en&tab=funding&p=27");
        read_to_the_end(page);
        page.click("#data-check > summary");
        page.click("#map-larger");
        page.wait_url("map=");
        let lost: Vec<_> = page
            .site()
            .answers()
            .into_iter()
            .filter(|answer| answer.status != 200)
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
        let requested = page.requested();
        assert!(requested.len() > 8, "{requested:?}");
        assert_eq!(requested_elsewhere(page), Vec::<String>::new());
    });
}

#[test]
fn a_term_within_a_sentence_opens_its_definition_by_keyboard_in_either_language() {
    browse(|page| {
        for (lang, name) in [("en", "Concluding Debate"), ("zh", "最后辩论")] {
            open(page, &format!("?lang={lang}&p=2"));
            page.wait_for("#panel .gist a.term");
            let term = page.text("#panel .gist a.term");
            focus(page, "#panel .gist a.term");
            page.press(Key::Enter);
            page.wait_text("#panel-title", name);
            assert_eq!(term.to_lowercase(), name.to_lowercase());
            until("the definition", || {
                let said = page.text("#panel");
                (said.contains("2011") && said.contains('¶'))
                    .then_some(())
                    .ok_or(said)
            });
        }
    });
}
