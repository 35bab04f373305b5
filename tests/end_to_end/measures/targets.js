// WCAG 2.5.8: 24 by 24 CSS pixels, or room enough around, or a link within a sentence. The brush: 44 by 44.
const controls = all('a[href], button, select, input, textarea, summary, [role=slider]').filter(e => shown(e) && forEyes(e));
// Of what is scrolled within a region, that which is seen.
const seen = e => {
    const box = e.getBoundingClientRect();
    const region = e.closest('[role=region]')?.getBoundingClientRect();
    if (!region) return box;
    const [left, top] = [Math.max(box.left, region.left), Math.max(box.top, region.top)];
    return new DOMRect(left, top, Math.min(box.right, region.right) - left, Math.min(box.bottom, region.bottom) - top);
};
const isWhole = e => { const [own, part] = [e.getBoundingClientRect(), seen(e)]; return part.width > own.width - 1 && part.height > own.height - 1; };
const boxes = controls.filter(isWhole).map(e => ({ e, box: seen(e) }));
const isSmall = box => box.width < 23.95 || box.height < 23.95;
const isInSentence = e => {
    if (e.localName !== 'a' && !e.classList.contains('term')) return false;
    if (getComputedStyle(e).display !== 'inline') return false;
    const around = e.closest('p, li, td, dd, summary, h2');
    const links = around ? all('a, button', around).reduce((sum, a) => sum + a.textContent.trim().length, 0) : 0;
    return around !== null && around.textContent.trim().length > links + 2;
};
const faults = [];
for (const { e, box } of boxes) {
    if (e.getAttribute('role') === 'slider' && (box.width < 43.95 || box.height < 43.95)) faults.push(`${named(e)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)} px, a handle needs 44`);
    if (!isSmall(box) || isInSentence(e)) continue;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const tooNear = boxes.find(other => {
        if (other.e === e || e.contains(other.e) || other.e.contains(e)) return false;
        const [dx, dy] = [x - Math.max(other.box.left, Math.min(x, other.box.right)), y - Math.max(other.box.top, Math.min(y, other.box.bottom))];
        if (Math.hypot(dx, dy) < 11.95) return true;
        return isSmall(other.box) && Math.hypot(x - other.box.left - other.box.width / 2, y - other.box.top - other.box.height / 2) < 23.95;
    });
    if (tooNear) faults.push(`${named(e)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)} px, and too near to ${named(tooNear.e)}`);
}
return faults;
