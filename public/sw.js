/**
 * Keeps the explorer, so that it opens without a network. The build writes before this script what there is to keep:
 * `VERSION`, and in `CORE` (what the first view needs) and `REST` (all else) the digest of each file by its path.
 *
 * A kept file is found by its path and its digest, so that files of two versions cannot be mistaken for each other. A page is given the
 * files of the version that it came from until it is loaded anew, even after another page has gone over to a newer version; what is not
 * kept yet is fetched, and refused where it is another version's.
 */

const SCOPE = registration.scope;
const CACHE = `forum-explorer ${SCOPE}`;
const PAGE = "index.html";
const FILES = Object.assign(Object.create(null), CORE, REST);

const fileKey = (path, digest) => `${SCOPE}${path}?digest=${digest}`;
const versionKey = (version) => `${SCOPE}?version=${version}`;
const clientKey = (id) => `${SCOPE}?client=${id}`;

const open = () => caches.open(CACHE);

async function find(key) {
  return (await open()).match(key);
}

async function put(key, response) {
  await (await open()).put(key, response);
}

async function digestOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The file from the host; undefined where that has none, or another version's. */
async function intact(path, digest, cache) {
  // The folder itself: some hosts send whoever asks for its index.html there.
  const response = await fetch(SCOPE + (path === PAGE ? "" : path), { cache, priority: "low" });
  if (!response.ok) {
    return undefined;
  }
  const body = await response.arrayBuffer();
  if ((await digestOf(body)) !== digest) {
    return undefined;
  }
  const headers = new Headers(response.headers);
  // They are about how the body travelled.
  ["Content-Encoding", "Content-Length", "Vary"].forEach((name) => headers.delete(name));
  return new Response(body, { headers });
}

/** The file from the host, past what the browser has of it where that is older; undefined where the host has another version's. */
async function fetched(path, digest) {
  return (await intact(path, digest, "default")) ?? (await intact(path, digest, "reload"));
}

async function keep(path) {
  const key = fileKey(path, FILES[path]);
  if (await find(key)) {
    return;
  }
  const file = await fetched(path, FILES[path]);
  if (!file) {
    throw new Error(`the host's ${path} is not of this version`);
  }
  await put(key, file);
}

async function install() {
  // One after the other, as the page may still be loading.
  for (const path of Object.keys(CORE)) {
    await keep(path);
  }
  await put(versionKey(VERSION), new Response(JSON.stringify(FILES)));
}

/** Keeps what can be had now; the next visit asks again for the rest. */
async function keepMore(paths) {
  for (const path of paths) {
    await keep(path).catch(() => {});
  }
}

/** Forgets the files of versions that no open page came from, once no newer version is on its way. */
async function forget() {
  const cache = await open();
  const kept = new Set([versionKey(VERSION), ...keysOf(FILES)]);
  const keys = (await cache.keys()).map((request) => request.url);
  for (const key of keys.filter((key) => key.startsWith(clientKey("")))) {
    const { version, since } = await (await cache.match(key)).json();
    // A page that is only about to open is not yet found by its id.
    if (Date.now() - since < 60_000 || (await clients.get(key.slice(clientKey("").length)))) {
      const files = await cache.match(versionKey(version));
      [key, versionKey(version), ...keysOf(files ? await files.json() : {})].forEach((held) => kept.add(held));
    }
  }
  if (!registration.waiting && !registration.installing) {
    await Promise.all(keys.filter((key) => !kept.has(key)).map((key) => cache.delete(key)));
  }
}

function keysOf(files) {
  return Object.entries(files).map(([path, digest]) => fileKey(path, digest));
}

/** The files of the version that a page came from; undefined where it did not come from here. */
async function filesOf(client) {
  const { version } = (client && (await (await find(clientKey(client)))?.json())) || {};
  return version === VERSION ? FILES : version && (await find(versionKey(version)))?.json();
}

async function page(event) {
  const kept = await find(fileKey(PAGE, FILES[PAGE]));
  if (kept) {
    await put(clientKey(event.resultingClientId), new Response(JSON.stringify({ version: VERSION, since: Date.now() })));
  }
  return kept;
}

async function file(event, path) {
  const isPage = event.request.mode === "navigate";
  const digest = (isPage ? FILES : await filesOf(event.clientId))?.[path];
  if (!digest) {
    return undefined;
  }
  const key = fileKey(path, digest);
  const kept = await find(key);
  if (kept) {
    return kept;
  }
  const file = await fetched(path, digest);
  if (!file) {
    return Response.error();
  }
  event.waitUntil(put(key, file.clone()).catch(() => {}));
  return file;
}

/** Where below the explorer's folder a request goes; undefined where it is none of ours. */
function pathOf({ method, mode, url }) {
  if (method !== "GET" || !url.startsWith(SCOPE)) {
    return undefined;
  }
  const { pathname, search } = new URL(url);
  const path = pathname.slice(new URL(SCOPE).pathname.length) || PAGE;
  // A page of an older version asks for program and parts under other names.
  const isKept = path in FILES || (mode !== "navigate" && /^(parts\/)?[^/]+$/.test(path));
  return isKept && (path === PAGE || !search) ? path : undefined;
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(forget()));

addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path === undefined) {
    return;
  }
  const isPage = path === PAGE && event.request.mode === "navigate";
  const answer = isPage ? page(event) : file(event, path);
  // Where the browser keeps nothing, everything is as without this script.
  event.respondWith(answer.catch(() => undefined).then((kept) => kept ?? fetch(event.request)));
});

addEventListener("message", (event) => {
  const { data } = event;
  if (data === "take over") {
    event.waitUntil(skipWaiting());
  } else if (data === "keep all") {
    event.waitUntil(keepMore(Object.keys(FILES)).then(forget));
  } else if (Array.isArray(data?.keep)) {
    event.waitUntil(keepMore(data.keep.filter((path) => path in FILES)));
  }
});
