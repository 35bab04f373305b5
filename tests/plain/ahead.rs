//! The templates of the page as it is drawn ahead of its program.

use forum_explorer::language::lang::Lang;
use forum_explorer::plain::ahead::{Drawn, SHAPES, put};

const FRAME: &str = "<body><div id=\"drawn-pages\" hidden></div><!-- drawn-pages --></body>";

fn drawn(html: &str) -> Vec<Drawn> {
    vec![Drawn {
        lang: Lang::Zh,
        shape: SHAPES[0],
        html: html.to_owned(),
    }]
}

#[test]
fn a_template_says_its_language_and_its_width() {
    let page = put(FRAME, &drawn("<p>x</p>")).expect("the frame has the place");
    assert!(page.contains(
        "<template id=\"ahead-zh-narrow\" lang=\"zh-Hans\" dir=\"ltr\" data-width=\"358\" data-languages=\"zh en fr\"><p>x</p></template>"
    ), "{page}");
}

#[test]
fn comments_and_styles_are_left_out_and_all_else_is_kept() {
    let html = "a<!----><!--<() />--><p style=\"left:1%;\" class=\"b\">c &lt; d</p><!><i title=\"e > f\" style=\"\">g</i>h";
    let page = put(FRAME, &drawn(html)).expect("the frame has the place");
    assert!(
        page.contains(">a<p class=\"b\">c &lt; d</p><i title=\"e > f\">g</i>h</template>"),
        "{page}"
    );
}

#[test]
fn a_picture_keeps_its_height() {
    let html = "<div style=\"aspect-ratio: 358 / 792;\"><svg viewBox=\"0 0 1 1\"><g></g></svg></div><svg ></svg>";
    let page = put(FRAME, &drawn(html)).expect("the frame has the place");
    assert!(
        page.contains("<div><svg viewBox=\"0 0 1 1\" height=\"792\" preserveAspectRatio=\"xMinYMin\"><g></g></svg></div><svg ></svg>"),
        "{page}"
    );
}

#[test]
fn markup_that_ends_within_a_tag_is_no_panic() {
    for html in [
        "<",
        "<p",
        "<p style=\"",
        "<p style=\"x",
        "a<!--",
        "\u{4e00}<\u{4e00}",
    ] {
        assert!(put(FRAME, &drawn(html)).is_ok(), "{html}");
    }
}

#[test]
fn a_document_without_the_place_is_refused() {
    assert!(put("<body></body>", &drawn("")).is_err());
    let document = std::fs::read_to_string("index.html").expect("the page's document");
    assert!(put(&document, &drawn("")).is_ok());
}
