//! What an embed's address says, what both sides say to each other, and the HTML that puts a view into a page.

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::language::lang::Lang;
use forum_explorer::share::embed::{Options, showing, shown};
use forum_explorer::share::message::{Foreign, Now, Outgoing, Request, foreign_heights};
use forum_explorer::share::query::{Theme, read, write};
use forum_explorer::share::snippet::{Form, Snippet};
use serde_json::{Value, json};

use crate::report::report;

fn options(query: &str) -> Options {
    Options::of(&read(query, report()).0).0
}

#[test]
fn an_embed_without_wishes_looks_like_the_view() {
    assert_eq!(options("embed=1&view=timeline"), Options::default());
    assert_eq!(options("embed=1").style_words(), "on");
}

#[test]
fn each_wish_is_read_and_stays_in_the_address() {
    let query = "embed=1&plain=1&controls=0&static=1&transparent=true&id=a&v=1.0.0&compat=datawrapper&childId=b";
    let (state, bad) = read(query, report());
    assert!(bad.is_empty());
    assert_eq!(write(&state, report()), query);
    let (options, bad) = Options::of(&state);
    assert!(bad.is_empty());
    let wanted = Options {
        id: Some("a".into()),
        is_plain: true,
        is_without_controls: true,
        is_static: true,
        is_transparent: true,
        version: Some("1.0.0".into()),
        is_datawrapper: true,
        pym_id: Some("b".into()),
    };
    assert_eq!(options, wanted);
    assert_eq!(options.style_words(), "on plain still transparent");
}

#[test]
fn a_wish_that_means_nothing_is_named_and_the_others_hold() {
    let (state, _) = read(
        "embed=1&plain=maybe&compat=other&controls=1&strange=x",
        report(),
    );
    let (options, bad) = Options::of(&state);
    assert_eq!(options, Options::default());
    let named: Vec<&str> = bad.iter().map(|part| &*part.name).collect();
    assert_eq!(named, ["plain", "compat"]);
}

#[test]
fn a_host_changes_what_is_shown_and_not_which_embed_it_is() {
    let (state, _) = read(
        "cluster=1&view=timeline&lang=zh&theme=dark&embed=1&headingLevel=3&id=a",
        report(),
    );
    assert_eq!(shown(&state, report()), "cluster=1");
    let (next, bad) = showing(
        &state,
        "country=CHE&cluster=nine&embed=0&lang=en&wish=1",
        report(),
    );
    assert_eq!(
        write(&next, report()),
        "country=CHE&view=timeline&lang=zh&theme=dark&embed=1&headingLevel=3&id=a"
    );
    let named: Vec<String> = bad
        .iter()
        .map(|p| format!("{}={}", p.name, p.value))
        .collect();
    assert_eq!(named, ["cluster=nine", "wish=1"]);
}

fn message(word: &Outgoing, is_known: bool) -> Value {
    let options = options("embed=1&id=a");
    serde_json::from_str(&word.json(&options, is_known)).expect("a message is JSON")
}

fn now() -> Now {
    Now {
        title: "Timeline".into(),
        state: "cluster=1".into(),
        lang: Lang::Zh,
        theme: Theme::Dark,
    }
}

#[test]
fn every_message_says_whose_it_is() {
    let words = [
        (
            Outgoing::Resize(321),
            json!({ "type": "resize", "height": 321 }),
        ),
        (
            Outgoing::State(now()),
            json!({ "type": "state", "title": "Timeline", "state": "cluster=1", "lang": "zh", "theme": "dark" }),
        ),
        (
            Outgoing::Select {
                facet: "cluster",
                value: "1".into(),
                is_selected: true,
            },
            json!({ "type": "select", "facet": "cluster", "value": "1", "selected": true }),
        ),
        (
            Outgoing::Navigate("p=27".into()),
            json!({ "type": "navigate", "open": "p=27" }),
        ),
        (
            Outgoing::Error {
                code: "data",
                message: "x".into(),
            },
            json!({ "type": "error", "code": "data", "message": "x" }),
        ),
    ];
    for (word, mut wanted) in words {
        wanted["source"] = json!("forum-explorer");
        wanted["v"] = json!(1);
        wanted["id"] = json!("a");
        assert_eq!(message(&word, true), wanted);
    }
}

