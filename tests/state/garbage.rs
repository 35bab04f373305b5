//! An address that says nonsense: each nonsense is named, and all else holds.

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::share::query::{BadPart, ViewState, preview, read, write};
use proptest::prelude::*;

use crate::report::report;
use crate::round_trip::KNOWN;

/// A sound part of each parameter, and values of it that mean nothing.
const CASES: [(&str, &str, &[&str]); 23] = [
    (
        "cluster",
        "2",
        &["4", "0", "II", "-1", "2.0", "cluster", "１"],
    ),
    (
        "kind",
        "summit",
        &["Summit", "party", "<script>", "thematic,summit", "\u{0}"],
    ),
    (
        "event",
        "concluding-debate",
        &[
            "geneva",
            "concluding debate",
            "../../etc/passwd",
            "Concluding-debate",
        ],
    ),
    ("region", "europe", &["mars", "Europe", "欧洲", "19"]),
    (
        "country",
        "CHE",
        &["ZZZ", "CH", "Switzerland", "756", "瑞士", "ß"],
    ),
    (
        "time",
        "2011-09-07",
        &[
            "2011",
            "2011-13-01",
            "2011-02-30",
            "2011-9-7",
            "2011-01-01..",
            "..2011-01-01",
            "2011-01-01...2011-02-01",
            "..",
            "yesterday",
            "",
            "2011-01-01..2011-01-02..2011-01-03",
            "0000-01-01",
            "99999-01-01",
            "2011-01-01/2011-02-01",
            "２０１１-01-01",
        ],
    ),
    (
        "topic",
        "recruitment",
        &["Recruitment", "招募", "0", "recruit ment"],
    ),
    (
        "sort",
        "seats.value",
        &["seats", "seats.size", "timeline.value", "value", "."],
    ),
    (
        "scale",
        "participation.share",
        &["participation", "timeline.share", "participation.log"],
    ),
    (
        "facet",
        "outcomes.cluster",
        &["outcomes", "funding.cluster", "outcomes.topic"],
    ),
    (
        "map",
        "2~8.5~46.9",
        &[
            "2", "0~0~0", "9~1~1", "1~200~0", "1~NaN~0", "1~0~91", "1~1~1~1", "1~inf~0",
        ],
    ),
    (
        "layer",
        "steering-group",
        &["all", "Hosts", "committee", ""],
    ),
    (
        "open",
        "country.PHL",
        &[
            "country",
            "country.",
            "planet.mars",
            "event.a/b",
            "event.<b>",
            "",
        ],
    ),
    (
        "cmp",
        "cluster%3D2",
        &["cluster=9", "theme=dark", "nonsense", "time=never"],
    ),
    ("context", "1", &["2", "yes", "", "TRUE", "-0"]),
    (
        "tab",
        "funding",
        &["sources", "Funding", "0", "timeline,funding"],
    ),
    (
        "p",
        "27",
        &[
            "0",
            "-1",
            "i",
            "27.",
            "27.1",
            "27.I",
            "27.i.j",
            "4294967296",
            "",
            "2 7",
            "27¶",
            "+27",
            "1e3",
            "٢",
        ],
    ),
    (
        "view",
        "timeline",
        &["", "Timeline", "timeline~funding", "table"],
    ),
    ("lang", "zh", &["", "de", "chinese", "中文", "-"]),
    ("theme", "dark", &["", "Dark", "blue", "light~dark"]),
    ("embed", "1", &["2", "no", "embed", ""]),
    ("brief", "timeline", &["Timeline", "overview", "1"]),
    ("headingLevel", "2", &["", "0", "7", "12", "two", "-1"]),
];

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[test]
fn the_cases_name_every_parameter_but_the_free_one() {
    let mut names: Vec<&str> = CASES
        .iter()
        .map(|(name, ..)| *name)
        .chain(["data", "q"])
        .collect();
    let mut known = KNOWN.to_vec();
    names.sort_unstable();
    known.sort_unstable();
    assert_eq!(names, known);
}

#[test]
fn garbage_in_a_parameter_is_named_with_its_value() {
    for (name, _, values) in CASES {
        for value in values {
            let (state, bad) = read(&format!("{name}={}", encoded(value)), report());
            let expected = BadPart {
                name: name.to_owned(),
                value: (*value).to_owned(),
            };
            assert_eq!(bad, [expected]);
            assert_eq!(state, ViewState::default(), "{name}={value}");
        }
    }
}

