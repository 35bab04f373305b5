//! Charts: `dataset + engine → Scene`, placed in pixels. A file a chart; [`scene`] says what a picture is, [`kind`] lists them all.
//!
//! **Invariant**: nothing here paints, and nothing here knows a browser. A chart's picture, hit areas, table and text come from one [`scene::Scene`].

pub mod arrangement;
pub mod assessment;
pub mod calls;
pub mod card;
pub mod clause_name;
pub mod compare;
pub mod count_bars;
pub mod event_card;
pub mod figure;
pub mod funding;
pub mod geography;
pub mod input;
pub mod kept;
pub mod kind;
pub mod number_rows;
pub mod outcome_topics;
pub mod outcomes;
pub mod page_breaks;
pub mod participation;
pub mod people;
pub mod practices;
pub mod preview;
pub mod projects;
pub mod register;
pub mod scene;
pub mod seats;
pub mod timeline;
pub mod view_table;
pub mod world_figures;
