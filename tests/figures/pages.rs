//! The pages of views, what they say to machines, and what programs are told that ask how to embed a view.

use std::fs;
use std::path::{Path, PathBuf};

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::view_table::view_table;
use forum_explorer::filter::engine::Engine;
use forum_explorer::language::lang::Lang;
use serde_json::Value;

use crate::files::{folder, run};
use crate::packages::{all, world};

#[path = "../plain/elements.rs"]
pub mod elements;
use elements::{assert_nested, heading_levels, inside, table, text, values};

const INDEX: &str = "<html lang=\"en\"><head><title>Frame</title></head><body><noscript id=\"plain\"><p>Stated.</p></noscript></body></html>";
const SITE: &str = "https://example.org/explorer/";

/// The written pages of a package. Every figure counts as there.
fn written(name: &str, package: &str, address: &str) -> PathBuf {
    let dist = folder(name);
    fs::write(dist.join("index.html"), INDEX).unwrap();
    fs::create_dir(dist.join("figures")).unwrap();
    for kind in ChartKind::ALL {
        for lang in Lang::ALL {
            let card = format!("figures/{}-{}-card.png", kind.slug(), lang.slug());
            fs::write(dist.join(card), "").unwrap();
        }
    }
    let outcome = run(env!("CARGO_BIN_EXE_write-views"), package, &dist, address);
    assert!(outcome.status.success(), "{outcome:?}");
    dist
}

fn read(dist: &Path, name: &str) -> String {
    fs::read_to_string(dist.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The content of a `meta` by its `name` or `property`.
#[track_caller]
fn meta<'a>(page: &'a str, name: &str) -> &'a str {
    let found = [
        format!("name=\"{name}\" content=\""),
        format!("property=\"{name}\" content=\""),
    ];
    let after = found
        .iter()
        .find_map(|start| page.split_once(start.as_str()));
    let (_, rest) = after.unwrap_or_else(|| panic!("no {name} in {page}"));
    rest.split_once('"').unwrap().0
}

/// The addresses of `link`s with all of these attributes.
fn links<'a>(page: &'a str, attributes: &[&str]) -> Vec<&'a str> {
    let tags = page
        .split("<link ")
        .skip(1)
        .filter_map(|tag| Some(tag.split_once('>')?.0));
    let chosen = tags.filter(|tag| attributes.iter().all(|attribute| tag.contains(attribute)));
    chosen
        .filter_map(|tag| Some(tag.split_once("href=\"")?.1.split_once('"')?.0))
        .collect()
}

#[test]
fn every_page_is_sound_and_every_row_of_its_table_has_its_source() {
    for (name, package) in [
        ("shipped", "public/data"),
        ("small", "tests/fixtures/small"),
        ("river-forum", "tests/fixtures/river-forum"),
        ("bare", "tests/fixtures/bare"),
    ] {
        let dist = written(&format!("pages-{name}"), package, "");
        let data = &all().iter().find(|(other, _)| *other == name).unwrap().1;
        let engine = Engine::new(data);
        for kind in ChartKind::ALL {
            for lang in Lang::ALL {
                let input = Input {
                    data,
                    engine: &engine,
                    lang,
                    width: 1040.0,
                    has_context: false,
                    arrangement: Arrangement::default(),
                };
                let scene = kind.scene(&input, Some(world()));
                let file = format!("views/{}.{}.html", kind.slug(), lang.slug());
                if scene.marks.is_empty() {
                    assert!(!dist.join(&file).exists(), "{name}: {file} would be empty");
                    continue;
                }
                let page = read(&dist, &file);
                let (head, body) = page.split_once("</head>").unwrap();
                assert!(body.contains("<main"), "{file}");
                let body = format!(
                    "<body{}",
                    body.split_once("<body")
                        .unwrap()
                        .1
                        .trim_end_matches("</html>")
                );
                // Elements without an end tag would look open.
                let body_closed = without_self_closed(&body);
                assert_nested(&body_closed);
                assert!(
                    page.starts_with(&format!("<!DOCTYPE html><html lang=\"{}\"", lang.tag())),
                    "{file}"
                );
                let ids = values(&page, "id");
                for named in values(&page, "aria-labelledby") {
                    assert_eq!(
                        ids.iter().filter(|id| **id == named).count(),
                        1,
                        "{file}: {named}"
                    );
                }
                let levels = heading_levels(&body_closed);
                assert_eq!(
                    levels.iter().filter(|level| **level == 1).count(),
                    1,
                    "{file}"
                );
                assert!(
                    levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
                    "{file}: {levels:?}"
                );
                for trap in [
                    "<script",
                    " style=",
                    " onclick=",
                    "href=\"/",
                    "src=\"/",
                    "<td></td>",
                    "<p></p>",
                ] {
                    assert!(!page.contains(trap), "{file}: {trap}");
                }
                let said = text(&body_closed);
                assert!(text(head).starts_with(&scene.title), "{file}");
                for wanted in [
                    &scene.title,
                    &scene.description,
                    &data.about.licence,
                    &data.about.version,
                ] {
                    assert!(said.contains(wanted.as_str()), "{file}: {wanted}");
                }
                let expected = view_table(kind, &scene, &input, None);
                let rows = table(&body_closed, 0);
                assert_eq!(rows.len(), 1 + expected.rows.len(), "{file}");
                for row in &rows {
                    assert_eq!(row.len(), expected.columns.len() + 1, "{file}: {row:?}");
                }
                for row in &rows[1..] {
                    assert!(row.last().unwrap().starts_with('¶'), "{file}: {row:?}");
                }
            }
        }
    }
}

