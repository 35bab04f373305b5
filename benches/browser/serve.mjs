// Serves a folder as a static host does, with the compressed files beside the others, to this machine alone.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const compressed = new Map();

/** The file with brotli, from beside it where the build has put it, so that every page travels alike. */
async function withBrotli(file) {
  if (!compressed.has(file)) {
    const beside = await readFile(`${file}.br`).catch(() => undefined);
    compressed.set(file, beside ?? brotliCompressSync(await readFile(file)));
  }
  return compressed.get(file);
}

/** Serves each of the folders under its name: `{ "": "dist", "peer/": "…" }`. Answers with the address, which ends in a slash. */
export async function serve(folders) {
  const server = createServer(async ({ url, headers }, answer) => {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname)).slice(1);
    const name = Object.keys(folders).sort((a, b) => b.length - a.length).find((name) => path.startsWith(name));
    const file = join(folders[name], path.slice(name.length) || "index.html");
    const takesBrotli = /\bbr\b/.test(headers["accept-encoding"] ?? "");
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const coding = takesBrotli ? { "content-encoding": "br" } : {};
    try {
      const body = await (takesBrotli ? withBrotli(file) : readFile(file));
      answer.writeHead(200, { "content-type": type, "cache-control": "no-store", ...coding }).end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
