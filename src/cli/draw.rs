//! `relgraph draw`: a picture of a part of the graph, or of one node along time.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use petgraph::graph::NodeIndex;
use relgraph::export::picture::{self, Graphviz, Ground, Look};
use relgraph::graph::Graph;

use super::answer::Names;
use super::export::replace;
use super::graph_source::{GraphArg, Source};
use super::part::{Chosen, Part};
use super::select::Select;
use super::{NothingFound, Outcome};

/// Draw the graph, or a part of it, as a picture (SVG or PNG)
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file to write: .svg or .png; SVG goes to standard output where none is given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The words above the picture
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    /// Light, dark, or as the reader's surroundings are (PNG: light)
    #[arg(long, value_enum, default_value = "auto")]
    theme: Theme,
    /// Who places the nodes: relgraph, Graphviz, or whichever of both does it more clearly
    #[arg(long, value_enum, default_value = "auto")]
    layout: Layout,
    /// Pixels for each unit of length in PNG
    #[arg(long, value_name = "NUMBER", default_value_t = 2.0)]
    scale: f32,
    /// A font for letters in PNG that are neither Latin, Greek nor Cyrillic (.ttf, .otf); repeat it
    /// for several. SVG is shown with the reader's own fonts
    #[arg(long, value_name = "FILE")]
    font: Vec<PathBuf>,
    /// Draw the relationships of this node along time
    #[arg(long, value_name = "NAME", conflicts_with_all = ["around", "path"])]
    timeline: Option<String>,
    #[command(flatten)]
    graph: GraphArg,
    #[command(flatten)]
    select: Select,
    #[command(flatten)]
    part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Theme {
    Auto,
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Layout {
    Auto,
    Relgraph,
    Graphviz,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let svg = args.draw(args.graph.source()?)?;
    let bytes = match args.output.as_deref().filter(|path| is_png(path)) {
        Some(_) => png(&svg, args.scale, &args.font)?,
        None => svg.into_bytes(),
    };
    match &args.output {
        None => io::stdout().lock().write_all(&bytes)?,
        Some(path) => replace(path, |out| Ok(out.write_all(&bytes)?)).with_context(|| path.display().to_string())?,
    }
    Ok(Outcome::Found)
}

impl Args {
    fn draw(&self, source: Source) -> Result<String> {
        let mut svg = Vec::new();
        if let Some(name) = &self.timeline {
            let (graph, node) = self.chosen_around(source, name)?;
            picture::timeline(&graph, node, &self.look(None), &mut svg)?;
            return Ok(String::from_utf8(svg)?);
        }
        let Chosen { graph, about } = self.part.open(source, &self.select)?;
        let graphviz: Option<Graphviz<'_>> = if self.layout == Layout::Relgraph { None } else { Some(&graphviz) };
        picture::write(&graph, &self.look(about), graphviz, &mut svg)?;
        Ok(String::from_utf8(svg)?)
    }

    /// What is chosen of all that is told of one node, and where that node is in it.
    fn chosen_around(&self, source: Source, name: &str) -> Result<(Graph, NodeIndex)> {
        let graph = source.around(&[name])?;
        let node = graph.node(Names::of(&graph).find("timeline", name)?).clone();
        let chosen = self.select.apply(graph)?;
        match chosen.index_of(&node.id) {
            Some(index) => Ok((chosen, index)),
            None => Err(NothingFound(format!("of {} nothing is told that was asked for", node.name)).into()),
        }
    }

    fn look(&self, about: Option<String>) -> Look {
        let ground = match (self.theme, self.output.as_deref().is_some_and(is_png)) {
            (Theme::Dark, _) => Ground::Dark,
            (Theme::Auto, false) => Ground::Both,
            _ => Ground::Light,
        };
        Look { title: self.title.clone().or(about), ground }
    }
}

fn is_png(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"))
}

#[cfg(feature = "png")]
#[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
fn png(svg: &str, scale: f32, fonts: &[PathBuf]) -> Result<Vec<u8>> {
    if !(0.1..=8.0).contains(&scale) {
        bail!("--scale must be from 0.1 to 8");
    }
    let read = |path: &PathBuf| std::fs::read(path).with_context(|| path.display().to_string());
    let fonts = fonts.iter().map(read).collect::<Result<Vec<_>>>()?;
    let pixels = picture::png::render(svg, scale, &fonts)?;
    let some: Vec<String> = pixels.missing.iter().filter(|it| !it.is_control()).take(9).map(char::to_string).collect();
    if !some.is_empty() {
        let some = some.join(", ");
        eprintln!(
            "relgraph: letters such as {some} are drawn as boxes: name a font that has them with --font, or draw SVG"
        );
    }
    Ok(pixels.png)
}

#[cfg(not(feature = "png"))]
fn png(_: &str, _: f32, _: &[PathBuf]) -> Result<Vec<u8>> {
    bail!("this relgraph was built without the feature `png`; write .svg instead")
}

/// Has Graphviz place a graph, where it is installed.
fn graphviz(dot: &str) -> Option<String> {
    let mut command = Command::new("dot");
    command.arg("-Tjson").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let mut input = child.stdin.take()?;
    let dot = dot.to_owned();
    // Graphviz may answer before it has read everything, so the question is put beside.
    let writer = std::thread::spawn(move || input.write_all(dot.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).ok())?
}
