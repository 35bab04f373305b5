//! The browser behind plain strings and numbers: the only room that talks to web-sys and gloo by name.

pub mod address;
pub mod device;
pub mod fetch;
pub mod host;
pub mod observe;
pub mod save;
pub mod timing;
