//! Clusters by their numbers.

/// A cluster's id as a Roman numeral where it is a small number, else as it is.
pub fn numeral(id: &str) -> String {
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let index = id.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    index
        .and_then(|i| numerals.get(i))
        .map_or_else(|| id.to_owned(), |n| (*n).to_owned())
}
