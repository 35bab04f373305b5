//! Which states sit in two bodies at once.

use super::{Head, Matrix, Row, WIDE_BOLD, WIDE_REGULAR};
use crate::chart::card::Card;
use crate::chart::input::Input;
use crate::chart::scene::{Emphasis, Mark, Scene, Slot};
use crate::format::text::{list, pick};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::wrap::wrap;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::order::{sort_by, sort_unique};

/// A pair is worth a line from this many states on.
const COMMON_MIN: usize = 2;
/// The picture stays a picture: the pairs that share most states.
const PAIRS_MAX: usize = 8;
const HEAD_LINE: f64 = 18.0;
const LINE: f64 = 17.0;
const BLOCK_GAP: f64 = 14.0;
const COLUMN_GAP: f64 = 32.0;
const TEXT_SIZE: f64 = 13.0;

/// Two bodies with the states that sit in both.
pub(super) struct Pair<'m> {
    id: String,
    pub(super) larger: &'m Head,
    pub(super) smaller: &'m Head,
    pub(super) common: Vec<&'m Row<'m>>,
    /// The paragraphs of both lists.
    source: Source,
}

/// The pairs of bodies that share states, those with most in common first.
pub(super) fn pairs<'m>(matrix: &'m Matrix<'m>, input: &Input) -> Vec<Pair<'m>> {
    let bodies: Vec<_> = matrix.bodies().collect();
    let mut pairs = Vec::new();
    for (index, &(a, head_a)) in bodies.iter().enumerate() {
        for &(b, head_b) in bodies.iter().skip(index + 1) {
            let sits_in_both = |row: &&Row| row.seat_in(a).is_some() && row.seat_in(b).is_some();
            let common: Vec<&Row> = matrix.rows.iter().filter(sits_in_both).collect();
            if common.len() < COMMON_MIN {
                continue;
            }
            let (larger, smaller) = if head_b.count > head_a.count {
                (head_b, head_a)
            } else {
                (head_a, head_b)
            };
            let seats = matrix.rows.iter().flat_map(|row| &row.seats);
            let listed = seats.filter(|seat| seat.body == a || seat.body == b);
            let mut source: Source = listed.flat_map(|s| s.source.iter().cloned()).collect();
            sort_unique(&mut source);
            pairs.push(Pair {
                id: format!("{}--{}", input.data.bodies.id(a), input.data.bodies.id(b)),
                larger,
                smaller,
                common,
                source,
            });
        }
    }
    sort_by(&mut pairs, |a, b| b.common.len().cmp(&a.common.len()));
    pairs.truncate(PAIRS_MAX);
    pairs
}

/// The words of one pair, broken into lines.
struct Block {
    head: Vec<String>,
    names: Vec<String>,
    height: f64,
}

/// Places the pairs below the matrix, column by column; gives back the bottom.
pub(super) fn place(pairs: &[Pair], top: f64, input: &Input, scene: &mut Scene) -> f64 {
    if pairs.is_empty() {
        return top;
    }
    let strings = &input.lang.later().seats;
    let mut y = top + 28.0;
    scene.group(strings.in_both);
    scene
        .label(Point::new(0.0, y + 9.0), strings.in_both, 16.0, Slot::Ink)
        .bold = true;
    y += 22.0;
    for line in wrap(
        strings.in_both_how,
        input.width * WIDE_REGULAR,
        12.0,
        false,
        3,
    ) {
        scene.label(Point::new(0.0, y + 8.0), line, 12.0, Slot::Muted);
        y += LINE;
    }
    y += 8.0;
    let columns = match input.width {
        width if width >= 960.0 => 3,
        width if width >= 600.0 => 2,
        _ => 1,
    };
    let width = (input.width - COLUMN_GAP * (columns - 1) as f64) / columns as f64;
    let blocks: Vec<Block> = pairs.iter().map(|pair| block(pair, width, input)).collect();
    let heights: Vec<f64> = blocks
        .iter()
        .map(|block| block.height + BLOCK_GAP)
        .collect();
    let mut bottom = y;
    let mut last_column = 0;
    let mut at = y;
    for ((pair, block), column) in pairs.iter().zip(&blocks).zip(in_columns(&heights, columns)) {
        if column != last_column {
            (last_column, at) = (column, y);
        }
        let left = column as f64 * (width + COLUMN_GAP);
        let area = Rect::new(left, at, width, block.height);
        draw(block, emphasis(pair), area, scene);
        scene.marks.push(mark(pair, area, input));
        at = area.bottom() + BLOCK_GAP;
        bottom = bottom.max(area.bottom());
    }
    bottom
}

