// run.mjs DIST PEER [ROWS=FOLDER …]: measures the built explorer and the page of crossfilter2 in one Chromium, and prints a table in Markdown.
//
// With folders of packages that have a register (`attendance`), it is the register that is counted, at a desk.
//
// Absolute times are this machine's; what counts are the ratios, of pages that were opened in turn.
import puppeteer from "puppeteer-core";

import { FLAGS } from "./flags.mjs";
import { READERS, filterOften, openOnce, quantile } from "./measure.mjs";
import { serve } from "./serve.mjs";

const [dist, peer, ...registers] = process.argv.slice(2);
const OPENINGS = Number(process.env.BENCH_OPENINGS ?? 5);
const STEPS = Number(process.env.BENCH_STEPS ?? 24);

const PAGES = [
  // The views that a click can follow are found by the ids that their buttons have in the page.
  { name: "this explorer", prefix: "explorer", path: "?lang=en", targets: ["#cluster-1", "#cluster-2", "#cluster-3"], toggle: "#filters-toggle" },
  { name: "crossfilter2", prefix: "peer", path: "peer/", targets: ["#cluster-1", "#cluster-2", "#cluster-3"] },
];

/** The pages that count the register of a package: the explorer's own view of it, and the same with crossfilter2. */
function pagesOf(folder) {
  return [
    { ...PAGES[0], path: `?lang=en&data=${folder}/datapackage.json`, targets: [0, 1, 3].map((region) => `#register-region-${region}`), last: ["#register", "#register .register-bar"] },
    { ...PAGES[1], path: `peer/?data=../${folder}/`, targets: ["africa", "americas", "europe"].map((region) => `#region-${region}`) },
  ];
}

async function measured(browser, address, reader, pages) {
  const results = pages.map(() => ({ openings: [], filters: undefined }));
  // In turn, so that what else the machine does falls on all alike.
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    for (const [place, { path, prefix, last }] of pages.entries()) {
      results[place].openings.push(await openOnce(browser, reader, address + path, prefix, last));
    }
  }
  for (const [place, page] of pages.entries()) {
    results[place].filters = await filterOften(browser, reader, address + page.path, page, STEPS);
  }
  return results;
}

function rowsOf(reader, results) {
  const median = (name) => results.map(({ openings }) => quantile(openings.map((opening) => opening[name]), 0.5));
  const filters = (name, share) => results.map((result) => quantile(result.filters[name], share));
  return [
    [`first chart, ${reader} (ms)`, median("firstChart")],
    [`all ready, ${reader} (ms)`, median("ready")],
    [`blocked until then, ${reader} (ms)`, median("blocked")],
    [`bytes until then, ${reader} (KB)`, median("bytes").map((bytes) => bytes / 1000)],
    [`heap, ${reader} (MB)`, median("heap")],
    [`filter p50, ${reader} (ms)`, filters("times", 0.5)],
    [`filter p95, ${reader} (ms)`, filters("times", 0.95)],
    [`main thread per filter step, ${reader} (ms)`, filters("busy", 0.5)],
  ];
}

function line(cells) {
  return `| ${cells.join(" | ")} |`;
}

const sizes = registers.map((register) => register.split("="));
const site = await serve({ "": dist, "peer/": peer, ...Object.fromEntries(sizes.map(([rows, folder]) => [`big-${rows}/`, folder])) });
const browser = await puppeteer.launch({ executablePath: process.env.TEST_BROWSER, headless: true, args: FLAGS });
try {
  console.log(`${await browser.version()}, ${OPENINGS} openings, ${STEPS} filter steps\n`);
  console.log(line(["", ...PAGES.map(({ name }) => name), "ratio"]));
  console.log(line(["---", ...PAGES.map(() => "--:"), "--:"]));
  const runs = sizes.length
    ? sizes.map(([rows]) => [`${rows} rows`, READERS.desktop, pagesOf(`big-${rows}`)])
    : Object.entries(READERS).map(([name, reader]) => [name, reader, PAGES]);
  for (const [name, reader, pages] of runs) {
    for (const [what, values] of rowsOf(name, await measured(browser, site.address, reader, pages))) {
      const [own, other] = values;
      const ratio = other > 0 ? (own / other).toFixed(2) : "–";
      console.log(line([what, ...values.map((value) => value.toFixed(1)), ratio]));
    }
  }
} finally {
  await browser.close();
  site.close();
}
