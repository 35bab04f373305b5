//! What the eye is given: contrast, shapes beside colours, upright text in the reader's own fonts, edges, no movement.

use forum_explorer::model::span::Precision;
use serde::Deserialize;

use crate::explorer::open;
use crate::harness::{Page, browse, until};
use crate::report::REPORT;

/// The contrast of colours, by WCAG's formula, of what the browser computed.
const CONTRAST: &str = r"
    const luminance = color => {
        const [r, g, b] = color.match(/[\d.]+/g).map(Number).map(c => c / 255)
            .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a, b) => {
        const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (high + 0.05) / (low + 0.05);
    };
    const paper = getComputedStyle(document.body).backgroundColor;";

#[test]
fn what_a_choice_leaves_out_is_dimmed_and_still_seen() {
    browse(|page| {
        for theme in ["light", "dark"] {
            open(page, &format!("?lang=en&theme={theme}&cluster=2"));
            page.wait_attribute("html", "data-theme", theme);
            let script = format!(
                "{CONTRAST}
                const marks = [...document.querySelectorAll('#timeline .drawing rect')].map(e => [e.getAttribute('fill'), getComputedStyle(e).fill]);
                const of = slot => marks.filter(([name]) => name === `var(--${{slot}})`).map(([, fill]) => contrast(fill, paper));
                return [of('dimmed'), of('cluster-b')]"
            );
            let (dimmed, chosen): (Vec<f64>, Vec<f64>) = page.evaluate(&script, &[]);
            assert!(
                dimmed.len() > 10 && chosen.len() == 2,
                "{dimmed:?} {chosen:?}"
            );
            for (dimmed, chosen) in dimmed.iter().zip(chosen.iter().cycle()) {
                assert!(
                    *dimmed >= 3.0 && dimmed < chosen,
                    "{theme}: {dimmed} {chosen}"
                );
            }
            // Said as well as shown.
            let outside = page.count("#timeline button.hit[aria-label*='outside the filter']");
            assert!(outside > 10, "{outside}");
        }
    });
}

#[test]
fn without_colour_the_map_and_the_lanes_are_still_told_apart() {
    browse(|page| {
        for theme in ["light", "dark"] {
            open(page, &format!("?lang=en&theme={theme}"));
            let script = format!(
                "{CONTRAST}
                const land = ['low', 'mid', 'high'].map(step => getComputedStyle(document.querySelector('.swatch-' + step)).backgroundColor);
                return [contrast(land[0], land[1]), contrast(land[1], land[2]), contrast(land[0], land[2])]"
            );
            let (first, second, whole): (f64, f64, f64) = page.evaluate(&script, &[]);
            // Each step is as light or dark on a grey screen as on a coloured one.
            assert!(
                first > 1.3 && second > 1.3 && whole > 2.0,
                "{theme}: {first} {second} {whole}"
            );
            // A cluster is a lane with a name, before it is a colour.
            let lanes = page.texts("#timeline .drawing text");
            for cluster in REPORT.clusters.iter() {
                let number = forum_explorer::format::number::numeral(REPORT.clusters.id(cluster.0));
                let name = format!("Cluster {number}");
                assert!(lanes.contains(&name), "{name}: {lanes:?}");
            }
        }
    });
}

#[test]
fn with_forced_colours_every_mark_is_drawn_in_a_colour_of_the_system_and_what_is_chosen_can_be_read()
 {
    browse(|page| {
        page.set_preference("forced-colors", "active");
        open(page, "?lang=en&cluster=2");
        // Text counts as well: a number without a bar is its own mark.
        let bare: Vec<String> = page.evaluate(
            "const canvas = getComputedStyle(document.body).backgroundColor;
             const seen = color => color !== 'none' && color !== canvas && !/^rgba.*, 0\\)$/.test(color);
             const bare = [];
             for (const picture of document.querySelectorAll('.picture')) {
                 const shapes = [...picture.querySelectorAll('.drawing svg *')].filter(e => {
                     const style = getComputedStyle(e);
                     return e.getBBox && (seen(style.fill) || seen(style.stroke));
                 }).map(e => e.getBoundingClientRect());
                 for (const hit of picture.querySelectorAll('.hit')) {
                     const box = hit.getBoundingClientRect();
                     const inside = shapes.some(s => s.left >= box.left - 2 && s.left < box.right && s.bottom > box.top && s.top < box.bottom);
                     if (!inside) bare.push(hit.id);
                 }
             }
             return bare",
            &[],
        );
        assert!(bare.is_empty(), "{bare:?}");
        let unreadable: Vec<String> = page.evaluate(
            "const pressed = [...document.querySelectorAll(\".switch button[aria-pressed='true']\")];
             return pressed.filter(e => {
                 const style = getComputedStyle(e);
                 return style.color === style.backgroundColor || style.forcedColorAdjust !== 'none';
             }).map(e => e.textContent)",
            &[],
        );
        assert!(unreadable.is_empty(), "{unreadable:?}");
        // A sign without its stripes would be no sign.
        let signs: Vec<String> = page.evaluate(
            "return ['.swatch-about', '.not-stated'].map(css => {
                 const e = document.querySelector(css);
                 return getComputedStyle(e, css === '.not-stated' ? '::before' : null).backgroundImage;
             })",
            &[],
        );
        assert!(signs.iter().all(|s| s.contains("gradient")), "{signs:?}");
    });
}

