//! From the globe to a plane.

use crate::geometry::point::Point;
use crate::geometry::rect::Rect;

/// The polynomial of the paper.
const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];

/// √3 / 2, which makes the poles as long as they are.
const M: f64 = 0.866_025_403_784_438_6;

/// The Equal Earth projection: every country has its true share of the area, and the shapes are pleasant to look at.
///
/// Bojan Šavrič, Tom Patterson and Bernhard Jenny: "The Equal Earth map projection", International Journal of Geographical
/// Information Science 33 (3), 2019, pp. 454–465, <https://doi.org/10.1080/13658816.2018.1504949>.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EqualEarth {
    /// The meridian in the middle of the map, in degrees east.
    central_deg: f64,
}

impl EqualEarth {
    /// The map with Greenwich in its middle, cut at 180°.
    pub const GREENWICH: Self = Self { central_deg: 0.0 };

    /// The map with this meridian in its middle, cut at the meridian opposite.
    pub const fn centered_on(meridian_deg: f64) -> Self {
        Self {
            central_deg: meridian_deg,
        }
    }

    /// The place of a longitude and latitude (degrees) on a unit sphere's map: x to the east of the central meridian, y to
    /// the north of the equator, both 0 where these meet. Longitudes go round; latitudes beyond the poles count as the poles;
    /// what is not finite counts as 0.
    pub fn project(&self, lon_deg: f64, lat_deg: f64) -> Point {
        let theta = parameter(finite(lat_deg));
        let lambda = self.offset_deg(finite(lon_deg)).to_radians();
        Point::new(lambda * cosine(theta) / (M * slope(theta)), height(theta))
    }

    /// The longitude (from −180 to 180) and latitude in degrees that are drawn at this point; the inverse of
    /// [`project`](Self::project). None outside the outline of the globe, and for NaN.
    pub fn invert(&self, point: Point) -> Option<(f64, f64)> {
        let theta = parameter_at(point.y)?;
        let lambda = M * point.x * slope(theta) / cosine(theta);
        let offset = lambda.to_degrees();
        // The hair is for the rounding of points on the outline itself.
        if offset.is_nan() || offset.abs() > 180.0 + 1e-9 {
            return None;
        }
        let lat = (sine(theta) / M).clamp(-1.0, 1.0).asin().to_degrees();
        Some((wrapped(self.central_deg + offset.clamp(-180.0, 180.0)), lat))
    }

    /// How high a picture of the whole globe is that has this width.
    pub fn height_for_width(&self, width: f64) -> f64 {
        self.height_for_width_lat(width, -90.0, 90.0)
    }

    /// How high a picture of the globe between two latitudes is that has this width.
    pub fn height_for_width_lat(&self, width: f64, lat_min: f64, lat_max: f64) -> f64 {
        let extent = extent(lat_min, lat_max);
        width * extent.height / extent.width
    }

    /// The whole globe, as large as it fits into the rectangle and in its middle.
    pub fn fit(&self, rect: Rect) -> FittedProjection {
        self.fit_lat(rect, -90.0, 90.0)
    }

    /// The globe between two latitudes (degrees, in either order), as large as it fits into the rectangle and in its middle.
    pub fn fit_lat(&self, rect: Rect, lat_min: f64, lat_max: f64) -> FittedProjection {
        let extent = extent(lat_min, lat_max);
        let scale = (rect.width / extent.width).min(rect.height / extent.height);
        let middle = Point::new(0.0, extent.y + extent.height / 2.0);
        FittedProjection {
            projection: *self,
            middle,
            center_px: rect.center(),
            scale,
            crop: (extent.y, extent.y + extent.height),
        }
    }

    /// How far east of the central meridian; from −180 to 180, where both ends stay what they are.
    fn offset_deg(&self, lon_deg: f64) -> f64 {
        wrapped(lon_deg - self.central_deg)
    }
}

/// A projection with a place in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FittedProjection {
    projection: EqualEarth,
    /// What of the plane is drawn at the middle of the rectangle.
    middle: Point,
    center_px: Point,
    /// Pixels for one unit of the plane.
    scale: f64,
    /// The crop in units of the plane: its lowest and its highest y.
    crop: (f64, f64),
}

impl FittedProjection {
    /// Where a longitude and latitude (degrees) lie in the picture; outside the rectangle for a latitude that was cut off.
    pub fn px_from_lon_lat(&self, lon_deg: f64, lat_deg: f64) -> Point {
        let place = self.projection.project(lon_deg, lat_deg);
        let (right, up) = (place.x - self.middle.x, place.y - self.middle.y);
        self.center_px.moved(right * self.scale, -up * self.scale)
    }

