//! Where the columns of the matrix stand, and their heads.

use super::pairs::in_columns;
use super::{Matrix, Row, WIDE_BOLD, WIDE_REGULAR, draw_seat, draw_square, text_slot};
use crate::chart::input::Input;
use crate::chart::scene::{Anchor, Scene, Shape, Slot};
use crate::format::text::{aside, pick};
use crate::geometry::point::Point;
use crate::geometry::text_width::{is_wide, text_width};
use crate::geometry::wrap::wrap;
use crate::language::template::fill;

const NAME_MIN: f64 = 84.0;
/// The names' share of the picture at most, unless there is room to spare for this much.
const NAME_SHARE: f64 = 0.3;
const NAME_ENOUGH: f64 = 140.0;
const NAME_LEFT: f64 = 4.0;
const COUNT_WIDTH: f64 = 22.0;
const COUNT_GAP: f64 = 10.0;
/// Room between the seats and the columns that are no seats.
const APART: f64 = 14.0;
const COLUMN_MIN: f64 = 18.0;
const COLUMN_MAX: f64 = 124.0;
const NUMBERED_MAX: f64 = 44.0;
const HEAD_LINES_MAX: usize = 8;
const HEAD_LINE: f64 = 15.0;
const HEAD_SIZE: f64 = 12.0;
const BALANCE_STEP: f64 = 4.0;
const KEY_LINE: f64 = 18.0;
const NUMBERS_HEIGHT: f64 = 22.0;
/// Numbers above the columns come again after so many rows: on a phone the first ones have left the screen by then.
const NUMBERS_EVERY: usize = 12;
const RADIUS_MAX: f64 = 6.0;

/// The places of a matrix' parts, in pixels.
pub(super) struct Grid {
    /// Where names begin.
    pub(super) left: f64,
    pub(super) name_width: f64,
    /// Where the number of bodies ends.
    pub(super) count_right: f64,
    /// Where the last column ends.
    pub(super) right: f64,
    pub(super) radius: f64,
    /// The middle and the width of each column that has room.
    columns: Vec<(f64, f64)>,
    /// The heads' lines above their columns; without them the columns are numbered, and a key says what the numbers mean.
    heads: Option<Vec<Vec<String>>>,
    /// The middle of the column that counts those without room.
    further: Option<f64>,
}

impl Grid {
    pub(super) fn new(matrix: &Matrix, input: &Input) -> Self {
        let labels = matrix
            .rows
            .iter()
            .map(|row| pick(&row.country.label, input.lang));
        let widest = labels
            .map(|label| text_width(label, 13.0, true) / WIDE_BOLD)
            .fold(0.0, f64::max);
        let beside = NAME_LEFT + COUNT_WIDTH + COUNT_GAP + APART;
        let spare = input.width - beside - matrix.heads.len() as f64 * COLUMN_MIN;
        let most = spare.min(NAME_ENOUGH).max(input.width * NAME_SHARE);
        let name_width = widest.min(most).max(NAME_MIN);
        let count_right = NAME_LEFT + name_width + COUNT_WIDTH;
        let from = count_right + COUNT_GAP;
        let widths = direct_widths(matrix, input.width - from);
        let heads = widths.as_ref().and_then(|widths| heads(matrix, widths));
        let (widths, has_further) = match (&heads, widths) {
            (Some(_), Some(widths)) => (widths, false),
            _ => numbered_widths(matrix, input.width - from),
        };
        let mut right = from;
        let mut columns = Vec::new();
        for (index, width) in widths.iter().enumerate() {
            if is_first_apart(matrix, index) {
                right += APART;
            }
            columns.push((right + width / 2.0, *width));
            right += width;
        }
        let further = has_further.then(|| columns.pop()).flatten();
        let narrowest = widths.iter().copied().fold(f64::INFINITY, f64::min);
        Self {
            left: NAME_LEFT,
            name_width,
            count_right,
            right,
            radius: (narrowest / 2.0 - 2.5).min(RADIUS_MAX),
            columns,
            heads,
            further: further.map(|(middle, _)| middle),
        }
    }

    /// The middle of each column that has room.
    pub(super) fn places(&self) -> impl Iterator<Item = f64> {
        self.columns.iter().map(|(middle, _)| *middle)
    }

    /// Draws what stands above the rows; gives back where they begin.
    pub(super) fn draw_heads(&self, matrix: &Matrix, input: &Input, scene: &mut Scene) -> f64 {
        let mut y = self.draw_signs(matrix, input, scene);
        match &self.heads {
            Some(heads) => y = self.draw_direct(heads, matrix, y, scene),
            None => {
                y = self.draw_key(matrix, y, input, scene);
                y = self.draw_numbers(y, scene);
            }
        }
        let text = input.lang.later().seats.column_count;
        let at = Point::new(self.count_right, y - NUMBERS_HEIGHT / 2.0);
        scene.label(at, text, HEAD_SIZE, Slot::Muted).anchor = Anchor::End;
        let line = vec![Point::new(0.0, y), Point::new(self.right, y)];
        scene.shapes.push(Shape::Line(line, Slot::Neutral, 1.0));
        y
    }

