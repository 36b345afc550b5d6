//! debug
use relgraph::extract::{Article, Source, coref, extract, mention};
use relgraph::lexicon::Lexicon;
use relgraph::syntax;
use std::io::Read;
fn main() {
    let lexicon = Lexicon::shipped();
    let mut all = String::new();
    std::io::stdin().read_to_string(&mut all).unwrap();
    let chunks = std::env::args().nth(1).is_some();
    for text in all.lines().filter(|line| !line.trim().is_empty()) {
        let text = text.replace("\\n", "\n\n");
        let source = Source::text(&text);
        println!("## {text}");
        if chunks {
            let article = Article::read(&source);
            let s = syntax::analyse(&article.text, &lexicon);
            let m = mention::find(&article, &s, &lexicon);
            let c = coref::resolve(&article, &s, &m, &lexicon);
            print!("  tags:");
            for (i, t) in s.tokens.iter().enumerate() {
                print!(" {}{}/{:?}", i, s.word(i), t.tag);
            }
            println!();
            for (i, g) in s.chunks.nouns.iter().enumerate() {
                println!(
                    "  n{i} [{}] {:?} poss {:?} head {} age {:?} roles {:?}",
                    s.words(g.tokens.clone()),
                    g.kind,
                    g.possessor,
                    s.word(g.head),
                    g.age,
                    g.roles
                );
            }
            for (i, g) in s.chunks.verbs.iter().enumerate() {
                println!("  v{i} [{}] {:?} {:?} cop {}", s.words(g.tokens.clone()), g.form, g.tense, g.copula);
            }
            for p in &s.chunks.prepositions {
                println!("  p [{}] obj {:?} verb {:?} noun {:?}", s.words(p.tokens.clone()), p.object, p.verb, p.noun);
            }
            for p in &s.chunks.clauses {
                println!("  c [{}] {:?}", s.words(p.tokens.clone()), p);
            }
            for p in &s.chunks.appositions {
                println!("  app n{} by n{}", p.noun, p.described_by);
            }
            for p in &s.chunks.coordinations {
                println!("  coord {:?}", p.groups);
            }
            for (i, one) in m.iter().enumerate() {
                let best = c.readings[i].first();
                println!(
                    "  m [{}] {:?} -> {}",
                    s.words(one.tokens.clone()),
                    one.form,
                    best.map_or(String::new(), |b| format!(
                        "{:?} {:.2}",
                        b.members.iter().map(|&x| c.chains[x].name.clone()).collect::<Vec<_>>(),
                        b.confidence
                    ))
                );
            }
        }
        let found = extract(&source, &lexicon);
        let name = |id: &str| found.nodes.iter().find(|n| n.id == id).map_or(String::new(), |n| n.name.clone());
        for c in &found.claims {
            println!(
                "   {} {} {} | {:?}{} {} {} {}",
                name(&c.source),
                c.predicate,
                name(&c.target),
                c.status,
                if c.ended { " ENDED" } else { "" },
                c.date.as_ref().map_or(String::new(), |d| d.to_string()),
                c.rule,
                c.confidence
            );
        }
    }
}