    /// The longitude and latitude in degrees at a pixel. None outside the globe or the part of it that is drawn, and if the
    /// rectangle has no area.
    pub fn lon_lat_from_px(&self, px: Point) -> Option<(f64, f64)> {
        let right = (px.x - self.center_px.x) / self.scale;
        let up = (self.center_px.y - px.y) / self.scale;
        let place = self.middle.moved(right, up);
        let (low, high) = self.crop;
        if place.y.is_nan() || place.y < low - 1e-9 || place.y > high + 1e-9 {
            return None;
        }
        self.projection.invert(place)
    }

    /// The same map drawn `factor` times as large around a place (degrees), as far as the picture stays full of it. A factor of 1 changes
    /// nothing.
    #[must_use]
    pub fn magnified(self, factor: f64, lon_deg: f64, lat_deg: f64, picture: Rect) -> Self {
        let wanted = self.projection.project(lon_deg, lat_deg);
        let room = 1.0 - 1.0 / factor.max(1.0);
        let kept = |wanted: f64, middle: f64, px: f64| {
            let most = px / 2.0 / self.scale * room;
            middle + (wanted - middle).clamp(-most, most)
        };
        let middle = Point::new(
            kept(wanted.x, self.middle.x, picture.width),
            kept(wanted.y, self.middle.y, picture.height),
        );
        Self {
            middle,
            scale: self.scale * factor.max(1.0),
            ..self
        }
    }

    /// Pixels for one unit of the unit sphere's map; at the centre of the map for one radian.
    pub fn scale(&self) -> f64 {
        self.scale
    }
}

/// The paper's θ of a latitude in degrees.
fn parameter(lat_deg: f64) -> f64 {
    (M * sine(lat_deg.clamp(-90.0, 90.0).to_radians())).asin()
}

/// The sine of an angle between two right angles, by its series. The standard one first brings any angle into that range, with
/// tables that would weigh more in the page than the map's whole arithmetic.
fn sine(angle: f64) -> f64 {
    let square = angle * angle;
    (1..=11).rev().fold(1.0, |sum, k| {
        let n = 2.0 * f64::from(k);
        1.0 - square / (n * (n + 1.0)) * sum
    }) * angle
}

/// The cosine of an angle between two right angles.
fn cosine(angle: f64) -> f64 {
    (1.0 - sine(angle) * sine(angle)).max(0.0).sqrt()
}

/// The y of a θ.
fn height(theta: f64) -> f64 {
    let square = theta * theta;
    theta * (A[0] + square * (A[1] + square * square * (A[2] + A[3] * square)))
}

/// How fast y grows with θ.
fn slope(theta: f64) -> f64 {
    let square = theta * theta;
    A[0] + square * (3.0 * A[1] + square * square * (7.0 * A[2] + 9.0 * A[3] * square))
}

/// The θ of a y, by Newton's method; none beyond the poles. [`slope`] is positive and changes little, so a few steps are
/// enough from anywhere.
fn parameter_at(y: f64) -> Option<f64> {
    let pole = parameter(90.0);
    if y.is_nan() || y.abs() > height(pole) + 1e-9 {
        return None;
    }
    let step = |theta: f64, _| (theta - (height(theta) - y) / slope(theta)).clamp(-pole, pole);
    Some((0..12).fold(y / A[0], step).clamp(-pole, pole))
}

/// What of the plane lies between two latitudes.
fn extent(lat_min: f64, lat_max: f64) -> Rect {
    let (south, north) = (finite(lat_min.min(lat_max)), finite(lat_max.max(lat_min)));
    let map = EqualEarth::GREENWICH;
    // The parallel nearest to the equator is the longest one.
    let east = map
        .project(
            180.0,
            0.0_f64.clamp(south.clamp(-90.0, 90.0), north.clamp(-90.0, 90.0)),
        )
        .x;
    Rect::from_corners(
        Point::new(-east, map.project(0.0, south).y),
        Point::new(east, map.project(0.0, north).y),
    )
}

/// A number of degrees brought into −180 to 180.
fn wrapped(degrees: f64) -> f64 {
    if (-180.0..=180.0).contains(&degrees) {
        degrees
    } else {
        within_turn(degrees + 180.0) - 180.0
    }
}

/// A number of degrees brought into 0 to 360. Not `rem_euclid`, which brings an exact remainder of floats into the page.
pub fn within_turn(degrees: f64) -> f64 {
    // Of a number with more digits than a float has, anything may be left.
    (degrees - 360.0 * (degrees / 360.0).floor()).clamp(0.0, 360.0)
}

fn finite(number: f64) -> f64 {
    if number.is_finite() { number } else { 0.0 }
}
