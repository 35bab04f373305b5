//! The built page as `deploy/nginx.conf` publishes it: types, caching, compression and policy, and the page under them.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::explorer::wait_shows;
use crate::harness::{Site, browse, until};
use crate::naive::Filter;

/// Where the page lies on the host.
const PLACE: &str = "/reports/2011/explorer/";

/// Where Debian's package puts the module that sends brotli files.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// An nginx of one's own, as any user can run it, with the shipped configuration; it ends with the value.
struct Nginx {
    port: u16,
    process: Child,
    folder: PathBuf,
}

impl Nginx {
    fn start() -> Self {
        let program = env::var("TEST_NGINX").unwrap_or_else(|_| "nginx".to_owned());
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("forum-explorer-nginx-{}-{number}", std::process::id());
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("the folder for temporary files is writable");
        let port = free_port();
        let main = folder.join("nginx.conf");
        fs::write(folder.join("explorer.conf"), shipped(port)).expect("it can be written");
        fs::write(&main, frame(&folder)).expect("it can be written");
        let process = Command::new(&program)
            .arg("-p")
            .arg(&folder)
            .arg("-c")
            .arg(&main)
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{program} did not start ({error}): install nginx (Debian: apt-get install nginx-light), or set TEST_NGINX to it")
            });
        let nginx = Self {
            port,
            process,
            folder,
        };
        until("nginx to answer", || {
            TcpStream::connect(("127.0.0.1", port))
                .map(drop)
                .map_err(|error| error.to_string())
        });
        nginx
    }

    fn url(&self, path_and_query: &str) -> String {
        format!("http://127.0.0.1:{}{PLACE}{path_and_query}", self.port)
    }

    /// What it answers to a request for a file with these lines in its head.
    fn ask(&self, path: &str, lines: &[&str]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("nginx listens");
        let lines: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
        write!(
            stream,
            "GET {PLACE}{path} HTTP/1.1\r\nHost: explorer.example.org\r\nConnection: close\r\n{lines}\r\n"
        )
        .expect("nginx reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("nginx answers");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let body = answer.split_off(end.expect("an answer has a head") + 4);
        let head = String::from_utf8(answer).expect("a head is text");
        Answer { head, body }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // It may have ended by itself, and the test has failed by then.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

struct Answer {
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    fn header(&self, name: &str) -> &str {
        let mut fields = self.head.lines().filter_map(|line| line.split_once(": "));
        let field = fields.find(|(field, _)| field.eq_ignore_ascii_case(name));
        field.map_or("", |(_, value)| value)
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr();
    address.expect("a bound listener has an address").port()
}

fn built() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// The shipped configuration, with what its first lines tell a publisher to change.
fn shipped(port: u16) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/nginx.conf");
    let mut text = fs::read_to_string(path).expect("the configuration is shipped");
    let alias = format!("alias {}/;", built().display());
    let mut changes = vec![
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        ("location /explorer/ {", format!("location {PLACE} {{")),
        ("alias /srv/forum-explorer/;", alias),
    ];
    if !Path::new(BROTLI).is_file() {
        changes.push(("brotli_static on;", String::new()));
    }
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, &to);
    }
    text
}

/// What stands around it in an nginx that writes nowhere but in its own folder.
fn frame(folder: &Path) -> String {
    let module = match Path::new(BROTLI).is_file() {
        true => format!("load_module {BROTLI};\n"),
        false => String::new(),
    };
    let folder = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("{name}_temp_path {folder}/{name};\n"))
        .collect();
    format!(
        "{module}daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log stderr warn;\nevents {{}}\n\
         http {{\naccess_log off;\n{temporary}include {folder}/explorer.conf;\n}}\n"
    )
}

/// The name of a file of the program by the end of it.
fn named(folder: &str, ending: &str) -> String {
    let names = fs::read_dir(built().join(folder)).expect("there is a dist/");
    let mut names = names.map(|entry| entry.expect("it can be listed").file_name());
    let name = names.find(|name| {
        let name = name.to_string_lossy();
        name.ends_with(ending) && name.contains('-')
    });
    let name = name.unwrap_or_else(|| panic!("{folder} has no file that ends with {ending}"));
    format!("{folder}{}", name.to_string_lossy())
}

