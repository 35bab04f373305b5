//! The page as it is drawn ahead of its program.

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
fn a_drawn_page_says_its_language_and_its_width() {
    let page = put(FRAME, &drawn("<p>x</p>")).expect("the frame has the place");
    assert!(page.contains(
        "<script type=\"text/html\" id=\"ahead-zh-narrow\" lang=\"zh-Hans\" dir=\"ltr\" data-from=\"0\" data-languages=\"zh en fr\"><p>x</p></script>"
    ), "{page}");
}

#[test]
fn comments_and_styles_are_left_out_and_all_else_is_kept() {
    let html = "a<!----><!--<() />--><p style=\"left:1%;\" class=\"b\">c &lt; d</p><!><i title=\"e > f\" style=\"\">g</i>h";
    let page = put(FRAME, &drawn(html)).expect("the frame has the place");
    assert!(
        page.contains(">a<p class=\"b\">c &lt; d</p><i title=\"e > f\">g</i>h</script>"),
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
fn the_views_after_the_first_come_apart_and_none_of_the_page_is_lost() {
    let first = "<main><h1>a</h1><section class=\"filters\">b</section><section class=\"view drawn\" id=\"one\"><section>c</section></section>";
    let second = "<section class=\"view drawn\" title=\"x > y\">d</section><section class=\"view waiting\"></section>";
    let third = "<section class=\"view drawn\">e</section><section class=\"view\">f</section>";
    let page = format!("{first}{second}{third}</main><footer>g</footer>");
    let page = put(FRAME, &drawn(&page)).expect("the frame has the place");
    assert!(
        page.contains(&format!(
            ">{first}</main><footer>g</footer></script><script type=\"text/html\">{second}</script><script type=\"text/html\">{third}</script>"
        )),
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
