//! What can be wrong with a map asset.

use std::fmt;

/// Why a text is no map asset. Lines are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutlineError {
    /// The first line is not `outlines 1 UNITS COUNT`.
    Header,
    /// The number of countries is not the one that the header states, as of a file that was cut off.
    Count {
        /// What the header states.
        stated: usize,
        /// What was found.
        found: usize,
    },
    /// A line does not begin with three capital letters or `---`.
    Code {
        /// Where.
        line: usize,
    },
    /// A line has no label, or something else than two numbers in its place.
    Label {
        /// Where.
        line: usize,
    },
    /// A ring is not made of three or more pairs of numbers.
    Ring {
        /// Where.
        line: usize,
    },
    /// A longitude is not between −360 and 360, or a latitude not between −90 and 90.
    OffTheGlobe {
        /// Where.
        line: usize,
    },
}

impl fmt::Display for OutlineError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header => write!(
                out,
                "The first line of the map is not “outlines 1 UNITS COUNT”."
            ),
            Self::Count { stated, found } => {
                write!(out, "The map states {stated} countries and has {found}.")
            }
            Self::Code { line } => write!(
                out,
                "Line {line} of the map does not begin with a country code or “---”."
            ),
            Self::Label { line } => write!(out, "Line {line} of the map has no point for a label."),
            Self::Ring { line } => {
                write!(out, "Line {line} of the map has a ring that can't be read.")
            }
            Self::OffTheGlobe { line } => write!(out, "Line {line} of the map leaves the globe."),
        }
    }
}

impl std::error::Error for OutlineError {}