    /// What the signs in the cells mean, as far as they occur.
    fn draw_signs(&self, matrix: &Matrix, input: &Input, scene: &mut Scene) -> f64 {
        let strings = &input.lang.later().seats;
        let seats = || matrix.rows.iter().flat_map(|row| &row.seats);
        let signs = [
            (Some((false, false)), strings.key_seat, true),
            (
                Some((false, true)),
                strings.key_role,
                seats().any(|s| !s.role.is_empty()),
            ),
            (
                Some((true, false)),
                strings.key_late,
                seats().any(|s| s.since.is_some()),
            ),
            (
                None,
                strings.key_computed,
                apart(matrix) < matrix.heads.len(),
            ),
        ];
        let (mut x, mut y) = (0.0, 0.0);
        for (sign, text, _) in signs.into_iter().filter(|(_, _, occurs)| *occurs) {
            let room = input.width - 20.0;
            let lines = wrap(text, room * WIDE_REGULAR, HEAD_SIZE, false, 3);
            let width = lines
                .iter()
                .map(|line| text_width(line, HEAD_SIZE, false) / WIDE_REGULAR)
                .fold(0.0, f64::max);
            if x > 0.0 && x + 20.0 + width > input.width {
                (x, y) = (0.0, y + KEY_LINE);
            }
            let center = Point::new(x + 7.0, y + KEY_LINE / 2.0);
            match sign {
                Some((is_late, has_office)) => {
                    draw_seat(
                        is_late,
                        has_office,
                        center,
                        RADIUS_MAX,
                        Slot::Neutral,
                        scene,
                    );
                }
                None => draw_square(center, RADIUS_MAX, Slot::Neutral, scene),
            }
            let below = lines.len().saturating_sub(1) as f64 * KEY_LINE;
            for (index, line) in lines.into_iter().enumerate() {
                let at = Point::new(x + 20.0, center.y + index as f64 * KEY_LINE);
                scene.label(at, line, HEAD_SIZE, Slot::Muted);
            }
            y += below;
            x += 20.0 + width + 20.0;
        }
        y + KEY_LINE + 10.0
    }

    /// The heads stand on the line above the rows, with the number of their states.
    fn draw_direct(
        &self,
        heads: &[Vec<String>],
        matrix: &Matrix,
        top: f64,
        scene: &mut Scene,
    ) -> f64 {
        let most = heads.iter().map(Vec::len).max().unwrap_or(0);
        let bottom = top + most as f64 * HEAD_LINE;
        for ((lines, head), x) in heads.iter().zip(&matrix.heads).zip(self.places()) {
            let first = bottom - lines.len() as f64 * HEAD_LINE;
            for (index, line) in lines.iter().enumerate() {
                let at = Point::new(x, first + (index as f64 + 0.5) * HEAD_LINE);
                scene.label(at, line, HEAD_SIZE, Slot::Ink).anchor = Anchor::Middle;
            }
            let at = Point::new(x, bottom + NUMBERS_HEIGHT / 2.0);
            let label = scene.label(at, head.count.to_string(), 14.0, Slot::Ink);
            label.anchor = Anchor::Middle;
            label.bold = true;
        }
        bottom + NUMBERS_HEIGHT
    }

    /// What the numbers above the columns mean.
    fn draw_key(&self, matrix: &Matrix, top: f64, input: &Input, scene: &mut Scene) -> f64 {
        let columns = match input.width {
            width if width >= 840.0 => 3,
            width if width >= 560.0 => 2,
            _ => 1,
        };
        let width = input.width / columns as f64;
        let numbered = matrix.heads.iter().take(self.columns.len()).enumerate();
        let mut entries: Vec<(String, String)> = numbered
            .map(|(index, head)| {
                let strings = &input.lang.later().seats;
                let count = fill(strings.states, &[("n", &head.count.to_string())]);
                let text = aside(&head.title, &count, input.lang);
                ((index + 1).to_string(), text)
            })
            .collect();
        if self.further.is_some() {
            entries.push(("+".to_owned(), input.lang.later().seats.further.to_owned()));
        }
        let lines: Vec<(String, Vec<String>)> = entries
            .into_iter()
            .map(|(number, text)| {
                let room = (width - 36.0) * WIDE_REGULAR;
                (number, wrap(&text, room, HEAD_SIZE, false, 4))
            })
            .collect();
        let heights: Vec<f64> = lines
            .iter()
            .map(|(_, l)| l.len() as f64 * HEAD_LINE + 3.0)
            .collect();
        let (mut y, mut bottom, mut last) = (top, top, 0);
        for ((number, lines), column) in lines.into_iter().zip(in_columns(&heights, columns)) {
            if column != last {
                (last, y) = (column, top);
            }
            let left = column as f64 * width;
            let at = Point::new(left + 16.0, y + HEAD_LINE / 2.0);
            let label = scene.label(at, number, HEAD_SIZE, Slot::Ink);
            label.bold = true;
            label.anchor = Anchor::End;
            for line in lines {
                let at = Point::new(left + 24.0, y + HEAD_LINE / 2.0);
                scene.label(at, line, HEAD_SIZE, Slot::Ink);
                y += HEAD_LINE;
            }
            y += 3.0;
            bottom = bottom.max(y);
        }
        bottom + 6.0
    }

