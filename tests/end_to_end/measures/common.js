// What every measure uses. A measure is the body of a function that returns a list of sentences, one a fault.
const all = (css, within = document) => [...within.querySelectorAll(css)];
const words = e => (e.getAttribute('aria-label') ?? e.textContent).replace(/\s+/g, ' ').trim().slice(0, 50);
const named = e => {
    const view = e.closest('[id]');
    const place = view && view !== e ? `#${view.id} ` : '';
    const kind = typeof e.className === 'string' && e.className ? `.${e.className.trim().replace(/\s+/g, '.')}` : '';
    return `${place}${e.localName}${e.id ? '#' + e.id : ''}${kind} “${words(e)}”`;
};
const shown = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && [...e.getClientRects()].some(box => box.width > 1 && box.height > 1);
// Words that only a screen reader gets are cut to one pixel; a skip link stands beside the window until it has the keyboard.
const forEyes = e => {
    for (let at = e; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (/inset\(50%/.test(style.clipPath)) return false;
        if (at.classList.contains('skip') && at !== document.activeElement) return false;
    }
    return true;
};
const channels = color => {
    const numbers = (color.match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number);
    const [r, g, b, a = 1] = color.startsWith('color(') ? [...numbers.slice(0, 3).map(c => c * 255), numbers[3]] : numbers;
    return { r, g, b, a };
};
const over = (top, below) => {
    const mix = part => top[part] * top.a + below[part] * (1 - top.a);
    return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
};
const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
};
// What is behind an element: the first backgrounds up from it, laid over each other.
const backdrop = e => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) {
        const color = channels(getComputedStyle(at).backgroundColor);
        if (color.a > 0) layers.push(color);
        if (color.a >= 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), channels('rgb(255, 255, 255)'));
};
// What a picture shows at a place of the window, its text left out and one shape too: the fills and lines there, laid over each other.
const SHAPES = 'rect, circle, ellipse, path, polygon, line, polyline';
const painted = new Map();
const shapesOf = svg => {
    if (!painted.has(svg)) {
        painted.set(svg, all(SHAPES, svg).map(shape => {
            const style = getComputedStyle(shape);
            const paint = part => style[part] === 'none' ? null : { ...channels(style[part]), a: channels(style[part]).a * Number(style[part + 'Opacity']) };
            const matrix = shape.getScreenCTM();
            const half = (parseFloat(style.strokeWidth) || 0) * Math.abs(matrix.a) / 2;
            const { left, top, right, bottom } = shape.getBoundingClientRect();
            return { shape, matrix: matrix.inverse(), fill: paint('fill'), stroke: paint('stroke'), left: left - half, top: top - half, right: right + half, bottom: bottom + half };
        }));
    }
    return painted.get(svg);
};
const seenAt = (svg, x, y, without = null) => {
    let color = backdrop(svg.parentElement);
    for (const part of shapesOf(svg)) {
        if (part.shape === without || x < part.left || x > part.right || y < part.top || y > part.bottom) continue;
        const at = new DOMPoint(x, y).matrixTransform(part.matrix);
        if (part.fill && part.shape.isPointInFill(at)) color = over(part.fill, color);
        if (part.stroke && part.shape.isPointInStroke(at)) color = over(part.stroke, color);
    }
    return color;
};
const shade = ({ r, g, b }) => `rgb(${[r, g, b].map(Math.round).join(' ')})`;
const textNodes = root => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, node => node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const found = [];
    while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, style, noscript, option, title, template')) found.push(walk.currentNode);
    return found;
};
const rectsOf = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(box => box.width > 0.5 && box.height > 0.5);
};
