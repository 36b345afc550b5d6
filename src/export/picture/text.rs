//! How wide words are, and how they are cut to fit; what may stand in a picture at all.

use unicode_normalization::UnicodeNormalization;

/// Widths of the printable ASCII characters in thousandths of the font's size, from the space on:
/// those of Helvetica (Adobe's font metrics), which Arial, Liberation Sans and Nimbus Sans share.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// The width of a line of text at a font size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.nfd().map(advance).sum::<f64>() * size / 1000.0
}

/// Accents take no room of their own; what is neither Latin nor punctuation is as wide as high.
fn advance(letter: char) -> f64 {
    match letter {
        ' '..='~' => f64::from(WIDTHS[letter as usize - ' ' as usize]),
        '\u{300}'..='\u{36f}' => 0.0,
        '‘' | '’' => 222.0,
        '\u{a0}'..='\u{58f}' | '\u{2010}'..='\u{2013}' | '“' | '”' => 600.0,
        _ => 1000.0,
    }
}

/// The text in at most `lines` lines of at most `most` width; what does not fit is cut off, and
/// three dots say so.
pub(super) fn wrap(text: &str, size: f64, most: f64, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let full = wrapped.len() == lines;
        match wrapped.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size) <= most => *line += &format!(" {word}"),
            Some(line) if full => {
                line.push('…');
                break;
            }
            _ => wrapped.push(word.to_owned()),
        }
    }
    wrapped.iter().map(|line| cut(line, size, most)).collect()
}

/// As much of a line as fits, with three dots where some of it does not.
pub(super) fn cut(line: &str, size: f64, most: f64) -> String {
    if width(line, size) <= most {
        return line.to_owned();
    }
    let mut room = most - width("…", size);
    let fits = |letter: &char| {
        room -= width(letter.encode_utf8(&mut [0; 4]), size);
        room >= 0.0
    };
    let kept: String = line.chars().take_while(fits).collect();
    kept.trim_end_matches('…').to_owned() + "…"
}

/// Text as XML may hold it: markup is escaped; control characters, and those that turn the
/// direction of the text around them, become spaces.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push('\n'),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            _ if letter.is_control() => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{cut, escape, width, wrap};

    #[test]
    fn accents_take_no_room() {
        assert!((width("Pūkaitė", 10.0) - width("Pukaite", 10.0)).abs() < 1e-9);
        assert!(width("WWW", 10.0) > width("iii", 10.0));
    }

    #[test]
    fn long_text_is_wrapped_and_then_cut() {
        assert_eq!(wrap("Ana Vega", 10.0, 200.0, 2), ["Ana Vega"]);
        assert_eq!(wrap("Ana Vega", 10.0, 30.0, 2), ["Ana", "Vega"]);
        let long = wrap("Ana Maria Vega Ortiz of Somewhere", 10.0, 50.0, 2);
        assert_eq!(long.len(), 2);
        assert!(long[1].ends_with('…') && long.iter().all(|line| width(line, 10.0) <= 50.0), "{long:?}");
        assert!(width(&cut(&"x".repeat(10_000), 10.0, 100.0), 10.0) <= 100.0);
        assert!(wrap("  ", 10.0, 50.0, 2).is_empty());
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(escape("<b a='1'>\"&\0\u{202e}x"), "&lt;b a=&#39;1&#39;&gt;&quot;&amp;  x");
    }
}
