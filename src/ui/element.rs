//! HTML elements in one Rust type.
//!
//! Leptos' `view!` makes a type, and with it a copy of the drawing code, of every combination of tag, attributes and children: for this
//! page half of its module. [`El`] builds the same reactive elements at run time, so that there is one copy. What changes is a `Signal`
//! (see [`crate::ui::say`]); everything else is written once.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::{self, HtmlElement};
use leptos::prelude::*;
use leptos::tachys::html::element::Custom;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::html::style::style;

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
    /// A string of the interface, in the reader's language.
    Words(Signal<&'static str>),
    /// A sentence that is put together anew.
    Sentence(Signal<String>),
    /// An attribute that comes and goes.
    Maybe(Signal<Option<String>>),
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
    pub fn style(mut self, name: &'static str, value: impl Into<Signal<String>>) -> Self {
        self.attributes
            .push(style((name, value.into())).into_any_attr());
        self
    }

    /// Sets a property of the node, such as a field's present value.
    pub fn property(mut self, name: &'static str, value: Signal<String>) -> Self {
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Adds text.
    pub fn text(mut self, value: impl Into<Value>) -> Self {
        self.children.push(text(value));
        self
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
    pub fn markup(mut self, markup: Signal<String>) -> Self {
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
        Value::Words(signal) => signal.into_any(),
        Value::Sentence(signal) => signal.into_any(),
        Value::Maybe(signal) => signal.into_any(),
    }
}

fn attribute(name: &'static str, value: Value) -> AnyAttribute {
    match value {
        Value::Fixed(words) => custom_attribute(name, words).into_any_attr(),
        Value::Written(words) => custom_attribute(name, words).into_any_attr(),
        Value::Words(signal) => custom_attribute(name, signal).into_any_attr(),
        Value::Sentence(signal) => custom_attribute(name, signal).into_any_attr(),
        Value::Maybe(signal) => custom_attribute(name, signal).into_any_attr(),
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

impl From<crate::ui::say::Changing> for AnyChild {
    fn from(changing: crate::ui::say::Changing) -> Self {
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

impl From<Signal<&'static str>> for Value {
    fn from(words: Signal<&'static str>) -> Self {
        Self::Words(words)
    }
}

impl From<Signal<String>> for Value {
    fn from(sentence: Signal<String>) -> Self {
        Self::Sentence(sentence)
    }
}

impl From<Signal<Option<String>>> for Value {
    fn from(value: Signal<Option<String>>) -> Self {
        Self::Maybe(value)
    }
}