#[test]
fn nginx_sends_each_file_under_its_type_and_for_its_time() {
    let nginx = Nginx::start();
    let year = "public, max-age=31536000, immutable";
    let (module, part) = (named("", "_bg.wasm"), named("parts/", ".wasm"));
    let (style, bindings) = (named("", ".css"), named("", ".js"));
    let expected = [
        ("", "text/html; charset=utf-8", "no-cache"),
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("boot.js", "text/javascript; charset=utf-8", "no-cache"),
        ("sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("embed.js", "text/javascript; charset=utf-8", "no-cache"),
        ("data/datapackage.json", "application/json", "no-cache"),
        ("data/events.csv", "text/csv; charset=utf-8", "no-cache"),
        (
            "manifest.webmanifest",
            "application/manifest+json",
            "no-cache",
        ),
        ("icon.svg", "image/svg+xml; charset=utf-8", "no-cache"),
        ("icons/icon-192.png", "image/png", "public, max-age=3600"),
        ("map/world.txt", "text/plain; charset=utf-8", "no-cache"),
        (&style, "text/css; charset=utf-8", year),
        (&bindings, "text/javascript; charset=utf-8", year),
        (&module, "application/wasm", year),
        (&part, "application/wasm", year),
    ];
    for (path, media_type, caching) in expected {
        for accepted in ["identity", "gzip", "gzip, br"] {
            let answer = nginx.ask(path, &[&format!("Accept-Encoding: {accepted}")]);
            assert_eq!(answer.status(), "200", "{path}");
            assert_eq!(
                answer.header("Content-Type"),
                media_type,
                "{path}, {accepted}"
            );
            assert_eq!(answer.header("Cache-Control"), caching, "{path}");
        }
    }
    let first = nginx.ask("data/forum.json", &[]);
    let known = format!("If-None-Match: {}", first.header("ETag"));
    let again = nginx.ask("data/forum.json", &[&known]);
    assert_eq!(again.status(), "304", "an unchanged file is not sent again");
}

#[test]
fn nginx_sends_the_compressed_files() {
    let nginx = Nginx::start();
    let module = named("", "_bg.wasm");
    let mut ways = vec![("gzip", "gz")];
    if Path::new(BROTLI).is_file() {
        ways.push(("br", "br"));
    }
    for path in ["index.html", "data/forum.json", "data/events.csv", &module] {
        for (way, ending) in &ways {
            let answer = nginx.ask(path, &[&format!("Accept-Encoding: {way}")]);
            assert_eq!(answer.header("Content-Encoding"), *way, "{path}");
            let file = fs::read(built().join(format!("{path}.{ending}")));
            assert_eq!(answer.body, file.expect("the build wrote it"), "{path}");
        }
        let answer = nginx.ask(path, &[]);
        let file = fs::read(built().join(path)).expect("the build wrote it");
        assert_eq!(answer.body, file, "{path}");
    }
}

#[test]
fn nginx_sends_the_policies_with_every_file() {
    let nginx = Nginx::start();
    let module = named("", "_bg.wasm");
    for path in ["", "boot.js", "data/events.csv", &module] {
        let answer = nginx.ask(path, &[]);
        let policy = answer.header("Content-Security-Policy");
        for rule in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "require-trusted-types-for 'script'",
            "trusted-types default",
            "frame-ancestors *",
        ] {
            assert!(
                policy.split("; ").any(|said| said == rule),
                "{path}: {rule} in {policy}"
            );
        }
        assert_eq!(answer.header("X-Content-Type-Options"), "nosniff", "{path}");
        assert_eq!(answer.header("Access-Control-Allow-Origin"), "*", "{path}");
        assert!(!answer.header("Referrer-Policy").is_empty(), "{path}");
        assert!(!answer.header("Permissions-Policy").is_empty(), "{path}");
    }
}

/// Any violation of the policy would be a complaint in the console.
#[test]
fn the_page_that_nginx_sends_works_and_can_be_kept() {
    let nginx = Nginx::start();
    browse(|page| {
        page.let_it_be_kept();
        page.visit(&nginx.url("?lang=en"));
        page.wait_boot("started");
        wait_shows(page, &Filter::default());
        page.click("#lang-fr");
        page.wait_text("#count", "réunions thématiques sur 14");
        page.evaluate::<()>("await navigator.serviceWorker.ready", &[]);
    });
}

#[test]
fn a_frame_without_an_origin_shows_what_nginx_sends() {
    let nginx = Nginx::start();
    browse(|page| {
        let host = Site::start();
        host.set_policy("default-src 'none'; frame-src *; img-src data:");
        let frame = format!(
            "<!doctype html><title>Host</title><link rel=\"icon\" href=\"data:,\">\
             <iframe sandbox=\"allow-scripts\" width=\"900\" height=\"700\" src=\"{}\"></iframe>",
            nginx.url("?embed=1&view=outcomes&lang=en")
        );
        host.put_file("host.html", frame);
        page.visit(&host.url("host.html"));
        page.enter_frame(0);
        page.wait_for("#outcomes .drawing svg");
        page.leave_frames();
    });
}
