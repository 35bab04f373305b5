//! The index: every row's words, folded once.

use super::fold::fold;
use super::hit::{Found, hit};
use super::item::Item;
use super::query::Query;
use super::rank::{Texts, Tier, tier};
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use std::collections::HashMap;

/// What each row of a dataset is found by. Made anew when the dataset changes.
#[derive(Clone, Debug, Default)]
pub struct Index {
    rows: Vec<Row>,
    aliases: Aliases,
}

/// Which folded names mean the same.
#[derive(Clone, Debug, Default)]
struct Aliases {
    /// Names of one thing, and of what shares a name with it.
    groups: Vec<Vec<String>>,
    /// Each name's group.
    group_of: HashMap<String, u32>,
}

#[derive(Clone, Debug)]
struct Row {
    item: Item,
    texts: Texts,
}

impl Index {
    /// Reads all rows.
    pub fn new(data: &Dataset) -> Self {
        let rows = Item::all(data).into_iter().map(|item| Row {
            item,
            texts: texts(item, data),
        });
        let rows: Vec<Row> = rows.collect();
        let mut aliases = Aliases::default();
        for row in rows.iter().filter(|row| row.item.kind().is_named_alike()) {
            aliases.add(&row.texts.names);
        }
        Self { rows, aliases }
    }

    /// The rows that match a query, the best first, no more than `limit`; none for a query without a word.
    ///
    /// All words must match, in any order and in either language. What is called so comes before what begins so, has words that begin
    /// so, has it in its name, and in its text; equals stand by kind and then as in the report.
    pub fn find(&self, query: &str, data: &Dataset, lang: Lang, limit: usize) -> Found {
        let query = Query::read(query, |name| self.aliases.of(name));
        let matches: Vec<(Item, Tier)> = self
            .rows
            .iter()
            .filter_map(|row| Some((row.item, row.tier(&query, data)?)))
            .collect();
        let ranked = Tier::ALL
            .into_iter()
            .flat_map(|best| matches.iter().filter(move |(_, tier)| *tier == best));
        Found {
            hits: ranked
                .filter_map(|&(item, tier)| hit(item, tier, &query, data, lang))
                .take(limit)
                .collect(),
            total: matches.len(),
        }
    }
}

impl Aliases {
    /// Takes the names of one thing in, and joins the groups that have one of them.
    fn add(&mut self, names: &[String]) {
        let Ok(new) = u32::try_from(self.groups.len()) else {
            return;
        };
        let mut joined: Vec<String> = Vec::new();
        for name in names {
            let known = self.group_of.get(name).copied();
            match known.and_then(|g| self.groups.get_mut(g as usize)) {
                // A group that two of the names have is empty the second time.
                Some(group) => joined.append(group),
                None => joined.push(name.clone()),
            }
        }
        for name in &joined {
            self.group_of.insert(name.clone(), new);
        }
        self.groups.push(joined);
    }

    /// All names that mean the same as this one, itself among them; none for what is no name.
    fn of(&self, name: &str) -> &[String] {
        let known = self.group_of.get(name);
        let group = known.and_then(|&g| self.groups.get(g as usize));
        group.map_or(&[], Vec::as_slice)
    }
}

impl Row {
    fn tier(&self, query: &Query, data: &Dataset) -> Option<Tier> {
        if let (Item::Paragraph(key), Some(typed)) = (self.item, &query.paragraph)
            && data
                .paragraphs
                .get(key)
                .is_some_and(|p| p.number == typed.para)
        {
            return Some(Tier::Exact);
        }
        if query.is_paragraph_only {
            return None;
        }
        tier(&self.texts, query)
    }
}

fn texts(item: Item, data: &Dataset) -> Texts {
    let mut names = Vec::new();
    let mut text = String::new();
    for lang in Lang::ALL {
        let words = item.words(data, lang).unwrap_or_default();
        add_name(&words.title, &mut names);
        let more = item.more(data, lang).unwrap_or_default();
        let detail = Some(&words.detail).filter(|_| !item.has_counted_detail());
        for part in more.iter().chain(detail).filter(|part| !part.is_empty()) {
            text.push('\n');
            text.push_str(&fold(part));
        }
    }
    for name in Lang::ALL
        .iter()
        .flat_map(|&lang| item.other_names(data, lang))
    {
        add_name(&name, &mut names);
    }
    Texts {
        names,
        codes: item.codes(data).into_iter().map(fold).collect(),
        text,
        is_sentence: item.kind().is_sentence(),
    }
}

fn add_name(name: &str, names: &mut Vec<String>) {
    let name = fold(name);
    if !name.is_empty() && !names.contains(&name) {
        names.push(name);
    }
}
