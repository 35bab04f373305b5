//! A scene as SVG text.

use plotters::prelude::{IntoDrawingArea, SVGBackend};

use super::palette::{Palette, carrier, variable};
use super::scene::{UNITS_PER_PX, paint};
use crate::chart::figure::Figure;
use crate::chart::preview::Preview;
use crate::chart::scene::{Scene, Slot};
use crate::geometry::rect::Rect;

/// The picture for the page: no size of its own, colours as CSS variables, hidden from assistive technology, which reads the marks instead.
pub fn picture(scene: &Scene) -> String {
    let (width, height) = size(scene);
    let head = format!(
        "<svg viewBox=\"0 0 {width} {height}\" xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" focusable=\"false\">"
    );
    head + &colored(&body(scene), &|slot| variable(slot).to_owned())
}

/// The elements of a [`picture`], back to front, each as markup. `None` for markup of another form.
pub fn elements(picture: &str) -> Option<Vec<&str>> {
    let (_, mut rest) = picture.split_once('>')?;
    let mut elements = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.trim_end() == "</svg>" {
            return Some(elements);
        }
        // A label holds its text; nothing else holds anything.
        let end = match rest.starts_with("<text") {
            true => "</text>",
            false => "/>",
        };
        let (element, after) = rest.split_at(rest.find(end)? + end.len());
        elements.push(element);
        rest = after;
    }
}

/// Part of the picture for the page, from `top` on and `height` high, in pixels.
pub fn strip(scene: &Scene, top: f64, height: f64) -> String {
    let units = |px: f64| (px * UNITS_PER_PX).clamp(0.0, 1e6) as u32;
    let (width, _) = size(scene);
    let head = format!(
        "<svg viewBox=\"0 {} {width} {}\" xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" focusable=\"false\">",
        units(top),
        units(height)
    );
    head + &colored(&body(scene), &|slot| variable(slot).to_owned())
}

/// The picture as a file that stands by itself: plain colours, its title and description inside.
pub fn document(scene: &Scene) -> String {
    file(scene, "", &body(scene), Palette::Light)
}

/// A picture as a file to lie behind other elements of a page: plain colours, and neither paper nor words of its own.
pub fn backdrop(scene: &Scene, palette: Palette) -> String {
    let (width, height) = size(scene);
    let head =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">\n");
    head + &colored(&body(scene), &|slot| hex(palette, slot))
}

/// A figure as a file: all text is text, and the last of it a link.
pub fn figure(figure: &Figure, palette: Palette) -> String {
    let Figure { frame, at, .. } = figure;
    let mut inside = content(frame);
    inside.push_str(&format!(
        "<g transform=\"translate({} {})\">\n",
        at.x * UNITS_PER_PX,
        at.y * UNITS_PER_PX
    ));
    inside.push_str(&content(figure.picture));
    inside.push_str("</g>\n");
    if let Some((address, labels)) = &figure.link {
        let lines = Scene {
            labels: labels.clone(),
            // What lies outside a picture is drawn at its edge.
            width: frame.width,
            height: frame.height,
            ..Scene::default()
        };
        let address = escaped(address);
        inside.push_str(&format!(
            "<a href=\"{address}\">\n{}</a>\n",
            content(&lines)
        ));
    }
    inside.push_str("</svg>\n");
    let lang = format!(" lang=\"{}\"", figure.lang.tag());
    file(frame, &lang, &inside, palette)
}

/// The picture that stands for a link to a view.
pub fn preview(preview: &Preview, palette: Palette) -> String {
    let units = |rect: Rect| {
        [rect.x, rect.y, rect.width, rect.height].map(|px| (px * UNITS_PER_PX).to_string())
    };
    let [x, y, width, height] = units(preview.place);
    let window = units(preview.shown).join(" ");
    // What is cut off does not show: an inner picture hides what lies outside its window.
    let inside = format!(
        "{}<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"{window}\">\n{}</svg>\n</svg>\n",
        content(&preview.frame),
        content(&preview.picture),
    );
    file(&preview.frame, "", &inside, palette)
}

/// A file with the size, title and description of a scene.
fn file(scene: &Scene, attributes: &str, inside: &str, palette: Palette) -> String {
    let (width, height) = size(scene);
    let color = |slot| hex(palette, slot);
    let paper = color(Slot::Paper);
    let head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" role=\"img\"{attributes}>\n<title>{}</title>\n<desc>{}</desc>\n<rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>\n",
        scene.width.ceil(),
        scene.height.ceil(),
        escaped(&scene.title),
        escaped(&scene.description),
    );
    head + &colored(inside, &color)
}

/// A slot's colour in a file.
fn hex(palette: Palette, slot: Slot) -> String {
    let (r, g, b) = palette.color(slot);
    format!("#{r:02X}{g:02X}{b:02X}")
}

/// Text for XML: the five characters that mean something there are written as entities.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            _ => out.push(c),
        }
    }
    out
}

fn size(scene: &Scene) -> (u32, u32) {
    let units = |px: f64| (px * UNITS_PER_PX).ceil().clamp(1.0, 1e6) as u32;
    (units(scene.width), units(scene.height))
}

/// Everything after the opening tag, the closing tag included.
fn body(scene: &Scene) -> String {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, size(scene)).into_drawing_area();
        // Writing into a string cannot fail, so there is nothing to report.
        let _ = paint(scene, &area);
        let _ = area.present();
    }
    match text.split_once('\n') {
        Some((_, rest)) => rest.to_owned(),
        None => String::from("</svg>"),
    }
}

/// Everything between the tags.
fn content(scene: &Scene) -> String {
    let body = body(scene);
    let body = body.trim_end();
    body.strip_suffix("</svg>").unwrap_or(body).to_owned()
}

/// What means the same where it is not written.
const NEEDLESS: [(&str, &str); 2] = [(" opacity=", "1"), (" stroke=", "none")];

/// Puts colours in the place of the carriers, and drops what plotters writes without need.
fn colored(body: &str, color: &dyn Fn(Slot) -> String) -> String {
    let mut out = String::with_capacity(body.len());
    let mut pieces = body.split('"');
    out.push_str(pieces.next().unwrap_or_default());
    while let Some(value) = pieces.next() {
        let is_needless =
            |(name, default): &&(&str, &str)| value == *default && out.ends_with(name);
        if let Some((name, _)) = NEEDLESS.iter().find(is_needless) {
            out.truncate(out.len() - name.len());
            out.push_str(pieces.next().unwrap_or_default());
            continue;
        }
        out.push('"');
        let Some(code) = value.strip_prefix("#0F1E") else {
            out.push_str(value);
            continue;
        };
        let code = u8::from_str_radix(code, 16).ok();
        let slot = Slot::ALL
            .into_iter()
            .find(|&slot| Some(carrier(slot).2) == code);
        match slot {
            Some(slot) => out.push_str(&color(slot)),
            None => out.push_str("currentColor"),
        }
    }
    out
}
