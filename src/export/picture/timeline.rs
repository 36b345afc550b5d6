//! The relationships of one node along time: a row for each, a mark for each dated claim.
//!
//! A day is a dot; a vaguer date is a bar as long as it may mean, and an open end fades. Nothing is
//! drawn more precise than it was said, and what has no date stands below the strip.

use std::io::Write;

use jiff::civil::Date;
use petgraph::graph::NodeIndex;

use super::Look;
use super::canvas::{Canvas, MARGIN};
use super::footer;
use super::scene::{EdgeBox, NAME_SIZE, NOTE_SIZE, Scene, WORD_SIZE};
use super::text::{cut, escape, width};
use crate::export::ExportError;
use crate::graph::{Claim, Graph};
use crate::model::{Edtf, Node};

/// The column of names.
const NAMES: f64 = 190.0;
/// The strip.
const STRIP: f64 = 720.0;
/// One row.
const ROW: f64 = 40.0;
/// Half the height of a bar, and the radius of a dot.
const HALF: f64 = 6.0;
/// So many years or months are named on the axis at most.
const MOST_TICKS: i32 = 14;

/// Writes the relationships of a node as SVG.
///
/// # Errors
/// [`ExportError::Refused`] when the node has none, and failures of the writer.
pub fn timeline(graph: &Graph, node: NodeIndex, look: &Look, out: &mut dyn Write) -> Result<(), ExportError> {
    let centre = graph.node(node);
    let touches = |ends: [&str; 2]| ends.contains(&centre.id.as_str());
    let own = graph.clone().retain(|_| true, |edge| touches([edge.source, edge.target]), |_, edges| edges > 0);
    let mut scene = Scene::of(&own);
    if scene.edges.is_empty() {
        return Err(ExportError::Refused(format!("nothing is told of {:?} that could be drawn", centre.name)));
    }
    scene.edges.sort_by_key(|edge| first_day(edge).map_or((true, Date::MAX), |day| (false, day)));
    Ok(out.write_all(svg(&scene, centre, look).as_bytes())?)
}

/// The first day that any claim of an edge may mean.
fn first_day(edge: &EdgeBox<'_>) -> Option<Date> {
    dates(edge).filter_map(|(_, date)| date.earliest().or_else(|| date.latest())).min()
}

fn dates<'a>(edge: &'a EdgeBox<'_>) -> impl Iterator<Item = (&'a Claim, &'a Edtf)> {
    edge.edge.claims.iter().filter_map(|claim| Some((claim, claim.date.as_ref()?)))
}

fn svg(scene: &Scene<'_>, centre: &Node, look: &Look) -> String {
    let title = look.title.clone().unwrap_or_else(|| format!("{} along time", centre.name));
    let mut canvas = Canvas::new();
    let mut y =
        canvas.title(&title, "each row a relationship, each mark a dated claim; bars are as long as a date is vague");
    let dated = scene.edges.iter().filter(|edge| first_day(edge).is_some()).count();
    if let Some(axis) = Axis::of(scene) {
        y += 34.0;
        axis.draw(&mut canvas, y, ROW * dated as f64);
        for edge in &scene.edges[..dated] {
            name(&mut canvas, edge, centre, y + ROW / 2.0);
            marks(&mut canvas, edge, &axis, y + ROW / 2.0);
            y += ROW;
        }
    }
    y += 10.0;
    for edge in &scene.edges[dated..] {
        name(&mut canvas, edge, centre, y + ROW / 2.0);
        canvas.text(
            [MARGIN + NAMES, y + ROW / 2.0 + 4.0],
            NOTE_SIZE,
            "faint",
            "start",
            &format!("no date told · {}", edge.note),
        );
        y += ROW;
    }
    let bottom = footer::draw(&mut canvas, scene, &[], NAMES + STRIP, y + 16.0);
    canvas.finish(NAMES + STRIP + 2.0 * MARGIN, bottom + MARGIN, look, &title)
}

