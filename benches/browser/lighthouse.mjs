// lighthouse.mjs DIST: what Lighthouse says of the built page on a phone, in both languages, as a table in Markdown.
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

import { FLAGS } from "./flags.mjs";
import { serve } from "./serve.mjs";

const [dist] = process.argv.slice(2);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const LANGUAGES = ["en", "zh"];

const site = await serve({ "": dist });
const browser = await puppeteer.launch({ executablePath: process.env.TEST_BROWSER, headless: true, args: FLAGS });
const remarks = [];
try {
  console.log(`| language | ${CATEGORIES.join(" | ")} |`);
  console.log(`| --- |${CATEGORIES.map(() => " --: |").join("")}`);
  for (const lang of LANGUAGES) {
    const page = await browser.newPage();
    const { lhr } = await lighthouse(`${site.address}?lang=${lang}`, { onlyCategories: CATEGORIES, logLevel: "error" }, undefined, page);
    const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
    console.log(`| ${lang} | ${scores.join(" | ")} |`);
    for (const name of CATEGORIES) {
      for (const { id, weight } of lhr.categories[name].auditRefs) {
        const { score, title, displayValue } = lhr.audits[id];
        if (weight > 0 && score !== null && score < 1) {
          remarks.push(`${lang}, ${name}: ${title}${displayValue ? ` (${displayValue})` : ""}: ${score}`);
        }
      }
    }
    await page.close();
  }
} finally {
  await browser.close();
  site.close();
}
console.log(remarks.length ? `\nBelow full marks:\n\n- ${remarks.join("\n- ")}` : "\nNothing is below full marks.");
