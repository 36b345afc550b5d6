//! Chunks in the notation of `tests/cases/chunks.txt`, which its head explains.

use relgraph::syntax::{Clause, NounGroup, Preposition, Quotation, Syntax, VerbGroup};

/// The chunks of one kind, each in words; `None` for an unknown kind.
pub(crate) fn shown(kind: &str, syntax: &Syntax<'_>) -> Option<Vec<String>> {
    let chunks = &syntax.chunks;
    Some(match kind {
        "nouns" => chunks.nouns.iter().map(|group| noun(syntax, group)).collect(),
        "verbs" => chunks.verbs.iter().map(|group| verb(syntax, group)).collect(),
        "links" => chunks.prepositions.iter().map(|link| preposition(syntax, link)).collect(),
        "borders" => chunks.clauses.iter().map(|clause| syntax.words(clause.tokens.clone()).to_owned()).collect(),
        "clauses" => chunks.clauses.iter().map(|it| clause(syntax, it)).collect(),
        "lists" => chunks.coordinations.iter().map(|list| heads(syntax, &list.groups).join(" + ")).collect(),
        "appositions" => chunks
            .appositions
            .iter()
            .map(|aside| heads(syntax, &[aside.noun, aside.described_by]).join(" = "))
            .collect(),
        "quotes" => chunks.quotations.iter().map(|it| quotation(syntax, it)).collect(),
        _ => return None,
    })
}

fn noun(syntax: &Syntax<'_>, group: &NounGroup) -> String {
    let roles: Vec<&str> = group.roles.iter().map(|&role| syntax.word(role)).collect();
    let parts = [
        ("determiner", group.determiner.map(|at| syntax.word(at).to_owned())),
        ("of", group.possessor.map(|owner| syntax.word(syntax.noun(owner).head).to_owned())),
        ("role", (!roles.is_empty()).then(|| roles.join("+"))),
        ("age", group.age.map(|at| syntax.word(at).to_owned())),
        ("name", group.name.clone().map(|name| syntax.words(name).to_owned())),
    ];
    with(syntax.word(group.head), parts)
}

fn verb(syntax: &Syntax<'_>, group: &VerbGroup) -> String {
    let flag = |set: bool, name: &str| set.then(|| name.to_owned());
    let head = syntax.lemma(group.head);
    let mut told = format!("{head} {:?} {:?}", group.form, group.tense);
    let flags = [
        flag(group.passive, "passive"),
        flag(group.progressive, "progressive"),
        flag(group.perfect, "perfect"),
        flag(group.copula, "copula"),
        group.negation.map(|at| format!("not:{}", syntax.word(at))),
        group.modal.map(|at| format!("modal:{}", syntax.word(at))),
        group.particle.map(|at| format!("particle:{}", syntax.word(at))),
    ];
    for part in flags.into_iter().flatten() {
        told = format!("{told} {part}");
    }
    told
}

fn preposition(syntax: &Syntax<'_>, link: &Preposition) -> String {
    let parts = [
        ("object", link.object.map(|at| syntax.word(syntax.noun(at).head).to_owned())),
        ("verb", link.verb.map(|at| syntax.word(syntax.verb(at).head).to_owned())),
        ("noun", link.noun.map(|at| syntax.word(syntax.noun(at).head).to_owned())),
    ];
    with(syntax.words(link.tokens.clone()), parts)
}

fn clause(syntax: &Syntax<'_>, clause: &Clause) -> String {
    let head = |group: Option<usize>| group.map(|at| syntax.word(syntax.noun(at).head).to_owned());
    let parts = [
        ("marker", clause.marker.map(|at| syntax.word(at).to_owned())),
        ("subject", head(clause.subject)),
        ("verb", clause.verb.map(|at| syntax.word(syntax.verb(at).head).to_owned())),
        ("object", head(clause.object)),
        ("antecedent", head(clause.antecedent)),
    ];
    with(&format!("{:?}", clause.kind), parts)
}

fn quotation(syntax: &Syntax<'_>, quotation: &Quotation) -> String {
    let flags = [(quotation.speech, "speech"), (quotation.nested, "nested"), (!quotation.closed, "open")];
    let flags = flags.iter().filter(|(set, _)| *set).map(|(_, name)| format!(" ({name})"));
    syntax.words(quotation.tokens.clone()).to_owned() + &flags.collect::<String>()
}

fn heads<'t>(syntax: &Syntax<'t>, groups: &[usize]) -> Vec<&'t str> {
    groups.iter().map(|&group| syntax.word(syntax.noun(group).head)).collect()
}

/// "head name:value name:value", without the parts that are missing.
fn with<const N: usize>(head: &str, parts: [(&str, Option<String>); N]) -> String {
    let parts = parts.into_iter().filter_map(|(name, value)| Some(format!(" {name}:{}", value?)));
    head.to_owned() + &parts.collect::<String>()
}