/// Who is on the other end, and as what.
fn name(canvas: &mut Canvas, edge: &EdgeBox<'_>, centre: &Node, y: f64) {
    let other = &edge.edge.other(centre).name;
    let room = NAMES - 16.0;
    canvas.text([MARGIN, y - 1.0], NAME_SIZE, "ink", "start", &cut(other, NAME_SIZE, room));
    let class = format!("fill {}", colour(edge));
    canvas.text([MARGIN, y + 13.0], WORD_SIZE, &class, "start", &cut(edge.edge.label_from(centre), WORD_SIZE, room));
}

fn colour(edge: &EdgeBox<'_>) -> &'static str {
    if edge.edge.ended { "ended" } else { edge.edge.group.as_str() }
}

/// A row's claims; a date's words stand behind its mark where the marks before leave room.
fn marks(canvas: &mut Canvas, edge: &EdgeBox<'_>, axis: &Axis, y: f64) {
    let mut told: Vec<_> = dates(edge).collect();
    told.sort_by_key(|(claim, date)| (*date, &claim.id));
    let mut free = MARGIN + NAMES;
    for (index, (claim, date)) in told.iter().enumerate() {
        let [from, to] = mark(canvas, edge, claim, date, axis, y);
        let next = told.get(index + 1).map_or(f64::INFINITY, |(_, date)| axis.extent(date)[0]);
        let words = format!("{} {date}", if claim.ended { "ended" } else { claim.status.as_str() });
        let room = width(&words, NOTE_SIZE);
        let right = MARGIN + NAMES + STRIP;
        let same_next = told.get(index + 1).is_some_and(|(_, next)| next == date);
        let places = [[to + 7.0, y + 4.0], [from - 7.0 - room, y + 4.0], [from + 2.0, y - HALF - 4.0]];
        let taken = free;
        let fits = |[x, _]: &[f64; 2]| {
            *x >= taken && x + room <= right && (*x < from || x + room < next - 8.0 || (*x < to && next > x + room))
        };
        free = to + 8.0;
        if let Some([x, y]) = places.into_iter().find(|place| !same_next && fits(place)) {
            canvas.halo([x - 2.0, y - NOTE_SIZE], room + 4.0, NOTE_SIZE + 4.0);
            canvas.text([x, y], NOTE_SIZE, "faint", "start", &words);
            free = free.max(x + room + 8.0);
        }
    }
}

/// One claim; returns where it begins and ends.
fn mark(canvas: &mut Canvas, edge: &EdgeBox<'_>, claim: &Claim, date: &Edtf, axis: &Axis, y: f64) -> [f64; 2] {
    let [from, to] = axis.extent(date);
    let colour = colour(edge);
    let words = escape(&format!(
        "{} {} {} ({} {date})\n{}",
        edge.edge.from.name,
        edge.label,
        edge.edge.to.name,
        claim.status,
        claim.words()
    ));
    let status = claim.status;
    let filled = if status >= crate::model::Status::Reported { format!("fill {colour}") } else { "paper".to_owned() };
    let one_day = date.earliest().is_some() && date.earliest() == date.latest();
    let shape = |class: &str| {
        if one_day {
            return format!(r#"<circle class="{class}" cx="{:.1}" cy="{y:.1}" r="{HALF}"/>"#, from + HALF);
        }
        let left = [from, to - 2.0 * HALF][usize::from(to - from < 2.0 * HALF)];
        format!(
            r#"<rect class="{class}" x="{left:.1}" y="{:.1}" width="{:.1}" height="{:.1}" rx="{HALF}"/>"#,
            y - HALF,
            to - left,
            2.0 * HALF
        )
    };
    let opacity = if one_day { "1" } else { "0.45" };
    canvas.raw(&format!(
        r#"<g><title>{words}</title><g fill-opacity="{opacity}">{}</g>{}{}</g>"#,
        shape(&filled),
        shape(&format!("line {colour} {status} thin")),
        open_ends(date, [from, to], y, colour)
    ));
    [from, to]
}

/// Three dots where a date has no beginning or no end.
fn open_ends(date: &Edtf, [from, to]: [f64; 2], y: f64, colour: &str) -> String {
    let dots = |x: f64, step: f64| {
        (1..=3).fold(String::new(), |dots, index| {
            dots + &format!(
                r#"<circle class="fill {colour}" cx="{:.1}" cy="{y:.1}" r="1.6"/>"#,
                x + step * f64::from(index)
            )
        })
    };
    let before = if date.earliest().is_none() { dots(from, -5.0) } else { String::new() };
    before + &if date.latest().is_none() { dots(to, 5.0) } else { String::new() }
}

/// Days along the strip.
struct Axis {
    first: Date,
    days: f64,
}

impl Axis {
    /// An axis of all dates; `None` where there are none.
    fn of(scene: &Scene<'_>) -> Option<Self> {
        let bounds =
            || scene.edges.iter().flat_map(dates).flat_map(|(_, date)| [date.earliest(), date.latest()]).flatten();
        let (first, last) = (bounds().min()?, bounds().max()?);
        let margin = (days(first, last) / 24.0).max(10.0);
        Some(Self { first: back(first, margin), days: days(first, last) + 2.0 * margin })
    }

    fn x(&self, day: Date) -> f64 {
        MARGIN + NAMES + STRIP * days(self.first, day) / self.days
    }

    /// Where a date begins and ends; an open end is as near as can be told.
    fn extent(&self, date: &Edtf) -> [f64; 2] {
        match (date.earliest(), date.latest()) {
            (Some(from), Some(to)) if from == to => [self.x(from) - HALF, self.x(from) + HALF],
            (Some(from), Some(to)) => [self.x(from), self.x(to)],
            (Some(from), None) => [self.x(from), self.x(from) + 3.0 * HALF],
            (None, Some(to)) => [self.x(to) - 3.0 * HALF, self.x(to)],
            (None, None) => [MARGIN + NAMES, MARGIN + NAMES + STRIP],
        }
    }

    /// Years, or months where there are few, named above the rows.
    fn draw(&self, canvas: &mut Canvas, y: f64, height: f64) {
        for (day, word) in self.ticks() {
            let x = self.x(day);
            canvas.raw(&format!(r#"<path class="line rule" d="M{x:.1} {:.1}L{x:.1} {:.1}"/>"#, y - 4.0, y + height));
            canvas.text([x, y - 10.0], NOTE_SIZE, "faint", "middle", &word);
        }
    }

    fn ticks(&self) -> Vec<(Date, String)> {
        let months = (self.days / 30.44).ceil() as i32;
        let step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].into_iter().find(|step| months / step <= MOST_TICKS);
        let step = step.unwrap_or(1200);
        let start = i32::from(self.first.year()) * 12 + i32::from(self.first.month()) - 1;
        let start = start - start.rem_euclid(step);
        let end = start + months + 2 * step;
        let tick = |month: i32| {
            let (year, of_year) = (month.div_euclid(12), month.rem_euclid(12) + 1);
            let day = Date::new(i16::try_from(year).ok()?, i8::try_from(of_year).ok()?, 1).ok()?;
            let word = if step < 12 { format!("{year}-{of_year:02}") } else { year.to_string() };
            let along = days(self.first, day);
            (along >= 0.0 && along <= self.days).then_some((day, word))
        };
        (start..=end).step_by(step.unsigned_abs() as usize).filter_map(tick).collect()
    }
}

fn days(from: Date, to: Date) -> f64 {
    f64::from((to - from).get_days())
}

/// A day so many days before, or the first of the calendar.
fn back(day: Date, days: f64) -> Date {
    day.checked_sub(jiff::Span::new().days(days as i32)).unwrap_or(Date::MIN)
}
