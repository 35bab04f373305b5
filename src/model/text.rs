//! Text in the package's two languages.

/// One text as the package writes it, in Chinese and in English.
///
/// A side that the package leaves empty is the empty string; readers fall back to the other side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Builds a text from its two sides.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// True when neither language says anything.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}

/// Where an English (or Chinese) name comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The name is the official one.
    Official,
    /// The name is our own translation.
    #[default]
    Translation,
}

impl Origin {
    /// Reads the package's slug; an empty cell means a translation.
    pub fn parse(slug: &str) -> Option<Self> {
        match slug {
            "official" => Some(Self::Official),
            "" | "translation" => Some(Self::Translation),
            _ => None,
        }
    }
}
