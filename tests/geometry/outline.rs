//! Shapes as text and back.

use forum_explorer::geometry::outline::{Outline, OutlineError, World};
use proptest::prelude::*;

use crate::assert_near;
use crate::world::ASSET;

#[track_caller]
fn check_error(text: &str, error: OutlineError) {
    assert_eq!(World::decode(text), Err(error), "{text}");
}

fn triangle(iso3: Option<&str>) -> Outline {
    let ring = vec![(0.0, 0.0), (4.0, 0.0), (0.0, 3.0)];
    Outline {
        iso3: iso3.map(str::to_owned),
        rings: vec![ring],
        label: (1.0, 1.0),
    }
}

#[test]
fn a_written_world_reads_the_same() {
    let points_only = Outline {
        iso3: Some("TUV".to_owned()),
        rings: Vec::new(),
        label: (179.2, -8.5),
    };
    let world = World {
        countries: vec![triangle(None), triangle(Some("ABC")), points_only],
    };
    assert_eq!(World::decode(&world.encode(10)), Ok(world));
}

#[test]
fn writing_rounds_and_drops_what_has_no_area_left() {
    let mut country = triangle(Some("ABC"));
    country
        .rings
        .push(vec![(0.0, 0.0), (0.01, 0.0), (0.0, 0.01)]);
    country.label = (1.04, 0.96);
    let read = World::decode(
        &World {
            countries: vec![country],
        }
        .encode(10),
    )
    .unwrap();
    assert_eq!(read.countries[0].rings.len(), 1);
    assert_near(read.countries[0].label.0, 1.0);
    assert_near(read.countries[0].label.1, 1.0);
}

#[test]
fn damage_is_told_with_its_line() {
    check_error("", OutlineError::Header);
    check_error("outlines 2 10 0", OutlineError::Header);
    check_error("outlines 1 0 0", OutlineError::Header);
    check_error(
        "outlines 1 10 2\nABC ##",
        OutlineError::Count {
            stated: 2,
            found: 1,
        },
    );
    check_error("outlines 1 10 1\nAbc ##", OutlineError::Code { line: 2 });
    check_error("outlines 1 10 1\n\n", OutlineError::Code { line: 2 });
    check_error("outlines 1 10 1\nABC", OutlineError::Label { line: 2 });
    check_error("outlines 1 10 1\nABC ####", OutlineError::Label { line: 2 });
    check_error(
        "outlines 1 10 1\nABC ## ####",
        OutlineError::Ring { line: 2 },
    );
    check_error(
        "outlines 1 10 1\nABC ## #######",
        OutlineError::Ring { line: 2 },
    );
    check_error(
        "outlines 1 10 1\nABC ## ####é##",
        OutlineError::Ring { line: 2 },
    );
    check_error(
        "outlines 1 10 1\nABC ## ~~~~~~~~~~~~~~~~~~~~#",
        OutlineError::Ring { line: 2 },
    );
    check_error(
        "outlines 1 1 1\nABC #~~#",
        OutlineError::OffTheGlobe { line: 2 },
    );
}

#[test]
fn an_error_is_a_sentence_with_its_line() {
    let error = World::decode("outlines 1 10 1\nABC ## ####").unwrap_err();
    assert_eq!(
        error.to_string(),
        "Line 2 of the map has a ring that can't be read."
    );
}

proptest! {
    #[test]
    fn no_text_is_too_odd_to_be_answered(text: String, tail in "[ -~\n]{0,80}") {
        let _ = World::decode(&text);
        let _ = World::decode(&format!("outlines 1 10 1\nABC {}", tail));
    }

    #[test]
    fn an_asset_that_was_cut_off_is_refused(share in 0.0..1.0) {
        let last_line = ASSET.trim_end().rfind('\n').unwrap();
        let end = (share * last_line as f64) as usize;
        prop_assert!(World::decode(&ASSET[..end]).is_err());
    }

    #[test]
    fn a_damaged_byte_gives_an_error_or_another_world(place in 0..ASSET.len(), byte in 0_u8..128) {
        let mut bytes = ASSET.as_bytes().to_vec();
        bytes[place] = byte;
        let text = String::from_utf8(bytes).unwrap();
        let count = World::decode(&text).map(|world| world.countries.len());
        let stated = ASSET.lines().count() - 1;
        prop_assert!(count.is_err() || count == Ok(stated));
    }

    #[test]
    fn any_ring_on_the_grid_survives_the_way_to_text_and_back(ring in prop::collection::btree_set((-3600_i32..3600, -900_i32..900), 3..40)) {
        let ring: Vec<(f64, f64)> = ring.into_iter().map(|(lon, lat)| (f64::from(lon) / 10.0, f64::from(lat) / 10.0)).collect();
        let world = World { countries: vec![Outline { iso3: None, label: ring[0], rings: vec![ring] }] };
        prop_assert_eq!(World::decode(&world.encode(10)), Ok(world));
    }

    #[test]
    fn any_number_can_be_written(lon: f64, lat: f64) {
        let country = Outline { iso3: None, label: (lon, lat), rings: vec![vec![(lon, lat), (-lon, lat), (lon, -lat)]] };
        let _ = World::decode(&World { countries: vec![country] }.encode(u16::MAX));
    }
}
