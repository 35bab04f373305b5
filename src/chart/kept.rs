//! A list of marks that stays in a document while filters change: which of its rows stand there, and how.

use crate::chart::scene::{Emphasis, Mark};

/// The rows that stand in a document, and how each stands in the selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The rows.
    pub marks: Vec<Mark>,
    /// How each of them stands; `None` where the selection leaves it out.
    pub standings: Vec<Option<Emphasis>>,
    /// How often they had to be drawn.
    pub drawings: usize,
}

impl Kept {
    /// The same rows, when all that are listed now are among them and in the same order; else those that are listed, to be drawn.
    pub fn followed_by(&self, listed: Vec<Mark>) -> Self {
        let mut rest = listed.iter().peekable();
        let standing = |mark: &Mark| {
            let next = rest.next_if(|next| says_the_same(mark, next));
            next.map(|next| next.emphasis)
        };
        let standings = self.marks.iter().map(standing).collect();
        match rest.peek() {
            None => Self {
                standings,
                ..self.clone()
            },
            Some(_) => Self {
                standings: listed.iter().map(|mark| Some(mark.emphasis)).collect(),
                marks: listed,
                drawings: self.drawings + 1,
            },
        }
    }
}

/// Where a mark is in the picture is nothing that a row says.
fn says_the_same(mark: &Mark, other: &Mark) -> bool {
    mark.id == other.id
        && mark.clause == other.clause
        && mark.cells == other.cells
        && mark.card == other.card
}
