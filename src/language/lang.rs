//! Which language the reader reads.

use super::strings::{LaterStrings, PlainStrings, Strings};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// All languages, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The BCP 47 tag for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The short form in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
        }
    }

    /// Reads any BCP 47 tag by its primary language: `zh`, `zh-Hans`, `zh-CN`, `en-GB`.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.slug()))
    }

    /// The words of this language.
    pub fn strings(self) -> &'static Strings {
        match self {
            Self::Zh => &super::zh::STRINGS,
            Self::En => &super::en::STRINGS,
        }
    }

    /// The words of the parts that come later. Only such parts may ask for them: whoever does brings them into the first module.
    pub fn later(self) -> &'static LaterStrings {
        match self {
            Self::Zh => &super::zh::LATER,
            Self::En => &super::en::LATER,
        }
    }

    /// The words of the page without scripts. Only the build asks for them.
    pub fn plain(self) -> &'static PlainStrings {
        match self {
            Self::Zh => &super::zh::PLAIN,
            Self::En => &super::en::PLAIN,
        }
    }
}
