//! Just enough of HTML to look at what the writer wrote.

/// A tag as it stands, without its brackets, and the text after it.
type Part<'a> = (&'a str, &'a str);

fn parts(html: &str) -> Vec<Part<'_>> {
    let parts = html.split('<').skip(1);
    parts
        .map(|part| {
            part.split_once('>')
                .unwrap_or_else(|| panic!("an open bracket in {part}"))
        })
        .collect()
}

fn name(tag: &str) -> &str {
    tag.split(' ').next().unwrap_or(tag)
}

/// Panics where an element is not closed in the order in which it was opened.
#[track_caller]
pub fn assert_nested(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for (tag, _) in parts(html) {
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{html}"),
            None if matches!(name(tag), "br" | "meta" | "link" | "!doctype") => {}
            None => open.push(name(tag)),
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
}

/// The text, without tags, entities read.
pub fn text(html: &str) -> String {
    let before = html.split('<').next().unwrap_or_default();
    let after = parts(html).into_iter().map(|(_, text)| text);
    let text: String = std::iter::once(before).chain(after).collect();
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// What stands in each element of this name, none of which holds another of the name.
pub fn inside<'a>(html: &'a str, wanted: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{wanted}"), format!("</{wanted}>"));
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&start) {
        if !after.starts_with(['>', ' ']) {
            rest = after;
            continue;
        }
        let (content, after) = after.split_once(&end).expect("it ends");
        found.push(content.split_once('>').expect("the tag ends").1);
        rest = after;
    }
    found
}

/// The cells of each row of a table, counted from 0, as texts; the head’s row first.
pub fn table(html: &str, nth: usize) -> Vec<Vec<String>> {
    let tables = inside(html, "table");
    let table = tables
        .get(nth)
        .unwrap_or_else(|| panic!("no table {nth} in {html}"));
    inside(table, "tr").into_iter().map(cells).collect()
}

fn cells(row: &str) -> Vec<String> {
    let ends = row.replace("</th>", "</td>").replace("<th", "<td");
    inside(&ends, "td").into_iter().map(text).collect()
}

/// The levels of the headings, in order.
pub fn heading_levels(html: &str) -> Vec<u32> {
    let levels = parts(html).into_iter().filter_map(|(tag, _)| {
        let level = name(tag).strip_prefix('h')?;
        level.parse().ok()
    });
    levels.collect()
}

/// The values of an attribute, in order.
pub fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let values = html.split(&start).skip(1);
    values
        .filter_map(|rest| rest.split_once('"').map(|(value, _)| value))
        .collect()
}
