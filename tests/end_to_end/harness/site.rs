//! The site under test: `dist/` below a sub-path, and what a test puts in its place or breaks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::AbortHandle;

use super::console::Said;
use super::{runtime, server};

/// Where a page tells what its console says, below [`MOUNT`].
pub const TOLD: &str = "__told";

/// What each page runs before its own scripts, below [`MOUNT`].
pub const BEFORE: &str = "__before.js";

/// Where the page lies on its host: deep enough that a path from the root would be noticed.
pub const MOUNT: &str = "/some/where/explorer/";

/// How a file fails to arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The host answers 404.
    NotFound,
    /// The host sends only the first bytes, as a half-written file.
    CutShort(usize),
    /// The host promises the whole, sends the first bytes and closes the connection.
    BrokenOff(usize),
    /// The host closes the connection without an answer.
    HungUp,
    /// The host does not answer until the file is mended.
    Stalled,
}

/// A server of its own for one test, on a free port. Paths are relative to the page's folder and without query.
pub struct Site {
    port: u16,
    state: Arc<State>,
    accepting: AbortHandle,
}

/// What the server looks at for every request.
pub struct State {
    /// Watched, because a stalled answer waits for a change of it.
    pub content: watch::Sender<Content>,
    pub answers: Mutex<Vec<Answer>>,
    /// What pages told of their consoles.
    pub heard: Mutex<Vec<Said>>,
}

/// What the site holds at a moment.
#[derive(Default)]
pub struct Content {
    pub faults: BTreeMap<String, Fault>,
    pub files: BTreeMap<String, Vec<u8>>,
    /// Whether the host answers nobody.
    pub is_down: bool,
    /// In place of the strict one.
    pub policy: Option<String>,
    /// Scripts that every page of this host runs before its own, by number.
    pub before: BTreeMap<usize, String>,
    /// All that was ever broken: what the browser says about these in its console is no fault of the page.
    ever_broken: BTreeSet<String>,
}

/// A request that was answered. The path is that of the host, with the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub path: String,
    pub status: u16,
}

impl Site {
    pub fn start() -> Self {
        assert!(
            dist().join("index.html").is_file(),
            "there is no dist/: run `make build` first"
        );
        let listener = runtime::block_on(TcpListener::bind("127.0.0.1:0")).expect("a port is free");
        let port = listener
            .local_addr()
            .expect("a bound listener has an address")
            .port();
        let state = Arc::new(State {
            content: watch::Sender::new(Content::default()),
            answers: Mutex::default(),
            heard: Mutex::default(),
        });
        let accepting = runtime::spawn(server::accept(listener, Arc::clone(&state)));
        Self {
            port,
            state,
            accepting,
        }
    }

    /// `http://127.0.0.1:PORT`
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of a file, or, with `""` or `?…`, of the page.
    pub fn url(&self, path_and_query: &str) -> String {
        format!("{}{MOUNT}{path_and_query}", self.origin())
    }

    /// Lets requests for the file fail, from the next one on.
    pub fn break_file(&self, path: &str, fault: Fault) {
        self.state.content.send_modify(|content| {
            content.faults.insert(path.into(), fault);
            content.ever_broken.insert(path.into());
        });
    }

    /// Ends the file's fault; answers that were stalled go out.
    pub fn mend_file(&self, path: &str) {
        let mended = self
            .state
            .content
            .send_if_modified(|content| content.faults.remove(path).is_some());
        assert!(mended, "{path} was not broken");
    }

    /// Has every page of this host run a script before its own, from the next page on; gives its number.
    pub fn before_each_page(&self, script: &str) -> usize {
        let mut number = 0;
        self.state.content.send_modify(|content| {
            number = content.before.keys().last().map_or(0, |last| last + 1);
            content.before.insert(number, script.to_owned());
        });
        number
    }

    /// Ends that.
    pub fn no_longer_before(&self, number: usize) {
        self.state.content.send_modify(|content| {
            content.before.remove(&number);
        });
    }

