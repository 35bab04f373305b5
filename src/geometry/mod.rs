//! Where things are: points, boxes, scales, the width of text and the shape of the world, all in `f64`.
//!
//! Pixels grow to the right and downwards. A function that converts says so in its name: `px_from_value` takes a value
//! and gives pixels. Nothing here fails on odd numbers; each type says what it does with them.

pub mod insets;
pub mod outline;
pub mod point;
pub mod projection;
pub mod rect;
pub mod scale;
pub mod text_width;
pub mod ticks;
pub mod wrap;
