//! A picture before it is painted: shapes and labels in pixels, and the marks that a reader can point at.

use crate::chart::card::Card;
use crate::filter::clause::Clause;
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;

/// One picture with everything that is said about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// The finding, in one sentence.
    pub title: String,
    /// What is drawn: unit and population.
    pub subtitle: String,
    /// One sentence that says the picture without the picture.
    pub description: String,
    /// What is drawn, back to front.
    pub shapes: Vec<Shape>,
    /// Text on the picture.
    pub labels: Vec<Label>,
    /// What can be pointed at, in reading order.
    pub marks: Vec<Mark>,
    /// How the marks are grouped, in their order; empty where they make one group.
    pub groups: Vec<MarkGroup>,
    /// The table's column headings, one for each cell of a mark's row.
    pub columns: Vec<String>,
    /// True where there is too much to be shown one by one, so that a mark stands for several records and says how many.
    pub is_aggregated: bool,
    /// True where the package has nothing for this view, whatever the selection: the title says so, and there is nothing else.
    pub has_no_data: bool,
}

/// A place in the palette. The page maps each to a CSS variable, so that one picture serves every theme; a file gets plain colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// Text and strong lines.
    Ink,
    /// Secondary text.
    Muted,
    /// Hairlines and axes.
    Rule,
    /// The paper.
    Paper,
    /// Marks of no cluster.
    Neutral,
    /// Marks that a filter leaves out; still 3:1 against the paper.
    Dimmed,
    /// Land without a part in the view.
    Land,
    /// Land with a small part.
    LandLow,
    /// Land with a middling part.
    LandMid,
    /// Land with a large part.
    LandHigh,
    /// What is selected.
    Accent,
    /// The first cluster.
    ClusterA,
    /// The second cluster.
    ClusterB,
    /// The third cluster.
    ClusterC,
    /// Any further cluster.
    ClusterD,
    /// Stripes of a lane.
    Band,
}

impl Slot {
    /// All slots.
    pub const ALL: [Self; 16] = [
        Self::Ink,
        Self::Muted,
        Self::Rule,
        Self::Paper,
        Self::Neutral,
        Self::Dimmed,
        Self::Land,
        Self::LandLow,
        Self::LandMid,
        Self::LandHigh,
        Self::Accent,
        Self::ClusterA,
        Self::ClusterB,
        Self::ClusterC,
        Self::ClusterD,
        Self::Band,
    ];

    /// The slot of the cluster at this place in the package.
    pub fn of_cluster(index: usize) -> Self {
        match index {
            0 => Self::ClusterA,
            1 => Self::ClusterB,
            2 => Self::ClusterC,
            _ => Self::ClusterD,
        }
    }
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled box.
    Fill(Rect, Slot),
    /// A box's outline; the width is in pixels.
    Outline(Rect, Slot, f64),
    /// An open line through points; the width is in pixels.
    Line(Vec<Point>, Slot, f64),
    /// A filled area.
    Area(Vec<Point>, Slot),
    /// A filled disc: centre, radius.
    Disc(Point, f64, Slot),
    /// A circle's outline: centre, radius, width of the line.
    Ring(Point, f64, Slot, f64),
}

impl Shape {
    /// The shape moved to the right by `by.x` and down by `by.y`.
    #[must_use]
    pub fn moved(&self, by: Point) -> Self {
        let point = |at: &Point| at.moved(by.x, by.y);
        let points = |all: &[Point]| all.iter().map(point).collect();
        let rect = |rect: &Rect| Rect {
            x: rect.x + by.x,
            y: rect.y + by.y,
            ..*rect
        };
        match self {
            Self::Fill(at, slot) => Self::Fill(rect(at), *slot),
            Self::Outline(at, slot, width) => Self::Outline(rect(at), *slot, *width),
            Self::Line(at, slot, width) => Self::Line(points(at), *slot, *width),
            Self::Area(at, slot) => Self::Area(points(at), *slot),
            Self::Disc(at, radius, slot) => Self::Disc(point(at), *radius, *slot),
            Self::Ring(at, radius, slot, width) => Self::Ring(point(at), *radius, *slot, *width),
        }
    }
}

