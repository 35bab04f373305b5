//! The map that the page shows: the committed asset.

use forum_explorer::geometry::outline::{Outline, World};
use forum_explorer::geometry::rect::Rect;
/// The file as the page fetches it.
pub const ASSET: &str = include_str!("../../public/map/world.txt");

/// The members of the United Nations in 2026 and the two states that observe.
const STATES: &str = "\
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF CAN \
    CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM \
    GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ \
    KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ \
    MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY PSE QAT ROU RUS RWA SAU \
    SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA \
    UGA UKR URY USA UZB VAT VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE";

fn world() -> World {
    World::decode(ASSET).expect("the committed asset")
}

/// The entry of the map at a place: its code, `---` without one, nothing at sea.
#[track_caller]
fn check_place(name: &str, lon: f64, lat: f64, entry: &str) {
    let world = world();
    let found = world
        .country_at(lon, lat)
        .map_or("", |country| country.iso3.as_deref().unwrap_or("---"));
    assert_eq!(found, entry, "{name}");
}

#[test]
fn every_member_of_the_united_nations_has_an_entry() {
    let world = world();
    let missing: Vec<&str> = STATES
        .split(' ')
        .filter(|code| world.country(code).is_none())
        .collect();
    assert_eq!(STATES.split(' ').count(), 195);
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_code_is_given_once() {
    let world = world();
    let mut codes: Vec<&str> = world
        .countries
        .iter()
        .filter_map(|country| country.iso3.as_deref())
        .collect();
    let count = codes.len();
    codes.dedup();
    assert!(codes.is_sorted() && codes.len() == count);
}

#[test]
fn every_point_lies_on_the_map() {
    for country in world().countries {
        for (lon, lat) in country.rings.iter().flatten().chain([&country.label]) {
            assert!(
                (lon - World::CENTRAL_MERIDIAN_DEG).abs() <= 180.0,
                "{:?} {lon}",
                country.iso3
            );
            assert!(
                (World::LATITUDES_DEG.0..World::LATITUDES_DEG.1).contains(lat),
                "{:?} {lat}",
                country.iso3
            );
        }
    }
}

#[test]
fn a_country_with_a_shape_has_its_label_within_it() {
    let world = world();
    let drawn: Vec<&Outline> = world
        .countries
        .iter()
        .filter(|country| !country.rings.is_empty())
        .collect();
    assert!(drawn.len() > 170, "{}", drawn.len());
    for country in drawn {
        let (lon, lat) = country.label;
        assert!(country.contains(lon, lat), "{:?} {lon} {lat}", country.iso3);
    }
}

#[test]
fn the_cities_of_the_forum_lie_in_their_countries() {
    check_place("Bern", 7.45, 46.95, "CHE");
    check_place("Abuja", 7.49, 9.06, "NGA");
    check_place("San Salvador", -89.19, 13.69, "SLV");
    check_place("Taroudant", -8.88, 30.47, "MAR");
    check_place("Chisinau", 28.86, 47.01, "MDA");
    check_place("Dhaka", 90.41, 23.81, "BGD");
    assert_eq!(
        world()
            .country("PHL")
            .map(|country| country.contains(121.0, 15.5)),
        Some(true)
    );
}

#[test]
fn borders_are_those_of_the_united_nations() {
    check_place("Taipei", 121.5, 25.0, "CHN");
    check_place("Hong Kong", 114.15, 22.45, "CHN");
    check_place("Pristina", 21.1, 42.6, "SRB");
    check_place("Hargeisa", 44.1, 9.6, "SOM");
    check_place("Kyrenia", 33.4, 35.25, "CYP");
    check_place("Simferopol", 34.1, 45.0, "UKR");
    check_place("Quneitra", 35.8, 33.0, "SYR");
    check_place("Ramallah", 35.2, 31.9, "PSE");
    check_place("Smara", -11.7, 26.7, "---");
    check_place("west of the berm", -13.5, 25.0, "---");
    check_place("Cayenne", -52.6, 4.6, "FRA");
}

#[test]
fn an_enclave_does_not_belong_to_the_country_around_it() {
    check_place("Maseru", 27.9, -29.5, "LSO");
    assert_eq!(
        world()
            .country("ZAF")
            .map(|country| country.contains(28.2, -29.6)),
        Some(false)
    );
}

#[test]
fn seas_belong_to_nobody_and_longitudes_go_round() {
    check_place("Atlantic", -30.0, 30.0, "");
    check_place("Chukotka", -175.0, 66.5, "RUS");
    check_place("Chukotka", 185.0, 66.5, "RUS");
    assert_eq!(world().country_at(f64::NAN, 0.0), None);
}

#[test]
fn no_line_runs_across_the_map() {
    let area = Rect::new(
        0.0,
        0.0,
        1000.0,
        World::PROJECTION.height_for_width_lat(1000.0, -56.0, 84.0),
    );
    let map = World::PROJECTION.fit_lat(area, World::LATITUDES_DEG.0, World::LATITUDES_DEG.1);
    let mut lines = 0;
    for country in world().countries {
        for ring in &country.rings {
            for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let length = map
                    .px_from_lon_lat(from.0, from.1)
                    .distance(map.px_from_lon_lat(to.0, to.1));
                assert!(length < 70.0, "{:?}: {from:?} to {to:?}", country.iso3);
                lines += 1;
            }
        }
    }
    assert!(lines > 5000, "{lines}");
}

#[test]
fn neighbours_share_the_points_of_their_border() {
    let world = world();
    let points = |code: &str| -> Vec<(f64, f64)> { world.country(code).unwrap().rings.concat() };
    let (spain, portugal) = (points("ESP"), points("PRT"));
    assert!(
        portugal
            .iter()
            .filter(|point| spain.contains(point))
            .count()
            >= 8
    );
}

#[test]
fn land_has_its_area() {
    // Square kilometres, after the United Nations' Demographic Yearbook; inland waters and lost islands make the difference.
    for (code, area_km2) in [
        ("NGA", 923_768.0),
        ("BRA", 8_515_767.0),
        ("CHE", 41_284.0),
        ("AUS", 7_692_024.0),
    ] {
        let steradian_km2 = 6371.0_f64.powi(2);
        let found = world()
            .country(code)
            .unwrap()
            .rings
            .iter()
            .map(|ring| area(ring))
            .sum::<f64>()
            * steradian_km2;
        assert!((found / area_km2 - 1.0).abs() < 0.04, "{code}: {found}");
    }
}

/// The area of a ring on a unit sphere, from its image on the map.
fn area(ring: &[(f64, f64)]) -> f64 {
    let points: Vec<_> = ring
        .iter()
        .map(|(lon, lat)| World::PROJECTION.project(*lon, *lat))
        .collect();
    let nexts = points.iter().cycle().skip(1);
    (points
        .iter()
        .zip(nexts)
        .map(|(a, b)| a.x * b.y - b.x * a.y)
        .sum::<f64>()
        / 2.0)
        .abs()
}

#[test]
fn the_asset_is_what_its_own_world_writes() {
    assert!(world().encode(7) == ASSET);
}
