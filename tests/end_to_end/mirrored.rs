//! A language that nobody speaks: written from the right, and 40 % longer than English. What stands for it stands for Arabic and German.

use crate::explorer::open;
use crate::harness::{Page, browse};

/// Lengthens every text of the page by two fifths, and turns the page; what is drawn anew later is lengthened too.
const PSEUDO: &str = r"
    document.documentElement.dir = 'rtl';
    const done = new WeakMap();
    const lengthen = node => {
        if (done.get(node) === node.data || !node.data.trim() || node.parentElement?.closest('.drawing, script, style, option, textarea')) return;
        const words = node.data.trim().split(/\s+/);
        let more = Math.ceil(node.data.trim().length * 0.4);
        const added = [];
        for (let i = 0; more > 0; i = (i + 1) % words.length) {
            added.push(words[i].slice(0, more));
            more -= words[i].length + 1;
        }
        node.data = `${node.data.trimEnd()} ${added.join(' ')}`;
        done.set(node, node.data);
    };
    const all = root => {
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walk.nextNode()) nodes.push(walk.currentNode);
        nodes.forEach(lengthen);
    };
    all(document.body);
    new MutationObserver(() => all(document.body)).observe(document.body, { subtree: true, childList: true, characterData: true });
    return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null))))";

/// What is cut off, lies over its neighbour, or lies beyond the window.
const FAULTS: &str = r"
    const faults = [];
    if (document.scrollingElement.scrollWidth > innerWidth) faults.push(`the page is ${document.scrollingElement.scrollWidth} px wide`);
    const named = e => `${e.tagName} .${e.className} #${e.id} ${e.textContent.slice(0, 60)}`;
    const visible = [...document.querySelectorAll('body *')].filter(e => !e.closest('.drawing') && e.checkVisibility());
    for (const e of visible) {
        const style = getComputedStyle(e);
        const box = e.getBoundingClientRect();
        if (!box.width || !box.height) continue;
        const isHidden = style.clipPath !== 'none' || style.position === 'absolute' && box.width <= 2;
        if (isHidden || e.closest('.skip')) continue;
        const scrolls = /auto|scroll/.test(style.overflowX);
        if (style.overflowX !== 'visible' && !scrolls && e.scrollWidth > e.clientWidth + 1) faults.push(`cut off: ${named(e)}`);
        const region = e.closest('.table-region, .map-scroll');
        if (!region && (box.left < -1 || box.right > innerWidth + 1) && style.position !== 'fixed') faults.push(`beyond the window: ${named(e)}`);
    }
    const controls = visible.filter(e => e.matches('button:not(.hit), select, input, summary') && !e.closest('.hits, .card'));
    const boxes = controls.map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
    for (const [index, [a, p]] of boxes.entries()) {
        for (const [b, q] of boxes.slice(index + 1)) {
            const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
            const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
            const sticks = [a, b].some(e => e.closest('.filters, .panel'));
            if (across > 2 && down > 2 && !sticks && !a.contains(b)) faults.push(`over each other: ${named(a)} and ${named(b)}`);
        }
    }
    return [...new Set(faults)].slice(0, 20)";

#[track_caller]
fn faults(page: &Page) -> Vec<String> {
    page.evaluate(FAULTS, &[])
}

#[test]
fn a_longer_language_from_the_right_has_room_and_the_page_is_its_mirror() {
    browse(|page| {
        for width in [1280, 768, 390, 320] {
            page.set_window(width, 900);
            open(page, "?lang=en&cluster=2");
            page.evaluate::<()>(PSEUDO, &[]);
            let found = faults(page);
            assert!(found.is_empty(), "{width} px: {found:#?}");
            // Reading begins at the right: the heading, the first way to a view, the first figure.
            let begins: Vec<f64> = page.evaluate(
                "const range = document.createRange();
                 return ['h1', '.contents a', '.headline strong', '#timeline h2'].map(css => {
                     range.selectNodeContents(document.querySelector(css));
                     const lines = [...range.getClientRects()];
                     const container = document.querySelector(css).closest('section, header').getBoundingClientRect();
                     return container.right - Math.max(...lines.map(line => line.right));
                 })",
                &[],
            );
            assert!(
                begins.iter().all(|gap| gap.abs() <= 33.0),
                "{width} px: {begins:?}"
            );
        }
    });
}

#[test]
fn pictures_keep_their_marks_under_their_hands_in_a_language_from_the_right() {
    browse(|page| {
        open(page, "?lang=en");
        let places = "return [...document.querySelectorAll('#timeline button.hit')].map(e => {
                          const picture = e.closest('.picture').getBoundingClientRect();
                          const box = e.getBoundingClientRect();
                          return Math.round(box.left - picture.left);
                      })";
        let before: Vec<i64> = page.evaluate(places, &[]);
        page.evaluate::<()>("document.documentElement.dir = 'rtl'", &[]);
        let after: Vec<i64> = page.evaluate(places, &[]);
        assert_eq!(after, before);
        let labels: Vec<String> = page.evaluate(
            "return [...document.querySelectorAll('.drawing')].map(e => getComputedStyle(e).direction)",
            &[],
        );
        assert!(
            labels.iter().all(|direction| direction == "ltr"),
            "{labels:?}"
        );
    });
}

#[test]
fn the_style_names_beginnings_and_ends_and_no_sides() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let mut sheets = 0;
    for entry in std::fs::read_dir(folder).expect("there is a style") {
        let path = entry.expect("a file").path();
        let sheet = std::fs::read_to_string(&path).expect("a sheet is text");
        for line in sheet.lines().map(str::trim) {
            let Some((property, value)) = line.trim_end_matches(';').split_once(": ") else {
                continue;
            };
            let at = format!("{}: {line}", path.display());
            let sides = ["left", "right"];
            assert!(!sides.contains(&property), "{at}");
            assert!(
                !sides.iter().any(|s| property.ends_with(&format!("-{s}"))),
                "{at}"
            );
            let is_box = matches!(property, "padding" | "margin" | "inset" | "border-width");
            let values: Vec<&str> = value.split_whitespace().collect();
            assert!(
                !is_box || values.len() < 4 || values[1] == values[3],
                "{at}"
            );
            let aligns = matches!(property, "text-align" | "float" | "clear");
            assert!(!aligns || !sides.contains(&value), "{at}");
        }
        sheets += 1;
    }
    assert!(sheets > 10, "{sheets}");
}
