//! Rows with typed keys.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// The place of a row in its [`Table`]. Only a table, and what was read against it, hands out keys to its rows.
pub struct Key<T> {
    index: u32,
    row: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// The row's position, counted from 0 in the package's order.
    pub fn index(self) -> usize {
        self.index as usize
    }

    /// The key of a place; for tables and for columns that keep places of their rows.
    pub(super) fn at(index: usize) -> Self {
        Self {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            row: PhantomData,
        }
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Key<T> {}
impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Key<T> {}
impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// Rows in the package's order, found by key or by their id.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: Vec<T>,
    ids: Vec<String>,
    by_id: HashMap<String, u32>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            ids: Vec::new(),
            by_id: HashMap::new(),
        }
    }
}

impl<T> Table<T> {
    /// Adds a row under its id. Gives the row back when the id is taken already.
    pub fn push(&mut self, id: &str, row: T) -> Result<Key<T>, T> {
        if self.by_id.contains_key(id) {
            return Err(row);
        }
        let key = Key::at(self.rows.len());
        self.by_id.insert(id.to_owned(), key.index);
        self.ids.push(id.to_owned());
        self.rows.push(row);
        Ok(key)
    }

    /// The row behind a key; `None` only for a key of another dataset.
    pub fn get(&self, key: Key<T>) -> Option<&T> {
        self.rows.get(key.index())
    }

    /// The row behind a key, to be completed while the dataset is built.
    pub fn get_mut(&mut self, key: Key<T>) -> Option<&mut T> {
        self.rows.get_mut(key.index())
    }

    /// The id under which a row stands in the package and in addresses.
    pub fn id(&self, key: Key<T>) -> &str {
        self.ids.get(key.index()).map_or("", String::as_str)
    }

    /// The key of the row with this id.
    pub fn find(&self, id: &str) -> Option<Key<T>> {
        self.by_id.get(id).map(|&index| Key::at(index as usize))
    }

    /// The key of the row at a position counted from 0.
    pub fn key_at(&self, index: usize) -> Option<Key<T>> {
        (index < self.rows.len()).then(|| Key::at(index))
    }

    /// All rows with their keys, in the package's order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Key<T>, &T)> + ExactSizeIterator {
        self.rows
            .iter()
            .enumerate()
            .map(|(i, row)| (Key::at(i), row))
    }

    /// All rows, in the package's order.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// All keys, in the package's order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = Key<T>> + ExactSizeIterator + use<T> {
        (0..self.rows.len()).map(Key::at)
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True when the package has no such row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
