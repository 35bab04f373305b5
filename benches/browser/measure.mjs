// What a reader waits for, measured in Chromium through its own protocol.

/** Two kinds of readers: at a desk, and with a phone of the middle class on a slow network. */
export const READERS = {
  desktop: { width: 1280, height: 900, slowdown: 1 },
  mobile: { width: 390, height: 844, slowdown: 4, network: { kbitPerSecond: 1600, latency: 150 } },
};

/** How long a page may take before it counts as never ready, in milliseconds. */
const PATIENCE = 120_000;

/** Observes, from the first moment of the page, the tasks that keep it from answering for more than 50 milliseconds. */
function watchLongTasks() {
  globalThis.longTasks = [];
  const note = (list) => list.getEntries().forEach(({ startTime, duration }) => globalThis.longTasks.push([startTime, duration]));
  new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
}

/** Notes the memories of WebAssembly, which are beside the heap of JavaScript. */
function watchMemories() {
  const memories = new Set();
  globalThis.heldOutsideTheHeap = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      Object.values(exports).filter((value) => value instanceof WebAssembly.Memory).forEach((memory) => memories.add(memory));
      return made;
    };
  }
}

async function opened(browser, reader) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: reader.width, height: reader.height });
  const protocol = await page.createCDPSession();
  await protocol.send("Network.enable");
  await protocol.send("Network.setCacheDisabled", { cacheDisabled: true });
  await protocol.send("Performance.enable");
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: reader.slowdown });
  if (reader.network) {
    const bytesPerSecond = (reader.network.kbitPerSecond * 1000) / 8;
    await protocol.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: reader.network.latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  let bytes = 0;
  protocol.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.evaluateOnNewDocument(watchLongTasks);
  await page.evaluateOnNewDocument(watchMemories);
  return { context, page, protocol, bytesSoFar: () => bytes };
}

/** When an entry of the page's own record of times began, in milliseconds after the start of the navigation. */
function beginOf(page, name) {
  const begin = (name) => performance.getEntriesByName(name)[0]?.startTime;
  return page.waitForFunction(begin, { timeout: PATIENCE, polling: 50 }, name).then((found) => found.jsonValue());
}

/** The length of the next entry by this name, without asking again and again, which would be counted as the page's own work. */
function nextMeasure(name) {
  return new Promise((done) => {
    const observer = new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName(name);
      if (entry) {
        observer.disconnect();
        done(entry.duration);
      }
    });
    observer.observe({ type: "measure" });
  });
}

/** The seconds that the main thread was busy since the page began. */
async function busySeconds(protocol) {
  const { metrics } = await protocol.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value;
}

async function heapMegabytes(page, protocol) {
  await protocol.send("HeapProfiler.collectGarbage");
  // Typed arrays are beside the heap too.
  const { usedSize, backingStorageSize = 0 } = await protocol.send("Runtime.getHeapUsage");
  const outside = await page.evaluate(() => globalThis.heldOutsideTheHeap());
  return (usedSize + Math.max(backingStorageSize, outside)) / 1e6;
}

/** When what a page says by this selector is there, in milliseconds after the start of the navigation; it is scrolled to, as a reader would. */
async function standsAt(page, place, selector) {
  const stands = (place, selector) => {
    document.querySelector(place)?.scrollIntoView();
    return document.querySelector(selector) && performance.now();
  };
  const found = await page.waitForFunction(stands, { timeout: PATIENCE, polling: "raf" }, place, selector);
  return found.jsonValue();
}

/** Opens the page once: milliseconds, bytes over the network, megabytes. Where `last` names a place and what stands there at the end, the page is ready then. */
export async function openOnce(browser, reader, url, prefix, last) {
  const { context, page, protocol, bytesSoFar } = await opened(browser, reader);
  try {
    await page.goto(url, { waitUntil: "domcontentloaded", timeout: PATIENCE });
    const firstChart = await beginOf(page, `${prefix}:first-chart`);
    const ready = last ? await standsAt(page, ...last) : await beginOf(page, `${prefix}:ready`);
    const bytes = bytesSoFar();
    const tasks = await page.evaluate(() => globalThis.longTasks);
    const blocked = tasks.filter(([begin]) => begin < ready).reduce((sum, [, length]) => sum + length - 50, 0);
    return { firstChart, ready, blocked, bytes, heap: await heapMegabytes(page, protocol) };
  } finally {
    await context.close();
  }
}

/** Sets filters by real clicks, one after the other: milliseconds to the second frame, and of the main thread. */
export async function filterOften(browser, reader, url, { prefix, targets, toggle, last }, rounds) {
  const { context, page, protocol } = await opened(browser, reader);
  try {
    await page.goto(url, { waitUntil: "domcontentloaded" });
    await beginOf(page, `${prefix}:ready`);
    if (last) {
      await standsAt(page, ...last);
    }
    // On a phone the filters stand behind a button.
    const behind = toggle && (await page.$(toggle));
    if (behind && (await behind.isVisible())) {
      await behind.click();
    }
    const times = [];
    const busy = [];
    for (let step = 0; step < rounds; step += 1) {
      const target = await page.waitForSelector(targets[step % targets.length], { visible: true });
      await target.evaluate((element) => element.scrollIntoView({ block: "nearest" }));
      // What the step before began must not be counted as this one's.
      await new Promise((done) => setTimeout(done, 150));
      const before = await busySeconds(protocol);
      const measured = page.evaluate(nextMeasure, `${prefix}:filter`);
      await target.click();
      const length = await measured;
      times.push(length);
      busy.push((await busySeconds(protocol)) - before);
      await target.dispose();
    }
    return { times, busy: busy.map((seconds) => seconds * 1000) };
  } finally {
    await context.close();
  }
}

/** The value below which a share of the values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
