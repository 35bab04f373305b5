//! Sorting is what the standard library's is.

use forum_explorer::model::order::{sort_by, sort_unique};
use proptest::prelude::*;

proptest! {
    #[test]
    fn it_sorts_as_the_standard_sort_and_keeps_the_order_of_equals(
        keys in prop::collection::vec(0_u8..20, 0..200)
    ) {
        let items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
        let (mut ours, mut theirs) = (items.clone(), items);
        sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
        theirs.sort_by_key(|item| item.0);
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn each_of_equal_items_is_left_once(items in prop::collection::vec(0_u8..20, 0..200)) {
        let (mut ours, mut theirs) = (items.clone(), items);
        sort_unique(&mut ours);
        theirs.sort();
        theirs.dedup();
        prop_assert_eq!(ours, theirs);
    }
}
