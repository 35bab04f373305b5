//! A picture as a figure that stands by itself: above it its finding and its key, below it where it comes from.

use crate::chart::event_card::short_name;
use crate::chart::input::Input;
use crate::chart::kind::ChartKind;
use crate::chart::participation::draw_bar;
use crate::chart::scene::{Anchor, Label, Scene, Shape, Slot};
use crate::chart::timeline::LIST_BELOW_PX;
use crate::format::about::origin;
use crate::format::citation::source_line;
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::text_width::text_width;
use crate::geometry::wrap::{balanced, wrap};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::quantity::Approximation;

/// What stays free on every side.
pub const MARGIN: f64 = 24.0;
/// The width of the picture in a figure for a page of text, in pixels.
pub const WIDE: f64 = 1040.0;
/// The same for a phone of 390 pixels: the figure with its margins is as wide as the page there, so its letters keep their size.
const NARROW: f64 = 310.0;
const GAP: f64 = 16.0;
const KEY_LINE: f64 = 24.0;
const SWATCH: f64 = 28.0;

/// Some systems' text is wider than the width table says.
const SPARE: f64 = 0.9;

/// More than any text has: nothing is cut.
const ALL_LINES: usize = 200;

/// Text of one size: its pixels, those from line to line, and whether it is bold.
#[derive(Clone, Copy)]
struct Face {
    size: f64,
    line: f64,
    bold: bool,
    slot: Slot,
}

const TITLE: Face = Face {
    size: 21.0,
    line: 28.0,
    bold: true,
    slot: Slot::Ink,
};
const SUBTITLE: Face = Face {
    size: 14.0,
    line: 20.0,
    bold: false,
    slot: Slot::Muted,
};
const FOOT: Face = Face {
    size: 12.0,
    line: 17.0,
    bold: false,
    slot: Slot::Muted,
};

/// The width of a view's picture in a figure for a phone, in pixels.
pub fn narrow(kind: ChartKind) -> f64 {
    match kind {
        // Below that it has no room.
        ChartKind::Timeline => LIST_BELOW_PX,
        _ => NARROW,
    }
}

/// What only the place knows from which a figure leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra {
    /// Sentences about what is shown, such as the filters that are on; a paragraph each, below the picture.
    pub notes: Vec<String>,
    /// Where the same view opens in the explorer. The whole address is written out if it is one of the web.
    pub link: Option<String>,
}

/// A picture with what is written around it, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure<'a> {
    /// What stands around the picture. Width and height are the whole figure's, title and description the picture's.
    pub frame: Scene,
    /// The picture.
    pub picture: &'a Scene,
    /// Where the picture's top left corner stands.
    pub at: Point,
    /// Where the last lines lead, and the lines.
    pub link: Option<(String, Vec<Label>)>,
    /// The language of all that is said.
    pub lang: Lang,
}

impl Figure<'_> {
    /// All of it in one picture, without what can be followed.
    pub fn flat(&self) -> Scene {
        let Self { frame, picture, .. } = self;
        let mut flat = frame.clone();
        let shapes = picture.shapes.iter().map(|shape| shape.moved(self.at));
        flat.shapes.extend(shapes);
        flat.labels.extend(picture.labels.iter().map(|label| Label {
            at: label.at.moved(self.at.x, self.at.y),
            ..label.clone()
        }));
        flat
    }
}

/// Places a view's picture as a figure: the picture keeps its size, and a margin comes to it on every side.
pub fn figure<'a>(kind: ChartKind, picture: &'a Scene, input: &Input, extra: &Extra) -> Figure<'a> {
    let width = picture.width + 2.0 * MARGIN;
    let mut writer = Writer {
        frame: Scene {
            width,
            title: picture.title.clone(),
            description: picture.description.clone(),
            ..Scene::default()
        },
        y: MARGIN,
        room: picture.width,
    };
    writer.write(&picture.title, TITLE);
    writer.y += 4.0;
    writer.write(&picture.subtitle, SUBTITLE);
    writer.key(kind, picture, input.lang);
    writer.y += GAP;
    let at = Point::new(MARGIN, writer.y);
    writer.y += picture.height + GAP;
    writer.rule();
    for note in notes(kind, picture, input, extra) {
        writer.write(&note, FOOT);
    }
    let written = writer.frame.labels.len();
    let link = extra.link.as_ref().map(|href| {
        let strings = &input.lang.later().figure;
        let text = match href.contains("://") {
            true => fill(strings.link_at, &[("address", href)]),
            false => strings.link.to_owned(),
        };
        writer.write(&text, FOOT);
        (href.clone(), writer.frame.labels.split_off(written))
    });
    writer.frame.height = writer.y + MARGIN;
    Figure {
        frame: writer.frame,
        picture,
        at,
        link,
        lang: input.lang,
    }
}

/// What stands below the picture, a paragraph each.
fn notes(kind: ChartKind, picture: &Scene, input: &Input, extra: &Extra) -> Vec<String> {
    let mut notes = extra.notes.clone();
    notes.push(source_line(&picture.source(), input.lang));
    notes.push(origin(input.data, input.lang));
    if kind == ChartKind::Geography {
        notes.extend(places(picture, input));
        notes.push(input.lang.strings().page.boundaries.to_owned());
        notes.push(input.lang.later().figure.outlines.to_owned());
    }
    notes
}

