//! stub
pub struct World {
    pub countries: Vec<Outline>,
}
pub struct Outline {
    pub iso3: Option<String>,
    pub rings: Vec<Vec<(f64, f64)>>,
    pub label: (f64, f64),
}
