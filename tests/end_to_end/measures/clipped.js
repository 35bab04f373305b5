// No text is cut off by a box, sticks out of its own, or lies on another text.
const faults = [];
const boxes = [];
const isFree = e => e.closest('.card, .panel, .skip, .filters') !== null;
for (const node of textNodes(document.body)) {
    const e = node.parentElement;
    if (!shown(e) || !forEyes(e)) continue;
    const rects = rectsOf(node);
    for (const box of rects) {
        for (let at = e; at && at !== document.body; at = at.parentElement) {
            if (at.closest('svg') && at.localName !== 'svg') continue;
            const style = getComputedStyle(at);
            const outer = at.getBoundingClientRect();
            const cuts = part => /hidden|clip/.test(part);
            const scrolls = part => /auto|scroll/.test(part);
            const hasBox = style.display !== 'inline' && (parseFloat(style.borderTopWidth) > 0 && parseFloat(style.borderInlineStartWidth) > 0 || at.localName === 'button');
            if (at.localName === 'select' || scrolls(style.overflowX) || scrolls(style.overflowY)) break;
            if ((cuts(style.overflowX) || hasBox) && (box.left < outer.left - 1.5 || box.right > outer.right + 1.5)) { faults.push(`${named(e)} is wider than ${named(at)}`); break; }
            // The height of a line is more than that of its letters.
            if ((cuts(style.overflowY) || hasBox) && (box.top < outer.top - 4 || box.bottom > outer.bottom + 4)) { faults.push(`${named(e)} is higher than ${named(at)}`); break; }
        }
        if (box.right > innerWidth + 1 && !e.closest('[role=region]')) faults.push(`${named(e)} leaves the window`);
    }
    if (!isFree(e) && !e.closest('svg') && !e.closest('[role=region]')) boxes.push(...rects.map(box => ({ e, box })));
}
boxes.sort((a, b) => a.box.top - b.box.top);
for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length && boxes[j].box.top < boxes[i].box.bottom; j++) {
        const [a, b] = [boxes[i], boxes[j]];
        if (a.e === b.e || a.e.contains(b.e) && a.e === b.e.parentElement && false) continue;
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > 2 && high > 0.4 * Math.min(a.box.height, b.box.height)) faults.push(`${named(a.e)} lies on ${named(b.e)}`);
    }
}
return [...new Set(faults)];
