/**
 * Lets the browser keep the explorer, and offers a newer version when there is one. Comes after the first view, asks for nothing before
 * that is drawn, and whatever fails here leaves the page as it is.
 */

const FOLDER = new URL("../", import.meta.url);

/** Until the first view is drawn, and the browser at leisure. Where nothing can be drawn there is nothing to keep. */
function firstViewIsDrawn() {
  return new Promise((done) => {
    const look = () => {
      if (document.querySelector(".drawing svg")) {
        observer.disconnect();
        (globalThis.requestIdleCallback ?? setTimeout)(done);
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  });
}

/** Calls back for each file that the page has loaded or loads. */
function watchLoaded(callback) {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => callback(entry.name)));
  observer.observe({ type: "resource", buffered: true });
}

/** All files, or, where the reader saves data, those that are loaded anyway. */
function keepFiles(worker) {
  if (!navigator.connection?.saveData) {
    worker.postMessage("keep all");
    return;
  }
  watchLoaded((name) => {
    if (name.startsWith(FOLDER.href)) {
      worker.postMessage({ keep: [name.slice(FOLDER.href.length)] });
    }
  });
}

/** Calls back with a newer version that is ready. */
function watchVersions(registration, callback) {
  const follow = (worker) => {
    const offer = () => {
      // Without a controller this page came from the host, and is as new as can be.
      if (worker.state === "installed" && navigator.serviceWorker.controller) {
        callback(worker);
      }
    };
    worker.addEventListener("statechange", offer);
    offer();
  };
  [registration.waiting, registration.installing].filter(Boolean).forEach(follow);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

function load(worker) {
  const reload = () => location.reload();
  // Another page of the reader's may have gone over before.
  if (worker.state === "activated") {
    reload();
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  worker.postMessage("take over");
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

function linkStyle() {
  return new Promise((done) => {
    const href = new URL("notice.css", import.meta.url).href;
    document.head.append(element("link", { rel: "stylesheet", href, onload: done, onerror: done }));
  });
}

let newest;

function offer(worker) {
  newest = worker;
  if (document.getElementById("newer-version")) {
    return;
  }
  // Empty at first: what changes in it is then read out.
  const notice = element("div", { id: "newer-version" });
  notice.setAttribute("role", "status");
  document.body.append(notice);
  fill(notice).catch(() => notice.remove());
}

/** Says that there is a newer version, in the language of the page, and leaves the choice to the reader. */
async function fill(notice) {
  const words = await (await fetch(new URL("words.json", import.meta.url))).json();
  await linkStyle();
  const said = element("p");
  const accept = element("button", { type: "button", className: "button", onclick: () => load(newest) });
  const dismiss = element("button", { type: "button", className: "button", onclick: () => notice.remove() });
  const say = () => {
    const own = words[document.documentElement.lang] ?? words.en;
    [said.textContent, accept.textContent, dismiss.textContent] = [own.newer, own.load, own.not_now];
  };
  say();
  new MutationObserver(say).observe(document.documentElement, { attributeFilter: ["lang"] });
  notice.append(said, accept, dismiss);
}

const isEmbed = new URLSearchParams(location.search).has("embed");
if (!isEmbed && location.protocol.startsWith("http") && navigator.serviceWorker) {
  await firstViewIsDrawn();
  const registration = await navigator.serviceWorker.register(new URL("sw.js", FOLDER));
  watchVersions(registration, offer);
  keepFiles((await navigator.serviceWorker.ready).active);
}
