//! A section lies inside the section above it, and a paragraph inside its section.

use super::log::Log;
use crate::model::dataset::Dataset;
use crate::model::issue::Reason;

/// Checks sections and paragraphs.
pub fn check(data: &Dataset, log: &mut Log) {
    check_sections(data, log);
    check_paragraphs(data, log);
}

fn check_sections(data: &Dataset, log: &mut Log) {
    let sections = &data.sections;
    for (key, section) in sections.iter() {
        let Some(parent_key) = section.parent else {
            continue;
        };
        let parent = sections.id(parent_key).to_owned();
        let inside = sections
            .get(parent_key)
            .is_none_or(|p| p.first <= section.first && section.last <= p.last);
        if !inside || parent_key == key {
            log.error(sections, key, "parent", Reason::OutsideParent { parent });
        }
    }
}

fn check_paragraphs(data: &Dataset, log: &mut Log) {
    for (key, paragraph) in data.paragraphs.iter() {
        let section = paragraph
            .section
            .and_then(|s| Some((s, data.sections.get(s)?)));
        let Some((section_key, section)) = section else {
            continue;
        };
        if !(section.first..=section.last).contains(&paragraph.number) {
            let parent = data.sections.id(section_key).to_owned();
            log.error(
                &data.paragraphs,
                key,
                "section",
                Reason::OutsideParent { parent },
            );
        }
    }
}
