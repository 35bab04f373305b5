// shorten.mjs MAP.json BINDINGS.js: gives the bindings the short names that wasm-opt has given the module's imports and exports.
// wasm-bindgen's names end in sixteen digits of a digest, which no compression makes smaller, and stand in both files.
import { readFileSync, writeFileSync } from "node:fs";

const [mapFile, bindingsFile] = process.argv.slice(2);
const { imports, exports } = JSON.parse(readFileSync(mapFile, "utf8"));
const shortImport = new Map(imports.map(([, name, short]) => [name, short]));
const shortExport = new Map(exports.map(([name, short]) => [name, short]));
const modules = new Set(imports.map(([module]) => module));
if (modules.size !== 1) {
  throw new Error(`the module was to import from one place, its bindings: ${[...modules].join(", ")}`);
}

const [module] = modules;
const bindings = readFileSync(bindingsFile, "utf8")
  .replace(/\b__wb\w+/g, (name) => shortImport.get(name) ?? name)
  .replace(/\bwasm\.([\w$]+)/g, (whole, name) => (shortExport.has(name) ? `wasm.${shortExport.get(name)}` : whole))
  .replaceAll(JSON.stringify(module), '"a"');
writeFileSync(bindingsFile, bindings);
