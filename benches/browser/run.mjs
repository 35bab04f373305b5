// run.mjs DIST PEER: measures the built explorer and the page of crossfilter2 in one Chromium, and prints a table in Markdown.
//
// Absolute times are this machine's; what counts are the ratios, of pages that were opened in turn.
import puppeteer from "puppeteer-core";

import { FLAGS } from "./flags.mjs";
import { READERS, filterOften, openOnce, quantile } from "./measure.mjs";
import { serve } from "./serve.mjs";

const [dist, peer] = process.argv.slice(2);
const OPENINGS = Number(process.env.BENCH_OPENINGS ?? 5);
const STEPS = Number(process.env.BENCH_STEPS ?? 24);

const PAGES = [
  // The views that a click can follow are found by the ids that their buttons have in the page.
  { name: "this explorer", prefix: "explorer", path: "?lang=en", targets: ["#cluster-1", "#cluster-2", "#cluster-3"], toggle: "#filters-toggle" },
  { name: "crossfilter2", prefix: "peer", path: "peer/", targets: ["#cluster-1", "#cluster-2", "#cluster-3"] },
];

async function measured(browser, address, reader) {
  const results = PAGES.map(() => ({ openings: [], filters: undefined }));
  // In turn, so that what else the machine does falls on all alike.
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    for (const [place, { path, prefix }] of PAGES.entries()) {
      results[place].openings.push(await openOnce(browser, reader, address + path, prefix));
    }
  }
  for (const [place, page] of PAGES.entries()) {
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

const site = await serve({ "": dist, "peer/": peer });
const browser = await puppeteer.launch({ executablePath: process.env.TEST_BROWSER, headless: true, args: FLAGS });
try {
  console.log(`${await browser.version()}, ${OPENINGS} openings, ${STEPS} filter steps\n`);
  console.log(line(["", ...PAGES.map(({ name }) => name), "ratio"]));
  console.log(line(["---", ...PAGES.map(() => "--:"), "--:"]));
  for (const [name, reader] of Object.entries(READERS)) {
    for (const [what, values] of rowsOf(name, await measured(browser, site.address, reader))) {
      const [own, other] = values;
      const ratio = other > 0 ? (own / other).toFixed(2) : "–";
      console.log(line([what, ...values.map((value) => value.toFixed(1)), ratio]));
    }
  }
} finally {
  await browser.close();
  site.close();
}
