//! `cases/time.txt`: dates in sentences and their values.

use relgraph::extract::time::{self, Times};
use relgraph::extract::{Article, Source, extract};
use relgraph::lexicon::Lexicon;
use relgraph::model::TimeRow;
use relgraph::syntax::{self, Syntax};

const CASES: &str = include_str!("../cases/time.txt");

#[test]
fn every_case_has_its_value() {
    let (mut published, mut expected, mut count, mut wrong) = ("", "", 0, Vec::new());
    for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(date) = line.strip_prefix("published ") {
            published = date;
        } else if let Some(text) = line.strip_prefix("  ") {
            count += 1;
            wrong
                .extend(fault(published, expected, &text.replace("\\n", "\n")).map(|fault| format!("{line}: {fault}")));
        } else {
            expected = line;
        }
    }
    assert!(wrong.is_empty(), "{} of {count} cases fail:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 100, "the cases were not read");
}

/// The dates of a text and its syntax, published on 16 May 2018.
fn read<T>(text: &str, look: impl FnOnce(&Times, &Syntax<'_>) -> T) -> T {
    let (article, lexicon) =
        (Article::read(&Source { published: "2018-05-16".parse().ok(), ..Source::text(text) }), Lexicon::shipped());
    let syntax = syntax::analyse(&article.text, &lexicon);
    look(&time::find(&article, &syntax, &lexicon), &syntax)
}

#[test]
fn a_bound_opens_one_side_of_a_date() {
    for (text, extent) in [
        ("They have dated since 2016.", "2016/.."),
        ("They have dated since last summer.", "2017-22/.."),
        ("He taught there from 2012 onwards.", "2012/.."),
        ("They dated until March 2017.", "../2017-03"),
        ("They dated from May to June 2016.", "2016-05/2016-06"),
        ("They dated in 2016.", "2016"),
    ] {
        let found = read(text, |times, _| times.expressions.iter().filter_map(|time| time.extent()).next());
        assert_eq!(found.unwrap().as_str(), extent, "{text}");
    }
}

#[test]
fn a_date_that_describes_a_noun_is_told_from_one_that_dates_the_sentence() {
    for (text, modifier) in [
        ("She remembers the land case of 2009.", true),
        ("He sang her 1996 hit.", true),
        ("At Monday's gala he sang.", true),
        ("He sang in 1996.", false),
        ("He sang in the summer of 1996.", false),
        ("They were together for part of 2016.", false),
        ("On Monday police came.", false),
    ] {
        assert_eq!(read(text, |times, _| times.expressions[0].modifier), modifier, "{text}");
    }
}

#[test]
fn a_sentence_without_a_date_takes_that_of_its_paragraph_or_of_the_heading_above() {
    for (text, governing) in [
        ("Who is who\n\nOn Friday they dined in Rome. Then they went home.", Some("2018-05-11")),
        ("Who is who\n\nOn Friday they dined in Rome.\n\nThey went home.", None),
        ("Who is who\n\nThey have dated since Friday. Then they went home.", None),
        ("Who is who\n\nShe will wed on Friday. They are happy.", None),
        ("Who is who\n\nJune 2017: They met. They dined.", Some("2017-06")),
        ("Who is who\n\nJune 2017: They met.\n\nThey dined.", None),
        ("Who is who\n\nJune 2017\n\nThey met in Rome, it is said.\n\nThey dined.", Some("2017-06")),
    ] {
        let found = read(text, |times, syntax| {
            times.over(syntax, syntax.sentences.len() - 1).and_then(|time| time.value.clone())
        });
        assert_eq!(found.as_ref().map(|date| date.as_str()), governing, "{text}");
    }
}

/// What is wrong with one case, if anything.
fn fault(published: &str, expected: &str, text: &str) -> Option<String> {
    let plain = text.replace(['[', ']'], "");
    let published = published.parse().ok();
    let times = extract(&Source { published, ..Source::text(&plain) }, &Lexicon::shipped()).times;
    if expected == "nothing" {
        return (!times.is_empty()).then(|| format!("found {:?}", shown(&times)));
    }
    let start = text.find('[').expect("a case marks its expression");
    let (start, words) = (text[..start].chars().count(), &text[start + 1..text.find(']').unwrap()]);
    let Some(time) = times.iter().find(|time| time.start == start && time.text == words) else {
        return Some(format!("not found among {:?}", shown(&times)));
    };
    let value = time.value.as_ref().map_or("unknown", |value| value.as_str());
    (value != expected).then(|| format!("is {value}, not {expected}"))
}

fn shown(times: &[TimeRow]) -> Vec<(&str, Option<&str>)> {
    times.iter().map(|time| (time.text.as_str(), time.value.as_ref().map(|value| value.as_str()))).collect()
}
