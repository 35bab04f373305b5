//! A static host over HTTP, with a strict policy, and faults on demand. hyper, because it lets a body end in an error.

use std::convert::Infallible;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http_body_util::{BodyExt, Full, combinators::BoxBody};
use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use super::console::Said;
use super::runtime;
use super::site::{Answer, BEFORE, Fault, MOUNT, State, TOLD};

/// The strictest policy that a WebAssembly page can run under: nothing inline, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
     font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types default";

/// Answers everyone who connects, until the task is aborted.
pub async fn accept(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        runtime::spawn(async move {
            let service = service_fn(move |request| answer(request, Arc::clone(&state)));
            // A browser that goes away in the middle of an answer is no failure of the test.
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

/// An error makes hyper close the connection without an answer.
async fn answer(request: Request<Incoming>, state: Arc<State>) -> io::Result<Response<Reply>> {
    if state.content.borrow().is_down {
        return Err(io::ErrorKind::ConnectionAborted.into());
    }
    let path = request.uri().path().to_owned();
    let asked = request
        .uri()
        .path_and_query()
        .map_or(path.clone(), ToString::to_string);
    match path.strip_prefix(MOUNT) {
        Some(TOLD) => {
            hear(request, &state).await;
            return Ok(reply(StatusCode::OK, "told.txt", whole(Vec::new())));
        }
        Some(BEFORE) => {
            let scripts = state.content.borrow().before.clone();
            return Ok(found(BEFORE, before(scripts.values()).into_bytes()));
        }
        _ => {}
    }
    let response = match path.strip_prefix(MOUNT) {
        Some(name) => serve(name, &state).await?,
        None => not_found(),
    };
    let status = response.status().as_u16();
    state
        .answers
        .lock()
        .expect("no holder panics")
        .push(Answer {
            path: asked,
            status,
        });
    Ok(response)
}

/// A page tells what its console said.
async fn hear(request: Request<Incoming>, state: &State) {
    let Ok(body) = request.into_body().collect().await else {
        return;
    };
    if let Ok(said) = serde_json::from_slice::<Said>(&body.to_bytes()) {
        state.heard.lock().expect("no holder panics").push(said);
    }
}

/// Scripts as one, which takes its own element away.
fn before<'a>(scripts: impl Iterator<Item = &'a String>) -> String {
    let scripts: Vec<String> = scripts
        .map(|script| format!("((place) => {{{script}\n}})('{MOUNT}{TOLD}');"))
        .collect();
    format!("document.currentScript.remove();\n{}", scripts.join("\n"))
}

/// A page with a script before its own, if it has a head.
fn with_script(page: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(page.clone()) else {
        return page;
    };
    let head = text
        .find("<head")
        .and_then(|at| Some(at + text.get(at..)?.find('>')? + 1));
    let place = head.or_else(|| {
        text.to_lowercase()
            .starts_with("<!doctype html>")
            .then_some(15)
    });
    match place.and_then(|place| text.split_at_checked(place)) {
        Some((before, after)) => {
            format!("{before}<script src=\"{MOUNT}{BEFORE}\"></script>{after}").into_bytes()
        }
        None => page,
    }
}

async fn serve(name: &str, state: &State) -> io::Result<Response<Reply>> {
    let fault = fault_when_answering(name, state).await;
    let (found_file, policy) = {
        let content = state.content.borrow();
        (content.read(name), content.policy.clone())
    };
    let Some(mut content) = found_file else {
        return Ok(not_found());
    };
    let has_scripts = !state.content.borrow().before.is_empty();
    if has_scripts && media_type(name).starts_with("text/html") {
        content = with_script(content);
    }
    let mut response = match fault {
        None | Some(Fault::Stalled) => found(name, content),
        Some(Fault::NotFound) => not_found(),
        Some(Fault::HungUp) => return Err(io::ErrorKind::ConnectionAborted.into()),
        Some(Fault::CutShort(length)) => {
            content.truncate(length);
            found(name, content)
        }
        Some(Fault::BrokenOff(length)) => broken_off(name, content, length),
    };
    if let Some(policy) = policy {
        let policy = policy.parse().expect("a policy is a header");
        response
            .headers_mut()
            .insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// The file's fault, once it is another than a stall.
async fn fault_when_answering(name: &str, state: &State) -> Option<Fault> {
    let mut content = state.content.subscribe();
    let moved_on = content
        .wait_for(|content| content.faults.get(name) != Some(&Fault::Stalled))
        .await;
    moved_on
        .ok()
        .and_then(|content| content.faults.get(name).copied())
}

fn found(name: &str, content: Vec<u8>) -> Response<Reply> {
    reply(StatusCode::OK, name, whole(content))
}

fn not_found() -> Response<Reply> {
    reply(
        StatusCode::NOT_FOUND,
        "404.txt",
        whole(b"There is no such file.".to_vec()),
    )
}

fn broken_off(name: &str, mut content: Vec<u8>, length: usize) -> Response<Reply> {
    let promised = content.len();
    assert!(
        length < promised,
        "{name} has only {promised} bytes, and so can't break off after {length}"
    );
    content.truncate(length);
    let mut response = reply(StatusCode::OK, name, BrokenOff::after(content).boxed());
    response
        .headers_mut()
        .insert(CONTENT_LENGTH, promised.into());
    response
}

fn reply(status: StatusCode, name: &str, body: Reply) -> Response<Reply> {
    Response::builder()
        .status(status)
        .header(CONTENT_TYPE, media_type(name))
        .header(CONTENT_SECURITY_POLICY, POLICY)
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
        // A frame in a sandbox has no origin, and asks for everything from elsewhere.
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        // A mended file must be seen at the next request.
        .header(CACHE_CONTROL, "no-cache")
        .body(body)
        .expect("the headers are constant")
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        None | Some("" | "html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some(_) => "application/octet-stream",
    }
}

type Reply = BoxBody<Bytes, io::Error>;

fn whole(content: Vec<u8>) -> Reply {
    Full::new(Bytes::from(content))
        .map_err(|never: Infallible| match never {})
        .boxed()
}

/// A body that gives its bytes and then fails.
struct BrokenOff {
    left: Option<Bytes>,
    flushed: bool,
}

impl BrokenOff {
    fn after(content: Vec<u8>) -> Self {
        Self {
            left: Some(content.into()),
            flushed: false,
        }
    }
}

impl Body for BrokenOff {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(bytes) = self.left.take() {
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        if !self.flushed {
            // hyper writes out what it has while it waits, and throws it away when it fails at once.
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
    }
}
