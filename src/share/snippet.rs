//! The HTML that puts a view into another page. maud, because what a package says stands in it and has to be escaped.

use maud::html;

use crate::chart::kind::ChartKind;
use crate::language::lang::Lang;
use crate::share::query::Theme;

/// The tag and the name of the script that makes a frame of it.
const SCRIPT: &str = "embed.js";
/// What a frame may do for its reader; the browser asks for each by itself.
const ALLOWED: &str = "clipboard-write; web-share; fullscreen";
const FRAME_STYLE: &str = "width:100%;border:0;min-height:";

/// The form of the HTML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// An element and a script, which keeps the frame as high as the view.
    #[default]
    Script,
    /// A frame alone, for pages that take no script.
    Frame,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 2] = [Self::Script, Self::Frame];

    /// The name of its button.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Frame => "frame",
        }
    }
}

/// A view as it is to stand in another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The explorer's folder, with a slash at its end.
    pub base: String,
    /// Which view.
    pub view: ChartKind,
    /// What the frame is called: the view and its package.
    pub title: String,
    /// What the view finds, for whoever sees no frame.
    pub finding: String,
    /// The filters, as in the address.
    pub state: String,
    /// The language; `None` is that of the reader's browser.
    pub lang: Option<Lang>,
    /// The language of title and finding.
    pub written_in: Lang,
    /// The theme.
    pub theme: Theme,
    /// No heading and no tools.
    pub is_plain: bool,
    /// The version of the data.
    pub version: String,
    /// The package's address, where it is not the explorer's own.
    pub data: Option<String>,
    /// The view's height, in CSS pixels.
    pub height: u32,
}

impl Snippet {
    /// The HTML.
    pub fn html(&self, form: Form) -> String {
        match form {
            Form::Script => self.element(),
            Form::Frame => self.frame(),
        }
    }

    /// The address of the embedded view.
    pub fn address(&self) -> String {
        let mut pairs = self.package();
        pairs.push(("view", self.view.slug()));
        if let Some(lang) = self.lang {
            pairs.push(("lang", lang.slug()));
        }
        if self.theme != Theme::Auto {
            pairs.push(("theme", self.theme.slug()));
        }
        if self.is_plain {
            pairs.push(("plain", "1"));
        }
        if !self.version.is_empty() {
            pairs.push(("v", &self.version));
        }
        pairs.push(("embed", "1"));
        self.with(&pairs)
    }

    /// The address of the page with the same view, for whoever sees no frame.
    fn page(&self) -> String {
        let mut pairs = self.package();
        pairs.push(("lang", self.written_in.slug()));
        format!("{}#{}", self.with(&pairs), self.view.slug())
    }

    fn package(&self) -> Vec<(&'static str, &str)> {
        let data = self.data.as_deref();
        data.map(|data| ("data", data)).into_iter().collect()
    }

    fn with(&self, pairs: &[(&str, &str)]) -> String {
        format!("{}?{}", self.base, query(pairs, &self.state))
    }

    fn element(&self) -> String {
        let picture = format!(
            "{}figures/{}-{}-light.png",
            self.base,
            self.view.slug(),
            self.written_in.slug()
        );
        let theme = (self.theme != Theme::Auto).then(|| self.theme.slug());
        let state = query(&self.package(), &self.state);
        let state = (!state.is_empty()).then_some(state);
        let version = (!self.version.is_empty()).then_some(&self.version);
        html! {
            forum-explorer view=(self.view.slug()) lang=[self.lang.map(Lang::slug)] theme=[theme] state=[state] plain[self.is_plain] v=[version]
                title=(self.title) height=(self.height) {
                a href=(self.page()) {
                    // Another package has no pictures beside the explorer.
                    @if self.data.is_none() { img src=(picture) alt=(self.finding) loading="lazy" width="100%"; }
                    @else { (self.finding) }
                }
            }
            "\n"
            script async src=(format!("{}{SCRIPT}", self.base)) {}
        }
        .into_string()
    }

    fn frame(&self) -> String {
        html! {
            iframe title=(self.title) src=(self.address()) loading="lazy" style=(format!("{FRAME_STYLE}{}px", self.height)) allow=(ALLOWED)
                referrerpolicy="strict-origin-when-cross-origin" {}
        }
        .into_string()
    }
}

/// Pairs and a query that is written already, in one.
fn query(pairs: &[(&str, &str)], written: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs {
        query.append_pair(name, value);
    }
    let all = [query.finish(), written.to_owned()];
    let said: Vec<String> = all.into_iter().filter(|part| !part.is_empty()).collect();
    said.join("&")
}
