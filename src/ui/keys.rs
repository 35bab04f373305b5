//! The keys of pictures and of the timeline's handles: what they do, and what a reader is told that they do, from the same tables.

use web_sys::KeyboardEvent;

/// What a key does on a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next mark.
    Next,
    /// To the mark before.
    Previous,
    /// To the first mark of the next group.
    NextGroup,
    /// To the first mark of this group, or of the one before.
    PreviousGroup,
    /// To the first mark of the picture.
    First,
    /// To its last.
    Last,
    /// Chooses the mark as a filter; what a button does with these keys by itself.
    Choose,
    /// Into the card, whose paragraphs are links; what the browser does with this key by itself.
    IntoCard,
    /// Lets go of a chosen mark, or closes the card.
    LetGo,
}

/// What a key does on one of the timeline's handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// To the next event.
    Later,
    /// To the event before.
    Earlier,
    /// Several events on.
    MuchLater,
    /// Several events back.
    MuchEarlier,
    /// To the beginning of the line.
    Start,
    /// To its end.
    End,
}

/// A line of a table of keys: their names as the browser gives them, and what they do.
pub type Binding<T> = (&'static [&'static str], T);

/// The keys of every picture, in the order in which they are told.
pub const MARK_KEYS: [Binding<Step>; 9] = [
    (&["ArrowRight", "ArrowDown"], Step::Next),
    (&["ArrowLeft", "ArrowUp"], Step::Previous),
    (&["PageDown"], Step::NextGroup),
    (&["PageUp"], Step::PreviousGroup),
    (&["Home"], Step::First),
    (&["End"], Step::Last),
    (&["Enter", " "], Step::Choose),
    (&["Tab"], Step::IntoCard),
    (&["Escape"], Step::LetGo),
];

/// The keys of the timeline's handles.
pub const HANDLE_KEYS: [Binding<Slide>; 6] = [
    (&["ArrowRight", "ArrowUp"], Slide::Later),
    (&["ArrowLeft", "ArrowDown"], Slide::Earlier),
    (&["PageUp"], Slide::MuchLater),
    (&["PageDown"], Slide::MuchEarlier),
    (&["Home"], Slide::Start),
    (&["End"], Slide::End),
];

/// What a key does on a mark; `None` for a key without a part, and for one that is pressed together with Control, Alt or Meta, which
/// belongs to the browser or to assistive technology.
pub fn step_of(event: &KeyboardEvent) -> Option<Step> {
    bound(&MARK_KEYS, event)
}

/// What a key does on a handle; as [`step_of`].
pub fn slide_of(event: &KeyboardEvent) -> Option<Slide> {
    bound(&HANDLE_KEYS, event)
}

fn bound<T: Copy>(bindings: &[Binding<T>], event: &KeyboardEvent) -> Option<T> {
    let key = event.key();
    let found = bindings
        .iter()
        .find(|(keys, _)| keys.contains(&key.as_str()));
    let is_theirs = event.ctrl_key() || event.alt_key() || event.meta_key();
    found.filter(|_| !is_theirs).map(|&(_, step)| step)
}
