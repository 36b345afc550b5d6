//! Pixels of a picture.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Liberation Sans, whose letters are as wide as those that pictures are measured with; its licence
/// stands beside it. No other font is used, so that the same picture has the same pixels anywhere.
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

/// A PNG of an SVG that this crate wrote, `scale` pixels for each of its units.
///
/// # Errors
/// [`PngError`] when it cannot be read, or is too large.
pub fn render(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    let mut options = Options { font_family: "Liberation Sans".to_owned(), ..Options::default() };
    options.fontdb_mut().load_font_data(FONT.to_vec());
    let tree = Tree::from_str(svg, &options)?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    let too_large = || PngError::Size(width.ceil() as u32, height.ceil() as u32);
    if width > MOST || height > MOST {
        return Err(too_large());
    }
    let mut pixels = Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or_else(too_large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError::Encode(error.to_string()))
}
