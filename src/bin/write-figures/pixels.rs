//! A drawn picture as pixels.

use std::collections::{BTreeSet, HashMap};
use std::mem::take;

use forum_explorer::language::lang::Lang;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use crate::fonts::{Fonts, Missing};

/// A PNG, or the letters that no font of the machine has.
pub type Drawn = Result<Vec<u8>, BTreeSet<char>>;

/// Draws an SVG so many times its size.
pub fn png(svg: &str, fonts: &Fonts, lang: Lang, scale: f32) -> Result<Drawn, String> {
    let missing = Missing::default();
    let options = fonts.options(lang, missing.clone());
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    if let Ok(mut missing) = missing.lock()
        && !missing.is_empty()
    {
        return Ok(Err(take(&mut *missing)));
    }
    let size = tree.size().to_int_size().scale_by(scale);
    let pixels = size.and_then(|size| Pixmap::new(size.width(), size.height()));
    let mut pixels = pixels.ok_or("the picture has no size")?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    written(&pixels).map(Ok).map_err(|error| error.to_string())
}

/// With a table of colours, which makes the file a third as large: a picture has few, and paper throughout, so nothing shows through.
fn written(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let (colors, places) = table(pixels.data().as_chunks::<4>().0);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(colors);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_compression(Compression::Balanced);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&places)?;
    writer.finish()?;
    Ok(file)
}

/// The most frequent colours, three bytes each, and for every pixel the place of its colour there. What is left are a few shades along
/// edges: each gets the nearest of the others.
fn table(pixels: &[[u8; 4]]) -> (Vec<u8>, Vec<u8>) {
    let runs = || pixels.chunk_by(|a, b| a == b);
    let mut counts: HashMap<[u8; 4], usize> = HashMap::new();
    for run in runs() {
        if let Some(color) = run.first() {
            *counts.entry(*color).or_default() += run.len();
        }
    }
    let mut colors: Vec<([u8; 4], usize)> = counts.into_iter().collect();
    // The color as well, so that two builds write the same file.
    colors.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let kept: Vec<[u8; 4]> = colors.iter().take(256).map(|(color, _)| *color).collect();
    let nearest = |color: &[u8; 4]| {
        let places = kept.iter().zip(0_u8..=u8::MAX);
        let nearest = places.min_by_key(|(other, _)| distance(color, other));
        nearest.map_or(0, |(_, place)| place)
    };
    let places: HashMap<[u8; 4], u8> = colors
        .iter()
        .map(|(color, _)| (*color, nearest(color)))
        .collect();
    let mut out = Vec::with_capacity(pixels.len());
    for run in runs() {
        let place = run.first().and_then(|color| places.get(color));
        out.resize(out.len() + run.len(), place.copied().unwrap_or(0));
    }
    let colors = kept.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]);
    (colors.collect(), out)
}

fn distance(a: &[u8; 4], b: &[u8; 4]) -> u32 {
    let channels = a.iter().zip(b);
    channels
        .map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2))
        .sum()
}
