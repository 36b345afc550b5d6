//! Disjoint sets of small numbers (union-find).

/// Sets over `0..len`; each number begins alone.
#[derive(Clone, Debug)]
pub(super) struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    pub(super) fn new(len: usize) -> Self {
        Self { parent: (0..len).collect() }
    }

    /// The smallest number of a set, which stands for it.
    pub(super) fn find(&mut self, of: usize) -> usize {
        let mut root = of;
        while self.parent[root] != root {
            root = self.parent[root];
        }
        let mut at = of;
        while self.parent[at] != root {
            at = std::mem::replace(&mut self.parent[at], root);
        }
        root
    }

    /// Makes two sets one.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.parent[a.max(b)] = a.min(b);
    }

    /// Every set, by its smallest member, members in order.
    pub(super) fn groups(&mut self) -> Vec<Vec<usize>> {
        let mut groups = vec![Vec::new(); self.parent.len()];
        for at in 0..self.parent.len() {
            groups[self.find(at)].push(at);
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}