#[test]
fn garbage_in_a_parameter_harms_no_other() {
    let sound = |without: &str| {
        let parts = CASES.iter().filter(|(name, ..)| *name != without);
        parts
            .map(|(name, good, _)| format!("{name}={good}"))
            .collect::<Vec<_>>()
            .join("&")
    };
    for (name, _, values) in CASES {
        let (expected, none) = read(&sound(name), report());
        assert_eq!(none, []);
        for value in values {
            let garbage = format!("{name}={}", encoded(value));
            for query in [
                format!("{garbage}&{}", sound(name)),
                format!("{}&{garbage}", sound(name)),
            ] {
                let (state, bad) = read(&query, report());
                assert_eq!(state, expected, "{query}");
                assert_eq!(bad.len(), 1, "{query}");
            }
        }
    }
}

#[test]
fn of_a_list_only_the_wrong_value_is_left_out() {
    let (state, bad) = read(
        "kind=summit~party~session&country=CHE~XXX~phl&tab=map~funding",
        report(),
    );
    assert_eq!(
        write(&state, report()),
        "kind=summit~session&country=CHE~PHL&tab=funding"
    );
    let named: Vec<(&str, &str)> = bad
        .iter()
        .map(|b| (b.name.as_str(), b.value.as_str()))
        .collect();
    assert_eq!(
        named,
        [("kind", "party"), ("country", "XXX"), ("tab", "map")]
    );
}

#[test]
fn a_wrong_value_after_a_right_one_leaves_the_right_one() {
    let (state, bad) = read("view=funding&view=nonsense", report());
    assert_eq!(state.view, Some(ChartKind::Funding));
    assert_eq!(bad.len(), 1);
}

#[test]
fn a_very_long_value_is_named_by_its_beginning() {
    let long = "中".repeat(5000);
    let (_, bad) = read(&format!("theme={}", encoded(&long)), report());
    let [part] = &bad[..] else {
        panic!("one part is named: {bad:?}")
    };
    assert!(long.starts_with(&part.value));
    assert!((20..=100).contains(&part.value.chars().count()));
}

#[test]
fn an_address_of_another_package_names_what_this_one_does_not_have() {
    let (state, bad) = read("cluster=2&country=CHE&kind=summit", &Dataset::default());
    assert_eq!(write(&state, &Dataset::default()), "kind=summit");
    assert_eq!(bad.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_can_be_read_as_an_address(query in any::<String>()) {
        let (state, _) = read(&query, report());
        let _ = preview(&query);
        let (again, bad) = read(&write(&state, report()), report());
        prop_assert_eq!(bad, []);
        prop_assert_eq!(write(&again, report()), write(&state, report()));
    }

    #[test]
    fn any_value_of_any_parameter_is_used_or_named(
        name in prop::sample::select(KNOWN.to_vec()),
        value in prop_oneof![any::<String>(), "[0-9.~:-]{0,24}", "[a-z~-]{0,12}", "[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.\\.)?"],
    ) {
        let query = format!("{name}={}", encoded(&value));
        let (state, bad) = read(&query, report());
        prop_assert!(bad.iter().all(|part| part.name == name));
        prop_assert!(state.unknown.is_empty());
        let (again, none) = read(&write(&state, report()), report());
        prop_assert_eq!(none, []);
        prop_assert_eq!(again, state);
    }

    #[test]
    fn raw_bytes_in_an_address_do_not_break_it(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let query: String = bytes.iter().map(|byte| format!("%{byte:02x}")).collect();
        for query in [format!("data={query}"), format!("{query}={query}"), format!("event={query}~concluding-debate")] {
            let (state, _) = read(&query, report());
            prop_assert_eq!(read(&write(&state, report()), report()).0, state);
        }
    }
}

#[test]
fn a_package_address_of_another_scheme_is_refused_and_never_becomes_a_link() {
    let data = report();
    for address in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "\tjavascript:alert(1)",
        "data:application/json,{}",
        "file:///etc/passwd",
        "blob:https://example.org/1",
    ] {
        let query: String = form_urlencoded::Serializer::new(String::new())
            .append_pair("data", address)
            .finish();
        let (state, bad) = read(&query, data);
        assert_eq!(state.data, None, "{address}");
        assert_eq!(preview(&query).data, None, "{address}");
        assert!(bad.iter().any(|part| part.name == "data"), "{address}");
    }
    for address in [
        "other/",
        "../datapackage.json",
        "https://example.org/a:b/",
        "/x?y=z:1",
    ] {
        let query: String = form_urlencoded::Serializer::new(String::new())
            .append_pair("data", address)
            .finish();
        assert_eq!(read(&query, data).0.data.as_deref(), Some(address));
    }
}
