//! What a reader of either language types, and what they find in the report.

use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::search::hit::Hit;
use forum_explorer::search::kind::HitKind;

use crate::{find, rows, titles};

#[test]
fn a_name_finds_the_same_rows_in_either_language_and_any_case() {
    for names in [
        &["马尼拉", "Manila", "manila", "MANILA", " ｍａｎｉｌａ "][..],
        &["瑞士", "Switzerland", "SWITZERLAND"],
        &["纽约", "New York", "new  york"],
        &["潘基文", "Ban Ki-moon", "ban ki moon"],
        &["评估小组", "Assessment Team"],
    ] {
        let first = rows(&find(names[0], Zh));
        assert!(!first.is_empty(), "{names:?}");
        for name in names {
            for lang in Lang::ALL {
                assert_eq!(rows(&find(name, lang)), first, "{name} in {lang:?}");
            }
        }
    }
}

#[test]
fn what_is_called_so_comes_first_and_then_what_has_it_in_its_name() {
    for name in ["马尼拉", "manila"] {
        let found = find(name, En);
        let place = found
            .hits
            .iter()
            .position(|hit| hit.kind == HitKind::Place)
            .unwrap();
        assert_eq!(found.hits[place].title, "Manila");
        let second_meeting = |hit: &&Hit| hit.title.starts_with("Second meeting, Manila");
        let event = found
            .hits
            .iter()
            .position(|hit| second_meeting(&hit))
            .unwrap();
        let person = found
            .hits
            .iter()
            .position(|hit| hit.kind == HitKind::Person);
        assert!(place < event);
        assert!(
            person.is_none_or(|person| event < person),
            "a person's parts are text"
        );
    }
}

#[test]
fn accents_and_case_do_not_matter() {
    for query in [
        "munz",
        "Münz",
        "MÜNZ",
        "mu\u{308}nz",
        "rainer munz",
        "munz, rainer",
    ] {
        assert_eq!(
            titles(&find(query, En), HitKind::Person),
            ["Rainer Münz"],
            "{query}"
        );
    }
    assert_eq!(
        titles(&find("goran", En), HitKind::Person),
        ["Göran Hultin"]
    );
    assert_eq!(
        titles(&find("kacim", En), HitKind::Person),
        ["Kaçim Kellal"]
    );
    assert!(
        titles(&find("cote divoire", En), HitKind::Country)
            .iter()
            .all(|title| title.contains("Ivoire"))
    );
    assert!(!titles(&find("cote divoire", En), HitKind::Country).is_empty());
}

#[test]
fn the_beginning_of_a_word_finds_topics_and_texts() {
    for query in ["招募", "recruit"] {
        for lang in Lang::ALL {
            let found = find(query, lang);
            let topic = if lang == Zh { "招募" } else { "Recruitment" };
            assert_eq!(titles(&found, HitKind::Topic), [topic], "{query}");
            let outcomes = titles(&found, HitKind::Outcome);
            assert!(!outcomes.is_empty(), "{query}");
        }
    }
    let regulate =
        |title: &&str| title.contains("recruiters") || title.contains("recruitment firms");
    assert!(
        titles(&find("recruit", En), HitKind::Outcome)
            .iter()
            .any(regulate)
    );
    assert!(
        titles(&find("招募", En), HitKind::Outcome)
            .iter()
            .any(regulate)
    );
}

#[test]
fn all_words_must_match_in_any_order_and_wherever_in_the_row() {
    for query in [
        "sutherland chair",
        "chair sutherland",
        "萨瑟兰 主席",
        "sutherland 主席",
    ] {
        assert_eq!(
            titles(&find(query, En), HitKind::Person),
            ["Peter Sutherland"],
            "{query}"
        );
    }
    let (one, other, both) = (
        find("sutherland", En),
        find("recruitment", En),
        find("sutherland recruitment", En),
    );
    assert!(both.total < one.total.min(other.total));
    assert_eq!(find("sutherland nowhereland", En).total, 0);
}

#[test]
fn chinese_needs_no_space_between_words() {
    for query in [
        "马尼拉会议",
        "马尼拉 会议",
        "论坛马尼拉",
        "第二次会议马尼拉",
    ] {
        let found = find(query, Zh);
        let events = titles(&found, HitKind::Event);
        assert!(
            events
                .iter()
                .any(|title| title.contains("第二次会议，马尼拉")),
            "{query}: {events:?}"
        );
    }
    // A dot or a dash within a name is no break.
    assert_eq!(
        titles(&find("彼得萨瑟兰", Zh), HitKind::Person),
        ["彼得·萨瑟兰"]
    );
    assert!(!titles(&find("南南移徙", Zh), HitKind::Term).is_empty());
}

#[test]
fn a_year_keeps_its_unit() {
    let people = find("2012年主席", Zh);
    assert_eq!(titles(&people, HitKind::Person), ["Ali Mansoor"]);
    let in_september = find("2011年9月 专题会议", Zh);
    let events = in_september
        .hits
        .iter()
        .filter(|hit| hit.kind == HitKind::Event);
    assert!(events.clone().count() > 1);
    assert!(events.clone().all(|hit| hit.detail.contains("9月")));
}