#[test]
fn before_the_host_is_known_nobody_hears_what_the_reader_does() {
    let ready = Outgoing::Ready {
        now: now(),
        data: "1.0.0".into(),
    };
    assert_eq!(message(&ready, false).get("state"), None);
    assert_eq!(message(&ready, true)["state"], "cluster=1");
    let secret = [
        Outgoing::State(now()),
        Outgoing::Navigate(String::new()),
        Outgoing::Select {
            facet: "cluster",
            value: "1".into(),
            is_selected: true,
        },
    ];
    assert!(secret.iter().all(|word| !word.is_for_anybody()));
    assert!(Outgoing::Resize(1).is_for_anybody());
}

#[test]
fn a_height_is_told_in_the_forms_that_pages_listen_to() {
    let told = |query: &str| -> Vec<Value> {
        let said = foreign_heights(400, &options(query), "https://a.example/?embed=1");
        let value = |f: Foreign| match f {
            Foreign::Object(json) => serde_json::from_str(&json).expect("an object is JSON"),
            Foreign::Text(text) => Value::String(text),
        };
        said.into_iter().map(value).collect()
    };
    let amp = json!({ "sentinel": "amp", "type": "embed-size", "height": 400 });
    let both = told("embed=1");
    assert_eq!(both[0], amp);
    let medium: Value =
        serde_json::from_str(both[1].as_str().expect("Medium's is text")).expect("of JSON");
    assert_eq!(
        medium,
        json!({ "src": "https://a.example/?embed=1", "context": "iframe.resize", "height": 400 })
    );
    assert_eq!(both.len(), 2);
    let all = told("embed=1&id=k&compat=datawrapper&childId=p");
    assert_eq!(all[2], json!({ "datawrapper-height": { "k": 400 } }));
    assert_eq!(all[3], json!("pymxPYMxpxPYMxheightxPYMx400"));
}

fn request(message: &Value) -> Option<Result<Request, (String, String)>> {
    let field = |name: &str| match message.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    Request::read(&field, Some("a")).map(|read| read.map_err(|bad| (bad.name, bad.value)))
}

fn asked(kind: &str, field: &str, value: &str) -> Option<Result<Request, (String, String)>> {
    request(&json!({ "target": "forum-explorer", "v": 1, "id": "a", "type": kind, field: value }))
}

#[test]
fn requests_are_read() {
    assert_eq!(asked("hello", "", ""), Some(Ok(Request::Hello)));
    assert_eq!(asked("get-state", "", ""), Some(Ok(Request::Report)));
    assert_eq!(
        asked("set-lang", "lang", "zh-CN"),
        Some(Ok(Request::Language(Lang::Zh)))
    );
    assert_eq!(
        asked("set-theme", "theme", "contrast"),
        Some(Ok(Request::Theme(Theme::Contrast)))
    );
    assert_eq!(
        asked("set-state", "state", "cluster=1"),
        Some(Ok(Request::State("cluster=1".into())))
    );
    assert_eq!(
        asked("focus", "mark", "x"),
        Some(Ok(Request::Focus(Some("x".into()))))
    );
}

#[test]
fn a_request_that_cannot_be_met_says_which_field() {
    let refused = |name: &str, value: &str| Some(Err((name.to_owned(), value.to_owned())));
    assert_eq!(
        asked("set-lang", "lang", "klingon"),
        refused("lang", "klingon")
    );
    assert_eq!(
        asked("set-theme", "theme", "pink"),
        refused("theme", "pink")
    );
    assert_eq!(asked("set-theme", "other", "dark"), refused("theme", ""));
    let long = "x".repeat(8001);
    assert_eq!(
        asked("set-state", "state", &long),
        refused("state", &long[..60])
    );
}

