//! The net while it learns, in floating point; every operation is exact IEEE, so that every machine
//! learns the same.

use relgraph::syntax::tagger::model::HIDDEN;

/// Rate of learning at the start; it falls in a straight line to [`LAST_RATE`].
const FIRST_RATE: f32 = 0.06;
const LAST_RATE: f32 = 0.002;
/// Share of hidden units left out of each step.
const HIDDEN_DROPOUT: f32 = 0.25;
/// Share of keys left out of each step.
const KEY_DROPOUT: f32 = 0.15;

/// One row of weights, and the squares of its gradients so far.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub weights: [f32; HIDDEN],
    pub squares: f32,
    pub bias: f32,
}

impl Row {
    fn random(random: &mut Random, reach: f32) -> Self {
        Self { weights: std::array::from_fn(|_| (random.share() * 2.0 - 1.0) * reach), squares: 1e-4, bias: 0.0 }
    }
}

/// The net.
#[derive(Clone, Debug)]
pub(crate) struct Net {
    pub rows: Vec<Row>,
    pub bias: Row,
    pub output: Vec<Row>,
}

impl Net {
    pub(crate) fn new(rows: usize, classes: usize, random: &mut Random) -> Self {
        Self {
            rows: (0..rows).map(|_| Row::random(random, 0.05)).collect(),
            bias: Row { weights: [0.1; HIDDEN], squares: 1e-4, bias: 0.0 },
            output: (0..classes).map(|_| Row::random(random, 0.1)).collect(),
        }
    }

    /// Takes one step on one word; returns the class that the net would have said.
    pub(crate) fn learn(&mut self, rows: &mut Vec<u32>, gold: usize, progress: f32, random: &mut Random) -> usize {
        let rate = FIRST_RATE + (LAST_RATE - FIRST_RATE) * progress;
        rows.retain(|_| random.share() >= KEY_DROPOUT);
        let scale = 1.0 / (1.0 - KEY_DROPOUT);
        let mut hidden = self.bias.weights;
        for &row in &*rows {
            add(&mut hidden, &self.rows[row as usize].weights, scale);
        }
        let mut mask = [0.0; HIDDEN];
        for (sum, mask) in hidden.iter_mut().zip(&mut mask) {
            *mask = if *sum > 0.0 && random.share() >= HIDDEN_DROPOUT { 1.0 / (1.0 - HIDDEN_DROPOUT) } else { 0.0 };
            *sum *= *mask;
        }
        let mut scores: Vec<f32> = self.output.iter().map(|row| row.bias + dot(&row.weights, &hidden)).collect();
        let best = argmax(&scores);
        softmax(&mut scores);
        scores[gold] -= 1.0;
        let mut back = [0.0; HIDDEN];
        let size = dot(&hidden, &hidden) + 1.0;
        for (row, &error) in self.output.iter_mut().zip(&scores) {
            if error.abs() < 1e-4 {
                continue;
            }
            add(&mut back, &row.weights, error);
            row.squares += error * error * size / HIDDEN as f32;
            let step = rate * error / row.squares.sqrt();
            add(&mut row.weights, &hidden, -step);
            row.bias -= step;
        }
        for (back, mask) in back.iter_mut().zip(&mask) {
            *back *= mask;
        }
        let size = dot(&back, &back) / HIDDEN as f32;
        if size > 1e-12 {
            for &row in &*rows {
                step(&mut self.rows[row as usize], &back, size, rate);
            }
            step(&mut self.bias, &back, size, rate);
        }
        best
    }

    /// Adds the weights of another net of the same shape.
    pub(crate) fn add(&mut self, other: &Self) {
        for (sum, row) in self.all_mut().zip(other.all()) {
            add(&mut sum.weights, &row.weights, 1.0);
            sum.bias += row.bias;
        }
    }

    /// Multiplies every weight.
    pub(crate) fn scale(&mut self, factor: f32) {
        for row in self.all_mut() {
            for weight in &mut row.weights {
                *weight *= factor;
            }
            row.bias *= factor;
        }
    }

    fn all(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().chain([&self.bias]).chain(&self.output)
    }

    fn all_mut(&mut self) -> impl Iterator<Item = &mut Row> {
        self.rows.iter_mut().chain([&mut self.bias]).chain(&mut self.output)
    }
}

fn step(row: &mut Row, back: &[f32; HIDDEN], size: f32, rate: f32) {
    row.squares += size;
    let step = rate / row.squares.sqrt();
    add(&mut row.weights, back, -step);
}

fn add(sum: &mut [f32; HIDDEN], row: &[f32; HIDDEN], factor: f32) {
    for (sum, weight) in sum.iter_mut().zip(row) {
        *sum += weight * factor;
    }
}

/// A scalar product in eight sums, which compilers turn into vector code without changing it.
fn dot(a: &[f32; HIDDEN], b: &[f32; HIDDEN]) -> f32 {
    let mut sums = [0.0; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    sums.iter().sum()
}

fn argmax(scores: &[f32]) -> usize {
    (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a))).unwrap_or(0)
}

fn softmax(scores: &mut [f32]) {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    for score in &mut *scores {
        *score = exp(*score - top);
    }
    let sum: f32 = scores.iter().sum();
    for score in scores {
        *score /= sum;
    }
}

/// `e` to a power of at most 0, by plain arithmetic: libraries differ in the last bit.
fn exp(x: f32) -> f32 {
    if x < -20.0 {
        return 0.0;
    }
    let x = x / 256.0;
    let mut power = 1.0 + x * (1.0 + x * (0.5 + x * (1.0 / 6.0 + x / 24.0)));
    for _ in 0..8 {
        power *= power;
    }
    power
}

/// Numbers that look random, the same ones each time (SplitMix64).
#[derive(Clone, Debug)]
pub(crate) struct Random(pub u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        value ^ (value >> 31)
    }

    /// A number from 0 up to, not including, 1.
    pub(crate) fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, (self.next() % (at as u64 + 1)) as usize);
        }
    }
}
