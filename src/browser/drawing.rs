//! A picture in the document, of which only what differs is drawn anew: what stays is neither read, nor laid out, nor painted again.

/// Above this share of different elements it takes less to draw the whole picture anew.
const WHOLE_ABOVE: f64 = 0.9;

/// Brings the elements of the picture in `place` from one list of markup to another. False where the document does not hold the picture
/// that the first list tells of, or where too little stays: then nothing was done.
pub fn patch(place: &web_sys::Element, before: &[&str], after: &[&str]) -> bool {
    let Some(picture) = place.first_element_child() else {
        return false;
    };
    let children = picture.children();
    if children.length() as usize != before.len() {
        return false;
    }
    let (start, end) = same_ends(before, after);
    let (old, new) = (
        before.get(start..before.len() - end).unwrap_or(&[]),
        after.get(start..after.len() - end).unwrap_or(&[]),
    );
    let differs = |(old, new): &(&&str, &&str)| old != new;
    let different = match old.len() == new.len() {
        true => old.iter().zip(new).filter(differs).count(),
        false => old.len().max(new.len()),
    };
    if different as f64 > after.len() as f64 * WHOLE_ABOVE {
        return false;
    }
    let child = |at: usize| {
        u32::try_from(start + at)
            .ok()
            .and_then(|at| children.item(at))
    };
    if old.len() == new.len() {
        for (at, pair) in old.iter().zip(new).enumerate() {
            if let (true, Some(child)) = (differs(&pair), child(at))
                && !has_taken(&child, pair.0, pair.1)
            {
                child.set_outer_html(pair.1);
            }
        }
        return true;
    }
    for _ in old {
        if let Some(child) = child(0) {
            child.remove();
        }
    }
    let markup = new.concat();
    let is_in = match child(0) {
        Some(next) => next.insert_adjacent_html("beforebegin", &markup),
        None => picture.insert_adjacent_html("beforeend", &markup),
    };
    is_in.is_ok()
}

/// Sets the attributes in which two forms of an element differ, most often a colour. False where more than that differs.
fn has_taken(element: &web_sys::Element, before: &str, after: &str) -> bool {
    let (Some((old, old_inside)), Some((new, new_inside))) =
        (before.split_once('>'), after.split_once('>'))
    else {
        return false;
    };
    // Between the quotes stand values, and before each its name.
    let (mut old, mut new) = (old.split('"'), new.split('"'));
    if old_inside != new_inside {
        return false;
    }
    loop {
        match (old.next(), new.next()) {
            (None, None) => return true,
            (Some(name), Some(same)) if name == same => {
                let (was, is) = (old.next(), new.next());
                let name = name.trim_end_matches('=').rsplit(' ').next();
                if let (true, Some(name), Some(value)) = (was != is, name, is)
                    && element.set_attribute(name, value).is_err()
                {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

/// How many elements at the start, and how many at the end, are the same.
fn same_ends(before: &[&str], after: &[&str]) -> (usize, usize) {
    let pairs = before.iter().zip(after);
    let start = pairs.take_while(|(old, new)| old == new).count();
    let room = before.len().min(after.len()) - start;
    let pairs = before.iter().rev().zip(after.iter().rev()).take(room);
    (start, pairs.take_while(|(old, new)| old == new).count())
}
