//! A package unlike the shipped one: five clusters, very long names in both languages, more bodies than a phone has room for.

use forum_explorer::chart::scene::{Anchor, Label, Scene};
use forum_explorer::geometry::rect::Rect;
use forum_explorer::geometry::text_width::text_width;
use forum_explorer::model::body::{Body, Membership};
use forum_explorer::model::cluster::Cluster;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::span::Precision;
use forum_explorer::model::text::Text;

use crate::report::report;

/// From a small phone to a wide window.
pub const WIDTHS: [f64; 9] = [
    300.0, 358.0, 420.0, 560.0, 640.0, 800.0, 960.0, 1100.0, 1300.0,
];

fn lengthen(text: &mut Text) {
    text.en.push_str(" of the Intergovernmental Counter-Misrepresentationalism Secretariat for Labour Mobility and Development");
    text.zh
        .push_str("（政府间劳动力流动与发展问题临时联络秘书处及其附属机构）");
}

/// The report with five clusters, each event in one or all of them, long names, and seats in two dozen further bodies.
pub fn package() -> Dataset {
    let mut data = report().clone();
    for id in ["4", "5"] {
        let cluster = Cluster {
            title: Text::new("专题组", "Cluster"),
            source: data.events.rows()[0].source.clone(),
        };
        data.clusters.push(id, cluster).expect("the id is new");
    }
    let clusters: Vec<_> = data.clusters.keys().collect();
    for (index, key) in data
        .events
        .keys()
        .collect::<Vec<_>>()
        .into_iter()
        .enumerate()
    {
        let event = data.events.get_mut(key).unwrap();
        event.clusters = match index % 7 {
            n if n < clusters.len() => vec![clusters[n]],
            _ => clusters.clone(),
        };
        lengthen(&mut event.title);
        if index % 2 == 0 {
            lengthen(&mut event.short);
        }
    }
    for key in data.people.keys().collect::<Vec<_>>() {
        let person = data.people.get_mut(key).unwrap();
        lengthen(&mut person.name);
        lengthen(&mut person.organisation);
    }
    for key in data.countries.keys().collect::<Vec<_>>() {
        let country = data.countries.get_mut(key).unwrap();
        lengthen(&mut country.name);
        lengthen(&mut country.label);
    }
    for key in data.bodies.keys().collect::<Vec<_>>() {
        lengthen(&mut data.bodies.get_mut(key).unwrap().title);
    }
    let source = data.memberships.rows()[0].source.clone();
    let countries: Vec<_> = data.memberships.rows().iter().map(|m| m.country).collect();
    for n in 0..24 {
        let body = Body {
            title: Text::new(format!("第{n}小组"), format!("Group {n}")),
            kind: "group".to_owned(),
            source: source.clone(),
        };
        let body = data.bodies.push(&format!("group-{n}"), body).expect("new");
        for country in [countries[0], countries[n]] {
            let seat = Membership {
                body,
                country,
                since: None,
                precision: Precision::Day,
                role: String::new(),
                source: source.clone(),
            };
            // The first state has one seat in a group, not two.
            let _ = data
                .memberships
                .push(&format!("group-{n}+{}", country.index()), seat);
        }
    }
    data
}

fn letters(label: &Label) -> Rect {
    let width = text_width(&label.text, label.size, label.bold);
    let left = match label.anchor {
        Anchor::Start => label.at.x,
        Anchor::Middle => label.at.x - width / 2.0,
        Anchor::End => label.at.x - width,
    };
    Rect::new(left, label.at.y - label.size * 0.4, width, label.size * 0.8)
}

/// What is wrong with a picture's labels: outside, on other text, empty or too small.
pub fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, label) in scene.labels.iter().enumerate() {
        let area = letters(label);
        let is_inside = area.left() >= -0.5
            && area.right() <= scene.width + 0.5
            && area.top() >= -0.5
            && area.bottom() <= scene.height + 0.5;
        if !is_inside || label.size < 12.0 || label.text.trim().is_empty() {
            faults.push(format!("“{}” at {area:?}", label.text));
        }
        let on_it = scene.labels[index + 1..].iter();
        for other in on_it.filter(|other| area.intersects(letters(other))) {
            faults.push(format!("“{}” and “{}”", label.text, other.text));
        }
    }
    faults
}
