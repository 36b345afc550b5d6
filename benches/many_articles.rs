//! How long a large graph takes: `cargo bench --bench many_articles` (100,000 short articles, or as
//! many as `RELGRAPH_BENCH_ARTICLES` says).
//!
//! The articles are generated, so that the answer is known: which people there are, and how far
//! they are from each other. Prints the time, the processor's time and the memory of `build`, of
//! adding one article again, and of `path`, each as a process of its own.

#![expect(clippy::disallowed_methods, reason = "a bench writes files and looks at the clock")]

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const GIVEN: [&str; 40] = [
    "Agnes", "Bruno", "Clara", "Dario", "Edith", "Felix", "Greta", "Hugo", "Irene", "Jonas", "Katia", "Linus", "Mabel",
    "Nestor", "Olive", "Pablo", "Quentin", "Rosa", "Stella", "Tobias", "Ursula", "Victor", "Wanda", "Xenia", "Yusuf",
    "Zelda", "Arthur", "Bettina", "Conrad", "Doris", "Emilio", "Fabian", "Gloria", "Hector", "Ingrid", "Judith",
    "Kevin", "Lucille", "Martin", "Naomi",
];
/// Any two differ in three letters, so that no surname is a misspelling of another.
const SYLLABLES: [&str; 10] = ["barn", "dolk", "felp", "gimt", "huss", "kand", "lorf", "mipt", "nelg", "pogs"];
/// What scatters the acquaintances of a small world: two primes.
const SCATTER: [usize; 2] = [7_919, 104_729];

fn main() {
    let articles = env::var("RELGRAPH_BENCH_ARTICLES").ok().and_then(|it| it.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().expect("a folder for the bench");
    let world = World::new(articles);
    let (input, one) = (folder.path().join("articles.jsonl"), folder.path().join("one.jsonl"));
    fs::write(&input, &world.lines).expect("articles written");
    let changed = world.lines.lines().next().expect("an article").replace("spotted", "seen");
    fs::write(&one, changed).expect("an article written");
    let graph = folder.path().join("graph.db");

    println!("build of {articles} articles: {}", run(&graph, &["build", text(&input)]));
    println!("graph file: {} MB", fs::metadata(&graph).expect("a graph").len() >> 20);
    println!("one article again, changed: {}", run(&graph, &["build", text(&one)]));
    println!("all of them again, one changed: {}", run(&graph, &["build", text(&input)]));
    for far in [1, world.people / 13, world.people / 7, world.people / 3] {
        let want = world.distance(0, far);
        let (took, hops) = path(&graph, &person(0), &person(far));
        println!("path of {want:?} hops: {:.3} s", took.as_secs_f64());
        assert_eq!(hops, want, "{} to {}", person(0), person(far));
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// What a command took.
struct Cost {
    wall: Duration,
    /// Of all its threads, in hundredths of a second.
    processor: u64,
    /// The most that it held, in kB.
    memory: u64,
}

impl std::fmt::Display for Cost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (wall, processor) = (self.wall.as_secs_f64(), Duration::from_millis(self.processor * 10).as_secs_f64());
        write!(f, "{wall:.2} s, {processor:.2} s of the processor, {} MB at most", self.memory / 1024)
    }
}

/// Runs a command on a graph. On systems without `/proc` it tells the time alone.
fn run(graph: &Path, args: &[&str]) -> Cost {
    let begin = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_relgraph"))
        .args(args)
        .arg("--graph")
        .arg(graph)
        .stdout(Stdio::null())
        .spawn()
        .expect("relgraph runs");
    let told = PathBuf::from(format!("/proc/{}", child.id()));
    let (mut memory, mut processor) = (0, 0);
    let done = loop {
        memory = memory.max(high_water(&told.join("status")));
        processor = processor.max(processor_time(&told.join("stat")));
        match child.try_wait().expect("relgraph is waited for") {
            Some(done) => break done,
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    assert!(done.success(), "{args:?}");
    Cost { wall: begin.elapsed(), processor, memory }
}

/// Fields 14 and 15: the time in the program, and in the system for it.
fn processor_time(stat: &Path) -> u64 {
    let told = fs::read_to_string(stat).unwrap_or_default();
    let fields = told.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
}

fn high_water(status: &Path) -> u64 {
    let told = fs::read_to_string(status).unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

/// Time of a `path`, and how many hops it found.
fn path(graph: &Path, from: &str, to: &str) -> (Duration, Option<usize>) {
    let begin = Instant::now();
    let done = Command::new(env!("CARGO_BIN_EXE_relgraph"))
        .args(["path", "--json", from, to, "--graph"])
        .arg(graph)
        .output()
        .expect("relgraph runs");
    let took = begin.elapsed();
    let answer: serde_json::Value = serde_json::from_slice(&done.stdout).expect("an answer in JSON");
    (took, answer["paths"][0]["edges"].as_array().map(Vec::len))
}

fn person(number: usize) -> String {
    let surname = [number / GIVEN.len(), number / GIVEN.len() / 10, number / GIVEN.len() / 100]
        .map(|digit| SYLLABLES[digit % SYLLABLES.len()])
        .concat();
    let (first, rest) = surname.split_at(1);
    format!("{} {}{rest}", GIVEN[number % GIVEN.len()], first.to_uppercase())
}

/// The articles, and who is told to know whom in them.
struct World {
    people: usize,
    lines: String,
    knows: BTreeMap<usize, Vec<usize>>,
}

impl World {
    fn new(articles: usize) -> Self {
        let people = (articles / 5).clamp(100, 40_000);
        let mut world = Self { people, lines: String::new(), knows: BTreeMap::new() };
        for number in 0..articles {
            let a = number % people;
            // Everyone knows the next one, and some somebody far off: a small world (Watts and
            // Strogatz 1998), as a society is, in which a search meets very many on its way.
            let far = number >= people && number.is_multiple_of(3);
            let b = if far { a * SCATTER[0] + number * SCATTER[1] } else { a + 1 } % people;
            world.article(number, a, b);
        }
        world
    }

    fn article(&mut self, number: usize, a: usize, b: usize) {
        self.knows.entry(a).or_default().push(b);
        self.knows.entry(b).or_default().push(a);
        let (one, other) = (person(a), person(b));
        let surname = |name: &str| name.split(' ').next_back().unwrap_or_default().to_owned();
        let (year, day) = (2001 + number % 20, 1 + number % 28);
        let body = format!(
            "{one} and {other} were spotted together on May {day}, {year}. Photographers waited outside \
             for two hours. “We had a lovely evening,” {} told reporters. {} smiled and did not say a word about the \
             new film, which opens in autumn and cost more than anybody had expected.",
            surname(&one),
            surname(&other)
        );
        let line = serde_json::json!({
            "id": format!("a{number:06}"),
            "publisher": "The Bench Gazette",
            "published": format!("{year}-05-28"),
            "text": body,
        });
        writeln!(self.lines, "{line}").expect("a line");
    }

    /// How many steps lie between two people.
    fn distance(&self, from: usize, to: usize) -> Option<usize> {
        let mut steps = BTreeMap::from([(from, 0)]);
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            if at == to {
                return steps.get(&to).copied();
            }
            for &next in &self.knows[&at] {
                if !steps.contains_key(&next) {
                    steps.insert(next, steps[&at] + 1);
                    open.push_back(next);
                }
            }
        }
        None
    }
}