/// Without the elements of a picture that hold nothing.
fn without_self_closed(html: &str) -> String {
    let parts = html.split_inclusive('>').map(|part| match part {
        part if part.ends_with("/>") => part.rsplit_once('<').unwrap().0,
        part => part,
    });
    parts.collect()
}

#[test]
fn the_figure_is_in_the_page_once_for_wide_windows_and_once_for_phones() {
    let dist = written("drawn", "public/data", "");
    for kind in ChartKind::ALL {
        for lang in Lang::ALL {
            let page = read(
                &dist,
                &format!("views/{}.{}.html", kind.slug(), lang.slug()),
            );
            // Nothing has to be fetched before it is seen.
            assert!(!page.contains("<img") && !page.contains("<object"));
            let figure = inside(&page, "figure")[0];
            let drawn: Vec<&str> = figure.split("<div ").skip(1).collect();
            assert_eq!(drawn.len(), 2, "{kind:?} {lang:?}");
            let widths = drawn.iter().map(|drawn| {
                let (_, view) = drawn.split_once("viewBox=\"0 0 ").unwrap();
                view.split_once(' ').unwrap().0.parse::<f64>().unwrap()
            });
            let widths: Vec<f64> = widths.collect();
            assert_eq!(widths[0], 1088.0, "{kind:?}");
            assert!(widths[1] < 660.0, "{kind:?}: {widths:?}");
            for drawn in drawn {
                assert_eq!(values(drawn, "role"), ["img"]);
                assert!(!values(drawn, "aria-label")[0].is_empty());
                let (_, picture) = drawn.split_once("<svg ").unwrap();
                let (picture, _) = picture.split_once("</svg>").unwrap();
                // One drawing has the colours of every theme, and nothing in a picture is to be stopped at.
                assert!(picture.contains("\"var(--ink)\"") && !picture.contains("\"#"));
                assert!(!picture.contains("<a "));
                let words = text(picture).split_whitespace().collect::<String>();
                assert!(words.contains("CC-BY-4.0"), "{kind:?} {lang:?}");
            }
        }
    }
}

