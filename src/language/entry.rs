//! The strings of a language as a list, so that a program can go through them.

/// One text and the path of its field, such as `page.skip` or `words.units.people`.
pub type Entry = (String, &'static str);

/// Something that consists of texts.
pub(super) trait Entries {
    /// Adds every text under `path`, in order.
    fn collect(&self, path: &str, entries: &mut Vec<Entry>);
}

impl Entries for &'static str {
    fn collect(&self, path: &str, entries: &mut Vec<Entry>) {
        entries.push((path.to_owned(), self));
    }
}

/// The twelve months, counted from 1.
impl Entries for &'static [&'static str; 12] {
    fn collect(&self, path: &str, entries: &mut Vec<Entry>) {
        for (month, name) in self.iter().enumerate() {
            entries.push((format!("{path}.{}", month + 1), name));
        }
    }
}

/// A vocabulary, by its slugs.
impl Entries for &'static [(&'static str, &'static str)] {
    fn collect(&self, path: &str, entries: &mut Vec<Entry>) {
        entries.extend(
            self.iter()
                .map(|(slug, word)| (format!("{path}.{slug}"), *word)),
        );
    }
}

/// Steps of numbers, by their size: languages count in different ones.
impl Entries for &'static [(f64, &'static str)] {
    fn collect(&self, path: &str, entries: &mut Vec<Entry>) {
        entries.extend(
            self.iter()
                .map(|(size, name)| (format!("{path}.{size:e}"), *name)),
        );
    }
}

/// Defines structs whose every field consists of texts, as they are written, and gives them [`Entries`].
macro_rules! with_entries {
    ($($(#[$doc:meta])* pub struct $name:ident {
        $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)*
    })*) => {$(
        $(#[$doc])*
        #[allow(missing_docs, reason = "a field's name and its English text say what it is")]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl Entries for $name {
            fn collect(&self, path: &str, entries: &mut Vec<Entry>) {
                let dot = if path.is_empty() { "" } else { "." };
                $(self.$field.collect(&format!("{path}{dot}{}", stringify!($field)), entries);)*
            }
        }
    )*};
}
pub(super) use with_entries;
