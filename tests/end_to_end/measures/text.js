// No text below 12 px, and every text at 4.5:1 against what is behind it; at 3:1 where it is large.
const faults = [];
const sort = new Map();
for (const node of textNodes(document.body)) {
    const e = node.parentElement;
    if (!shown(e) || !forEyes(e)) continue;
    const style = getComputedStyle(e);
    const svg = e.ownerSVGElement;
    const scale = svg ? Math.abs(e.getScreenCTM().d) : 1;
    const size = parseFloat(style.fontSize) * scale;
    if (size < 11.95) faults.push(`${named(e)}: ${size.toFixed(1)} px`);
    if (e.closest('[aria-disabled=true], :disabled')) continue;
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const places = svg ? (box => [0.1, 0.5, 0.9].map(share => seenAt(svg, box.left + box.width * share, box.top + box.height / 2)))(e.getBoundingClientRect()) : [backdrop(e)];
    for (const behind of places) {
        const color = over({ ...channels(svg ? style.fill : style.color) }, behind);
        const ratio = contrast(color, behind);
        if (ratio < (isLarge ? 3 : 4.5)) {
            const key = `${shade(color)} on ${shade(behind)}: ${ratio.toFixed(2)}`;
            sort.set(key, [...(sort.get(key) ?? []), named(e)]);
        }
    }
}
for (const [key, where] of sort) faults.push(`${key}, ${where.length} ×, as ${where[0]}`);
return faults;
