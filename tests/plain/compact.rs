//! What is drawn ahead, in fewer letters.

use forum_explorer::language::lang::Lang;
use forum_explorer::plain::ahead::{Drawn, SHAPES, put};

/// A picture as it stands in the page.
fn compacted(picture: &str) -> String {
    let frame = "<div id=\"drawn-pages\" hidden></div><!-- drawn-pages -->";
    let drawn = Drawn {
        lang: Lang::En,
        shape: SHAPES[0],
        html: picture.to_owned(),
    };
    let page = put(frame, &[drawn]).expect("the frame has the place");
    let (_, rest) = page.split_once("<svg").expect("a picture stays one");
    let (picture, _) = rest.split_once("</script>").expect("the script ends");
    format!("<svg{picture}")
}

fn picture(elements: &str) -> String {
    format!("<svg viewBox=\"0 0 2864 100\" focusable=\"false\">{elements}\n</svg>")
}

#[test]
fn a_label_keeps_its_words_its_place_and_its_weight() {
    let label = "<text x=\"83\" y=\"1216\" dy=\"0.5ex\" text-anchor=\"start\" font-family=\"sans-serif\" font-size=\"104.00000000000001\" fill=\"var(--ink)\" font-weight=\"bold\">\nC&apos;est &lt;14&gt; \"a\" x=\"8\"\n</text>";
    let compacted = compacted(&picture(label));
    assert_eq!(
        compacted,
        "<svg viewBox=\"0 0 358 12.5\" focusable=\"false\" fill=\"var(--ink)\"><text font-weight=\"bold\" dy=\"0.5ex\" font-size=13 x=10 y=152>C&apos;est &lt;14&gt; \"a\" x=\"8\"</text></svg>"
    );
}

#[test]
fn what_is_not_as_usual_is_still_said() {
    let label = "<text x=\"8\" y=\"8\" text-anchor=\"end\" fill=\"var(--muted)\">\nb\n</text>";
    let compacted = compacted(&picture(label));
    assert!(
        compacted.contains("<text text-anchor=\"end\" fill=\"var(--muted)\" x=1 y=1>b</text>"),
        "{compacted}"
    );
}

#[test]
fn bars_that_touch_still_touch_and_a_sliver_does_not_vanish() {
    let bars = "<rect x=\"4\" y=\"0\" width=\"84\" height=\"40\" fill=\"var(--neutral)\"/>\n<rect x=\"88\" y=\"0\" width=\"83\" height=\"40\" fill=\"var(--band)\"/>\n<rect x=\"17\" y=\"0\" width=\"2\" height=\"40\" fill=\"var(--neutral)\"/>";
    let compacted = compacted(&picture(bars));
    // From 0.5 to 11, from 11 to 21.4, and a quarter of a pixel.
    for bar in [
        "<rect fill=\"var(--neutral)\" height=5 width=10 x=1 y=0 />",
        "<rect fill=\"var(--band)\" height=5 width=10 x=11 y=0 />",
        "<rect fill=\"var(--neutral)\" height=5 width=0.25 x=2 y=0 />",
    ] {
        assert!(compacted.contains(bar), "{bar} in {compacted}");
    }
}

#[test]
fn a_line_of_a_pixel_stays_on_its_half() {
    let line = "<polyline fill=\"none\" stroke=\"var(--rule)\" stroke-width=\"8\" points=\"0,1124 9601,1124 \"/>";
    let compacted = compacted(&picture(line));
    assert!(
        compacted.contains("<polyline fill=\"none\" stroke=\"var(--rule)\" stroke-width=\"1\" points=\"0,140.5 1200,140.5\"/>"),
        "{compacted}"
    );
}

#[test]
fn a_line_that_is_thinner_than_a_pixel_stays_so() {
    let line = "<circle cx=\"8\" cy=\"8\" r=\"8\" fill=\"none\" stroke=\"var(--rule)\" stroke-width=\"1\"/>";
    let compacted = compacted(&picture(line));
    assert!(compacted.contains("stroke-width=\"0.13\""), "{compacted}");
}

#[test]
fn a_page_needs_not_be_told_what_a_file_has_to_be() {
    let compacted = compacted(
        "<svg viewBox=\"0 0 80 80\" xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\"><rect x=\"8\"/></svg>",
    );
    assert_eq!(
        compacted,
        "<svg viewBox=\"0 0 10 10\" aria-hidden=\"true\" fill=\"var(--ink)\"><rect x=1 /></svg>"
    );
}

#[test]
fn other_markup_stays_as_it_is() {
    for other in [
        "<svg viewBox=\"a b\"><rect x=\"8\"/></svg>",
        "<svg><rect x=\"8\"/></svg>",
        "<svg viewBox=\"0 0 8 8\"><g><rect x=\"8\"/></g></svg>",
        "<svg viewBox=\"0 0 8 8\"><rect x=\"far\"/></svg>",
        "<svg viewBox=\"0 0 8 8\"><rect></svg>",
        "<svg viewBox=\"0 0 8 8\"><rect x=\"8\"/>",
    ] {
        assert_eq!(compacted(other), other);
    }
}

#[test]
fn points_that_fall_together_are_said_once() {
    let coast = "<polygon fill=\"var(--land)\" points=\"0,0 1,1 80,0 81,1 80,80 \"/>\n<polyline fill=\"none\" stroke=\"var(--rule)\" points=\"0,0 1,1 0,1 \"/>";
    let compacted = compacted(&picture(coast));
    assert!(
        compacted.contains("points=\"0,0 10,0 10,10\""),
        "{compacted}"
    );
    // What is too short for a line is still a dot.
    assert!(compacted.contains("points=\"0,0 0,0\""), "{compacted}");
}

#[test]
fn a_coast_is_told_step_by_step_and_ends_where_it_began() {
    let coast = "<polygon fill=\"var(--land)\" points=\"80,80 88,80 92,84 92,76 88,72 80,68 60,68 60,76 \"/>";
    let compacted = compacted(&picture(coast));
    assert!(
        compacted.contains(
            "<path fill=\"var(--land)\" d=\"M10 10l1 0 .5 .5 0-1-.5-.5-1-.5-2.5 0 0 1z\"/>"
        ),
        "{compacted}"
    );
    let open = picture(&coast.replace("polygon", "polyline"));
    assert!(self::compacted(&open).contains("-2.5 0 0 1\"/>"), "{open}");
}
