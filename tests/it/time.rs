//! `cases/time.txt`: dates in sentences and their values.

use relgraph::extract::{Source, extract};
use relgraph::lexicon::Lexicon;
use relgraph::model::TimeRow;

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
