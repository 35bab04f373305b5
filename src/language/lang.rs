//! Which language the reader reads.

use std::sync::OnceLock;

use super::strings::{LaterStrings, PlainStrings, Strings};

/// What a language is called, and how it is written: what must be known of it before its words are here.
pub struct Language {
    /// The BCP 47 tag for `lang` attributes.
    pub tag: &'static str,
    /// The short form in addresses, and the primary language of all tags that mean it.
    pub slug: &'static str,
    /// Language and territory, as the Open Graph protocol writes them.
    pub locale: &'static str,
    /// The language's name in itself.
    pub own_name: &'static str,
    /// Which way its lines run.
    pub direction: Direction,
    /// In which of the package's two languages its reader reads what the package says.
    pub data: Lang,
    /// True where names stand in the order of their sounds and not of their letters.
    pub orders_by_sound: bool,
}

/// Which way lines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As in Latin script.
    LeftToRight,
    /// As in Arabic script.
    RightToLeft,
}

impl Direction {
    /// For `dir` attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// All words of a language.
#[derive(Clone, Copy)]
struct Words {
    strings: &'static Strings,
    later: &'static LaterStrings,
}

/// When the words of a language come to the page. Native programs have all of them.
mod words_come {
    /// With the page: every reader fetches them.
    pub const WITH_THE_PAGE: bool = true;
    /// In a part of their own, when the reader chooses the language.
    pub const WHEN_CHOSEN: bool = false;
}

/// Defines [`Lang`] by a line a language: its name here, the file of its words, and when these come.
macro_rules! languages {
    ($($(#[$attribute:meta])* $lang:ident: $file:ident, $come:ident;)*) => {
        /// A language of the interface.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum Lang {
            $($(#[$attribute])* $lang,)*
        }

        impl Lang {
            /// All languages, in the order of the switch.
            pub const ALL: [Self; [$(stringify!($lang)),*].len()] = [$(Self::$lang),*];

            /// What it is called, and how it is written.
            pub fn about(self) -> &'static Language {
                match self {
                    $(Self::$lang => &super::$file::LANGUAGE,)*
                }
            }

            /// The words of a language that comes later. Only the door of a part may ask for them: whoever does holds them.
            fn later_words(self) -> Option<Words> {
                match self {
                    $(Self::$lang if !words_come::$come => Some(Words {
                        strings: &super::$file::STRINGS,
                        later: &super::$file::LATER,
                    }),)*
                    _ => None,
                }
            }

            /// The words of this language; English while its own are not here.
            pub fn strings(self) -> &'static Strings {
                match self {
                    $(Self::$lang if words_come::$come || cfg!(not(feature = "app")) => {
                        &super::$file::STRINGS
                    })*
                    _ => self.learnt().map_or(&super::en::STRINGS, |words| words.strings),
                }
            }

            /// The words of the parts that come later. Only such parts may ask for them: whoever does brings them into the first module.
            pub fn later(self) -> &'static LaterStrings {
                match self {
                    $(Self::$lang if words_come::$come || cfg!(not(feature = "app")) => {
                        &super::$file::LATER
                    })*
                    _ => self.learnt().map_or(&super::en::LATER, |words| words.later),
                }
            }

            /// The words of the page without scripts. Only the build asks for them.
            pub fn plain(self) -> &'static PlainStrings {
                match self {
                    $(Self::$lang => &super::$file::PLAIN,)*
                }
            }

            /// True when the words are here.
            pub fn is_here(self) -> bool {
                match self {
                    $(Self::$lang => {
                        words_come::$come || cfg!(not(feature = "app")) || self.learnt().is_some()
                    })*
                }
            }
        }
    };
}

languages! {
    /// Simplified Chinese.
    Zh: zh, WITH_THE_PAGE;
    /// English.
    #[default]
    En: en, WITH_THE_PAGE;
    /// French.
    Fr: fr, WHEN_CHOSEN;
}

/// The words of languages that came later, in the order of [`Lang::ALL`].
static LEARNT: [OnceLock<Words>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];

impl Lang {
    /// The BCP 47 tag for `lang` attributes.
    pub fn tag(self) -> &'static str {
        self.about().tag
    }

    /// The short form in addresses.
    pub fn slug(self) -> &'static str {
        self.about().slug
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        self.about().own_name
    }

    /// Reads any BCP 47 tag by its primary language: `zh`, `zh-Hans`, `zh-CN`, `en-GB`.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.slug()))
    }

    /// From now on the words of this language are its own. Apart from the rest, so that a page can have them come later.
    pub fn learn(self) {
        if let (Some(place), Some(words)) = (LEARNT.get(self as usize), self.later_words()) {
            // Learnt before is as well.
            let _ = place.set(words);
        }
    }

    fn learnt(self) -> Option<Words> {
        LEARNT.get(self as usize)?.get().copied()
    }
}
