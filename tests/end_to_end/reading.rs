//! Reading the numbers: each as the report states it, with where it stands, what was computed, and what is not said.

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::format::text::pick;
use forum_explorer::language::lang::Lang;

use thirtyfour::Key;

use crate::explorer::{focus, open, read_to_the_end};
use crate::harness::{Page, browse, until, wait_equal};
use crate::report::REPORT;

/// All views as tables.
fn tables() -> String {
    ChartKind::ALL.map(ChartKind::slug).join("~")
}

#[test]
fn everything_that_states_something_has_a_paragraph() {
    browse(|page| {
        for lang in ["en", "zh"] {
            open(page, &format!("?lang={lang}"));
            read_to_the_end(page);
            page.evaluate::<()>(
                "document.querySelectorAll('details.list-block').forEach(d => d.open = true)",
                &[],
            );
            page.wait_for(".glossary li");
            // Key figures, lists, sources, contradictions, gaps, terms.
            let bare: Vec<String> = page.evaluate(
                "return [...document.querySelectorAll('.headline > li, .flows li, .mark-list > li, .countries li, .paragraphs > li,\
                     .conflicts > li, .unstated > li, .glossary > li')]
                     .filter(e => !e.querySelector('a.cite')).map(e => e.parentElement.className + ': ' + e.innerText)",
                &[],
            );
            assert!(bare.is_empty(), "{bare:#?}");
            let silent: Vec<String> = page.evaluate(
                "return [...document.querySelectorAll('button.hit')]
                     .filter(e => !/paragraph \\d|第\\d+段/.test(e.ariaLabel)).map(e => e.id)",
                &[],
            );
            assert!(silent.is_empty(), "{silent:#?}");
            for kind in ChartKind::ALL {
                let view = kind.slug();
                assert!(
                    page.count(&format!("#{view} .source-line a.cite")) > 0,
                    "{view}"
                );
                assert!(page.count(&format!("#{view} button.hit")) > 0, "{view}");
            }
        }
    });
}

#[test]
fn the_card_of_every_mark_ends_in_its_paragraphs() {
    browse(|page| {
        open(page, "?lang=en");
        for kind in ChartKind::ALL {
            let view = kind.slug();
            let bare: Vec<String> = page.evaluate(
                "const view = document.getElementById(arguments[0]);
                 const frame = () => new Promise(done => requestAnimationFrame(done));
                 return (async () => {
                     const bare = [];
                     for (const mark of view.querySelectorAll('button.hit')) {
                         mark.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
                         await frame();
                         if (!view.querySelector('.card .card-source a.cite')) bare.push(mark.id);
                     }
                     return bare;
                 })()",
                &[view.into()],
            );
            assert!(bare.is_empty(), "{view}: {bare:?}");
        }
    });
}

#[test]
fn every_view_is_a_table_with_a_paragraph_in_each_row() {
    browse(|page| {
        for (lang, source) in [("en", "Source"), ("zh", "出处")] {
            open(page, &format!("?lang={lang}&tab={}", tables()));
            for kind in ChartKind::ALL {
                let table = format!("#{}-table", kind.slug());
                page.wait_for(&table);
                let headings = page.texts(&format!("{table} thead th"));
                assert_eq!(headings.last().map(String::as_str), Some(source), "{table}");
                let rows = page.count(&format!("{table} tbody tr"));
                assert!(rows > 0, "{table}");
                let cited = page.count(&format!("{table} tbody tr:has(.source-cell a.cite)"));
                assert_eq!(cited, rows, "{table}");
            }
        }
    });
}

