//! Sentences with places to fill.

/// Puts values into the `{name}` places of a sentence. A place without a value stays as it is, so that a test finds it.
///
/// A place `{name|row|rows}` takes one of two forms: the first where the value of `name` is `1`. Which numbers take the first is a
/// matter of the language, so its sentences say it: `{name<2|ligne|lignes}` takes the first below two (0; 1; 1,5), as French does.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((place, tail)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        match filled(place, values) {
            Some(value) => text.push_str(value),
            None => {
                text.push('{');
                text.push_str(place);
                text.push('}');
            }
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// The names of a sentence's values, in order; forms of a word are none.
pub fn places(template: &str) -> Vec<&str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .filter(|name| !name.contains('|'))
        .collect()
}

fn filled<'a>(place: &'a str, values: &[(&str, &'a str)]) -> Option<&'a str> {
    let (name, forms) = match place.split_once('|') {
        Some((name, forms)) => (name, Some(forms)),
        None => (place, None),
    };
    let (name, below_two) = match name.strip_suffix("<2") {
        Some(name) => (name, true),
        None => (name, false),
    };
    let (_, value) = values.iter().find(|(key, _)| *key == name)?;
    match forms {
        None => Some(value),
        Some(forms) => {
            let (one, many) = forms.split_once('|')?;
            let is_one = *value == "1" || below_two && is_below_two(value);
            Some(if is_one { one } else { many })
        }
    }
}

/// Whether a number as it is written is less than two: `0`, `1`, `1,5`. Anything more than a number is not.
fn is_below_two(value: &str) -> bool {
    match value.as_bytes() {
        [b'0' | b'1'] => true,
        [b'0' | b'1', b',', decimals @ ..] => decimals.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}
