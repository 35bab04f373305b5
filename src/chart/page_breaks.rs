//! Where a picture can be cut into strips for paper, so that no row of it is cut.

use crate::chart::scene::{Scene, Shape};
use crate::geometry::rect::Rect;

/// What is higher than this share of a strip, such as an axis or a lane, may be cut.
const SMALL: f64 = 0.25;
/// A strip is at least this share of what fits, so that a large gap early on does not waste a page.
const LEAST: f64 = 0.55;
/// A gap of at least this share of the widest is as good as it: between groups is more room than between rows.
const WIDE: f64 = 0.6;
/// Room above and below a line of text, as a share of its size.
const LINE: f64 = 0.7;

/// Part of a picture, from `top` on and `height` high, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strip {
    /// Where it begins.
    pub top: f64,
    /// How high it is.
    pub height: f64,
}

/// The picture in strips of at most `fits` pixels, cut where nothing stands, and there where most room is. One row that is higher than
/// a strip is cut all the same.
pub fn strips(scene: &Scene, fits: f64) -> Vec<Strip> {
    let gaps = gaps(scene, fits * SMALL);
    let mut strips = Vec::new();
    let mut top = 0.0;
    while scene.height - top > fits && fits > 0.0 {
        let cut = best_cut(&gaps, top + fits * LEAST, top + fits)
            .or_else(|| best_cut(&gaps, top + 1.0, top + fits))
            .unwrap_or(top + fits);
        let height = cut - top;
        strips.push(Strip { top, height });
        top = cut;
    }
    let height = scene.height - top;
    strips.push(Strip { top, height });
    strips
}

/// The middle of the lowest of the wide gaps between two heights.
fn best_cut(gaps: &[(f64, f64)], from: f64, to: f64) -> Option<f64> {
    let within = |&(start, end): &(f64, f64)| (start.max(from), end.min(to));
    let inside = gaps.iter().map(within).filter(|(start, end)| end >= start);
    let widest = inside.clone().map(|(start, end)| end - start);
    let widest = widest.fold(0.0, f64::max);
    let mut wide = inside.filter(|(start, end)| end - start >= widest * WIDE);
    wide.next_back().map(|(start, end)| (start + end) / 2.0)
}

/// The heights at which nothing small stands, from above.
fn gaps(scene: &Scene, small: f64) -> Vec<(f64, f64)> {
    let labels = scene.labels.iter().map(|l| {
        let room = l.size * LINE;
        (l.at.y - room, l.at.y + room)
    });
    let shapes = scene.shapes.iter().map(extent);
    let hits = scene.marks.iter().flat_map(|m| &m.hits).map(of_rect);
    let is_small = |(start, end): &(f64, f64)| end - start <= small;
    let mut taken: Vec<(f64, f64)> = labels.chain(shapes).chain(hits).filter(is_small).collect();
    crate::model::order::sort_by(&mut taken, |a, b| a.0.total_cmp(&b.0));
    let mut gaps = Vec::new();
    let mut free_from = 0.0;
    for (start, end) in taken {
        // Rows that touch can be parted where they do.
        if start >= free_from {
            gaps.push((free_from, start));
        }
        free_from = end.max(free_from);
    }
    gaps
}

fn extent(shape: &Shape) -> (f64, f64) {
    match shape {
        Shape::Fill(rect, _) | Shape::Outline(rect, ..) => of_rect(rect),
        Shape::Line(points, ..) | Shape::Area(points, _) => {
            let heights = points.iter().map(|p| p.y);
            heights.fold((f64::MAX, f64::MIN), |(low, high), y| {
                (low.min(y), high.max(y))
            })
        }
        Shape::Disc(at, radius, _) | Shape::Ring(at, radius, ..) => (at.y - radius, at.y + radius),
    }
}

fn of_rect(rect: &Rect) -> (f64, f64) {
    (rect.y, rect.y + rect.height)
}