/// The list of sources against the rows of all tables: two ways to the same paragraphs.
#[test]
fn the_paragraphs_behind_the_view_are_those_of_the_rows_that_the_filter_leaves() {
    browse(|page| {
        for filter in ["cluster=2", "country=CHE", "kind=thematic"] {
            open(page, &format!("?lang=en&{filter}&tab={}", tables()));
            let union = "return [...new Set([...document.querySelectorAll('.view:not(#sources) tr:not(.outside) > .source-cell a.cite')]
                .map(e => e.textContent.match(/\\d+/)[0]))].map(Number).sort((a, b) => a - b)";
            let listed = "return [...document.querySelectorAll('#sources .paragraphs a.cite')]
                .map(e => Number(e.textContent.match(/\\d+/)[0]))";
            if page.is_visible_now("#all-paragraphs") {
                page.click("#all-paragraphs");
                page.wait_gone("#all-paragraphs");
            }
            let of_rows: Vec<u32> = page.evaluate(union, &[]);
            assert!(of_rows.len() > 10, "{filter}: {of_rows:?}");
            wait_equal(filter, &of_rows, || page.evaluate(listed, &[]));
        }
    });
}

#[test]
fn approximate_numbers_keep_their_word_and_each_its_own_paragraph() {
    browse(|page| {
        open(page, "?lang=en");
        let drawn = || -> Vec<String> { page.texts("#participation .drawing text") };
        for label in ["≈ 600", "1,200+"] {
            assert!(drawn().iter().any(|text| text == label), "{label}");
        }
        for (lang, about, more, plain) in [
            (
                "en",
                "about 600 people",
                "more than 1,200 people",
                "1,200 people",
            ),
            ("zh", "约600人", "1,200多人", "1,200人"),
        ] {
            open(page, &format!("?lang={lang}&tab=participation"));
            page.wait_for("#participation-table");
            let row = |value: &str| -> Vec<Vec<String>> {
                page.evaluate(
                    "return [...document.querySelectorAll('#participation-table tbody tr')]
                         .filter(row => row.cells[2].innerText.trim() === arguments[0])
                         .map(row => [...row.querySelectorAll('a.cite')].map(e => e.innerText))",
                    &[value.into()],
                )
            };
            assert!(!row(about).is_empty(), "{about}");
            let (more, plain) = (row(more), row(plain));
            assert!(!more.is_empty() && !plain.is_empty(), "{more:?} {plain:?}");
            assert_ne!(more, plain, "each value has its own paragraphs");
        }
    });
}

#[test]
fn what_was_computed_and_what_is_preliminary_says_so_on_focus() {
    browse(|page| {
        for (lang, formula, preliminary) in [
            (
                "en",
                "Computed: 2,155,232 − 1,280,487",
                "preliminary financial report",
            ),
            ("zh", "2,155,232 − 1,280,487", "初步财务报告"),
        ] {
            open(page, &format!("?lang={lang}"));
            focus(page, "#funding-gap-switzerland");
            // With real keys: a window that nobody has touched yet hears of no focus.
            page.press(Key::Left);
            page.press(Key::Right);
            page.wait_text("#funding .card", "874,745");
            page.wait_text("#funding .card", formula);
            page.wait_text("#funding .card .card-source", "¶27");
            page.press(Key::Left);
            page.wait_text("#funding .card", "1,280,487");
            page.wait_text("#funding .card", preliminary);
        }
    });
}

#[test]
fn categories_that_overlap_say_so_and_get_no_share() {
    browse(|page| {
        for lang in Lang::ALL {
            let strings = &lang.strings().participation;
            let wanted = |note: &str| {
                let texts = page.texts("#participation .drawing text").join(" ");
                let squeezed = |text: &str| text.split_whitespace().collect::<String>();
                squeezed(&texts).contains(&squeezed(note))
            };
            open(page, &format!("?lang={}", lang.slug()));
            assert!(wanted(strings.overlapping), "{}", strings.overlapping);
            page.click("#participation-scale-share");
            page.wait_url("scale=participation.share");
            until("the reason", || {
                wanted(strings.no_share_overlap)
                    .then_some(())
                    .ok_or_else(|| strings.no_share_overlap.to_owned())
            });
            // Of the regions, whose delegates are counted more than once, none has a share.
            let figures = REPORT.figures.iter();
            let regions = figures.filter(|(_, f)| f.dimension == "active-region" && f.overlapping);
            let mut count = 0;
            for (key, _) in regions {
                let mark = format!("#participation-{}", REPORT.figures.id(key));
                let name = page.attribute(&mark, "aria-label").unwrap_or_default();
                assert!(!name.is_empty() && !name.contains('%'), "{name}");
                count += 1;
            }
            assert!(count > 2, "{count}");
        }
    });
}

