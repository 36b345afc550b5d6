//! Writes SVG: the frame that every picture has, and the marks that they share.

use std::fmt::Write as _;

use super::text::escape;
use super::{Ground, Look};
use crate::export::theme::{DARK, LIGHT, Theme};
use crate::model::{Group, NodeKind};

/// Room around everything.
pub(super) const MARGIN: f64 = 28.0;
/// Size of the title.
pub(super) const TITLE_SIZE: f64 = 22.0;

/// A picture that is being written.
pub(super) struct Canvas {
    marks: String,
}

impl Canvas {
    pub(super) const fn new() -> Self {
        Self { marks: String::new() }
    }

    /// Adds markup, which must be well formed.
    pub(super) fn raw(&mut self, markup: &str) {
        self.marks.push_str(markup);
        self.marks.push('\n');
    }

    /// Adds a line of text; `class` says its colour, `anchor` which of its ends is at `x`.
    pub(super) fn text(&mut self, [x, y]: [f64; 2], size: f64, class: &str, anchor: &str, text: &str) {
        let text = escape(text);
        let _ = writeln!(
            self.marks,
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" class="{class}" text-anchor="{anchor}">{text}</text>"#
        );
    }

    /// Covers what would run through the words that are to stand here.
    pub(super) fn halo(&mut self, [x, y]: [f64; 2], width: f64, height: f64) {
        let _ = writeln!(
            self.marks,
            r#"<rect class="halo" x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="5"/>"#
        );
    }

    /// The title and what is told below it; returns where they end.
    pub(super) fn title(&mut self, title: &str, below: &str) -> f64 {
        self.text([MARGIN, MARGIN + TITLE_SIZE * 0.8], TITLE_SIZE, "ink", "start", title);
        self.text([MARGIN, MARGIN + TITLE_SIZE + 18.0], 13.0, "faint", "start", below);
        MARGIN + TITLE_SIZE + 26.0
    }

    /// The whole file.
    pub(super) fn finish(self, width: f64, height: f64, look: &Look, label: &str) -> String {
        let (width, height, label) = (width.ceil(), height.ceil(), escape(label));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">\n\
             <title>{label}</title>\n<style>\n{}</style>\n\
             <rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n",
            rules(look.ground),
            self.marks
        )
    }
}

/// The style rules: colours by theme, line styles by status.
fn rules(ground: Ground) -> String {
    let first = if ground == Ground::Dark { &DARK } else { &LIGHT };
    let mut rules = String::from(
        "text{font-family:Helvetica,Arial,'Liberation Sans','Nimbus Sans',sans-serif}\n\
         .line{fill:none}\n.outline{stroke-width:1.6}\n\
         .confirmed{stroke-width:3.2}\n.reported{stroke-width:1.6}\n\
         .rumored{stroke-width:1.6;stroke-dasharray:7 5}\n\
         .denied{stroke-width:2.4;stroke-linecap:round;stroke-dasharray:0.1 6}\n",
    );
    rules.push_str(&colours(first));
    if ground == Ground::Both {
        let _ = write!(rules, "@media (prefers-color-scheme:dark){{\n{}}}\n", colours(&DARK));
    }
    rules
}

fn colours(theme: &Theme) -> String {
    let Theme { paper, ink, faint, rule, ended, .. } = theme;
    let mut rules = format!(
        ".paper{{fill:{paper}}}\n.halo{{fill:{paper};fill-opacity:0.94}}\n.ink{{fill:{ink}}}\n.faint{{fill:{faint}}}\n.rule{{stroke:{rule}}}\n"
    );
    for group in Group::ALL {
        let colour = theme.group(group);
        let _ = writeln!(rules, ".line.{group}{{stroke:{colour}}}\n.fill.{group}{{fill:{colour}}}");
    }
    let _ = writeln!(rules, ".line.ended{{stroke:{ended}}}\n.fill.ended{{fill:{ended}}}");
    for kind in NodeKind::ALL {
        let (line, fill) = theme.node(kind);
        let _ = writeln!(rules, ".outline.{kind}{{stroke:{line};fill:{fill}}}");
    }
    rules
}
