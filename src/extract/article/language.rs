//! Whether a text is English; what is not is noted, not guessed at.

use whatlang::{Lang, detect};

/// Words that no English prose of some length does without, and few other languages have.
const COMMON: [&str; 12] = ["the", "and", "of", "to", "with", "was", "is", "that", "her", "his", "for", "at"];

/// The shortest text that is judged at all, in words that are no names: a caption tells no language.
const SHORTEST: usize = 12;

/// Bytes of a text that are looked at.
const HEAD: usize = 4000;

/// The name of the language of a text that is surely not English.
pub(super) fn foreign(text: &str) -> Option<&'static str> {
    let head = &text[..text.floor_char_boundary(HEAD)];
    let (mut words, mut common) = (0, 0);
    for word in head.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        if word.starts_with(char::is_uppercase) {
            continue;
        }
        words += 1;
        common += usize::from(COMMON.iter().any(|known| word.eq_ignore_ascii_case(known)));
    }
    if words < SHORTEST || common * 20 >= words {
        return None;
    }
    let found = detect(head)?;
    (found.lang() != Lang::Eng && found.is_reliable()).then(|| found.lang().eng_name())
}

#[cfg(test)]
mod tests {
    use super::foreign;

    #[test]
    fn other_languages_are_told_by_name() {
        let german = "Die Schauspielerin heiratete am Samstag den Koch in einem Hotel am Hafen, und ihr Vater, \
            der frühere Dirigent, führte sie zum Altar. Danach tanzten alle bis in die Nacht hinein, auch die Großmutter, \
            die schon einundneunzig ist und nicht müde wurde.";
        assert_eq!(foreign(german), Some("German"));
    }

    #[test]
    fn english_and_what_cannot_be_told_pass() {
        let names = "Ana Vega, Raul Ortiz, Pilar Soto, Lars Holm";
        let english = "The actress married the chef on Saturday at a hotel by the harbour. ".repeat(8);
        for text in ["", names, &english, &"Élodie Chalumeau était là. ".repeat(2)] {
            assert_eq!(foreign(text), None, "{text}");
        }
        let french = "Ana Vega et Raul Ortiz se sont mariés samedi dans un hôtel près du port, selon une source.";
        assert_eq!(foreign(french), Some("French"));
        for name in ["Ana Vega, Raul Ortiz y Pilar Soto, ", "Lars Holm og Una Tove "] {
            assert_eq!(foreign(&name.repeat(9)), None, "{name}");
        }
    }
}