#[test]
fn both_sides_of_every_contradiction_stand_with_their_paragraphs() {
    browse(|page| {
        for lang in Lang::ALL {
            open(page, &format!("?lang={}", lang.slug()));
            read_to_the_end(page);
            page.click("#conflicts > summary");
            let rows = page.texts(".conflicts > li");
            assert_eq!(rows.len(), REPORT.conflicts.len());
            for (row, conflict) in rows.iter().zip(REPORT.conflicts.rows()) {
                let sides = [
                    (&conflict.value_a, &conflict.source_a),
                    (&conflict.value_b, &conflict.source_b),
                ];
                for (value, source) in sides {
                    let value = pick(value, lang).split_whitespace().collect::<Vec<_>>();
                    assert!(row.contains(&value.join(" ")), "{row}");
                    for citation in source {
                        assert!(row.contains(&format!("¶{}", citation.para)), "{row}");
                    }
                }
            }
        }
        // A mark with two values carries the sign, and its card names the other.
        open(page, "?lang=en");
        page.hover("#assessment button.hit[aria-label*='observers']");
        page.wait_for("#assessment .card.contested");
        page.wait_text("#assessment .card", "The report also says");
        page.wait_text("#assessment .card", "paragraph");
    });
}

#[test]
fn what_the_report_does_not_say_is_listed_and_is_nowhere_a_zero() {
    browse(|page| {
        for (lang, words) in [(Lang::En, "not stated"), (Lang::Zh, "未说明")] {
            open(page, &format!("?lang={}", lang.slug()));
            read_to_the_end(page);
            page.click("#unstated > summary");
            let listed = page.texts(".unstated > li");
            for (row, gap) in listed.iter().zip(REPORT.unstated.rows()) {
                let text = pick(&gap.text, lang).split_whitespace().collect::<Vec<_>>();
                assert!(row.starts_with(&text.join(" ")), "{row}");
            }
            assert_eq!(listed.len(), REPORT.unstated.len());
            // Statements of money without an amount say that in words, in the list and in the table.
            let without = REPORT
                .flows
                .rows()
                .iter()
                .filter(|f| f.amount.is_none())
                .count();
            let said = page.texts("#funding .flows li p.quiet .not-stated");
            assert_eq!(said.len(), without);
            assert!(said.iter().all(|text| text == words), "{said:?}");
            assert!(hatched(page, "#funding .flows .not-stated"));
            assert!(hatched(page, ".unstated > li"));
            page.click("#funding-as-table");
            page.wait_for("#funding-table .not-stated");
            let cells = page.texts("#funding-table td .not-stated");
            assert!(cells.len() >= without, "{cells:?}");
            assert!(hatched(page, "#funding-table .not-stated"));
        }
    });
}

/// With a sign of stripes, so that it is seen to be no number.
fn hatched(page: &Page, css: &str) -> bool {
    page.evaluate(
        "return /repeating-linear-gradient/.test(getComputedStyle(document.querySelector(arguments[0]), '::before').backgroundImage)",
        &[css.into()],
    )
}

#[test]
fn the_foot_says_which_data_this_is() {
    browse(|page| {
        for lang in ["en", "zh"] {
            open(page, &format!("?lang={lang}"));
            page.wait_text("footer.footer", &REPORT.about.version);
            page.wait_text("footer.footer", &REPORT.paragraphs.len().to_string());
            page.wait_text("footer.footer", &REPORT.about.licence);
            let packed: serde_json::Value =
                page.evaluate("return fetch('data/forum.json').then(r => r.json())", &[]);
            assert_eq!(packed["version"], *REPORT.about.version);
        }
    });
}
