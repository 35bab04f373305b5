//! The page's state: one signal, and every way to change it as a method.

pub mod explorer;
pub mod load;
pub mod locale;
