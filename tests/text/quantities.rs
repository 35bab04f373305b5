//! Numbers as the report states them: exactly, about, more than, at least, from … to.

use forum_explorer::format::number::{quantity, quantity_label, quantity_with_unit};
use forum_explorer::language::lang::Lang::{En, Fr, Zh};
use forum_explorer::model::quantity::Approximation::{self, About, AtLeast, Exact, MoreThan};
use forum_explorer::model::quantity::Quantity;

fn stated(approximation: Approximation, value: f64, unit: &str) -> Quantity {
    Quantity {
        value,
        high: None,
        approximation,
        unit: unit.to_owned(),
    }
}

fn ranging(value: f64, high: f64, unit: &str) -> Quantity {
    Quantity {
        high: Some(high),
        ..stated(Exact, value, unit)
    }
}

#[test]
fn a_sentence_says_how_a_number_was_stated() {
    for (how, english, chinese) in [
        (Exact, "600 people", "600人"),
        (About, "about 600 people", "约600人"),
        (MoreThan, "more than 600 people", "600多人"),
        (AtLeast, "at least 600 people", "至少600人"),
    ] {
        let stated = stated(how, 600.0, "people");
        assert_eq!(quantity_with_unit(&stated, En), english);
        assert_eq!(quantity_with_unit(&stated, Zh), chinese);
    }
}

#[test]
fn a_label_shows_how_a_number_was_stated_by_a_sign() {
    for (how, expected) in [
        (Exact, "1,200"),
        (About, "≈ 1,200"),
        (MoreThan, "1,200+"),
        (AtLeast, "≥ 1,200"),
    ] {
        let stated = stated(how, 1200.0, "people");
        assert_eq!(quantity_label(&stated, En), expected);
        assert_eq!(quantity_label(&stated, Zh), expected);
    }
}

#[test]
fn a_large_quantity_is_written_in_short() {
    let migrants = stated(About, 214e6, "people");
    assert_eq!(
        quantity_with_unit(&migrants, En),
        "about 214 million people"
    );
    assert_eq!(quantity_with_unit(&migrants, Zh), "约2.14亿人");
    assert_eq!(quantity_label(&migrants, Zh), "≈ 2.14亿");
    // After a million French joins what is counted by “de”, after a plain number it does not.
    assert_eq!(
        quantity_with_unit(&migrants, Fr),
        "environ 214 millions de personnes"
    );
    let children = stated(About, 33e6, "children");
    assert_eq!(
        quantity_with_unit(&children, Fr),
        "environ 33 millions d’enfants"
    );
    let few = stated(Exact, 600.0, "children");
    assert_eq!(quantity_with_unit(&few, Fr), "600 enfants");
}

#[test]
fn a_range_has_both_ends() {
    let migrants = ranging(20e6, 30e6, "people");
    assert_eq!(
        quantity_with_unit(&migrants, En),
        "20 million to 30 million people"
    );
    assert_eq!(quantity_with_unit(&migrants, Zh), "2000万至3000万人");
    let share = ranging(10.0, 15.0, "percent");
    assert_eq!(quantity_with_unit(&share, En), "10% to 15%");
    assert_eq!(quantity_with_unit(&share, Zh), "10%至15%");
}

#[test]
fn a_percentage_has_its_sign_and_no_further_unit() {
    let share = stated(About, 87.0, "percent");
    assert_eq!(quantity_with_unit(&share, En), "about 87%");
    assert_eq!(quantity_with_unit(&share, Zh), "约87%");
    assert_eq!(quantity_label(&share, En), "≈ 87%");
}

#[test]
fn a_quantity_without_a_unit_is_the_number_alone() {
    assert_eq!(quantity_with_unit(&stated(Exact, 66.0, ""), En), "66");
    assert_eq!(quantity(&stated(MoreThan, 66.0, ""), Zh), "66多");
}

#[test]
fn one_of_something_is_not_written_as_several() {
    assert_eq!(
        quantity_with_unit(&stated(Exact, 1.0, "years"), En),
        "1 year"
    );
    assert_eq!(
        quantity_with_unit(&stated(Exact, 1.0, "people"), En),
        "1 person"
    );
    assert_eq!(quantity_with_unit(&stated(Exact, 1.0, "years"), Zh), "1年");
    assert_eq!(
        quantity_with_unit(&stated(MoreThan, 1.0, "years"), En),
        "more than 1 year"
    );
    // In French nothing and one and a half are one as well.
    for (value, expected) in [(0.0, "0 année"), (1.5, "1,5 année"), (2.0, "2 années")] {
        assert_eq!(
            quantity_with_unit(&stated(Exact, value, "years"), Fr),
            expected
        );
    }
}

#[test]
fn a_unit_of_the_packages_own_is_written_as_it_is() {
    let stated = stated(Exact, 3.0, "fishing-boats");
    assert_eq!(quantity_with_unit(&stated, En), "3 fishing boats");
}
