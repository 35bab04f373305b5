//! The schema constraint `pattern`.

/// True when the whole text matches the regular expression, or when the expression is not one.
///
/// The page does without: a regular expression engine would be a quarter of its size, and `check-package` has checked
/// what a publisher puts online.
#[cfg(not(target_arch = "wasm32"))]
pub fn matches(pattern: &str, text: &str) -> bool {
    regex_lite::Regex::new(&format!("^(?:{pattern})$")).is_ok_and(|regex| regex.is_match(text))
        || regex_lite::Regex::new(pattern).is_err()
}

/// In the browser every text matches.
#[cfg(target_arch = "wasm32")]
pub fn matches(_pattern: &str, _text: &str) -> bool {
    true
}
