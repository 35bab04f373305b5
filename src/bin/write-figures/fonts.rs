//! The fonts of the machine.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use forum_explorer::language::lang::Lang;
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{FontResolver, Options};

/// Those whose widths the pictures are placed by, and others that are no wider; the first that is there is taken.
const LATIN: [&str; 12] = [
    "Inter",
    "Noto Sans",
    "Open Sans",
    "Roboto",
    "Liberation Sans",
    "Arial",
    "Helvetica",
    "Helvetica Neue",
    // Of the families with Chinese letters those for Korean, whose apostrophes and quotes are as narrow as Latin text wants them.
    "Noto Sans CJK KR",
    "Source Han Sans K",
    "DejaVu Sans",
    "Noto Sans CJK SC",
];
const CHINESE: [&str; 8] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
];

/// The letters that no font had.
pub type Missing = Arc<Mutex<BTreeSet<char>>>;

/// All fonts, and which of them serve.
pub struct Fonts {
    all: Database,
    latin: Option<&'static str>,
    chinese: Option<&'static str>,
}

impl Fonts {
    /// Those that the system has.
    pub fn of_system() -> Self {
        let mut all = Database::new();
        all.load_system_fonts();
        let first = |names: &[&'static str]| {
            let is_there = |name: &&&'static str| {
                let families = [Family::Name(name)];
                let query = Query {
                    families: &families,
                    ..Query::default()
                };
                all.query(&query).is_some()
            };
            names.iter().find(is_there).copied()
        };
        Self {
            latin: first(&LATIN),
            chinese: first(&CHINESE),
            all,
        }
    }

    /// How text in a language is drawn; letters without a font are added to `missing` while it is.
    pub fn options(&self, lang: Lang, missing: Missing) -> Options<'static> {
        let own = match lang.about().data {
            Lang::Zh => self.chinese.or(self.latin),
            _ => self.latin.or(self.chinese),
        };
        let mut fonts = self.all.clone();
        if let Some(own) = own {
            fonts.set_sans_serif_family(own);
            // Where a family is not there, the library takes this one.
            fonts.set_serif_family(own);
        }
        let chinese = self.chinese;
        let anywhere = FontResolver::default_fallback_selector();
        let select_fallback = move |letter: char, used: &[_], fonts: &mut Arc<Database>| {
            // Of the fonts that have a Chinese letter the one with its form in mainland China.
            let base = used.first().and_then(|id| fonts.face(*id));
            let families = chinese.map(Family::Name);
            let query = Query {
                families: families.as_slice(),
                weight: base.map(|face| face.weight).unwrap_or_default(),
                ..Query::default()
            };
            let first = fonts.query(&query).filter(|id| !used.contains(id));
            let found = first.or_else(|| anywhere(letter, used, fonts));
            if found.is_none()
                && let Ok(mut missing) = missing.lock()
            {
                missing.insert(letter);
            }
            found
        };
        Options {
            fontdb: Arc::new(fonts),
            font_resolver: FontResolver {
                select_font: FontResolver::default_font_selector(),
                select_fallback: Box::new(select_fallback),
            },
            ..Options::default()
        }
    }
}