#[test]
fn a_page_names_itself_in_every_language_and_its_figure_in_every_theme() {
    let dist = written("alternates", "public/data", SITE);
    let page = read(&dist, "views/seats.zh.html");
    assert_eq!(
        links(&page, &["rel=\"canonical\""]),
        [format!("{SITE}views/seats.zh.html")]
    );
    for (tag, file) in [
        ("zh-Hans", "zh"),
        ("en", "en"),
        ("fr", "fr"),
        ("x-default", "en"),
    ] {
        let found = links(
            &page,
            &["rel=\"alternate\"", &format!("hreflang=\"{tag}\"")],
        );
        assert_eq!(found, [format!("{SITE}views/seats.{file}.html")], "{tag}");
        assert!(dist.join(format!("views/seats.{file}.html")).is_file());
    }
    assert_eq!(meta(&page, "og:locale"), "zh_CN");
    assert_eq!(
        meta(&page, "og:image"),
        format!("{SITE}figures/seats-zh-card.png")
    );
    assert_eq!(meta(&page, "og:url"), format!("{SITE}views/seats.zh.html"));
    assert_eq!(meta(&page, "twitter:card"), "summary_large_image");
    assert!(!meta(&page, "og:title").is_empty() && !meta(&page, "description").is_empty());
    for theme in ["light", "dark", "contrast"] {
        assert!(
            page.contains(&format!("\"../figures/seats-zh-{theme}.svg\"")),
            "{theme}"
        );
    }
    assert!(page.contains("href=\"../?lang=zh#seats\""));
    for kind in ChartKind::ALL
        .into_iter()
        .filter(|kind| *kind != ChartKind::Seats)
    {
        assert!(page.contains(&format!("href=\"../views/{}.zh.html\"", kind.slug())));
    }
    assert_eq!(inside(&page, "figcaption")[0].matches("href=").count(), 6);
}

#[test]
fn whoever_asks_how_to_embed_a_view_is_told() {
    let dist = written("oembed", "public/data", "https://example.org/explorer");
    for kind in ChartKind::ALL {
        for lang in Lang::ALL {
            let name = format!("{}.{}", kind.slug(), lang.slug());
            let page = read(&dist, &format!("views/{name}.html"));
            let address = format!("{SITE}oembed/{name}.json");
            assert_eq!(
                links(&page, &["type=\"application/json+oembed\""]),
                [address.as_str()]
            );
            let answer: Value =
                serde_json::from_str(&read(&dist, &format!("oembed/{name}.json"))).unwrap();
            assert_eq!(answer["type"], "rich");
            assert_eq!(answer["version"], "1.0");
            assert_eq!(answer["provider_url"], SITE);
            assert!(
                answer["title"]
                    .as_str()
                    .unwrap()
                    .starts_with(kind.name(lang))
            );
            for number in ["width", "height", "cache_age"] {
                assert!(answer[number].as_u64().unwrap() > 300, "{name}: {number}");
            }
            assert_eq!(
                answer["thumbnail_url"],
                format!("{SITE}figures/{}-{}-card.png", kind.slug(), lang.slug())
            );
            assert_eq!(
                (&answer["thumbnail_width"], &answer["thumbnail_height"]),
                (&1200.into(), &630.into())
            );
            let html = answer["html"].as_str().unwrap();
            assert!(
                html.starts_with("<iframe ") && html.ends_with("</iframe>"),
                "{html}"
            );
            for part in [
                format!("lang={}", lang.slug()),
                format!("view={}", kind.slug()),
                "embed=1".to_owned(),
                "title=\"".to_owned(),
            ] {
                assert!(html.contains(&part), "{part} in {html}");
            }
        }
    }
    let list = read(&dist, "sitemap.xml");
    let list = crate::xml::parse(&list);
    let addresses: Vec<&str> = list
        .descendants()
        .filter(|node| node.tag_name().name() == "loc")
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(addresses.len(), 1 + ChartKind::ALL.len() * Lang::ALL.len());
    assert_eq!(addresses[0], SITE);
    for address in &addresses[1..] {
        assert!(
            dist.join(address.strip_prefix(SITE).unwrap()).is_file(),
            "{address}"
        );
    }
}

#[test]
fn without_an_address_nothing_is_written_that_needs_a_whole_one() {
    let dist = written("no-address", "tests/fixtures/river-forum", "");
    assert!(!dist.join("oembed").exists() && !dist.join("sitemap.xml").exists());
    let page = read(&dist, "views/timeline.fr.html");
    assert!(!page.contains("oembed") && !page.contains("og:url"));
    assert_eq!(meta(&page, "og:image"), "../figures/timeline-fr-card.png");
    assert_eq!(
        links(&page, &["rel=\"canonical\""]),
        ["../views/timeline.fr.html"]
    );
}

