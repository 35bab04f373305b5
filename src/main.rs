//! The page's program: puts the explorer into the document.

use forum_explorer::browser::device;
use forum_explorer::ui::app::App;

fn main() {
    device::empty_mount_point();
    leptos::mount::mount_to_body(App);
}
