// What is true of the document whatever it looks like: ids, tables, hidden parts, languages, names.
const faults = [];
const ids = all('[id]').map(e => e.id);
for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push(`the id ${id} is there more than once`);
for (const e of all('[aria-labelledby], [aria-describedby], [aria-controls]'))
    for (const part of ['aria-labelledby', 'aria-describedby', 'aria-controls'])
        for (const id of (e.getAttribute(part) ?? '').split(/\s+/).filter(Boolean))
            if (!document.getElementById(id)) faults.push(`${named(e)}: ${part} names ${id}, which is not there`);
for (const e of all('[aria-hidden=true] :is(a[href], button, input, select, textarea, summary, [tabindex]), svg [tabindex]:not(.mark)'))
    if (e.tabIndex >= 0) faults.push(`${named(e)} can have the keyboard and is hidden`);
for (const e of all('svg'))
    if (!e.closest('[aria-hidden=true]') && !/^(img|graphics-document|group|none|presentation)/.test(e.getAttribute('role') ?? '')) faults.push(`${named(e)}: a picture that is neither named nor hidden`);
for (const table of all('table')) {
    if (!table.caption?.textContent.trim()) faults.push(`${named(table)} has no caption`);
    for (const th of all('th', table)) if (!/^(col|row)$/.test(th.scope)) faults.push(`${named(th)} has no scope`);
    for (const th of all('thead th', table)) if (th.querySelector('button') && !/^(none|ascending|descending)$/.test(th.ariaSort ?? '')) faults.push(`${named(th)} can be sorted and has no aria-sort`);
}
for (const e of all('[aria-label], [aria-valuetext], [title], [alt]'))
    for (const part of ['aria-label', 'aria-valuetext', 'title', 'alt'])
        if (/\d[\u2009\u202f\u200a\u2008]\d/.test(e.getAttribute(part) ?? '')) faults.push(`${named(e)}: a thin space in a number of its ${part}`);
for (const e of all('a, button, summary, th, h1, h2, h3, option, label'))
    if (/\d[\u2009\u202f\u200a\u2008]\d/.test(e.textContent) && !e.hasAttribute('aria-label')) faults.push(`${named(e)}: a thin space in a number of its name`);
for (const e of all('body *')) {
    const style = getComputedStyle(e);
    if (style.order !== '0' || /reverse/.test(style.flexDirection) || e.tabIndex > 0) faults.push(`${named(e)} is seen in another order than it is read`);
}
// Runs of the other language.
const inChinese = document.documentElement.lang.startsWith('zh');
const isOwn = e => e.closest('[lang]').lang.split('-')[0] === document.documentElement.lang.split('-')[0];
// A name of a person or a body, every word of it with a capital, needs no mark (3.1.2).
const isName = run => run.split(/[\s,’'-]+/).filter(Boolean).every(word => /^\p{Lu}/u.test(word));
const foreign = inChinese ? /\p{Script=Latin}{2,}[\s,’'-]+(?:[(\p{Script=Latin}]\p{Script=Latin}*[\s,’'-]+){2,}\p{Script=Latin}{2,}/u : /\p{Script=Han}/u;
const isForeign = text => { const run = text.match(foreign); return run !== null && !(inChinese && isName(run[0])); };
for (const node of textNodes(document.body)) if (isOwn(node.parentElement) && isForeign(node.data)) faults.push(`${named(node.parentElement)}: words of another language, not marked as such: ${node.data.match(foreign)[0]}`);
for (const e of all('[aria-label]')) if (isOwn(e) && isForeign(e.ariaLabel)) faults.push(`${named(e)}: its name has words of another language: ${e.ariaLabel.match(foreign)[0]}`);
return faults;
