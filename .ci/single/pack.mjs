// pack.mjs DIST OUT.html: the built page as one file that opens from disk.
//
// A page from disk may neither fetch what lies beside it nor import it. So program, style, data, map and parts are inside: the scripts as
// one inline script, the rest gzipped as base64 (see files.js). The page's own policy allows that script, by its digest, and no network.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const [dist, out] = process.argv.slice(2);
const here = import.meta.dirname ?? dirname(new URL(import.meta.url).pathname);

const TYPES = {
  ".csv": "text/csv;charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown;charset=utf-8",
  ".txt": "text/plain;charset=utf-8",
  ".wasm": "application/wasm",
};
const FOLDERS = ["data", "map", "parts"];
const WORDS = "offline/words.json";

function fail(reason) {
  console.error(`single-file: ${reason}`);
  process.exit(1);
}

/** Replaces what must be there. */
function replace(text, pattern, by) {
  if (!pattern.test(text)) {
    fail(`nothing is ${pattern} any more`);
  }
  return text.replace(pattern, () => by);
}

function captured(text, pattern) {
  return text.match(pattern)?.[1] ?? fail(`nothing is ${pattern} any more`);
}

/** The files that the program fetches, and those that the page lets a reader download. */
function paths(module) {
  const inFolders = FOLDERS.flatMap((folder) => readdirSync(join(dist, folder)).map((name) => `${folder}/${name}`));
  return [module, WORDS, ...inFolders.filter((path) => extname(path) in TYPES)];
}

function block(path) {
  const packed = gzipSync(readFileSync(join(dist, path)), { level: 9 }).toString("base64");
  return `<script type="application/gzip" data-path="${path}" data-type="${TYPES[extname(path)]}">${packed}</script>`;
}

/** The table of files, the bindings and boot.js as one script. */
function program(bindings) {
  // The bindings have to be named for esbuild to join them, and what is on the disk is kept already.
  let boot = readFileSync("public/boot.js", "utf8");
  boot = replace(boot, /await import\(beside\(bindings\)\)/, `await import(${JSON.stringify(resolve(dist, bindings))})`);
  boot = replace(boot, /import\("\.\/offline\/stopped\.js"\)/, `import(${JSON.stringify(resolve("public/offline/stopped.js"))})`);
  const joined = replace(boot, /self === top && import\(.*/, "");
  const entry = `import ${JSON.stringify(join(here, "files.js"))};\n${joined}`;
  const flags = ["--bundle", "--format=esm", "--minify", "--target=es2022", "--log-level=error"];
  const script = execFileSync("esbuild", flags, { input: entry, encoding: "utf8", maxBuffer: 1 << 26 });
  if (/<\/script|<!--/i.test(script)) {
    fail("the script cannot stand inside a page");
  }
  return script;
}

function digest(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

let page = readFileSync(join(dist, "index.html"), "utf8");
// The land of the map comes with the program, which is inside; its pictures would lie beside the file.
page = replace(page, /<picture class="land">.*?<\/picture>/gs, "");
const bindings = captured(page, /data-bindings="([^"]*)"/);
const module = captured(page, /data-module="([^"]*)"/);
const style = readFileSync(join(dist, captured(page, /<link rel="stylesheet" href="\.\/([^"]*)"/)), "utf8");
const script = program(bindings);
const policy = [
  "default-src 'none'",
  `script-src ${digest(script)} 'wasm-unsafe-eval'`,
  `style-src ${digest(style)}`,
  "img-src data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
];

const head = [
  `<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">`,
  `<link rel="icon" href="data:image/svg+xml;base64,${readFileSync(join(dist, "icon.svg")).toString("base64")}">\n<style>${style}</style>`,
];
const foot = [
  ...paths(module).map(block),
  `<script type="module" data-bindings="${bindings}" data-module="${module}">${script}</script>`,
];
// What a page on a host links to is not there, or inside.
page = page.replace(/<link\b[^>]*>\s*/g, "").replace(/<script\b[^>]*src="[^>]*><\/script>\s*/g, "");
page = replace(page, /(?<=<meta charset="utf-8">)/, `\n${head[0]}`);
page = replace(page, /(?=<\/head>)/, `${head[1]}\n`);
page = replace(page, /(?<=<div id="boot-error"[^>]*>)[^]*?(?=<\/div>)/, `\n${readFileSync(join(here, "failed.html"), "utf8")}`);
page = replace(page, /(?=<\/body>)/, `${foot.join("\n")}\n`);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, page);
console.log(`${out}: ${Buffer.byteLength(page)} bytes`);
