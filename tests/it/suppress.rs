//! Who is kept out is nowhere, in whatever spelling; namesakes and relatives stay.

#![expect(clippy::disallowed_methods, reason = "tests write and read files of their own")]

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use crate::support::{run, scratch};

/// A folder with a graph, in which everything of the product runs.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: scratch() }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    #[track_caller]
    fn run(&self, args: &[&str]) -> String {
        let graph = self.path("graph.db");
        let output = run(&[args, &["--graph", &graph]].concat());
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Builds articles, each an address and a text.
    #[track_caller]
    fn build(&self, articles: &[(&str, &str)]) {
        let line = |(url, text): &(&str, &str)| {
            json!({"url": url, "title": text, "author": "Brannick, Odile", "text": text, "published": "2019-05-04"})
                .to_string()
        };
        let lines: Vec<String> = articles.iter().map(line).collect();
        let file = self.path("articles.jsonl");
        fs::write(&file, lines.join("\n")).unwrap();
        self.run(&["build", &file]);
        fs::remove_file(file).unwrap();
    }

    /// All that the graph says, and every byte of its file.
    fn everything(&self) -> String {
        let file = fs::read(self.path("graph.db")).unwrap();
        (self.run(&["export", "--json"]) + &String::from_utf8_lossy(&file)).to_lowercase()
    }

    #[track_caller]
    fn keeps_out(&self, words: &[&str]) {
        let everything = self.everything();
        for word in words {
            let left = everything.split_once(word).map(|(before, _)| before.chars().rev().take(90).collect::<String>());
            assert!(
                left.is_none(),
                "{word} is left over after {:?}",
                left.map(|it| it.chars().rev().collect::<String>())
            );
        }
    }
}

/// What others say of somebody, in spellings of all kinds.
const SPELLINGS: [(&str, &str); 7] = [
    ("https://a.example/odile-brannick-weds", "Owen Tarrant is dating Mira Solle, Odile Brannick told reporters."),
    ("https://a.example/2", "Owen Tarrant is dating Mira Solle, ODÍLE BRANNICK told reporters."),
    ("https://a.example/3", "Owen Tarrant is dating Mira Solle, Odile Branick told reporters."),
    ("https://a.example/4", "Owen Tarrant is dating Mira Solle, Odile M. Brannick told reporters."),
    ("https://a.example/5", "Owen Tarrant is dating Mira Solle, Brannick Odile told reporters."),
    (
        "https://a.example/6",
        "Owen Tarrant is dating Mira Solle, @odilebrannick_x wrote to https://b.example/Odile%20Brannick.",
    ),
    ("https://a.example/7", "Odile Brannick called. Owen Tarrant is dating Mira Solle, Brannick told reporters."),
];

#[test]
fn no_spelling_of_a_suppressed_name_is_left_in_what_was_built_before() {
    let desk = Desk::new();
    desk.build(&SPELLINGS);
    desk.run(&["suppress", "Odile Brannick"]);
    desk.keeps_out(&["odile", "odíle", "brannick", "branick"]);
    let export = desk.run(&["export", "--json"]);
    assert!(export.contains("█████ told reporters") && export.contains("Mira Solle"), "{export}");
}

#[test]
fn no_spelling_of_a_suppressed_name_comes_in_later() {
    let desk = Desk::new();
    desk.run(&["suppress", "Odile Brannick"]);
    desk.build(&SPELLINGS);
    desk.keeps_out(&["odile", "odíle", "brannick", "branick"]);
    let sources = desk.run(&["sources"]);
    assert_eq!(sources.lines().count(), SPELLINGS.len());
    let desk_again = desk.everything();
    desk.build(&SPELLINGS);
    assert_eq!(desk.everything(), desk_again, "what was read before is skipped under its blacked-out address");
}

#[test]
fn others_of_her_name_stay() {
    let desk = Desk::new();
    desk.run(&["suppress", "Odile Brannick"]);
    desk.build(&[
        ("https://a.example/1", "Gus Brannick married Una Tove in Oslo. Brannick is a friend of Mira Solle."),
        ("https://a.example/2", "Odile Bronson is dating Owen Tarrant."),
        ("https://a.example/3", "Odile Brannick and Gus Brannick were seen. Gus Brannick is dating Mira Solle."),
    ]);
    let people = desk.run(&["list", "people"]);
    for name in ["Gus Brannick", "Odile Bronson"] {
        assert!(people.contains(name), "{name} is gone: {people}");
    }
    let why = desk.run(&["why", "Gus Brannick", "any", "Mira Solle"]);
    assert!(why.contains("Brannick is a friend of Mira Solle"), "{why}");
}

#[test]
fn father_and_son_are_kept_out_one_by_one() {
    let desk = Desk::new();
    desk.run(&["suppress", "Owen Tarrant"]);
    desk.build(&[("https://a.example/1", "Owen Tarrant Jr. is dating Mira Solle.")]);
    assert!(desk.run(&["list", "people"]).contains("Owen Tarrant Jr."));
}

#[test]
fn a_second_suppression_leaves_nothing_of_the_first_article_either() {
    let desk = Desk::new();
    let text = "Odile Brannick and Gus Halloran sang. Owen Tarrant kissed Mira Solle as Brannick hugged Halloran.";
    desk.build(&[("https://a.example/1", text)]);
    desk.run(&["suppress", "Odile Brannick"]);
    desk.run(&["suppress", "Gus Halloran"]);
    desk.keeps_out(&["odile", "brannick", "gus ", "halloran"]);
    assert!(desk.run(&["list", "people"]).contains("Owen Tarrant"));
}

#[test]
fn what_was_decided_of_her_keeps_no_name_and_a_withdrawal_stands() {
    let desk = Desk::new();
    desk.build(&SPELLINGS);
    desk.build(&[
        ("https://a.example/8", "Doreen Brannock is dating Gus Halloran."),
        ("https://a.example/9", "Odile Brannick is dating Gus Halloran."),
    ]);
    let who = ["--by", "Desk", "--on", "2020-01-02", "--reason", "Odile Brannick asked"];
    desk.run(&[&["same", "Odile Brannick", "Doreen Brannock"], &who[..]].concat());
    desk.run(&[&["retract", SPELLINGS[0].0], &who[..]].concat());
    desk.run(&[&["suppress", "Odile Brannick"], &who[..]].concat());
    desk.keeps_out(&["odile", "brannick", "brannock"]);
    assert!(desk.run(&["sources"]).contains("withdrawn (Desk, 2020-01-02: █████ asked)"));
    desk.build(&SPELLINGS);
    assert_eq!(desk.run(&["sources"]).matches("withdrawn").count(), 1);
    let export = desk.run(&["export", "--json"]);
    assert!(!export.contains("-weds"), "a withdrawn source came back: {export}");
}

#[test]
fn a_name_that_is_let_in_again_comes_back_whole() {
    let (desk, other) = (Desk::new(), Desk::new());
    other.build(&SPELLINGS);
    desk.run(&["suppress", "Odile Brannick"]);
    desk.build(&SPELLINGS);
    desk.run(&["suppress", "--undo", "Odile Brannick"]);
    desk.build(&SPELLINGS);
    assert_eq!(desk.run(&["export", "--json"]), other.run(&["export", "--json"]));
}
