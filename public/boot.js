/**
 * Starts the explorer. A file of its own, because the page allows no inline script.
 *
 * The build writes two file names into this script's element: `data-bindings`, the JavaScript that wasm-bindgen made, and
 * `data-module`, the WebAssembly. Both lie beside this file. `data-package` is the report that the program asks for, unless the link
 * names another. The outcome stands in `<html data-boot>`: `started` or `failed`; a failure shows the sentence that the page carries
 * for it, in all languages, since no language is chosen yet, and below it what readers without scripts are given.
 */

// Neither a path nor another host: whoever can change an attribute must not be able to load another program.
const PLAIN_NAME = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

const asked = new URLSearchParams(location.search);

// Markup in which something would run. What the build and the program draw, pictures and pages, holds none of it.
const RUNS = /<(?:script|iframe|object|embed)\b|<(?:[^<>"']|"[^"]*"|'[^']*')*?[\s/"'](?:on\w+\s*=|[\w:]+\s*=\s*["']?\s*javascript:)/i;

/** Browsers that ask for it (Trusted Types) put no text into the document as markup, and take no script's address, but what passes here. */
function guard() {
  try {
    trustedTypes.createPolicy("default", {
      createHTML: (markup) => (RUNS.test(markup) ? null : markup),
      createScriptURL: (address) => (address === beside("sw.js") ? address : null),
    });
  } catch {
    // A browser that does not know them, or a page that has such a rule already.
  }
}

function beside(name) {
  if (!PLAIN_NAME.test(name ?? "")) {
    throw new Error(`"${name}" is not the plain name of a file`);
  }
  return new URL(name, import.meta.url).href;
}

/** Asks for the package while the program is still on its way; when the program asks for it, the browser has it already. */
function askAhead(address) {
  if (address && !asked.has("data")) {
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "", href: address }));
  }
}

async function start({ bindings, module, package: address }) {
  askAhead(address);
  const { default: initialise } = await import(beside(bindings));
  await initialise({ module_or_path: beside(module) });
}

const bootError = document.getElementById("boot-error");
// While scripts run, what stands in this element is text and no part of the page.
const plain = document.getElementById("plain");

function show(failure) {
  console.error("The explorer could not start.", failure);
  document.getElementById("ahead")?.remove();
  document.getElementById("waiting")?.removeAttribute("hidden");
  document.body.prepend(bootError);
  bootError.hidden = false;
  if (plain?.isConnected) {
    plain.outerHTML = plain.textContent;
  }
}

/** A program that ran into a fault of its own cannot go on: what it would show from now on could be wrong. */
function watchProgram() {
  let isOver = false;
  const look = ({ error, reason = error }) => {
    const isFault = reason instanceof WebAssembly.RuntimeError || reason instanceof RangeError;
    if (isFault && !isOver && document.documentElement.dataset.boot === "started") {
      isOver = true;
      import("./offline/stopped.js").then((page) => page.show(plain?.textContent)).catch(show);
    }
  };
  addEventListener("error", look);
  addEventListener("unhandledrejection", look);
}

/** Shows what the address names behind its `#`, which is not there yet, and keeps it in sight until the reader does something: what comes above it later would push it away. */
function showAnchor(id) {
  const watch = new ResizeObserver(() => document.getElementById(id)?.scrollIntoView());
  watch.observe(document.body);
  for (const event of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(event, () => watch.disconnect(), { once: true, passive: true });
  }
}

/**
 * The drawn page for this reader, if there is one: no filter, a language that was drawn, and pictures about as wide as the window lets
 * them be. The window's width is asked of the style and not of the document, which would have to be laid out for that.
 */
function drawnPage() {
  const drawn = [...document.querySelectorAll("#drawn-pages > [id]")];
  if (!drawn.length || [...asked.keys()].some((key) => key !== "lang" && key !== "theme")) {
    return null;
  }
  const { languages } = drawn[0].dataset;
  // As the program chooses: the link's, the one chosen before, the first that the browser asks for and the explorer has.
  let stored;
  try {
    stored = localStorage.getItem("forum-explorer-language");
  } catch {
    // Storage may be forbidden.
  }
  const wanted = [asked.get("lang"), stored, ...navigator.languages].map((tag) => tag?.toLowerCase().split("-")[0]);
  const lang = wanted.find((tag) => tag && languages.split(" ").includes(tag)) ?? "en";
  const fits = ({ id, dataset }) => id.startsWith(`ahead-${lang}-`) && matchMedia(`(min-width: ${dataset.from}px)`).matches;
  return drawn.filter(fits).pop();
}

