//! The components. Each draws what the core placed and calls methods of [`crate::state::explorer::Explorer`]; none computes.

#![allow(
    missing_docs,
    reason = "the component macro makes a documented field of no prop; the functions say what they take"
)]

pub mod ahead;
pub mod app;
pub mod arrange_tools;
pub mod audit;
pub mod brief;
pub mod brush;
pub mod calls;
pub mod card;
pub mod chart_frame;
pub mod chips;
pub mod citations;
pub mod compare;
pub mod copying;
pub mod data_table;
pub mod dossier;
pub mod element;
pub mod embed_builder;
pub mod embedded;
pub mod event_steps;
pub mod files;
pub mod filter_bar;
pub mod first_views;
pub mod footer;
pub mod funding_list;
pub mod geography_body;
pub mod glossary;
pub mod gradual;
pub mod header;
pub mod heading;
pub mod key_list;
pub mod keys;
pub mod languages;
pub mod later;
pub mod later_views;
pub mod lent;
pub mod map_tools;
pub mod mark_list;
pub mod not_stated;
pub mod notices;
pub mod page;
pub mod panel;
pub mod parts;
pub mod picture;
pub mod references;
pub mod region_list;
pub mod register;
pub mod results;
pub mod rows;
pub mod run;
pub mod saving;
pub mod say;
pub mod search_box;
pub mod sources;
pub mod status;
pub mod timeline_bars;
pub mod timeline_tools;
pub mod view_foot;
pub mod whole_page;