/// The names of the numbered places of the map, whose list the page has beside it.
fn places(picture: &Scene, input: &Input) -> Option<String> {
    let strings = &input.lang.strings().list;
    let events = picture.marks.iter().filter_map(|mark| {
        let key = input.data.events.find(&mark.id)?;
        input.data.events.get(key)
    });
    // The numbers are the map's only words, in the order of the places.
    let places = events.zip(&picture.labels).map(|(event, number)| {
        let name = short_name(input.data, event, input.lang);
        format!("{}\u{a0}{name}", number.text)
    });
    let places: Vec<String> = places.collect();
    let heading = input.lang.later().geography.key_city;
    (!places.is_empty()).then(|| {
        let places = places.join(strings.comma);
        format!("{heading}{}{places}{}", strings.colon, strings.full_stop)
    })
}

/// Writes from the top down.
struct Writer {
    frame: Scene,
    y: f64,
    room: f64,
}

impl Writer {
    fn write(&mut self, text: &str, face: Face) {
        let lines = match face.bold {
            true => balanced(text, self.room * SPARE, face.size, true),
            false => wrap(text, self.room * SPARE, face.size, false, ALL_LINES),
        };
        for line in lines {
            let at = Point::new(MARGIN, self.y + face.line / 2.0);
            self.frame.label(at, line, face.size, face.slot).bold = face.bold;
            self.y += face.line;
        }
    }

    /// A hairline between the picture and what is said of it.
    fn rule(&mut self) {
        let ends = [MARGIN, MARGIN + self.room].map(|x| Point::new(x, self.y));
        let line = Shape::Line(ends.to_vec(), Slot::Rule, 1.0);
        self.frame.shapes.push(line);
        self.y += 8.0;
    }

    /// What the page says of a picture's signs beside it.
    fn key(&mut self, kind: ChartKind, picture: &Scene, lang: Lang) {
        let strings = lang.strings();
        let view = &strings.view;
        let map = &lang.later().geography;
        let entries: &[(Sign, &str)] = match kind {
            // Bars of counts have no signs of their own.
            ChartKind::Timeline if picture.is_aggregated => return,
            ChartKind::Timeline => &[(Sign::Hollow, strings.timeline.key_month)],
            ChartKind::Participation => &[
                (Sign::Bar(Approximation::About), view.key_about),
                (Sign::Bar(Approximation::MoreThan), view.key_more),
                (Sign::Hollow, view.key_computed),
            ],
            ChartKind::Geography => &[
                (Sign::Box(Slot::LandLow), map.key_low),
                (Sign::Box(Slot::LandMid), map.key_mid),
                (Sign::Box(Slot::LandHigh), map.key_high),
                (
                    Sign::Place,
                    match picture.is_aggregated {
                        true => map.key_group,
                        false => map.key_city,
                    },
                ),
            ],
            _ => return,
        };
        self.y += 6.0;
        let mut x = MARGIN;
        for (sign, words) in entries {
            let words_at = SWATCH + 8.0;
            let width = words_at + text_width(words, FOOT.size, false);
            if x > MARGIN && x + width > MARGIN + self.room {
                x = MARGIN;
                self.y += KEY_LINE;
            }
            let middle = Point::new(x, self.y + KEY_LINE / 2.0);
            sign.draw(middle, &mut self.frame);
            // A key in one column may be narrower than its words.
            let lines = wrap(words, self.room - words_at, FOOT.size, false, ALL_LINES);
            for (index, line) in lines.into_iter().enumerate() {
                if index > 0 {
                    self.y += FOOT.line;
                }
                let at = Point::new(x + words_at, self.y + KEY_LINE / 2.0);
                self.frame.label(at, line, FOOT.size, Slot::Muted);
            }
            x += width + 20.0;
        }
        self.y += KEY_LINE;
    }
}

/// A sign of a picture.
#[derive(Clone, Copy)]
enum Sign {
    /// A bar of a number stated in this way.
    Bar(Approximation),
    /// A bar without a filling.
    Hollow,
    /// A filling.
    Box(Slot),
    /// A numbered place.
    Place,
}

impl Sign {
    /// Draws it from a point at its left edge, at half its height.
    fn draw(self, at: Point, scene: &mut Scene) {
        let bar = Rect::new(at.x, at.y - 5.0, SWATCH, 10.0);
        match self {
            Self::Bar(how) => draw_bar(bar, how, false, Slot::Neutral, scene),
            Self::Hollow => draw_bar(bar, Approximation::Exact, true, Slot::Neutral, scene),
            Self::Box(slot) => scene.shapes.push(Shape::Fill(bar, slot)),
            Self::Place => {
                let center = Point::new(bar.center().x, at.y);
                scene.shapes.push(Shape::Disc(center, 9.0, Slot::Ink));
                let number = scene.label(center, "1", 12.0, Slot::Paper);
                number.anchor = Anchor::Middle;
                number.bold = true;
            }
        }
    }
}
