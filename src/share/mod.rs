//! What leaves the page as text: the address, and what is made of a view for others.

pub mod query;
pub mod reference;