fn block(pair: &Pair, width: f64, input: &Input) -> Block {
    let count = fill(
        input.lang.later().seats.states,
        &[("n", &pair.common.len().to_string())],
    );
    let colon = input.lang.strings().list.colon;
    let head = format!("{}{colon}{count}", title(pair, input));
    let head = wrap(&head, width * WIDE_BOLD, TEXT_SIZE, true, 12);
    let names = list(&names(pair, input), input.lang);
    let names = wrap(&names, width * WIDE_REGULAR, TEXT_SIZE, false, 40);
    let height = head.len() as f64 * HEAD_LINE + names.len() as f64 * LINE;
    Block {
        head,
        names,
        height: height.max(24.0),
    }
}

fn draw(block: &Block, emphasis: Emphasis, area: Rect, scene: &mut Scene) {
    let slot = super::text_slot(emphasis);
    let mut y = area.top();
    for line in &block.head {
        let at = Point::new(area.left(), y + HEAD_LINE / 2.0);
        scene.label(at, line, TEXT_SIZE, slot).bold = true;
        y += HEAD_LINE;
    }
    for line in &block.names {
        let at = Point::new(area.left(), y + LINE / 2.0);
        scene.label(at, line, TEXT_SIZE, slot);
        y += LINE;
    }
}

fn title(pair: &Pair, input: &Input) -> String {
    let values = [("a", &*pair.larger.title), ("b", &*pair.smaller.title)];
    fill(input.lang.later().seats.pair, &values)
}

fn names(pair: &Pair, input: &Input) -> Vec<String> {
    let labels = pair.common.iter().map(|row| &row.country.label);
    labels
        .map(|label| pick(label, input.lang).to_owned())
        .collect()
}

/// A pair stays in the foreground while it has a state that the selection means.
fn emphasis(pair: &Pair) -> Emphasis {
    let is_left = |row: &&Row| row.emphasis == Emphasis::Background;
    if pair.common.iter().all(is_left) {
        Emphasis::Background
    } else {
        Emphasis::Idle
    }
}

fn mark(pair: &Pair, area: Rect, input: &Input) -> Mark {
    let lang = input.lang;
    let strings = lang.strings();
    let how = fill(
        lang.later().seats.pair_how,
        &[
            ("a", &pair.larger.count.to_string()),
            ("b", &pair.smaller.count.to_string()),
        ],
    );
    Mark {
        id: pair.id.clone(),
        hits: vec![area],
        card: Card {
            title: title(pair, input),
            value: fill(
                lang.later().seats.states,
                &[("n", &pair.common.len().to_string())],
            ),
            notes: vec![
                list(&names(pair, input), lang),
                fill(strings.view.computed, &[("formula", &how)]),
            ],
            source: pair.source.clone(),
            contested: false,
            subject: None,
            is_sentence: true,
        },
        // Two bodies are no filter.
        clause: None,
        emphasis: emphasis(pair),
        // The table is of states; a pair is what two of its columns have in common.
        cells: Vec::new(),
    }
}

/// The column of each of these blocks when they are read column by column and the longest column is as short as can be.
pub(crate) fn in_columns(heights: &[f64], columns: usize) -> Vec<usize> {
    let total: f64 = heights.iter().sum();
    let highest = heights.iter().copied().fold(0.0, f64::max);
    let (mut low, mut high) = (highest.max(total / columns.max(1) as f64), total);
    while high - low > 1.0 {
        let middle = f64::midpoint(low, high);
        let used = filled(heights, middle).last().map_or(0, |last| last + 1);
        if used <= columns {
            high = middle;
        } else {
            low = middle;
        }
    }
    filled(heights, high)
}

fn filled(heights: &[f64], limit: f64) -> Vec<usize> {
    let (mut column, mut used) = (0, 0.0);
    let place = |height: &f64| {
        if used > 0.0 && used + height > limit + 0.01 {
            (column, used) = (column + 1, 0.0);
        }
        used += height;
        column
    };
    heights.iter().map(place).collect()
}
