//! The picture of a link: its finding is read, and nothing is cut through.

use forum_explorer::chart::figure::WIDE;
use forum_explorer::chart::preview::{HEIGHT, WIDTH, preview};
use forum_explorer::geometry::text_width::text_width;
use forum_explorer::paint::palette::Palette;
use forum_explorer::paint::svg;

use crate::packages::{each_view, world};
use crate::xml::parse;

#[test]
fn every_link_picture_holds_finding_picture_and_name_of_the_report_and_cuts_no_text() {
    each_view(
        |_| WIDE,
        |name, kind, input, _| {
            let card = preview(kind, input, Some(world()));
            assert_eq!((card.frame.width, card.frame.height), (1200.0, 630.0));
            let first: String = card.picture.title.chars().take(12).collect();
            let heading = card.frame.labels.iter().find(|label| label.bold);
            assert!(heading.unwrap().text.starts_with(&first), "{name}");
            for label in &card.frame.labels {
                let right = label.at.x + text_width(&label.text, label.size, label.bold);
                assert!(
                    label.size >= 24.0 && right <= WIDTH - 40.0,
                    "{name}: {label:?}"
                );
            }
            assert!(
                card.place.bottom() <= HEIGHT - 64.0,
                "{name}: {:?}",
                card.place
            );
            let heading_ends = card.frame.labels.iter().filter(|label| label.bold);
            let heading_ends = heading_ends.map(|label| label.at.y + label.size / 2.0);
            assert!(
                heading_ends.fold(0.0, f64::max) <= card.place.top(),
                "{name}"
            );
            // As much of the picture as there is room for, and legible.
            assert!(
                card.place.height >= 90.0 || card.shown.height == card.picture.height,
                "{name}"
            );
            assert!(card.place.width / card.shown.width >= 1.0, "{name}");
            let end = card.shown.bottom();
            for label in &card.picture.labels {
                let (top, bottom) = (label.at.y - label.size * 0.4, label.at.y + label.size * 0.4);
                assert!(
                    bottom <= end || top >= end,
                    "{name}: cut through {label:?} at {end}"
                );
            }
            // Nor does it end in a heading of what is cut off: the last that is seen is a mark's, or beside one.
            let hits = card.picture.marks.iter().flat_map(|mark| &mark.hits);
            let seen = hits.map(|hit| hit.bottom()).filter(|y| *y <= end);
            let last_mark = seen.fold(0.0, f64::max);
            let mut labels = card.picture.labels.iter();
            let below = labels.find(|label| label.at.y > last_mark + 16.0 && label.at.y < end);
            if end < card.picture.height {
                assert_eq!(below, None, "{name}");
            }
            parse(&svg::preview(&card, Palette::Light));
        },
    );
}
