//! The built page in a real browser: `dist/`, served with a strict policy from a sub-path, in headless Chromium, Firefox or WebKit.
//!
//! `make test` builds `dist/` and brings the browser and its driver; `TEST_BROWSER` and `TEST_DRIVER` name others, `TEST_ENGINE` another
//! engine (`harness::engine`), `TEST_AXE` the file of axe-core. A test is
//! a function that calls [`harness::browse`] and does to the [`harness::Page`] what a reader does.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking, and clippy's exception for tests does not reach a test's helpers"
)]

mod harness;

mod explorer;
mod forums;
mod mirrored;
mod naive;
mod report;
mod wrong;

mod ahead;
mod asking;
mod axe;
mod brushing;
mod checking;
mod citing;
mod citing_out;
mod embedding;
mod filtering;
mod following;
mod foreign_package;
mod forms;
mod garbage;
mod hearing;
mod hostile;
mod instruments;
mod invented_packages;
mod journeys;
mod linking;
mod loading;
mod looking;
mod many_events;
mod mapping;
mod marks;
mod measuring;
mod offline;
mod opening;
mod other_forums;
mod printing;
mod publishing;
mod questions;
mod quoting;
mod reading;
mod redrawing;
mod refused_package;
mod register;
mod restoring;
mod saving;
mod scripts_off;
mod single_file;
mod speaking_french;
mod stepping;
mod stopping;
mod switching;
mod tabbing;
mod tables;
mod terms;
mod timing;
mod torn_package;
mod touching;
mod trusting;
mod view_pages;
