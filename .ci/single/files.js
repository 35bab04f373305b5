/**
 * The files of the single-file explorer: what the program asks for by its address it is given out of the page, and nobody else is asked.
 *
 * Each stands in a `<script type="application/gzip" data-path="data/forum.json" data-type="application/json">` as base64. They are unpacked
 * when they are wanted.
 */

const folder = new URL("./", document.baseURI);
const blocks = new Map();
for (const block of document.querySelectorAll("script[data-path]")) {
  blocks.set(new URL(block.dataset.path, folder).href, block);
}

/** The block of an address, whatever its query and fragment; undefined where the page has none. */
function blockOf(address) {
  const url = new URL(address, folder);
  url.search = url.hash = "";
  return blocks.get(url.href);
}

function unpacked(block) {
  const packed = Uint8Array.from(atob(block.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": block.dataset.type } });
}

globalThis.fetch = async (asked) => {
  const block = blockOf(asked.url ?? asked);
  if (!block) {
    throw new TypeError("The page that was opened from disk asks no network.");
  }
  return unpacked(block);
};

/** Keeps a file of the page as a file of the reader's. */
async function save(block) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await unpacked(block).blob());
  link.download = block.dataset.path.split("/").pop();
  link.click();
  // The browser has taken the address when the click returns, and what lies behind it when the page is next at leisure.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const block = link && blockOf(link.href);
  if (block) {
    event.preventDefault();
    save(block);
  }
});
