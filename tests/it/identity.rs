//! Whether two articles speak of one person: each row of `tests/cases/identity.tsv`, read in either order.

#![expect(clippy::disallowed_methods, reason = "tests write and read files of their own")]

use std::fs;

use relgraph::model::NodeHandle;
use relgraph::model::NodeKind::Person;
use relgraph::resolve::name_key;
use relgraph::store::{Connection, Store};

use crate::support::{case, run, scratch};

#[test]
fn two_articles_speak_of_one_person_or_of_two() {
    let table = fs::read_to_string(case("identity.tsv")).unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    let wrong: Vec<&str> = rows.filter(|row| !holds(row)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn holds(row: &str) -> bool {
    let fields: Vec<&str> = row.split('\t').collect();
    let [verdict, text, name, other_text, other_name, _] = fields[..] else { panic!("{row}") };
    let articles = [("a", text, name), ("b", other_text, other_name)];
    let backwards = [articles[1], articles[0]];
    [articles, backwards].iter().all(|articles| is_one(articles) == (verdict == "one"))
}

/// Reads two articles one by one, and tells whether their names are one node.
fn is_one(articles: &[(&str, &str, &str); 2]) -> bool {
    let folder = scratch();
    let graph = folder.path().join("graph.db");
    for (id, text, _) in articles {
        let line = serde_json::json!({"id": id, "text": text, "published": "2019-05-04"});
        let file = folder.path().join("article.jsonl");
        fs::write(&file, line.to_string()).unwrap();
        let output = run(&["build", file.to_str().unwrap(), "--graph", graph.to_str().unwrap()]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let store = Store::open_to_read(Connection::open(&graph).unwrap()).unwrap();
    let [a, b] = articles.map(|(id, _, name)| bearer(&store, id, name));
    a == b
}

/// The node that bears a name in an article, as its own or among its others.
#[track_caller]
fn bearer(store: &Store, reading: &str, name: &str) -> NodeHandle {
    let bearers = store.bearers(Person, &name_key(Person, name)).unwrap();
    bearers.iter().find(|(_, of)| of == reading).unwrap_or_else(|| panic!("nobody is {name} in {reading}")).0
}
