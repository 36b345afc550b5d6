//! How a word of a name sounds, roughly: what transliterations and misspellings share.

/// The consonants of a word, those that are written in several ways made one; a vowel stands only
/// where the word begins with one. Made for names of many languages in Latin letters, so coarser
/// than Metaphone: it proposes, and [`super::word`] disposes.
pub(super) fn sound(word: &str) -> String {
    let mut rest = word;
    let mut sound = String::new();
    while let Some(first) = rest.chars().next() {
        let together = TOGETHER.iter().find(|(written, _)| rest.starts_with(written));
        let (piece, written) = match together {
            Some((written, piece)) => (*piece, written.len()),
            None => (alone(first, &rest[first.len_utf8()..], sound.is_empty()), first.len_utf8()),
        };
        sound.extend(piece.filter(|piece| !sound.ends_with(*piece)));
        rest = &rest[written..];
    }
    sound
}

/// Letters that sound as one, the longer before the shorter.
const TOGETHER: [(&str, Option<char>); 17] = [
    ("tsch", Some('k')),
    ("sch", Some('s')),
    ("ngn", Some('n')),
    ("sh", Some('s')),
    ("ch", Some('k')),
    ("kh", Some('k')),
    ("gh", Some('g')),
    ("ph", Some('f')),
    ("th", Some('t')),
    ("zh", Some('s')),
    ("dh", Some('d')),
    ("ck", Some('k')),
    ("cz", Some('k')),
    ("qu", Some('k')),
    ("gn", Some('n')),
    ("kn", Some('n')),
    ("wr", Some('r')),
];

/// The sound of one letter; none of a vowel or an h but where the word begins with it.
fn alone(letter: char, after: &str, begins: bool) -> Option<char> {
    match letter {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' => begins.then_some('a'),
        'h' => begins.then_some('h'),
        'c' if after.starts_with(['e', 'i', 'y']) => Some('s'),
        'c' | 'q' => Some('k'),
        'z' => Some('s'),
        'w' => Some('v'),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn spellings_of_one_name_sound_alike_and_others_do_not() {
        for (a, b) in [
            ("macauley", "macaulay"),
            ("gillot", "gillott"),
            ("delevigne", "delevingne"),
            ("zellweger", "zellwegger"),
            ("rohani", "rouhani"),
            ("sergei", "sergey"),
            ("catherine", "katharine"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        for (a, b) in [("strong", "song"), ("culkin", "cullen"), ("jackson", "johnson"), ("miley", "riley")] {
            assert_ne!(sound(a), sound(b), "{a} {b}");
        }
    }
}
