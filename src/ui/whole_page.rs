//! Where what is shown opens again: as the whole page, also for what is shown in an embed or a brief.

use crate::browser::address;
use crate::share::{embed, query};
use crate::state::explorer::Explorer;

/// The page's address with what is shown now, and an anchor with its `#`, or none; tracks the state.
pub fn whole_page(explorer: Explorer, anchor: &str) -> String {
    let query = explorer
        .with_data(|data| explorer.with_state(|state| query::write(&embed::whole(state), data)));
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{query}{anchor}", address::page())
}