#[test]
fn what_is_not_for_us_is_not_heard() {
    for strange in [
        json!({}),
        json!({ "type": "hello" }),
        json!({ "target": "other", "v": 1, "type": "hello" }),
        json!({ "target": "forum-explorer", "v": 2, "type": "hello" }),
        json!({ "target": "forum-explorer", "v": 1, "id": "b", "type": "hello" }),
        json!({ "target": "forum-explorer", "v": 1, "type": "launch" }),
        json!({ "target": "forum-explorer", "v": 1, "type": { "a": 1 } }),
        json!({ "target": ["forum-explorer"], "v": 1, "type": "hello" }),
    ] {
        assert_eq!(request(&strange), None, "{strange}");
    }
    let unnamed = json!({ "target": "forum-explorer", "v": 1, "type": "hello" });
    assert_eq!(
        request(&unnamed),
        Some(Ok(Request::Hello)),
        "an id is not asked for"
    );
}

fn snippet() -> Snippet {
    Snippet {
        base: "https://a.example/x/".into(),
        view: ChartKind::Funding,
        title: "Funding – “A” & <B>".into(),
        finding: "Half \"came\" from <two>".into(),
        state: "cluster=1~2&country=CHE".into(),
        lang: Some(Lang::Zh),
        written_in: Lang::Zh,
        theme: Theme::Dark,
        is_plain: true,
        version: "1.2.0".into(),
        data: None,
        height: 512,
    }
}

#[test]
fn a_frame_has_all_that_a_frame_should_have() {
    assert_eq!(
        snippet().html(Form::Frame),
        "<iframe title=\"Funding – “A” &amp; &lt;B&gt;\" src=\"https://a.example/x/?view=funding&amp;lang=zh&amp;theme=dark&amp;plain=1&amp;v=1.2.0&amp;\
         embed=1&amp;cluster=1~2&amp;country=CHE\" loading=\"lazy\" style=\"width:100%;border:0;min-height:512px\" \
         allow=\"clipboard-write; web-share; fullscreen\" referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>"
    );
}

#[test]
fn an_element_keeps_a_picture_with_a_link_for_where_scripts_are_taken_out() {
    let html = snippet().html(Form::Script);
    for part in [
        "<forum-explorer view=\"funding\" lang=\"zh\" theme=\"dark\" state=\"cluster=1~2&amp;country=CHE\" plain v=\"1.2.0\"",
        "<a href=\"https://a.example/x/?lang=zh&amp;cluster=1~2&amp;country=CHE#funding\">",
        "<img src=\"https://a.example/x/figures/funding-zh-light.png\" alt=\"Half &quot;came&quot; from &lt;two&gt;\" loading=\"lazy\"",
        "<script async src=\"https://a.example/x/embed.js\"></script>",
    ] {
        assert!(html.contains(part), "{part}\nin {html}");
    }
}

#[test]
fn what_is_as_it_comes_is_not_written() {
    let bare = Snippet {
        state: String::new(),
        lang: None,
        theme: Theme::Auto,
        is_plain: false,
        version: String::new(),
        ..snippet()
    };
    assert_eq!(bare.address(), "https://a.example/x/?view=funding&embed=1");
    assert!(
        bare.html(Form::Script)
            .starts_with("<forum-explorer view=\"funding\" title=")
    );
}

#[test]
fn an_embed_of_another_package_brings_it_along() {
    let other = Snippet {
        data: Some("https://b.example/d/?a=1&b=2".into()),
        ..snippet()
    };
    let (state, bad) = read(
        other.address().split_once('?').expect("a query").1,
        report(),
    );
    assert!(bad.is_empty(), "{bad:?}");
    assert_eq!(state.data.as_deref(), Some("https://b.example/d/?a=1&b=2"));
    assert!(
        !other.html(Form::Script).contains("<img"),
        "no picture of another package is here"
    );
}

#[test]
fn what_the_builder_writes_the_page_reads() {
    let (state, bad) = read(
        snippet().address().split_once('?').expect("a query").1,
        report(),
    );
    assert!(bad.is_empty(), "{bad:?}");
    assert_eq!(
        (state.view, state.lang, state.theme, state.is_embed),
        (Some(ChartKind::Funding), Some(Lang::Zh), Theme::Dark, true)
    );
    assert_eq!(shown(&state, report()), "cluster=1~2&country=CHE");
    let (options, bad) = Options::of(&state);
    assert!(bad.is_empty() && options.is_plain);
}
