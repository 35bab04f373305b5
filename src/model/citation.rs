//! Where in the report something stands.

/// A paragraph, or one footnote of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The paragraph's number, from 1.
    pub para: u32,
    /// The footnote's letter (`i`, `aa`) where the footnote and not the paragraph says it.
    pub footnote: Option<String>,
}

impl Citation {
    /// Reads `27` or `27:i`. `None` where the text has another form.
    pub fn parse(text: &str) -> Option<Self> {
        let (para, footnote) = match text.split_once(':') {
            Some((para, letter)) => (para, Some(letter)),
            None => (text, None),
        };
        let letters = |l: &str| !l.is_empty() && l.chars().all(|c| c.is_ascii_lowercase());
        let digits = |p: &str| p.chars().all(|c| c.is_ascii_digit());
        if footnote.is_some_and(|l| !letters(l)) || !digits(para) {
            return None;
        }
        Some(Self {
            para: para.parse().ok().filter(|&p| p > 0)?,
            footnote: footnote.map(str::to_owned),
        })
    }
}

impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.footnote {
            Some(letter) => write!(f, "{}:{letter}", self.para),
            None => write!(f, "{}", self.para),
        }
    }
}

/// Every place that states a row, in the package's order; never empty in a valid package.
pub type Source = Vec<Citation>;