/// Which side of its place a label's text stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    #[default]
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// Text on a picture. `at` is on the text's middle line.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where.
    pub at: Point,
    /// What.
    pub text: String,
    /// Size in pixels, never below 12.
    pub size: f64,
    /// Bold or not.
    pub bold: bool,
    /// Side.
    pub anchor: Anchor,
    /// Colour.
    pub slot: Slot,
}

/// How a mark stands in the present selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// Nothing is selected that concerns it.
    #[default]
    Idle,
    /// Its clause is on.
    Selected,
    /// The selection leaves it out; it stays readable.
    Background,
}

/// Something that a reader can point at.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The id of the row it stands for, unique within its picture.
    pub id: String,
    /// Where it can be hit; several boxes where one thing is drawn more than once, none for a mark that stands in the table only.
    pub hits: Vec<Rect>,
    /// What it says.
    pub card: Card,
    /// What selecting it selects; `None` where a filter could not follow.
    pub clause: Option<Clause>,
    /// How it stands in the selection.
    pub emphasis: Emphasis,
    /// Its row of the table, one cell a column of [`Scene::columns`]; the citation column follows by itself.
    pub cells: Vec<Cell>,
}

/// Marks that follow each other and belong together, such as those of a panel, a row or a month. Whoever walks a picture without seeing it
/// goes from the picture to a group, from there to a mark and on to its paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkGroup {
    /// What they have in common, as the picture's heading says it.
    pub name: String,
    /// The place of its first mark; it ends where the next begins.
    pub first: usize,
}

/// One cell of a table: what it says, and the number by which it is sorted where text would sort wrongly.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What it sorts by; `None` sorts by its text.
    pub order: Option<f64>,
    /// True where the words are the package's alone, which may be in another language than the page.
    pub is_data: bool,
}

impl Cell {
    /// A cell that sorts by its text.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A cell that holds words of the package and nothing else.
    pub fn of_data(text: impl Into<String>) -> Self {
        Self {
            is_data: true,
            ..Self::text(text)
        }
    }

    /// A cell that sorts by a number.
    pub fn ordered(text: impl Into<String>, order: f64) -> Self {
        Self {
            text: text.into(),
            order: Some(order),
            ..Self::default()
        }
    }
}

impl Scene {
    /// A picture of nothing: one sentence says why.
    pub fn saying(why: &str) -> Self {
        Self {
            title: why.to_owned(),
            description: why.to_owned(),
            ..Self::default()
        }
    }

    /// Adds text.
    pub fn label(
        &mut self,
        at: Point,
        text: impl Into<String>,
        size: f64,
        slot: Slot,
    ) -> &mut Label {
        self.labels.push_mut(Label {
            at,
            text: text.into(),
            size,
            bold: false,
            anchor: Anchor::Start,
            slot,
        })
    }

    /// Begins a group of marks, unless the last has this name already.
    pub fn group(&mut self, name: &str) {
        let first = self.marks.len();
        match self.groups.last_mut() {
            Some(last) if last.name == name => {}
            // A group without marks is none.
            Some(last) if last.first == first => name.clone_into(&mut last.name),
            _ => self.groups.push(MarkGroup {
                name: name.to_owned(),
                first,
            }),
        }
    }

    /// Every paragraph behind what the selection leaves in, each once, in order.
    pub fn source(&self) -> crate::model::citation::Source {
        let mut all: Vec<_> = self
            .marks
            .iter()
            .filter(|mark| mark.emphasis != Emphasis::Background)
            .flat_map(|mark| mark.card.source.iter().cloned())
            .collect();
        crate::model::order::sort_unique(&mut all);
        all
    }
}