#[test]
fn a_clusters_number_finds_it_first_as_a_figure_or_a_numeral() {
    for query in ["cluster 2", "Cluster II", "专题组2", "专题组II"] {
        let found = find(query, En);
        assert_eq!(found.hits[0].kind, HitKind::Cluster, "{query}");
        assert_eq!(found.hits[0].detail, "Cluster II");
        assert!(
            titles(&found, HitKind::Event)
                .iter()
                .any(|title| title.contains("Irregular")),
            "its events come too"
        );
    }
}

#[test]
fn numbers_that_we_counted_are_not_searched() {
    let counted = find("recruitment", En)
        .hits
        .into_iter()
        .find(|hit| hit.kind == HitKind::Topic)
        .unwrap();
    let practices = counted.detail.split_whitespace().nth(2).unwrap();
    assert!(titles(&find(&format!("{practices} practices"), En), HitKind::Topic).is_empty());
}

#[test]
fn the_piece_that_no_row_has_keeps_a_run_from_matching() {
    assert_eq!(find("马尼拉龘龘", Zh).total, 0);
}

#[test]
fn quotation_marks_do_not_matter() {
    for [typed, plain] in [
        ["workers’ rights", "workers' rights"],
        ["“民间社会日”", "民间社会日"],
        ["\"civil society days\"", "Civil Society Days"],
        ["People’s Global Action", "peoples global action"],
    ] {
        let found = rows(&find(typed, En));
        assert!(!found.is_empty(), "{typed}");
        assert_eq!(found, rows(&find(plain, En)), "{typed}");
    }
}

#[test]
fn a_number_is_found_with_and_without_groups_of_digits() {
    let grouped = rows(&find("1,280,487", En));
    assert!(!grouped.is_empty());
    for query in [
        "1280487",
        "1 280 487",
        "１２８０４８７",
        "1’280’487",
        "1，280，487",
    ] {
        assert_eq!(rows(&find(query, En)), grouped, "{query}");
    }
    // What is shown as 214 million is found by its digits too.
    for query in ["214000000", "214,000,000", "214 million", "2.14亿"] {
        let found = find(query, En);
        assert!(
            titles(&found, HitKind::Context)
                .iter()
                .any(|title| title.contains("migrants worldwide")),
            "{query}"
        );
    }
}

#[test]
fn a_number_is_not_found_within_another() {
    let of = |query: &str| {
        find(query, En)
            .hits
            .iter()
            .filter(|hit| hit.detail.contains("1,280,487"))
            .count()
    };
    assert!(of("1280487") > 0 && of("1280") > 0);
    assert_eq!(of("280487"), 0);
    assert_eq!(of("12"), 0);
}

#[test]
fn an_iso_code_finds_its_country_first() {
    for code in ["PHL", "PH", "phl", "ph", "ＰＨＬ"] {
        let found = find(code, En);
        assert_eq!(
            (found.hits[0].kind, found.hits[0].title.as_str()),
            (HitKind::Country, "Philippines"),
            "{code}"
        );
    }
    assert_eq!(find("us", En).hits[0].title, "United States");
}

#[test]
fn names_come_before_texts_and_better_names_before_worse() {
    let found = find("circular migration", En);
    assert_eq!(found.hits[0].kind, HitKind::Topic);
    assert_eq!(found.hits[1].kind, HitKind::Term);
    let is_sentence = |kind| {
        matches!(
            kind,
            HitKind::Outcome
                | HitKind::Practice
                | HitKind::Call
                | HitKind::Paragraph
                | HitKind::Gap
        )
    };
    let first_sentence = found
        .hits
        .iter()
        .position(|hit| is_sentence(hit.kind))
        .unwrap();
    let marked_name = |hit: &Hit| {
        !is_sentence(hit.kind) && hit.title.to_lowercase().contains("circular migration")
    };
    assert!(!found.hits[first_sentence..].iter().any(marked_name));
    let kinds: Vec<HitKind> = find("sw", En)
        .hits
        .iter()
        .take(2)
        .map(|hit| hit.kind)
        .collect();
    assert_eq!(kinds, [HitKind::Country, HitKind::Country]);
}

#[test]
fn a_query_without_a_word_finds_nothing() {
    for query in ["", " ", "\u{3000}", "“”", "…", "¶", "?!", "\u{301}"] {
        let found = find(query, En);
        assert_eq!((found.total, found.hits.len()), (0, 0), "{query:?}");
    }
}

#[test]
fn the_limit_cuts_the_list_and_not_the_count() {
    let all = find("migration", En);
    let few = crate::index().find("migration", crate::report::report(), En, 5);
    assert_eq!(few.total, all.total);
    assert_eq!(few.hits, all.hits[..5]);
    assert_eq!(all.hits.len(), all.total);
}
