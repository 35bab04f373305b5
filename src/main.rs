//! The page's program: puts the explorer into the document.

use forum_explorer::browser::device;
use forum_explorer::ui::app::App;

fn main() {
    leptos::mount::mount_to_body(App);
    // Not before: what stood there is all that a reader has if the explorer cannot be mounted.
    device::remove_waiting();
}
