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

/// Numbers of a tag, which HTML takes without quotes.
const NUMBERS: [&str; 8] = ["font-size", "height", "width", "x", "y", "cx", "cy", "r"];

/// What a document in HTML knows without being told.
const NAMESPACE: &str = " xmlns=\"http://www.w3.org/2000/svg\"";

/// The picture for a document in HTML, with a pixel for its unit. Marks and labels stand on whole pixels, lines on halves, which a line of one
/// pixel needs to be sharp; what touched still touches. `None` for markup that is no picture of the page.
pub fn compact(picture: &str) -> Option<String> {
    let (head, _) = picture.split_once('>')?;
    let elements = svg::elements(picture)?;
    let (before, rest) = head.split_once("viewBox=\"")?;
    let (view, after) = rest.split_once('"')?;
    let sides = view.split(' ').map(|side| Some(exact(side.parse().ok()?)));
    let view = sides.collect::<Option<Vec<_>>>()?.join(" ");
    let after = after.replacen(NAMESPACE, "", 1);
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
    let (tag_name, rest) = tag.split_once(' ')?;
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
    let line = match said("points") {
        Some(points) => Some(line(tag_name, &on_halves(points)?)),
        None => None,
    };
    compact.push_str(line.as_ref().map_or(tag_name, |(tag_name, _)| tag_name));
    for (name, value) in &attributes {
        let is_thin_line = *name == "stroke-width" && said("stroke").is_some();
        let is_needless = NEEDLESS.contains(&(name, value)) && !is_thin_line;
        if is_needless || FILL == (name, value) {
            continue;
        }
        if let ("points", Some((_, attribute))) = (*name, &line) {
            compact.push_str(attribute);
            continue;
        }
        let value = match *name {
            "x" | "y" | "cx" | "cy" => whole(value.parse().ok()?).to_string(),
            "width" => side(number("x")?, value)?,
            "height" => side(number("y")?, value)?,
            "r" | "stroke-width" | "font-size" => exact(value.parse().ok()?),
            _ => (*value).to_owned(),
        };
        compact.push_str(&match NUMBERS.contains(name) {
            true => format!(" {name}={value}"),
            false => format!(" {name}=\"{value}\""),
        });
    }
    // The bar before the end of a tag would count as part of a number without quotes.
    if !end.is_empty() && !compact.ends_with('"') {
        compact.push(' ');
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

/// The tag of a line or an area, and what it says of the points: all of them, or, where they are many, the way from each to the next, since a
/// coast is made of few kinds of steps.
fn line<'a>(tag_name: &'a str, points: &[[f64; 2]]) -> (&'a str, String) {
    const MANY: usize = 8;
    match points {
        [first, ..] if points.len() >= MANY => {
            let end = if tag_name == "<polygon" { "z" } else { "" };
            let [x, y] = first;
            ("<path", format!(" d=\"M{x} {y}l{}{end}\"", steps(points)))
        }
        _ => {
            let points: Vec<String> = points.iter().map(|[x, y]| format!("{x},{y}")).collect();
            (tag_name, format!(" points=\"{}\"", points.join(" ")))
        }
    }
}

/// Each point on the nearest half of a pixel, without those that fall together. What is too short for a line is still a dot.
fn on_halves(value: &str) -> Option<Vec<[f64; 2]>> {
    let half = |units: &str| -> Option<f64> {
        let units: f64 = units.parse().ok()?;
        Some((units / UNITS_PER_PX * 2.0).round() / 2.0)
    };
    let point = |point: &str| {
        let (x, y) = point.split_once(',')?;
        Some([half(x)?, half(y)?])
    };
    let points = value.split_whitespace().map(point);
    let mut points = points.collect::<Option<Vec<_>>>()?;
    points.dedup();
    if let [dot] = points[..] {
        points.push(dot);
    }
    Some(points)
}

fn steps(points: &[[f64; 2]]) -> String {
    let mut steps = String::new();
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        for (from, to) in from.iter().zip(to) {
            let step = to - from;
            // A sign parts numbers as well as a space does.
            if step >= 0.0 && !steps.is_empty() {
                steps.push(' ');
            }
            let step = step.to_string();
            let sign_at = usize::from(step.starts_with('-'));
            let (sign, digits) = step.split_at(sign_at);
            steps.push_str(sign);
            // Half a step is written without its zero.
            steps.push_str(if digits == "0.5" { ".5" } else { digits });
        }
    }
    steps
}

/// To a hundredth of a pixel.
fn exact(units: f64) -> String {
    ((units / UNITS_PER_PX * 100.0).round() / 100.0).to_string()
}