    /// What pages told of their consoles since the last call.
    pub fn heard(&self) -> Vec<Said> {
        std::mem::take(&mut *self.state.heard.lock().expect("no holder panics"))
    }

    /// Lets the host answer nobody from now on.
    pub fn stop(&self) {
        self.state
            .content
            .send_modify(|content| content.is_down = true);
    }

    /// Serves `content` at the path, in place of the file of `dist/` if there is one.
    pub fn put_file(&self, path: &str, content: impl Into<Vec<u8>>) {
        let content = content.into();
        self.state.content.send_modify(|site| {
            site.files.insert(path.into(), content);
        });
    }

    /// Serves everything under another policy: that of a page which embeds the explorer.
    pub fn set_policy(&self, policy: &str) {
        self.state.content.send_modify(|site| {
            site.policy = Some(policy.to_owned());
        });
    }

    /// Serves a changed version of a text file; the change must change something.
    pub fn edit_file(&self, path: &str, edit: impl FnOnce(&str) -> String) {
        let before = self.read_text(path);
        let after = edit(&before);
        assert_ne!(before, after, "the edit left {path} as it was");
        self.put_file(path, after);
    }

    /// The text of a file as the site has it now.
    pub fn read_text(&self, path: &str) -> String {
        let content = self.state.content.borrow().read(path);
        let content = content.unwrap_or_else(|| panic!("the site has no {path}"));
        String::from_utf8(content).unwrap_or_else(|_| panic!("{path} is not text"))
    }

    /// The name of the one file beside the page that ends so and has a digest in its name, as program and style have.
    pub fn name_of(&self, ending: &str) -> String {
        let names = fs::read_dir(dist()).expect("dist/ can be listed");
        let names: Vec<String> = names
            .map(|entry| {
                entry
                    .expect("dist/ can be listed")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .filter(|name| name.ends_with(ending) && has_digest(name))
            .collect();
        assert_eq!(
            names.len(),
            1,
            "one file of dist/ was to end with {ending}: {names:?}"
        );
        names.into_iter().next().unwrap_or_default()
    }

    /// The paths of the parts of the program that load later.
    pub fn parts(&self) -> Vec<String> {
        let names = fs::read_dir(dist().join("parts")).expect("the build cuts parts");
        let names = names.map(|entry| entry.expect("parts/ can be listed").file_name());
        names
            .map(|name| format!("parts/{}", name.to_string_lossy()))
            // Beside each lies what a host may send in its place.
            .filter(|path| path.ends_with(".wasm"))
            .collect()
    }

    /// All answers so far, in order. A stalled request is not among them, nor one that was hung up on.
    pub fn answers(&self) -> Vec<Answer> {
        self.state.answers.lock().expect("no holder panics").clone()
    }

    /// How often the file was asked for and answered.
    pub fn times_answered(&self, path: &str) -> usize {
        let asked = format!("{MOUNT}{path}");
        self.answers()
            .iter()
            .filter(|answer| answer.path.split('?').next() == Some(&asked))
            .count()
    }

    /// Whether the address is that of a file which the test broke, now or before.
    pub fn was_broken(&self, url: &str) -> bool {
        let path = url
            .strip_prefix(&self.url(""))
            .and_then(|path| path.split('?').next());
        path.is_some_and(|path| self.state.content.borrow().ever_broken.contains(path))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Content {
    /// The file's bytes; `None` where neither the test nor `dist/` has it.
    pub fn read(&self, path: &str) -> Option<Vec<u8>> {
        let name = if path.is_empty() { "index.html" } else { path };
        self.files.get(name).cloned().or_else(|| read_built(name))
    }
}

/// As in `explorer-0123456789abcdef.css`.
fn has_digest(name: &str) -> bool {
    let last = name.rsplit('-').next().unwrap_or_default();
    let digits = last.bytes().take_while(u8::is_ascii_hexdigit).count();
    digits == 16
}

fn read_built(name: &str) -> Option<Vec<u8>> {
    let climbs = name.split('/').any(|step| step == "..");
    if climbs {
        None
    } else {
        fs::read(dist().join(name)).ok()
    }
}

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}
