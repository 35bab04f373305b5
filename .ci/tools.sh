# shellcheck shell=bash
# Where the tools are kept and which versions are wanted. Sourced by the scripts beside it.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Outside the source tree, so that a clone stays clean and several clones share one installation.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/forum-explorer
python_tools=$cache/python
export PATH="$cache/bin:$cache/npm/node_modules/.bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"

trunk_version=0.21.14
binaryen_major=132
binaryen_version=$binaryen_major.0.0
esbuild_version=0.28.2
wasm_split_version=0.2.4
axe_version=4.14.1
frictionless_version=5.21.0
geckodriver_version=0.37.1
duckdb_version=2.0.1
# What drives the browser in a benchmark, and what the page is compared with.
bench_tools=(puppeteer-core@24.43.1 crossfilter2@1.5.4 d3-dsv@3.0.1 lighthouse@12.8.2)

# The version of a crate in Cargo.lock.
locked_version() {
    awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock
}

# Whether `$1 --version` answers, and names version $2.
is_at_version() {
    [[ " $("$1" --version 2>/dev/null || true) " == *" $2 "* ]]
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# The first of the given commands that is installed; nothing when none is.
first_of() {
    local name
    for name in "$@"; do
        if has "$name"; then
            command -v "$name"
            return
        fi
    done
}

# With this Rust, the page has a standard library of its own: compiled for size, and where Rust's would put together the text of a panic,
# which nobody reads in a page, it stops. That is a tenth of the program. The flags for it are not stable yet, so no other Rust is asked.
small_std_rust=1.95

has_small_std() {
    [[ $(rustc --version) == "rustc $small_std_rust."* && -d $(rustc --print sysroot)/lib/rustlib/src/rust/library ]]
}

# Runs a command with the standard library that the page is built with. Its flags join those of .cargo/config.toml.
with_page_std() {
    if ! has_small_std; then
        "$@"
        return
    fi
    RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort" "$@"
}

# Runs a command for this machine, with Rust's own.
without_page_std() {
    env -u RUSTC_BOOTSTRAP -u CARGO_UNSTABLE_BUILD_STD -u CARGO_UNSTABLE_BUILD_STD_FEATURES "$@"
}

# Brings what a build takes from the network; afterwards it needs none.
fetch_crates() {
    cargo fetch --quiet --locked
    if has_small_std; then
        with_page_std cargo fetch --quiet --locked --target wasm32-unknown-unknown
    fi
}

# Whether what makes the page smaller is there, at the versions that the budget was made with.
has_shrinkers() {
    has node && [[ $(node --version) =~ ^v([0-9]+) ]] && ((BASH_REMATCH[1] >= 18)) &&
        is_at_version wasm-opt "$binaryen_major" && is_at_version esbuild "$esbuild_version"
}

# What counts a large register into a package, in the example of BEYOND-ONE-BROWSER.md; it stands beside frictionless.
has_duckdb() {
    [[ $("$python_tools/bin/python" -c 'import duckdb; print(duckdb.__version__)' 2>/dev/null) == "$duckdb_version" ]]
}

# The rules of accessibility that the browser tests run in the page; its package names its version.
axe=$cache/npm/node_modules/axe-core/axe.min.js

has_axe() {
    [[ -f $axe ]] && grep -q "\"version\": \"$axe_version\"" "$(dirname "$axe")/package.json"
}

say() {
    printf '%s\n' "$*" >&2
}

find_browser() {
    first_of "${TEST_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable
}

find_driver() {
    first_of "${TEST_DRIVER:-}" chromedriver /usr/lib/chromium-browser/chromedriver
}

find_firefox() {
    first_of "${TEST_FIREFOX:-}" firefox-esr firefox
}

# Those for GTK 3, whose window the tests know to make as narrow as a phone.
find_webkit() {
    first_of "${TEST_WEBKIT:-}" /usr/lib/*/webkit2gtk-4.1/MiniBrowser /usr/lib/*/webkit2gtk-4.0/MiniBrowser MiniBrowser
}

# Whether the browser tests can run in an engine beside Chromium: it is there, and what drives it.
has_engine() {
    case $1 in
        firefox) [[ -n $(find_firefox) ]] && has geckodriver ;;
        webkit) [[ -n $(find_webkit) ]] && has WebKitWebDriver && has Xvfb ;;
        *) return 1 ;;
    esac
}

# Debian keeps it where only root looks.
find_nginx() {
    first_of "${TEST_NGINX:-}" nginx /usr/sbin/nginx
}
