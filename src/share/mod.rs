//! What leaves the page as text: the address, and what is made of a view for others.

pub mod embed;
pub mod message;
pub mod oembed;
pub mod query;
pub mod reference;
pub mod site;
pub mod snippet;
