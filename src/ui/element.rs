//! HTML elements in one Rust type.
//!
//! Leptos' `view!` makes a type, and with it a copy of the drawing code, of every combination of tag, attributes and children: for this
//! page half of its module. [`El`] builds the same reactive elements at run time, so that there is one copy. What changes comes
//! from [`crate::ui::say`]; everything else is written once.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::{self, HtmlElement};
use leptos::prelude::*;
use leptos::tachys::html::element::Custom;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::html::style::style;

use crate::format::text::foreign;
use crate::state::locale::Locale;
use crate::ui::ahead::IS_DRAWN_AHEAD;
use crate::ui::say::{Changing, Sentence, Words, tell};

/// A place to find an element's node in the document once it is there.
pub type Found = NodeRef<Custom<&'static str>>;

/// An element under construction.
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Several views after each other.
pub fn all(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    views.into_iter().collect::<Vec<AnyView>>().into_any()
}

/// A view, or nothing.
pub fn maybe(view: Option<AnyView>) -> AnyView {
    view.unwrap_or_else(nothing)
}

/// What an attribute is set to, or a text says.
pub enum Value {
    /// Words that never change.
    Fixed(&'static str),
    /// Words that were put together once.
    Written(String),
    /// What changes with the reader's language, or with what it tells of.
    Sentence(Sentence),
}

impl El {
    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.attributes.push(attribute(name, value.into()));
        self
    }

    /// Sets an attribute that only counts by being there.
    pub fn mark(self, name: &'static str) -> Self {
        self.attr(name, "")
    }

    /// Sets the class.
    pub fn class(self, value: impl Into<Value>) -> Self {
        self.attr("class", value)
    }

    /// Sets the id.
    pub fn id(self, value: impl Into<Value>) -> Self {
        self.attr("id", value)
    }

    /// Sets one property of the element's own style, which a strict policy allows where it forbids a `style` attribute.
    pub fn style(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.attributes.push(match value.into() {
            Value::Fixed(words) => style((name, words.to_owned())).into_any_attr(),
            Value::Written(words) => style((name, words)).into_any_attr(),
            Value::Sentence(sentence) => style((name, sentence)).into_any_attr(),
        });
        self
    }

    /// Sets a property of the node, such as a field's present value.
    pub fn property(mut self, name: &'static str, value: Sentence) -> Self {
        if IS_DRAWN_AHEAD {
            return self.attr(name, value);
        }
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Adds text.
    pub fn text(mut self, value: impl Into<Value>) -> Self {
        self.children.push(text(value));
        self
    }

    /// Adds words that the package wrote. Where they are in another language than the page, `lang` says so: the package has two.
    pub fn of_data(self, words: impl Into<Value>) -> Self {
        let words = words.into();
        self.in_language_of(&words).text(words)
    }

    /// Says in `lang` in which language these words of the package are, where that is not the page's.
    pub fn in_language_of(self, words: &Value) -> Self {
        let locale = Locale::expect();
        match words {
            Value::Sentence(sentence) => {
                let sentence = sentence.clone();
                self.attr("lang", tell(move || language_now(&sentence, locale)))
            }
            // Words that were put together once are put together anew in another language.
            Value::Written(words) => match foreign(words, locale.lang.get_untracked()) {
                Some(lang) => self.attr("lang", lang.tag()),
                None => self,
            },
            Value::Fixed(_) => self,
        }
    }

    /// Adds a view.
    pub fn child(mut self, child: impl Into<AnyChild>) -> Self {
        self.children.push(child.into().0);
        self
    }

    /// Listens for an event.
    pub fn on(
        mut self,
        event: &'static str,
        handler: impl FnMut(web_sys::Event) + 'static,
    ) -> Self {
        let handler: Box<dyn FnMut(web_sys::Event)> = Box::new(handler);
        let event = ev::Custom::<web_sys::Event>::new(event);
        self.attributes.push(on(event, handler).into_any_attr());
        self
    }

    /// Says where the node can be found once it is in the document.
    pub fn found_by(mut self, place: Found) -> Self {
        self.attributes
            .push(leptos::tachys::html::node_ref::node_ref(place).into_any_attr());
        self
    }

    /// Fills the element with markup of our own making: a painted picture.
    pub fn markup(mut self, markup: Sentence) -> Self {
        self.attributes
            .push(leptos::tachys::html::element::inner_html(markup).into_any_attr());
        self
    }

    /// The finished view.
    pub fn view(self) -> AnyView {
        let element: HtmlElement<_, _, _> = html::custom(self.tag)
            .child(self.children)
            .add_any_attr(self.attributes);
        element.into_any()
    }
}

/// Text as a view.
pub fn text(value: impl Into<Value>) -> AnyView {
    match value.into() {
        Value::Fixed(words) => words.into_any(),
        Value::Written(words) => words.into_any(),
        Value::Sentence(sentence) => sentence.into_any(),
    }
}

fn language_now(sentence: &Sentence, locale: Locale) -> &'static str {
    let lang = locale.lang.get();
    let words = sentence.lock().map(|mut say| say()).unwrap_or_default();
    foreign(&words, lang).unwrap_or(lang).tag()
}

fn attribute(name: &'static str, value: Value) -> AnyAttribute {
    match value {
        Value::Fixed(words) => custom_attribute(name, words).into_any_attr(),
        Value::Written(words) => custom_attribute(name, words).into_any_attr(),
        Value::Sentence(sentence) => custom_attribute(name, sentence).into_any_attr(),
    }
}

/// Whatever may stand inside an element.
pub struct AnyChild(AnyView);

impl From<AnyView> for AnyChild {
    fn from(view: AnyView) -> Self {
        Self(view)
    }
}

impl From<El> for AnyChild {
    fn from(element: El) -> Self {
        Self(element.view())
    }
}

impl From<Option<El>> for AnyChild {
    fn from(element: Option<El>) -> Self {
        Self(element.map_or_else(nothing, El::view))
    }
}

impl From<Vec<AnyView>> for AnyChild {
    fn from(views: Vec<AnyView>) -> Self {
        Self(views.into_any())
    }
}

impl From<Changing> for AnyChild {
    fn from(changing: Changing) -> Self {
        Self(changing.into_any())
    }
}

impl From<&'static str> for Value {
    fn from(words: &'static str) -> Self {
        Self::Fixed(words)
    }
}

impl From<String> for Value {
    fn from(words: String) -> Self {
        Self::Written(words)
    }
}

impl From<Words> for Value {
    fn from(Words(pick): Words) -> Self {
        let locale = Locale::expect();
        tell(move || pick(locale.strings())).into()
    }
}

impl From<Sentence> for Value {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(sentence)
    }
}
