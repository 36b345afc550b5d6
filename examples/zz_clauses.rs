fn main() {
    use std::io::Read;
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let lexicon = relgraph::lexicon::Lexicon::shipped();
    let s = relgraph::syntax::analyse(&text, &lexicon);
    let n = |g: Option<usize>| g.map(|g| s.words(s.chunks.nouns[g].tokens.clone())).unwrap_or("-");
    for sent in &s.sentences {
        println!(
            "== {}",
            sent.tokens
                .clone()
                .map(|t| format!("{}/{}", s.word(t), s.tokens[t].tag.as_str()))
                .collect::<Vec<_>>()
                .join(" ")
        );
        for (i, g) in s.chunks.nouns.iter().enumerate().filter(|(_, g)| sent.tokens.contains(&g.tokens.start)) {
            println!(
                "  N{i} [{}] {:?} poss={} name={}",
                s.words(g.tokens.clone()),
                g.kind,
                n(g.possessor),
                g.name.clone().map(|r| s.words(r)).unwrap_or("-")
            );
        }
        for (i, c) in s.chunks.clauses.iter().enumerate().filter(|(_, c)| sent.tokens.contains(&c.tokens.start)) {
            println!(
                "  C{i} {:?} [{}] verb={} subj={} obj={} ante={} parent={:?}",
                c.kind,
                s.words(c.tokens.clone()),
                c.verb.map(|v| s.words(s.chunks.verbs[v].tokens.clone())).unwrap_or("-"),
                n(c.subject),
                n(c.object),
                n(c.antecedent),
                c.parent
            );
        }
        for p in s.chunks.prepositions.iter().filter(|p| sent.tokens.contains(&p.tokens.start)) {
            println!(
                "  P [{}] obj={} verb={} noun={}",
                s.words(p.tokens.clone()),
                n(p.object),
                p.verb.map(|v| s.words(s.chunks.verbs[v].tokens.clone())).unwrap_or("-"),
                n(p.noun)
            );
        }
        for l in s.chunks.coordinations.iter().filter(|p| sent.tokens.contains(&p.tokens.start)) {
            println!("  L {}", l.groups.iter().map(|g| n(Some(*g))).collect::<Vec<_>>().join(" + "));
        }
        for a in s.chunks.appositions.iter().filter(|a| sent.tokens.contains(&s.chunks.nouns[a.noun].tokens.start)) {
            println!("  A {} = {}", n(Some(a.noun)), n(Some(a.described_by)));
        }
    }
}
