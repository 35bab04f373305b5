//! The report's own words, where a package brings them along, and what a name's origin is.

use std::fs;
use std::path::Path;

use crate::explorer::open;
use crate::harness::browse;

#[test]
fn the_panel_quotes_the_passage_in_the_readers_language_and_marks_the_numbers_taken_from_it() {
    browse(|page| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/river-forum");
        for file in fs::read_dir(folder).expect("the fixture is there") {
            let file = file.expect("it can be listed");
            let name = format!("rivers/{}", file.file_name().to_string_lossy());
            let content = fs::read(file.path()).expect("it can be read");
            page.site().put_file(&name, content);
        }
        for (lang, tag, words) in [
            ("en", "en", "took place in Suva"),
            ("zh", "zh", "在苏瓦举行"),
        ] {
            page.open(&format!("?data=rivers/&p=3&lang={lang}"));
            page.wait_text("#panel blockquote", words);
            page.wait_attribute("#panel blockquote", "lang", tag);
            let marked = page.texts("#panel blockquote mark");
            for number in ["41", "300", "131"] {
                assert!(marked.iter().any(|text| text == number), "{marked:?}");
            }
        }
    });
}

#[test]
fn a_name_says_whether_it_is_official_or_our_translation() {
    browse(|page| {
        for (lang, official, own) in [
            ("en", "official", "our translation"),
            ("zh", "正式", "本站翻译"),
        ] {
            // The report gives the one an English title, the other none.
            for (id, word) in [
                ("event.summit-2007-brussels", official),
                ("event.migration-profiles-2005", own),
                ("term.concluding-debate", official),
                ("term.assessment", own),
            ] {
                open(page, &format!("?lang={lang}&open={id}"));
                page.wait_text("#panel", word);
                assert!(page.count("#panel a.cite") > 0, "{id}");
            }
        }
    });
}

#[test]
fn words_of_the_other_language_are_marked_as_such_and_the_official_document_is_linked() {
    browse(|page| {
        for (lang, other, tag) in [("en", "中文", "zh-Hans"), ("zh", "English", "en")] {
            open(page, &format!("?lang={lang}&p=27"));
            page.wait_text(&format!(".controls [lang='{tag}']"), other);
            page.wait_for("#panel .gist");
            let links: Vec<String> = page.evaluate(
                "return [...document.querySelectorAll('#panel a[rel=external]')].map(a => a.href)",
                &[],
            );
            assert_eq!(links, [crate::report::REPORT.about.homepage.as_str()]);
            // A term's page has its name in both languages, each in its own.
            open(page, &format!("?lang={lang}&open=term.concluding-debate"));
            page.wait_text("#panel", "Concluding Debate");
            page.wait_text("#panel", "最后辩论");
            let unmarked: Vec<String> = page.evaluate(
                r"const own = document.documentElement.lang.startsWith('zh') ? /^$/ : /[\u4e00-\u9fff]/;
                  const walk = document.createTreeWalker(document.getElementById('panel'), NodeFilter.SHOW_TEXT);
                  const found = [];
                  while (walk.nextNode()) {
                      const at = walk.currentNode.parentElement.closest('[lang]').lang;
                      if (own.test(walk.currentNode.data) && !at.startsWith('zh')) found.push(walk.currentNode.data);
                  }
                  return found",
                &[],
            );
            assert!(unmarked.is_empty(), "{lang}: {unmarked:?}");
        }
    });
}