#[test]
fn the_explorers_own_page_says_in_its_head_what_it_is() {
    let known = read(&written("index", "public/data", SITE), "index.html");
    let unknown = read(&written("index-unknown", "public/data", ""), "index.html");
    for (page, base) in [(&known, SITE), (&unknown, "")] {
        let (head, body) = page.split_once("</head>").unwrap();
        assert!(head.starts_with("<html lang=\"en\"><head><title>Frame</title>"));
        let begun = body.strip_prefix("<body><noscript id=\"plain\"><p>Stated.</p>");
        let ways = begun.and_then(|rest| rest.strip_suffix("</noscript></body></html>"));
        let ways = ways.unwrap_or_else(|| panic!("{body}"));
        for kind in ChartKind::ALL {
            for lang in Lang::ALL {
                let page = format!("views/{}.{}.html", kind.slug(), lang.slug());
                assert!(ways.contains(&format!("href=\"{page}\"")), "{page}");
            }
        }
        assert!(meta(head, "description").starts_with("A year of action"));
        assert_eq!(
            meta(head, "og:title"),
            "Global Forum on Migration and Development 2011"
        );
        assert_eq!(
            meta(head, "og:image"),
            format!("{base}figures/timeline-en-card.png")
        );
    }
    let (head, _) = known.split_once("</head>").unwrap();
    for lang in Lang::ALL {
        let found = links(head, &[&format!("hreflang=\"{}\"", lang.tag())]);
        assert_eq!(found, [format!("{SITE}?lang={}", lang.slug())]);
    }
    assert_eq!(links(head, &["hreflang=\"x-default\""]), [SITE]);
    assert_eq!(links(head, &["rel=\"canonical\""]), [SITE]);
    // Who lists pages wants whole addresses, and takes part of one for a mistake.
    assert!(links(&unknown, &["hreflang"]).is_empty());
    assert!(links(&unknown, &["rel=\"canonical\""]).is_empty());
    assert_eq!(
        links(&known, &["oembed"]),
        [format!("{SITE}oembed/timeline.en.json")]
    );
    assert!(links(&unknown, &["oembed"]).is_empty());
}

#[test]
fn what_a_package_says_can_break_no_page() {
    let dist = folder("escaped-package");
    let trap = "</title><script>alert(1)</script>\\\" onload=x '&amp;";
    let descriptor = format!(
        r#"{{"name":"x","title":"{trap}","description":"{trap}","version":"{trap}","licenses":[{{"name":"{trap}"}}],"homepage":"javascript:alert(1)","resources":[{{"name":"events","path":"events.csv"}},{{"name":"paragraphs","path":"paragraphs.csv"}}]}}"#
    );
    fs::write(dist.join("datapackage.json"), descriptor).unwrap();
    fs::write(
        dist.join("events.csv"),
        "id,kind,title_en,title_zh,start,end,precision,source\nx,summit,\"</svg><script>alert(2)</script>\"\" & '\",,2021-01-02,2021-01-03,day,1\n",
    )
    .unwrap();
    fs::write(
        dist.join("paragraphs.csv"),
        "para,gist_en,gist_zh\n1,<b>,\n",
    )
    .unwrap();
    fs::write(dist.join("index.html"), INDEX).unwrap();
    let package = dist.to_str().unwrap();
    for program in [
        env!("CARGO_BIN_EXE_write-figures"),
        env!("CARGO_BIN_EXE_write-views"),
    ] {
        let outcome = run(program, package, &dist, SITE);
        assert!(outcome.status.success(), "{outcome:?}");
    }
    let page = read(&dist, "views/timeline.en.html");
    assert!(page.contains("&lt;/svg&gt;&lt;script&gt;"), "{page}");
    for text in [&page, &read(&dist, "index.html")] {
        assert!(
            !text.contains("<script")
                && !text.contains(" onload=x '\"")
                && !text.contains("javascript:"),
            "{text}"
        );
    }
    let drawn = read(&dist, "figures/timeline-en-light.svg");
    crate::xml::parse(&drawn);
    assert!(!drawn.contains("<script"));
    let answer: Value = serde_json::from_str(&read(&dist, "oembed/timeline.en.json")).unwrap();
    assert!(!answer["html"].as_str().unwrap().contains("<script"));
}
