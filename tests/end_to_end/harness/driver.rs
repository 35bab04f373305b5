//! The programs that drive browsers, and the screen that one of them needs.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::LazyLock;
use std::thread;

use super::engine::Engine;
use super::wait::until;

/// A driver; it ends with the value, and so do its browsers.
pub struct Driver {
    /// Where it takes commands.
    pub address: String,
    /// Never waited for; it holds the pipe whose end ends the driver.
    _process: Child,
}

/// The one chromedriver of the test program, which takes any number of sessions.
pub fn shared() -> &'static Driver {
    &CHROMEDRIVER
}

static CHROMEDRIVER: LazyLock<Driver> =
    LazyLock::new(|| Driver::start(Engine::Chromium, Path::new("")));

/// The number of a screen that nobody sees, as `:99`.
static SCREEN: LazyLock<(String, Child)> = LazyLock::new(|| {
    let arguments = [
        "-displayfd",
        "1",
        "-screen",
        "0",
        "2200x1800x24",
        "-nolisten",
        "tcp",
    ];
    let mut process = guarded("Xvfb", &arguments, &[]);
    let number = lines_of(&mut process).next().and_then(Result::ok);
    let number = number.unwrap_or_else(|| panic!("Xvfb did not start; WebKit needs a screen"));
    (format!(":{number}"), process)
});

impl Driver {
    /// Starts the driver of an engine.
    pub fn start(engine: Engine, profile: &Path) -> Self {
        let program = env::var("TEST_DRIVER").unwrap_or_else(|_| {
            let usual = match engine {
                Engine::Chromium => "chromedriver",
                Engine::Firefox => "geckodriver",
                Engine::WebKit => "WebKitWebDriver",
            };
            usual.to_owned()
        });
        let (process, port) = match engine {
            Engine::Chromium | Engine::Firefox => announcing(&program),
            Engine::WebKit => on_a_screen(&program, profile),
        };
        Self {
            address: format!("http://127.0.0.1:{port}"),
            _process: process,
        }
    }
}

/// A driver that says which port it took.
fn announcing(program: &str) -> (Child, u16) {
    let mut process = guarded(program, &["--port=0"], &[]);
    let mut lines = lines_of(&mut process);
    let port = announced_port(&mut lines)
        .unwrap_or_else(|| panic!("{program} did not start; TEST_DRIVER can name another"));
    // A full pipe would stop the driver.
    thread::spawn(move || lines.for_each(drop));
    (process, port)
}

/// MiniBrowser's window would be no narrower than its own buttons; here nothing keeps it from the width of a phone.
const NO_LEAST_WIDTH: &str = "headerbar, toolbar, box, button, entry, entry *, image, label { \
     min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; -gtk-icon-size: 1px; }";

/// A driver that takes the port it is told, and whose browser needs a screen. The language is the machine's, and so set here.
fn on_a_screen(program: &str, profile: &Path) -> (Child, u16) {
    let style = profile.join("gtk-3.0");
    fs::create_dir(&style)
        .and_then(|()| fs::write(style.join("gtk.css"), NO_LEAST_WIDTH))
        .expect("the profile's folder is writable");
    let profile = profile.to_string_lossy();
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port is free")
        .port();
    let environment = [
        ("DISPLAY", SCREEN.0.as_str()),
        ("LANG", "en_US.UTF-8"),
        ("LANGUAGE", "en_US"),
        ("XDG_CONFIG_HOME", &profile),
        ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
    ];
    let process = guarded(program, &[&format!("--port={port}")], &environment);
    until(&format!("{program} to take commands"), || {
        TcpStream::connect(("127.0.0.1", port)).map_err(|error| error.to_string())
    });
    (process, port)
}

/// Statics are not dropped, and a killed program drops nothing at all. So a driver has a shell beside it that reads from
/// this program: when the program is gone, however it went, the reading ends, and the shell stops its whole process group,
/// which is itself, the driver and the browsers.
const GUARD: &str = r#""$0" "$@" & cat >/dev/null; kill 0"#;

fn guarded(program: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Child {
    Command::new("sh")
        .args(["-c", GUARD, program])
        .args(arguments)
        .envs(environment.iter().copied())
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell starts")
}

fn lines_of(process: &mut Child) -> Lines<BufReader<ChildStdout>> {
    BufReader::new(process.stdout.take().expect("its output is piped")).lines()
}

/// From `ChromeDriver was started successfully on port 38231.` or `… Listening on 127.0.0.1:38231`.
fn announced_port(lines: &mut Lines<BufReader<ChildStdout>>) -> Option<u16> {
    lines.map_while(Result::ok).find_map(|line| {
        let (_, port) = line
            .split_once("successfully on port ")
            .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
        port.trim().trim_end_matches('.').parse().ok()
    })
}