#[test]
fn high_contrast_is_chosen_in_the_page_kept_in_the_link_and_given_to_those_whose_device_asks() {
    browse(|page| {
        let ink = || -> (String, String) {
            page.evaluate(
                "const style = getComputedStyle(document.body); return [style.color, style.backgroundColor]",
                &[],
            )
        };
        let (black, white) = ("rgb(0, 0, 0)".to_owned(), "rgb(255, 255, 255)".to_owned());
        open(page, "?lang=en");
        page.click("#theme-contrast");
        page.wait_url("theme=contrast");
        assert_eq!(ink(), (black.clone(), white.clone()));
        page.set_preference("prefers-color-scheme", "dark");
        assert_eq!(ink(), (white, black.clone()));
        page.click("#theme-auto");
        assert_ne!(ink().1, black);
        page.set_preference("prefers-contrast", "more");
        assert_eq!(ink().0, "rgb(0, 0, 0)");
        page.click("#theme-light");
        assert_ne!(
            ink().0,
            "rgb(0, 0, 0)",
            "what was chosen in the page comes before the device"
        );
    });
}

#[test]
fn nothing_moves_for_those_who_asked_for_that() {
    browse(|page| {
        page.set_preference("prefers-reduced-motion", "reduce");
        open(page, "?lang=en&p=27");
        page.hover("#funding-gap-switzerland");
        page.wait_for("#funding .card");
        let moving: Vec<String> = page.evaluate(
            "return [...document.querySelectorAll('*')].filter(e => {
                 const style = getComputedStyle(e);
                 return /[1-9]/.test(style.transitionDuration + style.animationDuration);
             }).map(e => e.outerHTML.slice(0, 80)).concat(document.getAnimations().map(a => String(a)))",
            &[],
        );
        assert!(moving.is_empty(), "{moving:?}");
        assert!(!page.evaluate::<bool>(
            "return getComputedStyle(document.documentElement).scrollBehavior === 'smooth'",
            &[]
        ));
    });
}

#[test]
fn text_on_pictures_is_upright_large_enough_and_in_a_font_that_the_reader_has() {
    browse(|page| {
        for lang in ["en", "zh"] {
            open(page, &format!("?lang={lang}"));
            let wrong: Vec<String> = page.evaluate(
                "return [...document.querySelectorAll('.drawing text')].filter(e => {
                     const turned = e.getScreenCTM();
                     return Math.abs(turned.b) > 1e-6 || getComputedStyle(e).writingMode !== 'horizontal-tb'
                         || parseFloat(e.getAttribute('font-size')) * turned.d < 11.9;
                 }).map(e => e.textContent)",
                &[],
            );
            assert!(wrong.is_empty(), "{wrong:?}");
            let fonts: usize = page.evaluate("return document.fonts.size", &[]);
            assert_eq!(fonts, 0);
            let requested = page.requested();
            let is_font = |url: &String| {
                url.contains(".woff") || url.contains(".ttf") || url.contains(".otf")
            };
            assert!(!requested.iter().any(is_font), "{requested:?}");
        }
    });
}

#[test]
fn every_character_has_a_shape_in_the_fonts_of_the_device() {
    browse(|page| {
        for lang in ["zh", "en"] {
            open(page, &format!("?lang={lang}"));
            // A character without a shape is drawn as one that no font has: U+0378 is not assigned.
            let missing: Vec<String> = page.evaluate(
                "const font = `32px ${getComputedStyle(document.body).fontFamily}`;
                 const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 48 });
                 const context = canvas.getContext('2d', { willReadFrequently: true });
                 context.font = font;
                 const drawn = character => {
                     context.clearRect(0, 0, 48, 48);
                     context.fillText(character, 4, 36);
                     return context.getImageData(0, 0, 48, 48).data.join();
                 };
                 const nothing = drawn(String.fromCharCode(0x378));
                 const characters = new Set(document.body.innerText + [...document.querySelectorAll('.drawing text')].map(e => e.textContent).join(''));
                 return [...characters].filter(c => c.trim() && drawn(c) === nothing)",
                &[],
            );
            assert!(missing.is_empty(), "{lang}: {missing:?}");
        }
    });
}

