//! How a view sits in another page: the keys of an embed's address that only embeds have.
//!
//! `query` keeps these among the parts that it does not know, because the code that reads them comes with the first embed and with nothing
//! else: `plain=1` (no heading and no tools), `controls=0` (no tools), `static=1` (the view's page that runs no program), `transparent=1` (the page around it shows through), `id`
//! (repeated in every message), `v` (the version of the data that the embed was made with), `compat=datawrapper` (tells its height in
//! that form, too), `childId` (set by pym.js, and then told in its form).

use crate::model::dataset::Dataset;
use crate::share::query::{self, BadPart, Theme, ViewState, read_flag};

/// The longest `id`, in characters.
const ID_MAX: usize = 80;

/// What an embed's address says beyond the state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The name that the page around it gave; it stands in every message.
    pub id: Option<String>,
    /// No heading and no tools: the picture, its sentence and its sources.
    pub is_plain: bool,
    /// No tools.
    pub is_without_controls: bool,
    /// The page of the view that runs no program, in place of the view.
    pub is_static: bool,
    /// What is behind the frame shows through.
    pub is_transparent: bool,
    /// The version of the data that the embed was made with.
    pub version: Option<String>,
    /// Its height is told as Datawrapper's charts tell theirs, too.
    pub is_datawrapper: bool,
    /// The name that pym.js gave it, in whose form it then tells its height, too.
    pub pym_id: Option<String>,
}

impl Options {
    /// Reads them from what `query` kept. What cannot be used is left out and listed.
    pub fn of(state: &ViewState) -> (Self, Vec<BadPart>) {
        let mut options = Self::default();
        let mut bad = Vec::new();
        for (name, value) in &state.unknown {
            if !options.take(name, value) {
                bad.push(BadPart {
                    name: name.clone(),
                    value: value.chars().take(60).collect(),
                });
            }
        }
        (options, bad)
    }

    /// False where the value means nothing.
    fn take(&mut self, name: &str, value: &str) -> bool {
        let flag = match name {
            "plain" => &mut self.is_plain,
            "static" => &mut self.is_static,
            "transparent" => &mut self.is_transparent,
            "controls" => &mut self.is_without_controls,
            "compat" => {
                self.is_datawrapper = value == "datawrapper";
                return self.is_datawrapper;
            }
            "id" => {
                self.id = short(value);
                return self.id.is_some();
            }
            "childId" => {
                self.pym_id = short(value);
                return true;
            }
            "v" => {
                self.version = short(value);
                return true;
            }
            _ => return true,
        };
        let Some(is_on) = read_flag(value) else {
            return false;
        };
        *flag = is_on != (name == "controls");
        true
    }

    /// The words of the page's `data-embed`, by which the style sheet knows.
    pub fn style_words(&self) -> String {
        let words = [
            (true, "on"),
            (self.is_plain, "plain"),
            (self.is_plain || self.is_without_controls, "still"),
            (self.is_transparent, "transparent"),
        ];
        let said = words.into_iter().filter(|(is_said, _)| *is_said);
        said.map(|(_, word)| word).collect::<Vec<_>>().join(" ")
    }
}

fn short(value: &str) -> Option<String> {
    let is_short = !value.is_empty() && value.chars().count() <= ID_MAX;
    is_short.then(|| value.to_owned())
}

/// What a view shows, as in the address: filters and arrangements, without what makes it this embed in this place.
pub fn shown(state: &ViewState, data: &Dataset) -> String {
    let shown = ViewState {
        lang: None,
        theme: Theme::Auto,
        data: None,
        view: None,
        brief: Vec::new(),
        is_embed: false,
        heading_level: None,
        unknown: Vec::new(),
        ..state.clone()
    };
    query::write(&shown, data)
}

/// The whole page showing what an embed or a brief shows.
pub fn whole(state: &ViewState) -> ViewState {
    ViewState {
        view: None,
        brief: Vec::new(),
        is_embed: false,
        heading_level: None,
        unknown: Vec::new(),
        ..state.clone()
    }
}

/// The same embed showing something else, `asked` for as [`shown`] writes it, and what of that could not be used.
pub fn showing(state: &ViewState, asked: &str, data: &Dataset) -> (ViewState, Vec<BadPart>) {
    let (next, mut bad) = query::read(asked, data);
    let strange = next.unknown.iter().map(|(name, value)| BadPart {
        name: name.clone(),
        value: value.chars().take(60).collect(),
    });
    bad.extend(strange);
    let next = ViewState {
        lang: state.lang,
        theme: state.theme,
        data: state.data.clone(),
        view: state.view,
        is_embed: state.is_embed,
        heading_level: state.heading_level,
        unknown: state.unknown.clone(),
        ..next
    };
    (next, bad)
}
