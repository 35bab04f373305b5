//! A picture of the page in fewer letters: what stands in the document is loaded before anything is seen.

use super::scene::UNITS_PER_PX;
use super::svg;

/// What the page's style says for all labels, or is so where nothing is said.
const NEEDLESS: [(&str, &str); 3] = [
    ("stroke-width", "1"),
    ("text-anchor", "start"),
    ("font-family", "sans-serif"),
];

/// What differs most between elements stands last, beside a label's text: so there is more between that can be left out when a host
/// compresses the page.
const LAST: [&str; 8] = ["dy", "font-size", "height", "width", "x", "y", "cx", "cy"];

/// The fill that most of a picture has, which is said once.
const FILL: (&str, &str) = ("fill", "var(--ink)");

/// The picture with a pixel for its unit. Marks and labels stand on whole pixels, lines on halves, which a line of one pixel needs to be
/// sharp; what touched still touches. `None` for markup that is no picture of the page.
pub fn compact(picture: &str) -> Option<String> {
    let (head, _) = picture.split_once('>')?;
    let elements = svg::elements(picture)?;
    let (before, rest) = head.split_once("viewBox=\"")?;
    let (view, after) = rest.split_once('"')?;
    let sides = view.split(' ').map(|side| Some(exact(side.parse().ok()?)));
    let view = sides.collect::<Option<Vec<_>>>()?.join(" ");
    let (name, value) = FILL;
    let mut compact = format!("{before}viewBox=\"{view}\"{after} {name}=\"{value}\">");
    for element in elements {
        let (tag, content) = element.split_once('>')?;
        push_tag(&mut compact, tag)?;
        compact.push('>');
        if let Some(text) = content.strip_suffix("</text>") {
            compact.push_str(text.trim());
            compact.push_str("</text>");
        }
    }
    compact.push_str("</svg>");
    Some(compact)
}

/// Writes a tag up to before its end.
fn push_tag(compact: &mut String, tag: &str) -> Option<()> {
    let (name, rest) = tag.split_once(' ')?;
    compact.push_str(name);
    let (attributes, end) = rest.rsplit_once('"')?;
    let attributes = attributes
        .split("\" ")
        .map(|attribute| attribute.trim().split_once("=\""));
    let mut attributes = attributes.collect::<Option<Vec<_>>>()?;
    attributes.sort_by_key(|(name, _)| LAST.iter().position(|last| last == name));
    let said = |wanted: &str| {
        let mut attributes = attributes.iter();
        Some(attributes.find(|(name, _)| *name == wanted)?.1)
    };
    let number = |wanted: &str| -> Option<f64> { said(wanted)?.parse().ok() };
    for (name, value) in &attributes {
        let is_thin_line = *name == "stroke-width" && said("stroke").is_some();
        let is_needless = NEEDLESS.contains(&(name, value)) && !is_thin_line;
        if is_needless || FILL == (name, value) {
            continue;
        }
        let value = match *name {
            "x" | "y" | "cx" | "cy" => whole(value.parse().ok()?).to_string(),
            "width" => side(number("x")?, value)?,
            "height" => side(number("y")?, value)?,
            "r" | "stroke-width" | "font-size" => exact(value.parse().ok()?),
            "points" => points(value)?,
            _ => (*value).to_owned(),
        };
        compact.push_str(&format!(" {name}=\"{value}\""));
    }
    compact.push_str(end);
    Some(())
}

fn whole(units: f64) -> f64 {
    (units / UNITS_PER_PX).round()
}

/// The side of a rectangle, which ends where the next one begins.
fn side(from: f64, units: &str) -> Option<String> {
    let length: f64 = units.parse().ok()?;
    let side = whole(from + length) - whole(from);
    // A sliver is still to be seen.
    Some(match side > 0.0 {
        true => side.to_string(),
        false => exact(length),
    })
}

fn points(value: &str) -> Option<String> {
    let half = |units: &str| -> Option<String> {
        let units: f64 = units.parse().ok()?;
        Some(((units / UNITS_PER_PX * 2.0).round() / 2.0).to_string())
    };
    let point = |point: &str| {
        let (x, y) = point.split_once(',')?;
        Some(format!("{},{}", half(x)?, half(y)?))
    };
    let points = value.split_whitespace().map(point);
    Some(points.collect::<Option<Vec<_>>>()?.join(" "))
}

/// To a hundredth of a pixel.
fn exact(units: f64) -> String {
    ((units / UNITS_PER_PX * 100.0).round() / 100.0).to_string()
}
