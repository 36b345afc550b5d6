//! Distances on the plane as they are in the graph: stress majorisation.
//!
//! Gansner, Koren, North: Graph drawing by stress majorization (2004), from a start by pivots
//! (Brandes, Pich: Eigensolver methods for progressive multidimensional scaling, 2006). Beyond a few
//! hundred boxes only the distances to pivots count (Ortmann, Klimenta, Brandes: A sparse stress
//! model, 2016).

use petgraph::algo::dijkstra;
use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::EdgeRef;

use super::{Body, GAP, Link, Point};

/// Up to so many boxes every pair of them counts.
const ALL_PAIRS: usize = 400;
/// How many boxes stand for all of them otherwise.
const PIVOTS: usize = 60;
/// By then nothing moves that an eye would see.
const ROUNDS: usize = 150;

/// A place for each box of a connected graph.
pub(super) fn arrange(bodies: &[Body], links: &[Link]) -> Vec<Point> {
    let net = net(bodies, links);
    let pivots = pivots(&net);
    let mut places = start(bodies.len(), &pivots);
    let terms = terms(&net, &pivots);
    for _ in 0..ROUNDS {
        for at in 0..places.len() {
            places[at] = best_place(at, &places, &terms[at]);
        }
    }
    places
}

/// How far apart two boxes want to be, and how much that counts.
struct Term {
    other: usize,
    distance: f64,
    weight: f64,
}

/// Each box's distance to every box, from one of them.
struct Pivot {
    index: usize,
    distances: Vec<f64>,
}

/// The graph with the length of each link. Links of boxes with many links are longer, so that what
/// hangs on a hub finds room around it.
fn net(bodies: &[Body], links: &[Link]) -> UnGraph<(), f64, usize> {
    let mut degree = vec![0_u32; bodies.len()];
    for link in links {
        degree[link.a] += 1;
        degree[link.b] += 1;
    }
    let reach = |index: usize| f64::midpoint(bodies[index].width, bodies[index].height) / 2.0;
    let room = |index: usize| 1.0 + 0.12 * (f64::from(degree[index]) - 2.0).max(0.0);
    let mut net = UnGraph::with_capacity(bodies.len(), links.len());
    for _ in bodies {
        net.add_node(());
    }
    for link in links {
        let length = (reach(link.a) + reach(link.b) + GAP) * room(link.a).max(room(link.b)).min(3.0);
        net.add_edge(link.a.into(), link.b.into(), length);
    }
    net
}

/// Boxes spread over the graph: each the farthest from those before it. All of them in a small graph.
fn pivots(net: &UnGraph<(), f64, usize>) -> Vec<Pivot> {
    let count = net.node_count();
    let wanted = if count <= ALL_PAIRS { count } else { PIVOTS };
    let mut nearest = vec![f64::INFINITY; count];
    let mut pivots: Vec<Pivot> = Vec::with_capacity(wanted);
    let mut index = 0;
    while pivots.len() < wanted {
        let reached = dijkstra(net, NodeIndex::new(index), None, |edge| *edge.weight());
        let distances: Vec<f64> = net.node_indices().map(|node| reached.get(&node).copied().unwrap_or(0.0)).collect();
        for (nearest, distance) in nearest.iter_mut().zip(&distances) {
            *nearest = nearest.min(*distance);
        }
        nearest[index] = -1.0;
        pivots.push(Pivot { index, distances });
        index = (0..count).max_by(|&a, &b| nearest[a].total_cmp(&nearest[b]).then(b.cmp(&a))).unwrap_or(0);
    }
    pivots
}

/// For each box, the boxes whose distance counts.
fn terms(net: &UnGraph<(), f64, usize>, pivots: &[Pivot]) -> Vec<Vec<Term>> {
    let count = net.node_count();
    let share = (count as f64 / pivots.len() as f64).sqrt();
    let mut terms: Vec<Vec<Term>> = (0..count).map(|_| Vec::new()).collect();
    for pivot in pivots {
        for (node, &distance) in pivot.distances.iter().enumerate().filter(|(_, distance)| **distance > 0.0) {
            terms[node].push(Term { other: pivot.index, distance, weight: share / (distance * distance) });
        }
    }
    if pivots.len() < count {
        for edge in net.edge_references() {
            let (a, b, distance) = (edge.source().index(), edge.target().index(), *edge.weight());
            let weight = 1.0 / (distance * distance);
            terms[a].push(Term { other: b, distance, weight });
            terms[b].push(Term { other: a, distance, weight });
        }
    }
    terms
}

