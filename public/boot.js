/**
 * Starts the explorer. A file of its own, because the page allows no inline script.
 *
 * The build writes two file names into this script's element: `data-bindings`, the JavaScript that wasm-bindgen made, and
 * `data-module`, the WebAssembly. Both lie beside this file. The outcome stands in `<html data-boot>`: `started` or `failed`;
 * a failure shows the sentence that the page carries for it, in all languages, since no language is chosen yet, and below it what
 * readers without scripts are given.
 */

// Neither a path nor another host: whoever can change an attribute must not be able to load another program.
const PLAIN_NAME = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

function beside(name) {
  if (!PLAIN_NAME.test(name ?? "")) {
    throw new Error(`"${name}" is not the plain name of a file`);
  }
  return new URL(name, import.meta.url).href;
}

async function start({ bindings, module }) {
  const { default: initialise } = await import(beside(bindings));
  await initialise({ module_or_path: beside(module) });
}

function show(failure) {
  console.error("The explorer could not start.", failure);
  document.getElementById("boot-error")?.removeAttribute("hidden");
  // While scripts run, what stands in this element is text and no part of the page.
  const plain = document.getElementById("plain");
  if (plain) {
    plain.outerHTML = plain.textContent;
  }
}

/** Shows what the address names behind its `#`, which is not there yet, and keeps it in sight until the reader does something: what comes above it later would push it away. */
function showAnchor(id) {
  const watch = new ResizeObserver(() => document.getElementById(id)?.scrollIntoView());
  watch.observe(document.body);
  for (const event of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(event, () => watch.disconnect(), { once: true, passive: true });
  }
}

if (location.hash.length > 1) {
  showAnchor(location.hash.slice(1));
}

const { dataset } = document.documentElement;
try {
  await start(document.querySelector("script[data-bindings]").dataset);
  dataset.boot = "started";
  document.getElementById("boot-error")?.remove();
  // Keeps the page for reading without a network, which in a frame is not ours to do, and which the page does without.
  self === top && import("./offline/offline.js").catch(() => {});
} catch (failure) {
  dataset.boot = "failed";
  show(failure);
}
