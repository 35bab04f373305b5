//! Where the build puts what it writes beside the page, and the addresses of it.

use std::fmt;

use crate::chart::kind::ChartKind;
use crate::language::lang::Lang;
use crate::share::query::is_web_address;

/// Where an explorer is published, as far as its build is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The explorer's folder on the web, with a slash at its end; empty where it is not known.
    base: String,
}

/// An address under which nothing can be published. Carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoFolder(pub String);

impl fmt::Display for NoFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is not the address of a folder on the web, such as https://example.org/explorer/",
            self.0
        )
    }
}

impl Site {
    /// The site at the address of its folder; the empty text is a site whose address is not known.
    ///
    /// # Errors
    /// [`NoFolder`] where the text is something else.
    pub fn new(address: &str) -> Result<Self, NoFolder> {
        let address = address.trim();
        if address.is_empty() {
            return Ok(Self::default());
        }
        let is_plain = !address.contains(['?', '#', ' ', '"', '<', '>']);
        match is_web_address(address) && address.contains("://") && is_plain {
            true => Ok(Self {
                base: format!("{}/", address.trim_end_matches('/')),
            }),
            false => Err(NoFolder(address.to_owned())),
        }
    }

    /// Whether addresses of this site are whole.
    pub fn is_known(&self) -> bool {
        !self.base.is_empty()
    }

    /// The address of a file of the site, whole where that is known, else as a file in one of its folders names it.
    pub fn from_folder(&self, path: &str) -> String {
        match &*self.base {
            "" => format!("../{path}"),
            base => format!("{base}{path}"),
        }
    }

    /// The address of a file of the site, whole where that is known, else as the page itself names it.
    pub fn from_page(&self, path: &str) -> String {
        match (&*self.base, path) {
            ("", "") => "./".to_owned(),
            (base, path) => format!("{base}{path}"),
        }
    }
}

/// The figure of a view: `figures/timeline-en-dark.svg`; `form` is its theme.
pub fn figure(view: ChartKind, lang: Lang, form: &str, ending: &str) -> String {
    format!("figures/{}-{}-{form}.{ending}", view.slug(), lang.slug())
}

/// The picture that stands for a link to a view.
pub fn card(view: ChartKind, lang: Lang) -> String {
    figure(view, lang, "card", "png")
}

/// The land of the map as the page shows it until its program draws it: `map/land-dark.svg`.
pub fn land(theme: &str) -> String {
    format!("map/land-{theme}.svg")
}

/// The page of a view, for whoever reads pages without running them.
pub fn page(view: ChartKind, lang: Lang) -> String {
    format!("views/{}.{}.html", view.slug(), lang.slug())
}

/// What other programs are told when they ask how to embed a view.
pub fn oembed(view: ChartKind, lang: Lang) -> String {
    format!("oembed/{}.{}.json", view.slug(), lang.slug())
}

/// The view in the explorer.
pub fn live(view: ChartKind, lang: Lang) -> String {
    format!("{}#{}", start(lang), view.slug())
}

/// The explorer in a language.
pub fn start(lang: Lang) -> String {
    format!("?lang={}", lang.slug())
}
