//! What an embedded view and the page around it say to each other, as JSON for the browser's `postMessage`.
//!
//! Out: `{source: "forum-explorer", v: 1, id, type, …}`; in: `{target: "forum-explorer", v: 1, id, type, …}`. The height is told in the forms
//! of others, too, so that pages which already listen to those need nothing new.

use serde_json::{Map, Value, json};

use crate::language::lang::Lang;
use crate::share::embed::Options;
use crate::share::query::{BadPart, Theme};

/// The name by which both sides know these messages.
pub const NAME: &str = "forum-explorer";
/// The version of their form. A message of another is not for us.
pub const VERSION: &str = "1";
/// The longest state that is read, in bytes; an address has to hold it.
const STATE_MAX: usize = 8000;

/// What an embedded view says.
#[derive(Clone, Debug, PartialEq)]
pub enum Outgoing {
    /// It shows its view.
    Ready {
        /// Of what is shown.
        now: Now,
        /// The version of the data.
        data: String,
    },
    /// How high it is, in CSS pixels.
    Resize(u32),
    /// What it shows has changed, or was asked for.
    State(Now),
    /// The reader chose something, or let go of it.
    Select {
        /// The facet, as in the address.
        facet: &'static str,
        /// The value, as in the address.
        value: String,
        /// False when it was let go of.
        is_selected: bool,
    },
    /// The reader opened a paragraph or a page beside the view, written as in the address; empty when it was closed.
    Navigate(String),
    /// Something was not done. The message is for whoever made the page around it.
    Error {
        /// A word for programs.
        code: &'static str,
        /// A sentence for people.
        message: String,
    },
}

/// What a view shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Now {
    /// The name of the view and the title of its package, for the frame's `title`.
    pub title: String,
    /// The filters and arrangements, as in the address.
    pub state: String,
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
}

impl Outgoing {
    /// The message. Before the page around it has said who it is, anybody may be listening: `is_known` false leaves out what the reader did.
    pub fn json(&self, options: &Options, is_known: bool) -> String {
        let mut message = match self {
            Self::Ready { now, data } => {
                let mut said = now.json(is_known);
                said.insert("data".to_owned(), json!(data));
                said
            }
            Self::Resize(height) => object([("height", json!(height))]),
            Self::State(now) => now.json(is_known),
            Self::Select {
                facet,
                value,
                is_selected,
            } => object([
                ("facet", json!(facet)),
                ("value", json!(value)),
                ("selected", json!(is_selected)),
            ]),
            Self::Navigate(open) => object([("open", json!(open))]),
            Self::Error { code, message } => {
                object([("code", json!(code)), ("message", json!(message))])
            }
        };
        message.insert("source".to_owned(), json!(NAME));
        message.insert("v".to_owned(), json!(1));
        message.insert("type".to_owned(), json!(self.kind()));
        if let Some(id) = &options.id {
            message.insert("id".to_owned(), json!(id));
        }
        Value::Object(message).to_string()
    }

    /// True for what may be said before the page around it has said who it is.
    pub fn is_for_anybody(&self) -> bool {
        matches!(
            self,
            Self::Ready { .. } | Self::Resize(_) | Self::Error { .. }
        )
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Ready { .. } => "ready",
            Self::Resize(_) => "resize",
            Self::State(_) => "state",
            Self::Select { .. } => "select",
            Self::Navigate(_) => "navigate",
            Self::Error { .. } => "error",
        }
    }
}

impl Now {
    fn json(&self, has_state: bool) -> Map<String, Value> {
        let mut said = object([
            ("title", json!(self.title)),
            ("lang", json!(self.lang.slug())),
            ("theme", json!(self.theme.slug())),
        ]);
        if has_state {
            said.insert("state".to_owned(), json!(self.state));
        }
        said
    }
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Map<String, Value> {
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// A message in somebody else's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Sent as an object; this is its JSON.
    Object(String),
    /// Sent as text.
    Text(String),
}

/// A height in the forms that pages already listen to: AMP's, Medium's and Embedly's, and where the address asks for them Datawrapper's
/// and pym.js's. `address` is the view's own.
pub fn foreign_heights(height: u32, options: &Options, address: &str) -> Vec<Foreign> {
    let amp = json!({ "sentinel": "amp", "type": "embed-size", "height": height });
    let medium = json!({ "src": address, "context": "iframe.resize", "height": height });
    let mut said = vec![
        Foreign::Object(amp.to_string()),
        Foreign::Text(medium.to_string()),
    ];
    if options.is_datawrapper {
        let id = options.id.as_deref().unwrap_or(NAME);
        said.push(Foreign::Object(
            json!({ "datawrapper-height": { id: height } }).to_string(),
        ));
    }
    if let Some(id) = &options.pym_id {
        said.push(Foreign::Text(format!(
            "pymxPYMx{id}xPYMxheightxPYMx{height}"
        )));
    }
    said
}

/// What the page around an embedded view asks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// It is there; where it comes from is from now on who we speak to.
    Hello,
    /// Another language.
    Language(Lang),
    /// Another theme.
    Theme(Theme),
    /// Other filters and arrangements, as in the address.
    State(String),
    /// What is shown?
    Report,
    /// The keyboard goes to the view, or to the mark of this name in it.
    Focus(Option<String>),
}

/// A request that cannot be met: which field, and what it said.
pub type Refused = BadPart;

impl Request {
    /// Reads a message field by field: `field` gives a field's text, or its number as text. `None` for what is not for us, of another version, for
    /// another embed, or of a kind that we do not know.
    pub fn read(
        field: &dyn Fn(&str) -> Option<String>,
        id: Option<&str>,
    ) -> Option<Result<Self, Refused>> {
        let is_ours = field("target").as_deref() == Some(NAME)
            && field("v").as_deref() == Some(VERSION)
            && field("id").is_none_or(|named| id == Some(&*named));
        let kind = field("type").filter(|_| is_ours)?;
        let refuse = |name: &str| {
            Err(BadPart {
                name: name.to_owned(),
                value: field(name).unwrap_or_default().chars().take(60).collect(),
            })
        };
        Some(match &*kind {
            "hello" => Ok(Self::Hello),
            "get-state" => Ok(Self::Report),
            "focus" => Ok(Self::Focus(field("mark"))),
            "set-lang" => match field("lang").as_deref().and_then(Lang::parse) {
                Some(lang) => Ok(Self::Language(lang)),
                None => refuse("lang"),
            },
            "set-theme" => match field("theme").as_deref().and_then(Theme::parse) {
                Some(theme) => Ok(Self::Theme(theme)),
                None => refuse("theme"),
            },
            "set-state" => match field("state").filter(|state| state.len() <= STATE_MAX) {
                Some(state) => Ok(Self::State(state)),
                None => refuse("state"),
            },
            _ => return None,
        })
    }
}
