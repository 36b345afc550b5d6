//! What may be handed to `extract`, and what is said of what may not.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::support::{answers, case, relgraph, run, scratch};

const TEXT: &str = "Ana Vega met Raul Ortiz.\n";

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_page_tells_its_text_and_of_itself() {
    let found = &answers(&run(&["extract", &case("input/page.html")]))[0];
    let document = &found["document"];
    assert_eq!(document["id"], "https://gazette.example/two-met");
    assert_eq!(document["title"], "Ana Vega and Raul Ortiz met in May");
    assert_eq!(document["publisher"], "The Sample Gazette");
    assert_eq!(document["author"], "Jo Writer");
    assert_eq!((&document["published"], &document["published_by"]), (&"2021-06-02".into(), &"found".into()));
    let names: Vec<&str> =
        found["mentions"].as_array().unwrap().iter().filter_map(|mention| mention["text"].as_str()).collect();
    assert!(names.contains(&"Pilar Soto") && !names.iter().any(|name| name.contains("Subscribe")), "{names:?}");
}

#[test]
fn each_entry_of_a_feed_is_an_article() {
    let found = answers(&run(&["extract", &case("input/feed.xml")]));
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["document"]["url"], "https://gazette.example/wed");
    assert_eq!(found[0]["document"]["published"], "2021-06-02");
    assert_eq!(found[1]["document"]["published"], Value::Null);
    assert_eq!(answers(&run(&["extract", &case("input/feed.xml")])), found, "the same feed gives the same ids");
}

#[test]
fn packed_inputs_are_unpacked() {
    let folder = scratch();
    let plain = folder.path().join("a.txt");
    write(&plain, TEXT);
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(TEXT.as_bytes()).unwrap();
    write(&folder.path().join("b.txt.gz"), packer.finish().unwrap());
    let packed = ruzstd::encoding::compress_to_vec(TEXT.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    write(&folder.path().join("c.txt.zst"), packed);
    let found = answers(&run(&["extract", folder.path().to_str().unwrap()]));
    let ids: Vec<&Value> = found.iter().map(|found| &found["document"]["id"]).collect();
    assert_eq!(ids, ["a.txt", "b.txt.gz", "c.txt.zst"]);
    assert!(found.iter().all(|answer| answer["nodes"] == found[0]["nodes"]));
}

#[test]
fn standard_input_is_told_by_its_head() {
    for (input, id) in [(TEXT, None), (r#"{"id": "7", "text": "Ana Vega met Raul Ortiz."}"#, Some("7"))] {
        let output = relgraph().args(["extract", "-"]).write_stdin(input).output().unwrap();
        let found = &answers(&output)[0];
        assert_eq!(found["nodes"].as_array().unwrap().len(), 2, "{input}");
        assert!(id.is_none_or(|id| found["document"]["id"] == id));
    }
}

/// Each bad input stands between two good ones: both are answered, it is named with its remedy,
/// and the exit status is 2.
#[test]
fn a_bad_input_is_named_and_the_others_are_read() {
    let folder = scratch();
    let path = |name: &str| folder.path().join(name);
    write(&path("good.txt"), TEXT);
    write(&path("empty.txt"), " \n");
    write(&path("picture.txt"), b"\x89PNG\r\n\x1a\n\0\0\0");
    write(&path("broken.gz"), b"\x1F\x8B\x08\0garbage");
    write(&path("no-feed.rss"), "this is no feed");
    write(&path("long.txt"), vec![b'x'; (16 << 20) + 1]);
    fs::create_dir(path("hollow")).unwrap();
    for (name, remedy) in [
        ("empty.txt", "no article"),
        ("picture.txt", "binary"),
        ("broken.gz", "broken.gz"),
        ("no-feed.rss", "no RSS or Atom feed"),
        ("long.txt", "16 MiB"),
        ("hollow", "no articles in this folder"),
        ("absent.txt", "No such file"),
    ] {
        let [good, bad] = ["good.txt", name].map(|name| path(name).to_str().unwrap().to_owned());
        let output = run(&["extract", &good, &bad, &good]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 2, "{name}");
        assert!(stderr(&output).contains(name) && stderr(&output).contains(remedy), "{name}: {}", stderr(&output));
    }
    let output = run(&["extract", "https://gazette.example/x"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("save the page"), "{}", stderr(&output));
}

#[test]
fn a_bad_line_is_named_by_number_and_the_others_are_read() {
    let folder = scratch();
    let path = folder.path().join("lines.jsonl");
    let good = r#"{"text": "Ana Vega met Raul Ortiz."}"#;
    let long = format!("{{\"text\": \"{}\"}}", "x".repeat(50 << 20));
    let date = r#"{"text": "x", "published": "May 2018"}"#;
    write(&path, [good, "{broken", &long, date, r#"{"id": "no text"}"#, "", good].join("\n"));
    let output = run(&["extract", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 2);
    let told = stderr(&output);
    for part in
        ["line 2:", "line 3: more than 16 MiB", "line 4: \"May 2018\" is no EDTF date", "line 5: missing field `text`"]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!told.contains("line 6"));
}

#[test]
fn any_bytes_are_read_or_refused() {
    let folder = scratch();
    let mut state = 1_u32;
    for round in 0..60 {
        let bytes: Vec<u8> = (0..700)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let byte = (state >> 24) as u8;
                if round % 2 == 0 { byte } else { b"<>&;/=\"' \n.,AaPp-1(){}[]"[usize::from(byte) % 24] }
            })
            .collect();
        for ending in ["txt", "html", "xml", "jsonl", "gz"] {
            let path = folder.path().join(format!("x.{ending}"));
            write(&path, &bytes);
            let output = run(&["extract", path.to_str().unwrap()]);
            assert!(matches!(output.status.code(), Some(0 | 2)), "{ending}: {}", stderr(&output));
            assert!(!stderr(&output).contains("panicked"), "{ending}: {}", stderr(&output));
        }
    }
}

#[test]
fn a_file_is_known_by_its_name_so_that_a_changed_copy_takes_its_place() {
    let folder = scratch();
    let (file, graph) = (folder.path().join("met.txt"), folder.path().join("graph.db"));
    let build = |inputs: &[&Path]| {
        let inputs = inputs.iter().map(|input| input.to_str().unwrap());
        run(&["build", "--graph", graph.to_str().unwrap()].into_iter().chain(inputs).collect::<Vec<_>>())
    };
    write(&file, "Ana Vega is dating Raul Ortiz.\n");
    assert!(build(&[&file]).status.success());
    write(&file, "Ana Vega is dating Pablo Soto.\n");
    assert!(String::from_utf8_lossy(&build(&[&file]).stdout).contains("read 1 articles (1 of them changed)"));
    // It is the same article when its folder is named.
    assert!(String::from_utf8_lossy(&build(&[folder.path()]).stdout).contains("skipped 1 unchanged"));
    let people = run(&["list", "people", "--graph", graph.to_str().unwrap()]);
    assert_eq!(String::from_utf8_lossy(&people.stdout).lines().count(), 2);
    // Two files of one name in one build: one would be lost, which is told.
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    write(&other.join("met.txt"), "Pilar Soto is dating Otto Lind.\n");
    let clash = build(&[&file, &other.join("met.txt")]);
    assert_eq!(clash.status.code(), Some(2));
    assert!(stderr(&clash).contains("met.txt: two inputs have this id and differ"), "{}", stderr(&clash));
}