/** What the reader did on the drawn page waits until the program's page has the same element, and then happens there. */
function keepFor(event) {
  const target = event.target.closest?.("button, select, input, a[href^='?']");
  const place = target?.closest("#ahead, .drawn-ahead");
  if (!place || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  // Choosing, typing and clicking: a click on a field is the browser's alone.
  const isField = target.matches("select, input");
  if (isField === (event.type === "click")) {
    return;
  }
  if (!isField) {
    event.preventDefault();
  }
  // Its own id, or its place among its like below the nearest element that has one.
  const home = target.closest("[id]:not(#ahead)") ?? document.body;
  const among = (root) => [...(root?.querySelectorAll(target.localName) ?? [])];
  const at = among(home).indexOf(target);
  const find = () => {
    const root = home === document.body ? home : [...document.querySelectorAll(`[id="${home.id}"]`)].find((e) => !e.closest("#ahead, .drawn-ahead"));
    return root && !document.getElementById("ahead") ? (home === target ? root : among(root)[at]) : null;
  };
  const until = performance.now() + 60_000;
  const again = () => {
    const found = find();
    if (found?.isConnected) {
      if (isField) {
        found.value = target.value;
        found.dispatchEvent(new Event(event.type, { bubbles: true }));
      } else {
        found.click();
      }
    } else if (performance.now() < until) {
      requestAnimationFrame(again);
    }
  };
  again();
}

/** Another turn of the browser, before those that the program takes: it looks for what is drawn when it builds a view. */
function inTurn(task) {
  globalThis.scheduler?.postTask ? scheduler.postTask(task, { priority: "user-blocking" }) : setTimeout(task);
}

/** The views after the first, one a turn, so that the first is not kept waiting for them. A theme that was chosen has its own land below the map. */
function showFurther(part, main) {
  if (part && !part.id && main.isConnected) {
    const media = { dark: "(min-width: 1px)", light: "(max-width: 1px)" }[document.documentElement.dataset.theme];
    main.insertAdjacentHTML("beforeend", part.textContent.replace("(prefers-color-scheme: dark)", media ?? "$&"));
    inTurn(() => showFurther(part.nextElementSibling, main));
  }
}

/** Puts the page as the build drew it in the place of the program's, until that is here. */
function showAhead() {
  const page = drawnPage();
  if (!page) {
    return;
  }
  const root = document.documentElement;
  const theme = asked.get("theme");
  root.lang = page.lang;
  root.dir = page.dir;
  const ahead = document.createElement("div");
  ahead.id = "ahead";
  ahead.innerHTML = page.textContent;
  const main = ahead.querySelector("main");
  main.ariaBusy = "true";
  // Its button says which themes there are.
  const chosen = /^[a-z]+$/.test(theme ?? "") && ahead.querySelector(`#theme-${theme}`);
  if (chosen) {
    root.dataset.theme = theme;
    ahead.querySelector("#theme-auto").ariaPressed = "false";
    chosen.ariaPressed = "true";
  }
  const waiting = document.getElementById("waiting");
  waiting.hidden = true;
  waiting.before(ahead);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      performance.mark("explorer:first-chart");
      inTurn(() => showFurther(page.nextElementSibling, main));
    }),
  );
  for (const type of ["click", "change", "input"]) {
    document.addEventListener(type, keepFor, { capture: true });
  }
  // The keyboard goes on to the same element of the program's page.
  const focused = () => ahead.contains(document.activeElement) && document.activeElement.id;
  let held;
  ahead.addEventListener("focusin", () => (held = focused()));
  new MutationObserver((_, watch) => {
    if (!ahead.isConnected) {
      watch.disconnect();
      held && document.getElementById(held)?.focus({ preventScroll: true });
    }
  }).observe(document.body, { childList: true });
}

guard();
showAhead();
document.getElementById("drawn-pages")?.remove();
watchProgram();

if (location.hash.length > 1) {
  showAnchor(location.hash.slice(1));
}

const { dataset } = document.documentElement;
try {
  await start(document.querySelector("script[data-bindings]").dataset);
  dataset.boot = "started";
  bootError.remove();
  // Keeps the page for reading without a network, which in a frame is not ours to do, and which the page does without.
  self === top && import("./offline/offline.js").catch(() => {});
} catch (failure) {
  dataset.boot = "failed";
  show(failure);
}
