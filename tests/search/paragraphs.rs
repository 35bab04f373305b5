//! Paragraphs by their numbers.

use forum_explorer::language::lang::Lang::{self, En};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::subject::Subject;
use forum_explorer::search::kind::HitKind;

use crate::find;
use crate::report::report;

fn opened(query: &str) -> Option<Subject> {
    let found = find(query, En);
    let hit = found.hits.into_iter().next()?;
    (hit.kind == HitKind::Paragraph)
        .then_some(hit.subject)
        .flatten()
}

fn citation(para: u32, footnote: Option<&str>) -> Option<Subject> {
    Some(Subject::Paragraph(Citation {
        para,
        footnote: footnote.map(str::to_owned),
    }))
}

#[test]
fn a_paragraphs_number_in_any_form_comes_first() {
    for query in [
        "27",
        "¶27",
        "¶ 27",
        "第27段",
        "第 27 段",
        "２７",
        "第２７段",
        "27段",
        "paragraph 27",
        "Para. 27",
        "para 27",
    ] {
        assert_eq!(opened(query), citation(27, None), "{query}");
    }
}

#[test]
fn a_note_is_opened_itself() {
    for query in [
        "27:i",
        "27.i",
        "¶27 i",
        "¶27i",
        "第27段注i",
        "paragraph 27, note i",
    ] {
        assert_eq!(opened(query), citation(27, Some("i")), "{query}");
    }
}

#[test]
fn what_can_be_nothing_but_a_paragraph_finds_only_that() {
    for query in ["¶27", "第27段", "paragraph 27"] {
        assert_eq!(find(query, En).total, 1, "{query}");
    }
    assert!(find("27", En).total > 1, "27 is also a number");
}

#[test]
fn every_paragraph_is_found_by_its_number() {
    for paragraph in report().paragraphs.rows() {
        for lang in Lang::ALL {
            let found = find(&paragraph.number.to_string(), lang);
            let subject = found.hits.first().and_then(|hit| hit.subject.clone());
            assert_eq!(subject, citation(paragraph.number, None));
        }
    }
}

#[test]
fn a_number_that_is_no_paragraphs_opens_none() {
    let beyond = report().paragraphs.len() + 1;
    for query in [
        "0".to_owned(),
        "¶0".to_owned(),
        beyond.to_string(),
        format!("¶{beyond}"),
        "¶99999999999999999999".to_owned(),
    ] {
        assert_eq!(opened(&query), None, "{query}");
    }
    assert_eq!(opened("27th"), None);
    assert_eq!(opened("第27次会议"), None);
}
