// Nothing is wider than the window, and nothing within it has to be scrolled both ways or sideways but a named region of a table.
const faults = [];
const page = document.scrollingElement;
if (page.scrollWidth > innerWidth) {
    const widest = all('body *').filter(e => shown(e) && forEyes(e) && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3);
    faults.push(`the page is ${page.scrollWidth} px wide in a window of ${innerWidth} px: ${widest.map(named).join('; ')}`);
}
for (const e of all('body *')) {
    if (!shown(e) || e.closest('svg')) continue;
    const style = getComputedStyle(e);
    const scrolls = /auto|scroll/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
    if (!scrolls || e.localName === 'textarea') continue;
    const isTable = e.matches('[role=region][aria-label], [role=region][aria-labelledby]') && e.tabIndex === 0 && e.querySelector('table');
    if (!isTable) faults.push(`${named(e)} has to be scrolled sideways`);
}
return faults;
