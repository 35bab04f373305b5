//! Files over the network.

use gloo_net::http::Request;
use js_sys::futures::JsFuture;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{AbortController, ReadableStreamDefaultReader};

/// Why a file did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The server answered with this status.
    Status(u16),
    /// No answer, or an answer that broke off.
    Network,
}

/// Fetches a file as text.
///
/// # Errors
/// [`FetchError::Status`] for any answer but success, [`FetchError::Network`] for no whole answer.
pub async fn text(url: &str) -> Result<String, FetchError> {
    let response = Request::get(url)
        .send()
        .await
        .map_err(|_| FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    response.text().await.map_err(|_| FetchError::Network)
}

/// Fetches a file to the byte.
///
/// # Errors
/// As [`text`].
pub async fn bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    let response = Request::get(url)
        .send()
        .await
        .map_err(|_| FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    response.binary().await.map_err(|_| FetchError::Network)
}

/// The way to end a transfer, for whoever began it. Its copies end the same one.
#[derive(Clone)]
pub struct Stop(AbortController);

impl Stop {
    /// `None` where the browser has no such thing.
    pub fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }

    /// Ends the transfer, or has it end as soon as it begins.
    pub fn stop(&self) {
        self.0.abort();
    }

    /// True once it was ended.
    pub fn is_stopped(&self) -> bool {
        self.0.signal().aborted()
    }
}

/// A file that is read while it arrives.
pub struct Slices {
    reader: ReadableStreamDefaultReader,
    length: Option<u64>,
}

impl Slices {
    /// Asks for a file.
    ///
    /// # Errors
    /// As [`text`]; [`FetchError::Network`] also when it is stopped, and in a browser that cannot read a file in slices.
    pub async fn open(url: &str, stop: &Stop) -> Result<Self, FetchError> {
        let request = Request::get(url).abort_signal(Some(&stop.0.signal()));
        let response = request.send().await.map_err(|_| FetchError::Network)?;
        if !response.ok() {
            return Err(FetchError::Status(response.status()));
        }
        let headers = response.headers();
        // What the header tells is the length of what is sent, which is less where that is compressed.
        let length = match headers.get("content-encoding") {
            None => headers.get("content-length").and_then(|n| n.parse().ok()),
            Some(_) => None,
        };
        let body = response.body().ok_or(FetchError::Network)?;
        let reader = body.get_reader().dyn_into();
        let reader = reader.map_err(|_| FetchError::Network)?;
        Ok(Self { reader, length })
    }

    /// The length of the whole file in bytes, where the server says it.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// The next bytes, or `None` after the last.
    ///
    /// # Errors
    /// [`FetchError::Network`] where the answer breaks off or was stopped.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, FetchError> {
        let slice = JsFuture::from(self.reader.read()).await;
        let slice = slice.map_err(|_| FetchError::Network)?;
        let part = |name: &str| Reflect::get(&slice, &name.into()).ok();
        if part("done").is_none_or(|done| done.is_truthy()) {
            return Ok(None);
        }
        let bytes = part("value").and_then(|value| value.dyn_into::<Uint8Array>().ok());
        bytes
            .map(|bytes| Some(bytes.to_vec()))
            .ok_or(FetchError::Network)
    }
}
