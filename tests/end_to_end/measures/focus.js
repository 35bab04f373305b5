// The element that has the keyboard: who it is, and what is wrong with how that shows.
const e = document.activeElement;
if (!e || e === document.body) return { name: '', order: -1, faults: [] };
const order = window.stops?.indexOf(e) ?? -1;
const style = getComputedStyle(e);
const box = e.getBoundingClientRect();
const faults = [];
const width = parseFloat(style.outlineWidth);
// The button within a date field has the browser's own ring, and the field none.
const isWithin = e.type === 'date' && !e.matches(':focus-visible');
if (isWithin) { /* the browser's own */ } else if (style.outlineStyle === 'none' || width < 2) faults.push(`its outline is ${style.outlineStyle}, ${style.outlineWidth}`);
else {
    const behind = backdrop(e.parentElement);
    const ratio = contrast(over(channels(style.outlineColor), behind), behind);
    if (ratio < 3) faults.push(`its outline has ${ratio.toFixed(2)}:1`);
}
const out = parseFloat(style.outlineOffset) + (style.outlineStyle === 'auto' ? 2 : width);
const ring = { left: box.left - out, top: box.top - out, right: box.right + out, bottom: box.bottom + out };
for (let at = e.parentElement; at && at !== document.body; at = at.parentElement) {
    const own = getComputedStyle(at);
    if (own.overflowX === 'visible' && own.overflowY === 'visible') continue;
    const outer = at.getBoundingClientRect();
    // A wide cell is scrolled to; its ends may be outside.
    if (ring.top < outer.top - 1 || ring.bottom > outer.bottom + 1) faults.push(`its outline is cut off by ${named(at)}`);
}
if (box.height < innerHeight - 150 && (ring.top < -0.5 || ring.bottom > innerHeight + 0.5)) faults.push(`it is outside the window: ${ring.top.toFixed(0)} to ${ring.bottom.toFixed(0)} of ${innerHeight}`);
const owns = at => at && (e.contains(at) || at.contains(e) || e.labels && [...e.labels].some(label => label.contains(at)));
const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
const inView = [box.top + 2, box.top + box.height / 2, box.bottom - 2].filter(y => y > 0 && y < innerHeight);
const covers = inView.map(y => document.elementFromPoint(x, y)).filter(at => at && !owns(at) && at.closest('.filters, .panel, thead, .results, .card'));
if (covers.length > 0) faults.push(`it is covered by ${named(covers[0])}`);
return { name: named(e), order, faults, view: e.closest('.view')?.id ?? '', isMark: e.matches('.hit') };
