//! The picture that stands for a link to a view where links are shown with one: the finding, and as much of the view's picture as can be
//! read.

use crate::chart::input::Input;
use crate::chart::kind::ChartKind;
use crate::chart::scene::{Scene, Shape, Slot};
use crate::chart::timeline::LIST_BELOW_PX;
use crate::format::text::pick;
use crate::geometry::outline::World;
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::text_width::truncate;
use crate::geometry::wrap::{balanced, wrap};

/// The width in pixels that services ask for.
pub const WIDTH: f64 = 1200.0;
/// The height.
pub const HEIGHT: f64 = 630.0;

const MARGIN: f64 = 48.0;
/// Where the line above the site's name stands.
const FOOT: f64 = 566.0;
/// The widths that a picture is tried in, the most legible first.
const WIDTHS: [f64; 6] = [520.0, 620.0, 740.0, 860.0, 980.0, 1104.0];
/// The width of a picture that fits in none: it is cut at its lower end.
const CUT_WIDTH: f64 = 800.0;

/// A placed link picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What stands around the picture.
    pub frame: Scene,
    /// The view's picture.
    pub picture: Scene,
    /// The part of the picture that shows, in its own pixels.
    pub shown: Rect,
    /// Where that part is drawn.
    pub place: Rect,
}

/// Places the link picture of a view. The input's width is not used.
pub fn preview(kind: ChartKind, input: &Input, world: Option<&World>) -> Preview {
    let room = WIDTH - 2.0 * MARGIN;
    let drawn = |width| kind.scene(&Input { width, ..*input }, world);
    let mut picture = drawn(CUT_WIDTH);
    let mut frame = Scene {
        width: WIDTH,
        height: HEIGHT,
        title: picture.title.clone(),
        description: picture.description.clone(),
        ..Scene::default()
    };
    let top = head(kind, &picture.title, input, &mut frame) + 20.0;
    foot(input, &mut frame);
    let below = FOOT - 16.0 - top;
    let least = match kind {
        ChartKind::Timeline => LIST_BELOW_PX,
        _ => 0.0,
    };
    let fits = |scene: &Scene| scene.height * room / scene.width.max(1.0) <= below;
    let mut widths = WIDTHS.into_iter().filter(|width| *width >= least);
    if let Some(whole) = widths.by_ref().map(drawn).find(fits) {
        picture = whole;
    }
    let scale = room / picture.width.max(1.0);
    let height = cut(&picture, below / scale);
    Preview {
        frame,
        shown: Rect::new(0.0, 0.0, picture.width, height),
        place: Rect::new(MARGIN, top, room, height * scale),
        picture,
    }
}

/// The view's name and its finding; gives back where they end.
fn head(kind: ChartKind, finding: &str, input: &Input, frame: &mut Scene) -> f64 {
    let room = WIDTH - 2.0 * MARGIN;
    let band = Rect::new(0.0, 0.0, WIDTH, 12.0);
    frame.shapes.push(Shape::Fill(band, Slot::ClusterA));
    let at = Point::new(MARGIN, 52.0);
    frame.label(at, kind.name(input.lang), 24.0, Slot::Muted);
    let lines = |size| balanced(finding, room, size, true);
    let (size, lines) = match (lines(46.0), lines(38.0)) {
        (few, _) if few.len() <= 2 => (46.0, few),
        (_, few) if few.len() <= 3 => (38.0, few),
        _ => (38.0, wrap(finding, room, 38.0, true, 3)),
    };
    let mut y = 76.0;
    for line in lines {
        let at = Point::new(MARGIN, y + size * 0.6);
        frame.label(at, line, size, Slot::Ink).bold = true;
        y += size * 1.2;
    }
    y
}

fn foot(input: &Input, frame: &mut Scene) {
    let room = WIDTH - 2.0 * MARGIN;
    let ends = [MARGIN, WIDTH - MARGIN].map(|x| Point::new(x, FOOT));
    frame
        .shapes
        .push(Shape::Line(ends.to_vec(), Slot::Rule, 2.0));
    let name = pick(&input.data.about.title, input.lang);
    let name = truncate(name, room, 24.0, false).into_owned();
    if !name.is_empty() {
        frame.label(Point::new(MARGIN, FOOT + 32.0), name, 24.0, Slot::Ink);
    }
}

/// Where a picture that is too high is cut: through no label, below no words that only lead up to what is cut off and, if that can be,
/// through nothing that has a meaning of its own and no lane.
fn cut(picture: &Scene, limit: f64) -> f64 {
    if picture.height <= limit {
        return picture.height;
    }
    let labels = picture.labels.iter();
    let labels = labels.map(|label| (label.at.y - label.size * 0.6, label.at.y + label.size * 0.6));
    let hits = picture.marks.iter().flat_map(|mark| &mark.hits);
    let hits = hits.map(|hit| (hit.top(), hit.bottom()));
    let lanes = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Fill(rect, Slot::Band) => Some((rect.top(), rect.bottom())),
        _ => None,
    });
    let spans: [Vec<(f64, f64)>; 3] = [labels.collect(), hits.collect(), lanes.collect()];
    let is_free = |y: f64, count: usize| {
        let mut kept = spans.iter().take(count).flatten();
        kept.all(|(top, bottom)| y <= *top || y >= *bottom)
    };
    let lowest = |count| {
        let lines = (0..limit as u32).rev().map(f64::from);
        let mut lines = lines.take_while(|y| *y >= limit * 0.5);
        lines.find(|y| is_free(*y, count))
    };
    let lowest = (1..=spans.len()).rev().find_map(lowest).unwrap_or(limit);
    let whole = spans[1].iter().map(|(_, bottom)| *bottom);
    let last_mark = whole.filter(|y| *y <= lowest).fold(0.0, f64::max);
    let mut words = picture.labels.iter().map(|label| label.at.y);
    let leads_up = words.any(|y| last_mark < y && y < lowest);
    match leads_up && last_mark >= limit * 0.5 {
        true => {
            let mut lines = (last_mark.ceil() as u32..lowest as u32).map(f64::from);
            lines.find(|y| is_free(*y, spans.len())).unwrap_or(lowest)
        }
        false => lowest,
    }
}
