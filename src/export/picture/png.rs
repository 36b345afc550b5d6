//! Pixels of a picture.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Options, Tree};

/// Liberation Sans (Latin, Greek, Cyrillic), whose letters are as wide as those that pictures are
/// measured with; its licence stands beside it. No other font is used but those that the caller
/// gives, so that the same picture has the same pixels anywhere.
const FONT: &[u8] = include_bytes!("font/LiberationSans-Regular.ttf");

/// Why there are no pixels.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The SVG cannot be read.
    #[error("not a picture: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// No room for so many pixels.
    #[error("a picture of {0} x {1} pixels is too large; draw a smaller part, or SVG")]
    Size(u32, u32),
    /// The encoder failed.
    #[error("cannot write PNG: {0}")]
    Encode(String),
}

/// More pixels than this on a side are refused.
const MOST: f32 = 20_000.0;

/// A picture in pixels.
#[derive(Clone, Debug)]
pub struct Pixels {
    /// The PNG.
    pub png: Vec<u8>,
    /// Letters that none of the fonts has, which are empty boxes: of each line that has any, the first.
    pub missing: BTreeSet<char>,
}

/// A PNG of an SVG that this crate wrote, `scale` pixels for each of its units. Letters that
/// Liberation Sans lacks are taken from `fonts` (TrueType or OpenType files), the first that has them.
///
/// # Errors
/// [`PngError`] when it cannot be read, or is too large.
pub fn render(svg: &str, scale: f32, fonts: &[Vec<u8>]) -> Result<Pixels, PngError> {
    let missing = Mutex::new(BTreeSet::new());
    let tree = tree(svg, fonts, &missing)?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    let too_large = || PngError::Size(width.ceil() as u32, height.ceil() as u32);
    if width > MOST || height > MOST {
        return Err(too_large());
    }
    let mut pixels = Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or_else(too_large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let png = pixels.encode_png().map_err(|error| PngError::Encode(error.to_string()))?;
    Ok(Pixels { png, missing: missing.into_inner().unwrap_or_else(PoisonError::into_inner) })
}

/// The picture with its letters as outlines; notes those that no font has.
fn tree(svg: &str, fonts: &[Vec<u8>], missing: &Mutex<BTreeSet<char>>) -> Result<Tree, PngError> {
    let fall_back = FontResolver::default_fallback_selector();
    let select_fallback = Box::new(move |letter, tried: &[_], fonts: &mut _| {
        let found = fall_back(letter, tried, fonts);
        if found.is_none() {
            missing.lock().unwrap_or_else(PoisonError::into_inner).insert(letter);
        }
        found
    });
    let font_resolver = FontResolver { select_font: FontResolver::default_font_selector(), select_fallback };
    let mut options = Options { font_family: "Liberation Sans".to_owned(), font_resolver, ..Options::default() };
    let known = options.fontdb_mut();
    known.load_font_data(FONT.to_vec());
    fonts.iter().for_each(|font| known.load_font_data(font.clone()));
    Ok(Tree::from_str(svg, &options)?)
}

#[cfg(test)]
mod tests {
    use super::render;

    fn missing(text: &str) -> String {
        let svg =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">{text}</text></svg>"#);
        render(&svg, 1.0, &[]).unwrap().missing.into_iter().collect()
    }

    #[test]
    fn letters_that_cannot_be_drawn_are_told() {
        assert_eq!(missing("Zoë Łukasz Ιωάννης Фёдор – “x”"), "");
        assert_eq!(missing("Ana 名前 Vega"), "名");
    }
}