/// The first places: the two directions in which the distances to the pivots differ most.
fn start(count: usize, pivots: &[Pivot]) -> Vec<Point> {
    let centred = centred(count, pivots);
    let first = direction(&centred, None);
    let second = direction(&centred, Some(&first));
    let along = |row: &[f64], direction: &[f64]| row.iter().zip(direction).map(|(a, b)| a * b).sum::<f64>();
    let scale = 1.0 / (count as f64).sqrt();
    let place = |(index, row): (usize, &Vec<f64>)| {
        // Boxes that stand alike to all pivots would fall together: scattering them a little parts them.
        Point {
            x: along(row, &first) * scale + scattered(index, 0.618_034),
            y: along(row, &second) * scale + scattered(index, 0.754_878),
        }
    };
    centred.iter().enumerate().map(place).collect()
}

/// A number from -1 to 1 that looks like chance. Here as elsewhere in the layout only operations are
/// used that give the same bits on every machine; sines and cosines do not.
fn scattered(index: usize, step: f64) -> f64 {
    (index as f64 * step).fract() * 2.0 - 1.0
}

/// Squared distances to the pivots, one row a box, doubly centred.
fn centred(count: usize, pivots: &[Pivot]) -> Vec<Vec<f64>> {
    let squared =
        |node: usize| pivots.iter().map(|pivot| pivot.distances[node] * pivot.distances[node]).collect::<Vec<f64>>();
    let mut rows: Vec<Vec<f64>> = (0..count).map(squared).collect();
    let mean = |values: &mut dyn Iterator<Item = f64>, count: usize| values.sum::<f64>() / count as f64;
    let columns: Vec<f64> =
        (0..pivots.len()).map(|column| mean(&mut rows.iter().map(|row| row[column]), count)).collect();
    let whole = mean(&mut columns.iter().copied(), columns.len());
    for row in &mut rows {
        let own = mean(&mut row.iter().copied(), columns.len());
        row.iter_mut().zip(&columns).for_each(|(value, column)| *value = -0.5 * (*value - own - column + whole));
    }
    rows
}

/// The direction of most difference between the rows, at right angles to `not`: power iteration.
fn direction(rows: &[Vec<f64>], not: Option<&[f64]>) -> Vec<f64> {
    let width = rows.first().map_or(0, Vec::len);
    let mut direction: Vec<f64> = (0..width).map(|column| 1.0 + scattered(column, 0.618_034)).collect();
    for _ in 0..60 {
        if let Some(not) = not {
            let shared: f64 = direction.iter().zip(not).map(|(a, b)| a * b).sum();
            direction.iter_mut().zip(not).for_each(|(value, other)| *value -= shared * other);
        }
        let mut next = vec![0.0; width];
        for row in rows {
            let along: f64 = row.iter().zip(&direction).map(|(a, b)| a * b).sum();
            next.iter_mut().zip(row).for_each(|(sum, value)| *sum += along * value);
        }
        let length = next.iter().map(|value| value * value).sum::<f64>().sqrt();
        if length <= f64::EPSILON {
            break;
        }
        direction = next.into_iter().map(|value| value / length).collect();
    }
    direction
}

/// Where one box feels least stress while all others stay.
fn best_place(at: usize, places: &[Point], terms: &[Term]) -> Point {
    let own = places[at];
    let (mut x, mut y, mut weights) = (0.0, 0.0, 0.0);
    for term in terms {
        let other = places[term.other];
        let (dx, dy) = (own.x - other.x, own.y - other.y);
        let pull = term.distance / super::length(dx, dy).max(1e-9);
        x += term.weight * (other.x + dx * pull);
        y += term.weight * (other.y + dy * pull);
        weights += term.weight;
    }
    if weights > 0.0 { Point { x: x / weights, y: y / weights } } else { own }
}
