//! Points, insets and rectangles.

use forum_explorer::geometry::insets::Insets;
use forum_explorer::geometry::point::Point;
use forum_explorer::geometry::rect::Rect;
use proptest::prelude::*;

use crate::assert_near;

fn boxes() -> impl Strategy<Value = Rect> {
    (-1e3..1e3, -1e3..1e3, 0.0..1e3, 0.0..1e3)
        .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
}

#[test]
fn a_box_knows_its_edges_and_its_middle() {
    let area = Rect::new(10.0, 20.0, 30.0, 40.0);
    assert_eq!(
        (area.left(), area.right(), area.top(), area.bottom()),
        (10.0, 40.0, 20.0, 60.0)
    );
    assert_eq!(area.center(), Point::new(25.0, 40.0));
}

#[test]
fn a_negative_size_counts_as_none() {
    let area = Rect::new(1.0, 2.0, -3.0, f64::NAN);
    assert_eq!((area.width, area.height), (0.0, 0.0));
}

#[test]
fn corners_make_the_same_box_in_any_order() {
    let (a, b) = (Point::new(5.0, 1.0), Point::new(2.0, 9.0));
    assert_eq!(Rect::from_corners(a, b), Rect::new(2.0, 1.0, 3.0, 8.0));
    assert_eq!(Rect::from_corners(b, a), Rect::from_corners(a, b));
}

#[test]
fn insets_keep_room_on_their_own_sides() {
    let inner = Rect::new(0.0, 0.0, 100.0, 50.0).inset(Insets::new(10.0, 5.0, 20.0, 15.0));
    assert_eq!(inner, Rect::new(10.0, 5.0, 70.0, 30.0));
}

#[test]
fn insets_larger_than_the_box_leave_a_box_without_area() {
    let inner = Rect::new(0.0, 0.0, 10.0, 50.0).inset(Insets::uniform(20.0));
    assert_eq!((inner.width, inner.height), (0.0, 10.0));
    assert_near(inner.x, 5.0);
}

#[test]
fn a_negative_inset_makes_the_box_grow() {
    let grown = Rect::new(0.0, 0.0, 10.0, 10.0).inset(Insets::uniform(-2.0));
    assert_eq!(grown, Rect::new(-2.0, -2.0, 14.0, 14.0));
}

#[test]
fn of_two_boxes_side_by_side_one_has_the_point_between_them() {
    let (left, right) = (
        Rect::new(0.0, 0.0, 10.0, 10.0),
        Rect::new(10.0, 0.0, 10.0, 10.0),
    );
    let between = Point::new(10.0, 5.0);
    assert!(!left.contains(between));
    assert!(right.contains(between));
    assert!(!left.intersects(right));
}

proptest! {
    #[test]
    fn a_union_holds_what_each_box_holds(a in boxes(), b in boxes(), x in -1e3..2e3, y in -1e3..2e3) {
        let (point, both) = (Point::new(x, y), a.union(b).inset(Insets::uniform(-1e-6)));
        prop_assert!(both.contains(point) || !(a.contains(point) || b.contains(point)));
        prop_assert!(both.contains(a.center()) && both.contains(b.center()));
    }

    #[test]
    fn boxes_that_share_a_point_intersect_in_both_directions(a in boxes(), b in boxes()) {
        prop_assert_eq!(a.intersects(b), b.intersects(a));
        if a.contains(b.center()) && b.width > 0.0 && b.height > 0.0 {
            prop_assert!(a.intersects(b));
        }
    }
}
