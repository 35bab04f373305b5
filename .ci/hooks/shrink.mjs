// shrink.mjs MODULE.wasm BINDINGS.js LOADER.js PART.wasm …: makes a module, its bindings and the parts that load later smaller together,
// in place. The loader of the parts becomes part of the bindings.
//
// 1. The bindings lose what nothing on our page calls: classes that a dependency exports for a server's use.
// 2. The module loses the exports that the bindings no longer name, and all that only these needed.
// 3. Imports and exports get short names. wasm-bindgen's end in digits of a digest, which no compression makes smaller. What the parts
//    share with the module keeps its name between the two; the loader passes it on.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";

const [moduleFile, bindingsFile, loaderFile, ...partFiles] = process.argv.slice(2);

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

/** What the parts share with the module: the loader takes it from the module's exports, and nothing else. */
function sharedNames() {
  const [, names] = readFileSync(loaderFile, "utf8").match(/const \{([^}]*)\} = initSync/);
  return names.split(",").map((name) => name.trim()).filter(Boolean);
}

/** Keeps the exports that the bindings or the parts name. */
function dropExports(bindings, shared) {
  const used = new Set([...shared, ...bindings.match(/\bwasm\.[\w$]+/g).map((name) => name.slice("wasm.".length))]);
  const roots = [...used].map((name) => ({ name: `export ${name}`, export: name, root: true }));
  inScratchFile("graph", JSON.stringify(roots), (graph) =>
    run("wasm-metadce", [...features, `--graph-file=${graph}`, moduleFile, "--output", moduleFile]),
  );
}

/** Flattened first, the module comes out smaller; a function with one caller is taken into that only where it is short. */
function optimise(file) {
  const passes = ["--flatten", "--rereloop", "-Oz", "-Oz", "--one-caller-inline-max-function-size=20", "--converge"];
  run("wasm-opt", [...features, ...passes, "--strip-debug", "--strip-producers", file, "--output", file]);
}

/** Once more when names are short and what fell away is gone; now also a long function with one caller is taken into that. */
function finish(file) {
  run("wasm-opt", [...features, "-O2", "-Oz", file, "--output", file]);
}

/** Shortens the names in the module, and says how: lists of [module, name, short name] and of [name, short name]. */
function shortenNames() {
  return JSON.parse(run("wasm-opt", [...features, "--minify-imports-and-exports-and-modules", moduleFile, "--output", moduleFile]));
}

/** The bindings with the short names. Whatever the module imports, it then imports from one place, "a". */
function renamed(bindings, { imports, exports }, shared) {
  const shortImport = new Map(imports.map(([, name, short]) => [name, short]));
  const shortExport = new Map(exports.map(([name, short]) => [name, short]));
  const loaders = imports.filter(([, name]) => name.startsWith("__wasm_split_load_"));
  const passedOn = shared.map((name) => `${shortExport.get(name) ?? name}: ${name}`).join(", ");
  const replaced = [];
  const replace = (text, pattern, by) => {
    replaced.push(pattern.test(text));
    return text.replace(pattern, by);
  };
  let text = bindings
    .replace(/\b__wb\w+/g, (name) => shortImport.get(name) ?? name)
    .replace(/\bwasm\.([\w$]+)/g, (whole, name) => (shortExport.has(name) ? `wasm.${shortExport.get(name)}` : whole));
  text = replace(text, /const \{[^}]*\} = initSync/, `const { ${passedOn} } = initSync`);
  text = replace(
    text,
    /"[^"]*_bg\.js": (\w+),\s*"[^"]*__wasm_split\.js": (\w+)/,
    (_, own, loader) => `a: { ...${own}, ${loaders.map(([, name, short]) => `${short}: ${loader}.${name}`).join(", ")} }`,
  );
  if (replaced.includes(false)) {
    throw new Error("the bindings are not of the form that this script knows; wasm-bindgen or wasm-split-cli has changed");
  }
  return text;
}

const shared = sharedNames();
const bindings = withoutUnused();
dropExports(bindings, shared);
[moduleFile, ...partFiles].forEach(optimise);
writeFileSync(bindingsFile, renamed(bindings, shortenNames(), shared));
finish(moduleFile);
rmSync(loaderFile);
