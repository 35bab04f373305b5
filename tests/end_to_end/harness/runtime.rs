//! The one runtime on which all servers and all conversations with the driver run, so that tests can be plain functions.

use std::future::Future;
use std::sync::LazyLock;

use tokio::runtime::{Builder, Runtime};

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime needs only threads")
});

/// Runs the future to its end while the calling test waits.
pub fn block_on<F: Future>(future: F) -> F::Output {
    RUNTIME.block_on(future)
}

/// Runs the future beside the tests until it ends or the test program does.
pub fn spawn<F: Future<Output = ()> + Send + 'static>(future: F) -> tokio::task::AbortHandle {
    RUNTIME.spawn(future).abort_handle()
}
