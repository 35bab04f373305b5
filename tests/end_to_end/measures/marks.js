// Every mark and edge of a picture at 3:1 against what lies around it. What only divides the paper, and land without a part, is no mark.
const QUIET = /--(paper|band|rule|land|raised)\)/;
const sort = new Map();
let looked = 0;
const around = ({ left, top, right, bottom }) => {
    const [x, y, out] = [(left + right) / 2, (top + bottom) / 2, 0.7];
    return [[left - out, y], [right + out, y], [x, top - out], [x, bottom + out]];
};
for (const svg of all('.drawing svg')) {
    for (const { shape, fill, stroke } of shapesOf(svg)) {
        const isMark = part => { const paint = shape.getAttribute(part) ?? 'none'; return paint !== 'none' && !QUIET.test(paint); };
        const box = shape.getBoundingClientRect();
        if (box.width < 0.5 && box.height < 0.5) continue;
        const color = isMark('fill') ? fill : isMark('stroke') ? stroke : null;
        if (color === null) continue;
        looked += 1;
        const isLine = /line/.test(shape.localName);
        const isArea = /polygon|path/.test(shape.localName);
        // What another shape covers here is not seen here.
        const isSeen = (x, y) => contrast(seenAt(svg, x, y), color) < 1.02;
        let beside;
        if (!isLine && !isArea && !isSeen(box.left + box.width / 2, box.top + box.height / 2)) continue;
        if (isLine) {
            // Along the line, half a pixel beside it.
            const length = shape.getTotalLength();
            const width = parseFloat(getComputedStyle(shape).strokeWidth) || 1;
            beside = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap(share => {
                const [at, on] = [share * length, Math.min(length, share * length + 1)].map(l => shape.getPointAtLength(l).matrixTransform(shape.getScreenCTM()));
                const [dx, dy] = [on.x - at.x, on.y - at.y];
                if (!isSeen((at.x + on.x) / 2, (at.y + on.y) / 2)) return [];
                const off = (width * Math.abs(shape.getScreenCTM().a) / 2 + 0.7) / (Math.hypot(dx, dy) || 1);
                return [[at.x - dy * off, at.y + dx * off], [at.x + dy * off, at.y - dx * off]];
            });
        } else beside = isArea ? [] : around(box);
        // Land ends at the sea or at a border, and both are paper.
        const behind = isArea ? [backdrop(svg.parentElement)] : beside.map(([x, y]) => seenAt(svg, x, y, shape));
        const ratios = behind.map(color2 => contrast(over(color, color2), color2));
        // Where it goes on in its own colour, as a bar into the dot at its end, it has no edge. Of the rest, half is enough to see it.
        const edges = ratios.filter(ratio => ratio > 1.05);
        if (edges.filter(ratio => ratio >= 2.995).length * 2 < edges.length || (edges.length === 0 && ratios.length > 0 && !isLine)) {
            const key = `${shape.localName} ${shape.getAttribute('fill')}/${shape.getAttribute('stroke')} on ${shade(behind[0])} in ${svg.closest('.view')?.id}: ${ratios.map(r => r.toFixed(2)).join(' ')}`;
            sort.set(key, (sort.get(key) ?? 0) + 1);
        }
    }
}
if (looked === 0 && document.querySelector('.drawing')) return ['no mark was found'];
return [...sort].map(([key, count]) => `${key}, ${count} ×`);
