// With forced colours: every text and every mark in a colour that its background is not, and what is chosen has a line around it.
const faults = new Map();
const fault = (key, e) => faults.set(key, [...(faults.get(key) ?? []), named(e)]);
for (const node of textNodes(document.body)) {
    const e = node.parentElement;
    if (!shown(e) || !forEyes(e)) continue;
    const svg = e.ownerSVGElement;
    const box = e.getBoundingClientRect();
    // Letters are read across a hairline; what is behind most of them counts.
    const places = svg ? [0.1, 0.3, 0.5, 0.7, 0.9].map(share => seenAt(svg, box.left + box.width * share, box.top + box.height / 2)) : [backdrop(e)];
    const lost = places.filter(behind => contrast(over(channels(svg ? getComputedStyle(e).fill : getComputedStyle(e).color), behind), behind) < 4.5);
    if (lost.length > places.length / 3) fault(`text on ${shade(lost[0])}`, e);
}
for (const svg of all('.drawing svg')) {
    for (const { shape, fill, stroke } of shapesOf(svg)) {
        const paint = shape.getAttribute('fill') ?? 'none';
        if (!/--(cluster|neutral|dimmed|accent|ink|land-)/.test(paint)) continue;
        const paper = backdrop(svg.parentElement);
        if (contrast(over(fill, paper), paper) < 3 && !(stroke && contrast(over(stroke, paper), paper) >= 3)) fault(`mark ${paint} ${shade(fill)} on ${shade(paper)}`, shape);
    }
}
for (const e of all('[aria-pressed=true], [aria-selected=true], [aria-current=true]')) {
    if (!shown(e)) continue;
    const style = getComputedStyle(e);
    const behind = backdrop(e.parentElement);
    const own = channels(style.backgroundColor);
    const line = [[style.outlineStyle, style.outlineWidth, style.outlineColor], [style.borderTopStyle, style.borderTopWidth, style.borderTopColor]]
        .some(([kind, width, color]) => kind !== 'none' && parseFloat(width) >= 1 && contrast(channels(color), behind) >= 3);
    const hasSign = /✓/.test(getComputedStyle(e, '::before').content);
    if (!hasSign && !(own.a > 0 && contrast(own, behind) >= 3) && !line) fault('chosen, and nothing shows it', e);
}
return [...faults].map(([key, where]) => `${key}, ${where.length} ×, as ${where[0]}`);
