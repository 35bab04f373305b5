// shrink.mjs MODULE.wasm BINDINGS.js: makes a module and its bindings smaller together, in place.
//
// 1. The bindings lose what nothing on our page calls: classes that a dependency exports for a server's use.
// 2. The module loses the exports that the bindings no longer name, and all that only these needed.
// 3. Imports and exports get short names. wasm-bindgen's end in digits of a digest, which no compression makes smaller.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";

const [moduleFile, bindingsFile] = process.argv.slice(2);

// Those that rustc emits today, named one by one: --all-features wrote a module that no browser loads.
const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"]
  .map((feature) => `--enable-${feature}`);

function run(command, parameters, options) {
  return execFileSync(command, parameters, { encoding: "utf8", maxBuffer: 1 << 26, ...options });
}

function inScratchFile(ending, content, use) {
  const file = `${moduleFile}.${ending}`;
  writeFileSync(file, content);
  try {
    return use(file);
  } finally {
    rmSync(file);
  }
}

/** The bindings without what their default export does not need. A class is disposable, and watched by the collector, only if used. */
function withoutUnused() {
  const entry = `export { default } from "./${basename(bindingsFile)}"`;
  const flags = ["--bundle", "--format=esm", "--log-level=warning", "--define:Symbol.dispose=undefined", "--pure:FinalizationRegistry"];
  return run("esbuild", flags, { input: entry, cwd: dirname(bindingsFile) });
}

/** Keeps the exports that the bindings name. */
function dropExports(bindings) {
  const used = new Set(bindings.match(/\bwasm\.[\w$]+/g).map((name) => name.slice("wasm.".length)));
  const roots = [...used].map((name) => ({ name: `export ${name}`, export: name, root: true }));
  inScratchFile("graph", JSON.stringify(roots), (graph) =>
    run("wasm-metadce", [...features, `--graph-file=${graph}`, moduleFile, "--output", moduleFile]),
  );
}

/** Flattened first, the module comes out smaller; a function with one caller is taken into that only where it is short. */
function optimise() {
  const passes = ["--flatten", "--rereloop", "-Oz", "-Oz", "--one-caller-inline-max-function-size=20", "--converge"];
  run("wasm-opt", [...features, ...passes, moduleFile, "--output", moduleFile]);
}

/** Shortens the names in the module, and says how: lists of [module, name, short name] and of [name, short name]. */
function shortenNames() {
  return JSON.parse(run("wasm-opt", [...features, "--minify-imports-and-exports-and-modules", moduleFile, "--output", moduleFile]));
}

function renamed(bindings, { imports, exports }) {
  const shortImport = new Map(imports.map(([, name, short]) => [name, short]));
  const shortExport = new Map(exports.map(([name, short]) => [name, short]));
  const modules = new Set(imports.map(([module]) => module));
  if (modules.size !== 1) {
    throw new Error(`the module was to import from one place, its bindings: ${[...modules].join(", ")}`);
  }
  const [module] = modules;
  return bindings
    .replace(/\b__wb\w+/g, (name) => shortImport.get(name) ?? name)
    .replace(/\bwasm\.([\w$]+)/g, (whole, name) => (shortExport.has(name) ? `wasm.${shortExport.get(name)}` : whole))
    .replaceAll(JSON.stringify(module), '"a"');
}

const bindings = withoutUnused();
dropExports(bindings);
optimise();
writeFileSync(bindingsFile, renamed(bindings, shortenNames()));
