//! The checker finds what it is for: wrong imports, planted here, in every form that Rust lets one write them.

use crate::check::faults;
use crate::paths::paths;

#[track_caller]
fn assert_found(file: &str, source: &str, line: usize, what: &str) {
    let found = faults(file, source);
    let [fault] = &found[..] else {
        panic!("one fault in {source:?}, found {found:?}");
    };
    assert!(
        fault.starts_with(&format!("src/{file}:{line}: `{what}` ")),
        "{fault}"
    );
}

#[track_caller]
fn assert_sound(file: &str, source: &str) {
    assert_eq!(faults(file, source), [""; 0]);
}

#[test]
fn a_planted_wrong_import_is_found_and_told_with_its_reason() {
    let source =
        "//! Filters.\n\nuse crate::model::event::Event;\nuse crate::chart::scene::Scene;\n";
    let [fault] = &faults("filter/engine.rs", source)[..] else {
        panic!("one fault");
    };
    assert_eq!(
        fault,
        "src/filter/engine.rs:4: `crate::chart::scene::Scene` must not be imported here. The room `filter` may import the rooms \
         model: which records show does not depend on how they show."
    );
}

#[test]
fn a_path_in_the_code_is_an_import_too() {
    assert_found(
        "model/event.rs",
        "fn f() {\n    crate::format::date::day(x)\n}",
        2,
        "crate::format::date::day",
    );
    assert_found(
        "chart/scene.rs",
        "type S = crate::paint::scene::Painter<'a>;",
        1,
        "crate::paint::scene::Painter",
    );
    assert_found(
        "format/text.rs",
        "fn f(x: &serde_json::Value) {}",
        1,
        "serde_json::Value",
    );
    assert_found(
        "chart/kind.rs",
        "#[derive(serde::Serialize)]\nstruct A;",
        1,
        "serde::Serialize",
    );
}

#[test]
fn a_wrong_import_is_found_inside_braces() {
    let source = "use crate::{\n    model::event::{Event, EventKind as Kind},\n    ui::app,\n};";
    assert_found("filter/engine.rs", source, 3, "crate::ui::app");
    assert_found(
        "state/load.rs",
        "use crate::{model, browser};",
        1,
        "crate::browser",
    );
    assert_found(
        "share/query.rs",
        "use crate::chart::{kind::ChartKind, scene};",
        1,
        "crate::chart::scene",
    );
}

#[test]
fn a_wrong_import_is_found_by_a_way_upwards() {
    assert_found(
        "model/event.rs",
        "use super::super::filter::facet;",
        1,
        "crate::filter::facet",
    );
    assert_found(
        "geometry/scale/band.rs",
        "use super::super::super::model::event;",
        1,
        "crate::model::event",
    );
    assert_sound("geometry/scale/band.rs", "use super::super::ticks;");
    assert_sound("model/event.rs", "use super::span::Span;");
}

#[test]
fn a_wrong_crate_is_found() {
    assert_found(
        "chart/timeline.rs",
        "use plotters::prelude::*;",
        1,
        "plotters::prelude::*",
    );
    assert_found(
        "filter/engine.rs",
        "use ::leptos::prelude::*;",
        1,
        "leptos::prelude::*",
    );
    assert_found(
        "browser/fetch.rs",
        "use leptos::prelude::*;",
        1,
        "leptos::prelude::*",
    );
    assert_found(
        "browser/fetch.rs",
        "use crate::model::issue::Issue;",
        1,
        "crate::model::issue::Issue",
    );
    assert_found("model/text.rs", "use csv;", 1, "csv");
    assert_found(
        "bin/check-package.rs",
        "use forum_explorer::ui::app::App;",
        1,
        "crate::ui::app::App",
    );
}

#[test]
fn components_name_events_and_elements_and_nothing_else_of_the_browser() {
    assert_sound(
        "ui/app.rs",
        "use web_sys::{Event, HtmlElement, KeyboardEvent};\nuse wasm_bindgen::JsCast;",
    );
    assert_found(
        "ui/app.rs",
        "let w = web_sys::window();",
        1,
        "web_sys::window",
    );
    assert_found(
        "ui/app.rs",
        "use wasm_bindgen::prelude::*;",
        1,
        "wasm_bindgen::prelude::*",
    );
    assert_found(
        "ui/app.rs",
        "use gloo_net::http::Request;",
        1,
        "gloo_net::http::Request",
    );
}

#[test]
fn a_room_of_no_table_is_named() {
    let found = faults("helpers/mod.rs", "");
    assert_eq!(
        found,
        ["src/helpers/mod.rs: “helpers” is no room of the table in tests/layers/rooms.rs."]
    );
}

#[test]
fn what_only_looks_like_an_import_is_none() {
    assert_sound(
        "filter/engine.rs",
        r####"
//! See [`crate::chart::scene`].
/* use crate::ui::app; /* crate::ui */ crate::ui::app */
const A: &str = "crate::ui::app \" crate::ui::app";
const B: &str = r#"crate::ui::app " crate::ui::app"#;
fn f<'a>(c: char) -> bool { c == '"' || c == '\'' || c == '\u{22}' }
pub(crate) fn leptos() { std::mem::take(x); own::csv::read(); }
"####,
    );
}

#[test]
fn what_a_room_may_import_passes() {
    assert_sound(
        "filter/engine.rs",
        "use super::facet::Facet;\nuse crate::filter::clause::Clause;\nuse crate::model::span;",
    );
    assert_sound(
        "share/query.rs",
        "use crate::chart::kind::ChartKind;\nuse form_urlencoded::parse;",
    );
    assert_sound(
        "package/csv.rs",
        "use csv::Reader;\nuse serde_json::{Map, Value};",
    );
    assert_sound(
        "ui/app.rs",
        "use crate::browser::address;\nuse leptos::prelude::*;",
    );
}

#[test]
fn paths_are_read_as_they_are_written() {
    let read = |source: &str| -> Vec<String> {
        paths(source)
            .iter()
            .map(|p| p.segments.join("::"))
            .collect()
    };
    assert_eq!(
        read("use a::{self, b::{c, d as e}, f::*};"),
        ["a::self", "a::b::c", "a::b::d", "a::f::*"]
    );
    assert_eq!(read("pub use a;"), ["a"]);
    assert_eq!(
        read("let x = a::b(c, d::e::<f::G>());"),
        ["a::b", "d::e", "f::G"]
    );
    assert_eq!(
        read("impl<'a> A<'a> for b::C { fn f(self) -> Self::D {} }"),
        ["b::C", "Self::D"]
    );
}
