//! One change, and what follows it: all views at once, one announcement, one sentence.

use std::collections::BTreeMap;

use forum_explorer::chart::kind::ChartKind;

use crate::explorer::{Shown, choose, open, read_on};
use crate::harness::{Page, browse, until};
use crate::naive::Filter;

/// Records what live regions of the page say, each change of their text once.
const LISTEN: &str = "
    window.heard = [];
    new MutationObserver(records => {
        const regions = records.map(r => (r.target.closest ?? (css => r.target.parentElement?.closest(css))).call(r.target, '[role=status], [role=alert], [aria-live]'));
        for (const region of new Set(regions.filter(Boolean))) window.heard.push(region.innerText.trim());
    }).observe(document.body, { subtree: true, childList: true, characterData: true })";

#[test]
fn a_change_of_the_filters_is_announced_once() {
    browse(|page| {
        open(page, "?lang=en");
        page.wait_attribute("#count", "role", "status");
        page.evaluate::<()>(LISTEN, &[]);
        let heard = || page.evaluate::<Vec<String>>("return window.heard.splice(0)", &[]);
        page.click("#cluster-2");
        page.wait_text("#count", "2 of 14 thematic meetings");
        settle(page);
        assert_eq!(heard(), ["2 of 14 thematic meetings"]);
        choose(page, "#filter-region", "Asia");
        page.wait_text("#count", "of 14 thematic meetings");
        page.wait_url("region=asia");
        settle(page);
        assert!(heard().len() <= 1);
        page.click("#clear");
        page.wait_text("#count", "14 of 14 thematic meetings");
        settle(page);
        assert_eq!(heard(), ["14 of 14 thematic meetings"]);
    });
}

#[test]
fn a_stroke_of_the_brush_changes_count_pictures_and_lists_in_one_frame() {
    browse(|page| {
        open(page, "?lang=en&time=2011-05-01..2011-12-31");
        read_on(page);
        let before = Shown::on(page);
        // A key on the handle, and the page as it stands before the next picture is drawn.
        let key = "
            const handle = document.getElementById('brush-last');
            handle.focus();
            window.frames_until = new Promise(done => {
                handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true }));
                requestAnimationFrame(() => done());
            });
            return window.frames_until.then(() => [
                document.querySelector('#count').innerText,
                document.querySelector('#timeline-title').innerText,
                document.querySelectorAll('#timeline button.hit[aria-label*=\"outside\"]').length,
                document.querySelectorAll('#geography button.hit').length,
                document.querySelectorAll('#participation button.hit').length,
                document.querySelector('#sources-title').innerText])";
        let at_once: serde_json::Value = page.evaluate(key, &[]);
        settle(page);
        let later: serde_json::Value = page.evaluate(
            "return [
                document.querySelector('#count').innerText,
                document.querySelector('#timeline-title').innerText,
                document.querySelectorAll('#timeline button.hit[aria-label*=\"outside\"]').length,
                document.querySelectorAll('#geography button.hit').length,
                document.querySelectorAll('#participation button.hit').length,
                document.querySelector('#sources-title').innerText]",
            &[],
        );
        assert_eq!(at_once, later, "nothing changes a frame later");
        let after = Shown::on(page);
        assert_ne!(before, after);
        let query = crate::explorer::query_of(page);
        let (first, last) = query
            .strip_prefix("time=")
            .and_then(|time| time.split_once(".."))
            .expect("a period");
        assert_eq!(after, Filter::during(first, last).shown());
    });
}

#[test]
fn the_sentence_below_each_picture_follows_the_filter_in_both_languages() {
    browse(|page| {
        for lang in ["en", "zh"] {
            open(page, &format!("?lang={lang}"));
            let before = sentences(page);
            for (view, sentence) in &before {
                assert!(sentence.chars().count() > 4, "{view}: {sentence}");
                page.wait_attribute(
                    &format!("#{view}"),
                    "aria-labelledby",
                    &format!("{view}-name {view}-title"),
                );
                assert!(!page.text(&format!("#{view} h2#{view}-title")).is_empty());
                let picture = page.attribute(&format!("#{view} .picture"), "aria-labelledby");
                assert_eq!(picture, Some(format!("{view}-title")));
                page.wait_attribute(
                    &format!("#{view}"),
                    "aria-describedby",
                    &format!("{view}-description"),
                );
            }
            open(page, &format!("?lang={lang}&country=CHE"));
            let after = sentences(page);
            // Views that the report divides by country.
            for view in ["timeline", "geography", "practices", "platform"] {
                assert_ne!(before[view], after[view], "{view}");
                assert!(
                    page.count(&format!("#{view} .source-line a.cite")) > 0,
                    "{view}"
                );
            }
        }
    });
}

fn sentences(page: &Page) -> BTreeMap<&'static str, String> {
    let views = ChartKind::ALL.map(ChartKind::slug);
    views
        .into_iter()
        .map(|view| (view, page.text(&format!("#{view}-description"))))
        .collect()
}

/// Waits until three pictures of the page have been drawn: what a change sets off has happened by then.
#[track_caller]
fn settle(page: &Page) {
    let script = "window.drawn = 0;
        const next = () => { if (++window.drawn < 3) requestAnimationFrame(next); };
        requestAnimationFrame(next)";
    page.evaluate::<()>(script, &[]);
    until("three pictures of the page", || {
        let drawn: u32 = page.evaluate("return window.drawn", &[]);
        (drawn >= 3).then_some(()).ok_or_else(|| drawn.to_string())
    });
}
