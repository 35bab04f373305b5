//! What the browser tests stand on: a site that can be broken, a browser, and a page that is waited for.

mod browse;
mod console;
mod driver;
mod engine;
mod page;
mod reach;
mod read;
mod runtime;
mod server;
mod session;
mod site;
mod wait;

pub use browse::browse;
pub use page::Page;
pub use site::{Fault, Site};
pub use wait::{until, wait_equal};