#[test]
fn chinese_lines_begin_with_no_closing_mark_and_end_with_no_opening_one() {
    browse(|page| {
        for width in [1280, 390] {
            page.set_window(width, 900);
            open(page, "?lang=zh");
            assert_eq!(
                page.evaluate::<String>("return getComputedStyle(document.body).lineBreak", &[]),
                "strict"
            );
            let wrong: Vec<String> = page.evaluate(
                "const labels = [...document.querySelectorAll('.drawing text')].map(e => e.textContent.trim());
                 return labels.filter(line => line.length > 1 && (/^[，。；：！？、）》」』”’]/.test(line) || /[（《「『“‘]$/.test(line)))",
                &[],
            );
            assert!(wrong.is_empty(), "{width} px: {wrong:?}");
            // What the browser breaks itself, line by line.
            let wrong: Vec<String> = page.evaluate(
                "const wrong = [];
                 const range = document.createRange();
                 for (const element of document.querySelectorAll('h1, h2, p, li, dd, caption')) {
                     for (const node of element.childNodes) {
                         if (node.nodeType !== Node.TEXT_NODE) continue;
                         const text = node.data;
                         for (let i = 1; i < text.length; i++) {
                             if (!/[，。；：！？、）》」』”’]/.test(text[i])) continue;
                             range.setStart(node, i - 1); range.setEnd(node, i);
                             const before = range.getBoundingClientRect();
                             range.setStart(node, i); range.setEnd(node, i + 1);
                             const mark = range.getBoundingClientRect();
                             if (mark.width && before.width && mark.top > before.top + 8 && mark.left < before.left) wrong.push(text.slice(Math.max(0, i - 8), i + 1));
                         }
                     }
                 }
                 return wrong",
                &[],
            );
            assert!(wrong.is_empty(), "{width} px: {wrong:?}");
        }
    });
}

#[derive(Deserialize)]
struct Cut {
    view: String,
    text: String,
}

#[test]
fn a_label_that_is_cut_short_is_whole_on_focus() {
    browse(|page| {
        for (lang, width) in [("zh", 1280), ("zh", 390), ("en", 1280), ("en", 390)] {
            page.set_window(width, 900);
            open(page, &format!("?lang={lang}"));
            let cut: Vec<Cut> = page.evaluate(
                "return [...document.querySelectorAll('.drawing text')].map(e => ({ view: e.closest('.view').id, text: e.textContent.trim() }))
                     .filter(label => label.text.endsWith('…'))",
                &[],
            );
            for Cut { view, text } in cut {
                let start = text.trim_end_matches('…').trim();
                let said: bool = page.evaluate(
                    "const view = document.getElementById(arguments[0]);
                     const frame = () => new Promise(done => requestAnimationFrame(done));
                     return (async () => {
                         for (const mark of view.querySelectorAll('button.hit')) {
                             mark.dispatchEvent(new FocusEvent('focus'));
                             await frame();
                             const card = view.querySelector('.card')?.textContent ?? '';
                             const at = card.indexOf(arguments[1]);
                             if (at >= 0 && card[at + arguments[1].length] !== '…') return true;
                         }
                         return false;
                     })()",
                    &[view.as_str().into(), start.into()],
                );
                assert!(said, "{lang}, {width} px, {view}: {text}");
            }
        }
    });
}

#[test]
fn a_meeting_can_be_hit_however_short_and_a_phone_lists_its_exact_days() {
    browse(|page| {
        open(page, "?lang=en");
        let boxes: Vec<(String, f64, f64)> = page.evaluate(
            "return [...document.querySelectorAll('#timeline .hit')].map(e => {
                 const box = e.getBoundingClientRect();
                 return [e.id, box.width, box.height];
             })",
            &[],
        );
        assert!(boxes.len() > 30);
        for (id, width, height) in &boxes {
            assert!(
                *width >= 23.9 && *height >= 23.9,
                "{id}: {width} × {height}"
            );
        }
        // In the list of a phone: the exact days, and where they stand.
        page.set_window(400, 900);
        page.wait_for("#timeline .event-list");
        let items = page.texts("#timeline .event-list > li");
        let thematic = REPORT.events.rows().iter();
        let thematic = thematic.filter(|e| {
            e.span.precision == Precision::Day
                && e.span.start.year() == 2011
                && e.kind == forum_explorer::model::event::EventKind::Thematic
        });
        let mut count = 0;
        for event in thematic {
            let date = forum_explorer::format::date::span(
                &event.span,
                forum_explorer::language::lang::Lang::En,
            );
            let found = items
                .iter()
                .find(|item| item.starts_with(&date) && item.contains(&event.title.en));
            let found = found.unwrap_or_else(|| panic!("{date} {}: {items:?}", event.title.en));
            assert!(found.contains('¶'), "{found}");
            count += 1;
        }
        assert_eq!(count, 14);
        no_sideways(page);
    });
}

#[track_caller]
fn no_sideways(page: &Page) {
    until("nothing beyond the window", || {
        let (page_px, window): (u32, u32) = page.evaluate(
            "return [document.scrollingElement.scrollWidth, innerWidth]",
            &[],
        );
        (page_px <= window)
            .then_some(())
            .ok_or_else(|| format!("{page_px} > {window}"))
    });
}
