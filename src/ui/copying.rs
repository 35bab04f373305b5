//! What is copied, and what the reader is told of it.

use leptos::prelude::*;

use crate::browser::device;
use crate::language::lang::Lang;
use crate::language::strings::SavingStrings;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::share::reference::{Reference, Style};
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{all, el, nothing};
use crate::ui::references::{Citable, reference};
use crate::ui::run::{effect, memo, next_frame};
use crate::ui::say::{changing, flag, say_later, tell};

/// The last outcome in a place of the page: a sentence, and the text itself where the browser refused to copy it.
#[derive(Clone, Copy)]
pub struct Copying {
    said: RwSignal<String>,
    refused: RwSignal<Option<String>>,
    field: StoredValue<String>,
    /// What was copied last, so that its button shows it.
    last: RwSignal<Option<String>>,
    locale: Locale,
}

impl Copying {
    /// Nothing copied yet. `id` is that of the field for a text that the browser refuses to copy.
    pub fn new(id: String) -> Self {
        let locale = Locale::expect();
        let copying = Self {
            said: RwSignal::new(String::new()),
            refused: RwSignal::new(None),
            field: StoredValue::new(id),
            last: RwSignal::new(None),
            locale,
        };
        effect(move || {
            // What was said in another language is said no more.
            locale.lang.track();
            copying.said.set(String::new());
            copying.last.set(None);
        });
        copying
    }

    /// Copies a text and says so; `done` is what is said. True when the browser did it.
    pub fn copy(self, text: String, done: fn(&'static SavingStrings) -> &'static str) -> bool {
        let words = &untrack(|| self.locale.later()).saving;
        if device::copy_text(&text) {
            self.refused.set(None);
            self.say(done(words).to_owned());
            return true;
        }
        self.refused.set(Some(text));
        self.say(words.not_copied.to_owned());
        let id = self.field.get_value();
        next_frame(move || device::select_field(&id));
        false
    }

    /// Says how something came out. The same sentence is heard again when it is said again.
    pub fn say(self, sentence: String) {
        let _ = self.said.try_set(String::new());
        next_frame(move || {
            let _ = self.said.try_set(sentence);
        });
    }

    /// Where it is said.
    pub fn view(self) -> AnyView {
        let refused = changing(move || match self.refused.get() {
            None => nothing(),
            Some(text) => untrack(|| {
                el("textarea")
                    .id(self.field.get_value())
                    .mark("readonly")
                    .attr("rows", "5")
                    .attr("aria-label", say_later(|s| s.saving.text))
                    .property("value", tell(move || text.clone()))
                    .view()
            }),
        });
        let said = tell(move || self.said.get());
        all([
            el("p")
                .class("said")
                .attr("role", "status")
                .text(said)
                .view(),
            refused.into_any(),
        ])
    }
}

/// A number as a view or a paragraph's list says it.
pub struct Statement {
    /// The number with its unit.
    pub value: String,
    /// What it counts.
    pub what: String,
    /// The paragraphs that state it.
    pub source: Source,
}

/// The button that copies a number with its paragraphs, and with the version and address of where it stands; and, once it was pressed,
/// those that copy a reference to the number in a form of references.
pub fn quote_button(statement: Statement, place: Citable, copying: Copying) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let key = format!("{} {}", statement.what, statement.value);
    let own = key.clone();
    let is_last = memo(move || copying.last.with(|last| last.as_ref() == Some(&own)));
    let what = statement.what.clone();
    // A name begins with the words that are seen.
    let label = tell(move || {
        let words = &locale.later().saving;
        match is_last.get() {
            true => format!("{} {what}", words.copied),
            false => fill(words.copy_number_of, &[("what", &what)]),
        }
    });
    let seen = tell(move || {
        let words = &locale.later().saving;
        match is_last.get() {
            true => words.copied,
            false => words.copy_number,
        }
    });
    let statement = StoredValue::new(statement);
    let place = StoredValue::new_local(place);
    // The reference to what holds the number, the number with its name and its paragraphs, and the reader's language.
    let written = move |write: &dyn Fn(Reference, &Statement, Lang) -> String| {
        untrack(|| {
            let whole = place.with_value(|place| reference(place, explorer, locale));
            statement.with_value(|said| write(whole, said, locale.lang.get()))
        })
    };
    let button = el("button")
        .attr("type", "button")
        .class("quote")
        .attr("aria-label", label)
        .on("click", move |_| {
            let text = written(&|whole, s, lang| whole.quoted(&s.value, &s.what, &s.source, lang));
            let is_copied = copying.copy(text, |s| s.copied_number);
            copying.last.set(is_copied.then(|| key.clone()));
        })
        .text(seen);
    let styles = changing(move || match is_last.get() {
        false => nothing(),
        true => number_styles(copying, move |style| {
            written(&|whole, s, lang| {
                let number = whole.of_number(&s.value, &s.what, &s.source, lang);
                number.written(style, lang)
            })
        }),
    });
    all([button.view(), styles.into_any()])
}

/// The forms in which a number that was copied can be copied as a reference.
fn number_styles(copying: Copying, written: impl Fn(Style) -> String + Copy + 'static) -> AnyView {
    let locale = Locale::expect();
    let last = RwSignal::new(None::<Style>);
    let button = |style: Style| {
        let label = tell(move || {
            let words = &locale.later().saving;
            fill(words.number_as, &[("style", style.name())])
        });
        el("button")
            .attr("type", "button")
            .class("quote")
            .attr("data-style", style.slug())
            .attr("aria-label", label)
            .on("click", move |_| {
                let is_copied = copying.copy(written(style), |s| s.copied_reference);
                last.set(is_copied.then_some(style));
            })
            .attr("data-copied", flag(move || last.get() == Some(style)))
            .text(style.name())
            .view()
    };
    el("span")
        .class("quote-styles")
        .attr("role", "group")
        .attr("aria-label", say_later(|s| s.reference.style))
        .child(Vec::from(Style::ALL.map(button)))
        .view()
}
