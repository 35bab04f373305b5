//! The browser behind plain strings and numbers: the only room that talks to web-sys and gloo by name.

pub mod address;
pub mod ahead;
pub mod device;
pub mod drawing;
pub mod fetch;
pub mod host;
pub mod observe;
pub mod save;
pub mod timing;
pub mod turns;

/// The page's window. Natively, where the build draws the page ahead of its program, there is none.
fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}
