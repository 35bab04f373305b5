//! The one chromedriver of the test program.

use std::env;
use std::io::{BufRead, BufReader, Lines};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::LazyLock;
use std::thread;

/// The address at which the driver takes commands; the first call starts it.
pub fn address() -> &'static str {
    &DRIVER.address
}

struct Driver {
    address: String,
    /// Never waited for; it holds the pipe whose end ends the driver.
    _process: Child,
}

static DRIVER: LazyLock<Driver> = LazyLock::new(start);

/// Statics are not dropped, and a killed program drops nothing at all. So the driver has a shell beside it that reads from
/// this program: when the program is gone, however it went, the reading ends, and the shell stops its whole process group,
/// which is itself, the driver and the browsers.
const GUARD: &str = r#""$0" --port=0 & cat >/dev/null; kill 0"#;

fn start() -> Driver {
    let program = env::var("TEST_DRIVER").unwrap_or_else(|_| "chromedriver".into());
    let mut process = Command::new("sh")
        .args(["-c", GUARD, &program])
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell starts");
    let mut lines = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
    let port = announced_port(&mut lines)
        .unwrap_or_else(|| panic!("{program} did not start; set TEST_DRIVER to a chromedriver"));
    // A full pipe would stop the driver.
    thread::spawn(move || lines.for_each(drop));
    Driver {
        address: format!("http://127.0.0.1:{port}"),
        _process: process,
    }
}

/// From `ChromeDriver was started successfully on port 38231.`
fn announced_port(lines: &mut Lines<BufReader<ChildStdout>>) -> Option<u16> {
    lines.map_while(Result::ok).find_map(|line| {
        line.split_once("successfully on port ")?
            .1
            .trim_end_matches('.')
            .parse()
            .ok()
    })
}