    /// Whether the columns' numbers come again above this row.
    pub(super) fn repeats_numbers(&self, index: usize, rows: usize) -> bool {
        self.heads.is_none()
            && index > 0
            && index.is_multiple_of(NUMBERS_EVERY)
            && rows - index > NUMBERS_EVERY / 2
    }

    /// Draws a line of the columns' numbers; gives back its bottom.
    pub(super) fn draw_numbers(&self, top: f64, scene: &mut Scene) -> f64 {
        let y = top + NUMBERS_HEIGHT / 2.0;
        let numbers = (1..=self.columns.len()).map(|number| number.to_string());
        let further = self.further.map(|x| ("+".to_owned(), x));
        for (number, x) in numbers.zip(self.places()).chain(further) {
            let label = scene.label(Point::new(x, y), number, HEAD_SIZE, Slot::Ink);
            label.anchor = Anchor::Middle;
            label.bold = true;
        }
        top + NUMBERS_HEIGHT
    }

    /// How many of the columns without room the row has a sign in.
    pub(super) fn draw_further(&self, row: &Row, matrix: &Matrix, y: f64, scene: &mut Scene) {
        let Some(x) = self.further else { return };
        let hidden = matrix.heads.iter().skip(self.columns.len());
        let count = hidden.filter(|head| row.has(head.column)).count();
        if count > 0 {
            let at = Point::new(x, y);
            let label = scene.label(at, count.to_string(), HEAD_SIZE, text_slot(row.emphasis));
            label.anchor = Anchor::Middle;
        }
    }
}

/// The first of the columns that are no seats.
fn apart(matrix: &Matrix) -> usize {
    matrix.bodies().count()
}

fn is_first_apart(matrix: &Matrix, index: usize) -> bool {
    index == apart(matrix)
}

/// Widths that have room for the longest word of each head; none where the picture is too narrow for that.
fn direct_widths(matrix: &Matrix, room: f64) -> Option<Vec<f64>> {
    let needed: Vec<f64> = matrix
        .heads
        .iter()
        .map(|head| word_width(&head.title))
        .collect();
    let spare = room - APART - needed.iter().sum::<f64>();
    let more = spare / needed.len().max(1) as f64;
    (spare >= 0.0).then(|| {
        needed
            .iter()
            .map(|n| (n + more).min(n.max(COLUMN_MAX)))
            .collect()
    })
}

/// The room that a head needs at least.
fn word_width(title: &str) -> f64 {
    longest_word(title).max(COLUMN_MIN) / WIDE_REGULAR + 10.0
}

/// The width of a head's longest word; Chinese breaks anywhere, but not into single characters.
fn longest_word(title: &str) -> f64 {
    let words = title.split_whitespace().map(|word| {
        if word.chars().any(is_wide) {
            4.0 * HEAD_SIZE
        } else {
            text_width(word, HEAD_SIZE, false)
        }
    });
    words.fold(0.0, f64::max)
}

/// The heads in lines above their columns; none where one of them would be a tower.
fn heads(matrix: &Matrix, widths: &[f64]) -> Option<Vec<Vec<String>>> {
    let heads = matrix.heads.iter().zip(widths);
    let lines = heads.map(|(head, width)| {
        let room = (width - 8.0) * WIDE_REGULAR;
        let lines = balanced(&head.title, room);
        (lines.len() <= HEAD_LINES_MAX).then_some(lines)
    });
    lines.collect()
}

/// The text in as few lines as its room asks for, and these as equally long as can be: no line holds the last character alone.
fn balanced(text: &str, room: f64) -> Vec<String> {
    let lines = |room| wrap(text, room, HEAD_SIZE, false, HEAD_LINES_MAX + 1);
    let least = longest_word(text);
    let mut best = lines(room);
    let mut narrower = room - BALANCE_STEP;
    while narrower >= least {
        let tried = lines(narrower);
        if tried.len() > best.len() {
            break;
        }
        best = tried;
        narrower -= BALANCE_STEP;
    }
    best
}

/// Widths of numbered columns, and whether the last one stands for those without room.
fn numbered_widths(matrix: &Matrix, room: f64) -> (Vec<f64>, bool) {
    let count = matrix.heads.len();
    let most = ((room - APART) / COLUMN_MIN).max(1.0) as usize;
    let shown = count.min(most);
    let width = ((room - APART) / shown.max(1) as f64).clamp(COLUMN_MIN, NUMBERED_MAX);
    (vec![width; shown], shown < count)
}
