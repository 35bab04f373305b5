//! The vocabulary inside sentences.

use forum_explorer::format::terms::{Run, Vocabulary, runs};
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::term::Term;
use forum_explorer::model::text::{Origin, Text};
use proptest::prelude::*;

use crate::report::report;

fn vocabulary(names: &[(&str, &str, &str)]) -> Dataset {
    let mut data = Dataset::default();
    for (id, zh, en) in names {
        let term = Term {
            name: Text::new(*zh, *en),
            origin: Origin::Official,
            definition: Text::default(),
            source: Vec::new(),
        };
        data.terms.push(id, term).expect("a new id");
    }
    data
}

fn sample() -> Dataset {
    vocabulary(&[
        ("profile", "移徙概况报告", "Migration Profile"),
        ("extended", "移徙概况扩展报告", "Extended Migration Profile"),
        ("gmg", "全球移徙问题小组", "Global Migration Group (GMG)"),
        ("remittances", "侨汇（汇款）", "Remittances"),
        ("cluster", "专题组", "Cluster"),
        ("cluster-paper", "专题组简要报告", "Cluster paper"),
        ("illegal", "“非法移徙者”", "“Illegal migrant”"),
        ("stay", "“不移徙”的权利", "Right not to migrate"),
        ("south", "南－南移徙", "South–South migration"),
    ])
}

/// The sentence with its terms in square brackets, each with its id.
fn marked(text: &str, data: &Dataset, lang: Lang) -> String {
    let mark = |run: &Run| match run.term {
        Some(term) => format!("[{}|{}]", run.text, data.terms.id(term)),
        None => run.text.clone(),
    };
    runs(text, data, lang).iter().map(mark).collect()
}

#[track_caller]
fn english(text: &str, expected: &str) {
    assert_eq!(marked(text, &sample(), En), expected);
}

#[track_caller]
fn chinese(text: &str, expected: &str) {
    assert_eq!(marked(text, &sample(), Zh), expected);
}

#[test]
fn the_longest_term_is_found() {
    english(
        "An extended migration profile has more.",
        "An [extended migration profile|extended] has more.",
    );
    english("the cluster papers", "the [cluster papers|cluster-paper]");
    chinese("专题组简要报告", "[专题组简要报告|cluster-paper]");
    chinese("编写移徙概况扩展报告", "编写[移徙概况扩展报告|extended]");
}

#[test]
fn english_terms_are_whole_words_in_any_case_and_number() {
    english("CLUSTERS meet", "[CLUSTERS|cluster] meet");
    english("a remittance", "a [remittance|remittances]");
    english("Remittances.", "[Remittances|remittances].");
    english(
        "clustering, sub-cluster, cluster-wide",
        "clustering, sub-cluster, cluster-wide",
    );
    english("the cluster’s paper", "the [cluster|cluster]’s paper");
    english("(cluster)", "([cluster|cluster])");
    english("South-South migration", "[South-South migration|south]");
}

#[test]
fn an_abbreviation_in_brackets_is_found_in_capitals_and_with_its_name() {
    english("GMG agencies", "[GMG|gmg] agencies");
    english("gmg", "gmg");
    english(
        "the Global Migration Group met",
        "the [Global Migration Group|gmg] met",
    );
    english(
        "Global Migration Group (GMG)",
        "[Global Migration Group (GMG)|gmg]",
    );
    chinese("汇款多于侨汇", "[汇款|remittances]多于侨汇");
}

#[test]
fn quotation_marks_may_stand_around_or_inside_a_name() {
    english("no “illegal migrants”", "no “[illegal migrants|illegal]”");
    english("no illegal migrant", "no [illegal migrant|illegal]");
    chinese("不说非法移徙者", "不说[非法移徙者|illegal]");
    chinese("不说“非法移徙者”", "不说“[非法移徙者|illegal]”");
    chinese("“专题组”会议", "“[专题组|cluster]”会议");
    chinese("“不移徙”的权利", "“[不移徙”的权利|stay]");
    chinese("不移徙的权利", "[不移徙的权利|stay]");
}

#[test]
fn a_term_is_marked_where_it_stands_first() {
    english(
        "Cluster I, cluster II and a cluster paper of each cluster",
        "[Cluster|cluster] I, cluster II and a [cluster paper|cluster-paper] of each cluster",
    );
    // The second long term does not give its inside away to a short one.
    english(
        "An extended migration profile, an extended migration profile, a migration profile",
        "An [extended migration profile|extended], an extended migration profile, a [migration profile|profile]",
    );
    chinese("专题组和专题组", "[专题组|cluster]和专题组");
}

#[test]
fn without_terms_or_words_there_is_nothing_to_mark() {
    assert_eq!(runs("", &sample(), En), []);
    let plain = runs("Global Migration Group", &Dataset::default(), En);
    assert_eq!(plain.len(), 1);
    assert_eq!(plain[0].term, None);
    let nameless = vocabulary(&[
        ("empty", "", ""),
        ("quotes", "“”", "()"),
        ("one", "会", "x"),
    ]);
    assert_eq!(marked("x () “” 会", &nameless, En), "x () “” 会");
    assert_eq!(marked("x () “” 会", &nameless, Zh), "x () “” 会");
}

#[test]
fn the_report_s_own_sentences_use_its_vocabulary() {
    let data = report();
    let words = Vocabulary::new(data, En);
    let marked = data
        .outcomes
        .rows()
        .iter()
        .filter(|outcome| {
            words
                .runs(&outcome.summary.en)
                .iter()
                .any(|run| run.term.is_some())
        })
        .count();
    assert!(marked > 5, "{marked}");
    for lang in Lang::ALL {
        let words = Vocabulary::new(data, lang);
        for (key, term) in data.terms.iter() {
            let name = match lang {
                Zh => &term.name.zh,
                _ => &term.name.en,
            };
            let found = words.runs(&format!("「{name}」"));
            let own = found.iter().any(|run| run.term == Some(key));
            assert!(own, "{name} is found: {found:?}");
        }
    }
}

/// Texts in which terms, parts of terms and everything else stand beside each other.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "Cluster",
            "cluster paper",
            "s",
            " ",
            "-",
            "“",
            "”",
            "GMG",
            "(",
            ")",
            "移徙",
            "概况报告",
            "专题组",
            "简要报告",
            "扩展",
            "’",
            "İ",
            "ß",
            "\u{301}",
            "Global Migration Group",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn the_runs_of_any_text_are_that_text(text in text()) {
        let data = sample();
        for lang in Lang::ALL {
            let runs = runs(&text, &data, lang);
            let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
            prop_assert_eq!(&whole, &text);
            prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
            let mut terms: Vec<_> = runs.iter().filter_map(|run| run.term).collect();
            let count = terms.len();
            terms.sort_unstable();
            terms.dedup();
            prop_assert_eq!(terms.len(), count, "each term stands once");
        }
    }

    #[test]
    fn any_names_can_be_looked_for_in_any_text(names in prop::collection::vec(any::<String>(), 0..6), text in any::<String>()) {
        let ids: Vec<String> = (0..names.len()).map(|n| n.to_string()).collect();
        let rows: Vec<(&str, &str, &str)> = ids.iter().zip(&names).map(|(id, name)| (id.as_str(), name.as_str(), name.as_str())).collect();
        let data = vocabulary(&rows);
        for text in [text.clone(), format!("{text} {}", names.concat())] {
            for lang in Lang::ALL {
                let whole: String = runs(&text, &data, lang).iter().map(|run| run.text.as_str()).collect();
                prop_assert_eq!(&whole, &text);
            }
        }
    }
}
