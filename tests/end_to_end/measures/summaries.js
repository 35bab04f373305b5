// The sentence under each picture: short enough to be heard. In Chinese 40 characters to a full stop or semicolon, in English 25 words.
const inChinese = document.documentElement.lang.startsWith('zh');
const faults = [];
for (const e of all('.view h2, .view .description')) {
    for (const sentence of e.textContent.split(inChinese ? /[。；！？]/ : /(?<=[.;!?])\s+(?=[A-Z“])/)) {
        const length = inChinese ? [...sentence.replace(/\s/g, '')].length : sentence.split(/\s+/).filter(Boolean).length;
        if (length > (inChinese ? 40 : 25)) faults.push(`${e.id || named(e)}: ${length}: ${sentence.trim()}`);
    }
}
return faults;
