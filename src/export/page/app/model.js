'use strict';
// What the page knows: nodes, relationships, and the questions that it answers by itself.

/**
 * @typedef {{ id: string, kind: 'person'|'venue'|'event', name: string, aliases: string[],
 *   shown: string, size: [number, number], x: number, y: number }} GraphNode
 * @typedef {{ id: string, title: ?string, url: ?string, publisher: ?string, author: ?string, published: ?string }} SourceDocument
 * @typedef {{ id: string, status: Status, said_by: ?string, date: ?string, date_implied: boolean, ended: boolean,
 *   place: ?string, place_name?: string, event: ?string, event_name?: string, confidence: number, rule: string, document: SourceDocument,
 *   evidence: { text: ?string, before?: string, after?: string } }} Claim
 * @typedef {'confirmed'|'reported'|'rumored'|'denied'} Status
 * @typedef {{ id: string, source: string, target: string, predicate: string, label: string, inverse: string,
 *   group: string, directed: boolean, status: Status, disputed: boolean, date: ?string, ended: boolean,
 *   sources: number, claims: Claim[], spells: [?string, ?string][], middle: ?[number, number] }} GraphEdge
 * @typedef {{ schema: string, title: string, live: boolean, total: number, nodes: GraphNode[], edges: GraphEdge[] }} PageData
 * @typedef {{ statuses: Set<string>, groups: Set<string>, confidence: number, month: ?string }} Filter
 * @typedef {{ nodes: GraphNode[], edges: GraphEdge[] }} Path
 */

/** Strongest first. @type {Status[]} */
const STATUSES = ['confirmed', 'reported', 'rumored', 'denied'];
const GROUPS = ['family', 'romance', 'social', 'work', 'presence'];
const KINDS = ['person', 'venue', 'event'];

/** Text without case, accents and punctuation, for searching. @param {string} text */
function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

class Model {
  /** @param {PageData} data */
  constructor(data) {
    this.data = data;
    /** @type {Map<string, GraphNode>} */
    this.nodes = new Map(data.nodes.map((node) => [node.id, node]));
    /** @type {Map<string, GraphEdge>} */
    this.edges = new Map(data.edges.map((edge) => [edge.id, edge]));
    /** @type {Map<string, GraphEdge[]>} */
    this.touching = new Map(data.nodes.map((node) => [node.id, []]));
    for (const edge of data.edges) {
      this.touching.get(edge.source)?.push(edge);
      if (edge.target !== edge.source) this.touching.get(edge.target)?.push(edge);
    }
    this.folded = data.nodes.map((node) => ({ node, names: [node.name, ...node.aliases].map(fold) }));
    this.months = monthsOf(data.edges);
  }

  /** The node with that id; every edge of the model has both ends. @param {string} id @returns {GraphNode} */
  node(id) {
    return /** @type {GraphNode} */ (this.nodes.get(id));
  }

  /** The other end of an edge. @param {GraphEdge} edge @param {string} id */
  other(edge, id) {
    return this.node(edge.source === id ? edge.target : edge.source);
  }

  /** Nodes with a name that holds the words, those that begin with them first. @param {string} words @param {number} most */
  search(words, most) {
    const wanted = fold(words);
    if (!wanted) return [];
    const rank = (/** @type {string[]} */ names) => {
      if (names.some((name) => name === wanted)) return 0;
      if (names.some((name) => name.startsWith(wanted))) return 1;
      if (names.some((name) => ` ${name}`.includes(` ${wanted}`))) return 2;
      return names.some((name) => name.includes(wanted)) ? 3 : 4;
    };
    return this.folded
      .map(({ node, names }) => ({ node, rank: rank(names) }))
      .filter((found) => found.rank < 4)
      .sort((a, b) => a.rank - b.rank || compare(a.node.name, b.node.name))
      .slice(0, most)
      .map((found) => found.node);
  }

  /** The edges that pass, by id. @param {Filter} filter @returns {Set<string>} */
  visible(filter) {
    return new Set(this.data.edges.filter((edge) => passes(edge, filter)).map((edge) => edge.id));
  }

  /**
   * The best path: fewest steps, then best attested, then first by name; the same as `relgraph path`.
   * What is only denied connects nobody.
   * @param {string} from @param {string} to @param {Set<string>} visible @returns {?Path}
   */
  path(from, to, visible) {
    const left = this.#remaining(to, visible);
    if (!left.has(from)) return null;
    const path = { nodes: [this.node(from)], edges: /** @type {GraphEdge[]} */ ([]) };
    for (let here = from; here !== to; ) {
      const steps = this.#steps(here, visible).filter(({ other, cost }) => {
        const rest = left.get(other.id);
        return rest && compareCosts(add(cost, rest), /** @type {Cost} */ (left.get(here))) === 0;
      });
      steps.sort((a, b) => compare(a.other.name, b.other.name) || compare(a.other.id, b.other.id));
      path.edges.push(steps[0].edge);
      path.nodes.push(steps[0].other);
      here = steps[0].other.id;
    }
    return path;
  }

  /** What it costs at least to reach a node, from every node (Dijkstra). @param {string} to @param {Set<string>} visible */
  #remaining(to, visible) {
    /** @type {Map<string, Cost>} */
    const done = new Map();
    /** @type {Map<string, Cost>} */
    const open = new Map([[to, [0, 0, 0]]]);
    while (open.size > 0) {
      const [here, cost] = [...open].reduce((best, next) => (compareCosts(next[1], best[1]) < 0 ? next : best));
      open.delete(here);
      done.set(here, cost);
      for (const step of this.#steps(here, visible)) {
        const through = add(cost, step.cost);
        const known = open.get(step.other.id);
        if (!done.has(step.other.id) && (!known || compareCosts(through, known) < 0)) open.set(step.other.id, through);
      }
    }
    return done;
  }

  /** The best edge to each neighbour. @param {string} here @param {Set<string>} visible */
  #steps(here, visible) {
    /** @type {Map<string, { edge: GraphEdge, other: GraphNode, cost: Cost, key: number[] }>} */
    const best = new Map();
    for (const edge of this.touching.get(here) ?? []) {
      const other = this.other(edge, here);
      if (!visible.has(edge.id) || edge.status === 'denied' || other.id === here) continue;
      const cost = costOf(edge);
      const key = [cost[1], GROUPS.indexOf(edge.group), cost[2]];
      const known = best.get(other.id);
      if (!known || compareLists(key, known.key) < 0) best.set(other.id, { edge, other, cost, key });
    }
    return [...best.values()];
  }
}

/** Steps, weakness, single sources: as in relgraph's own paths. @typedef {[number, number, number]} Cost */

/** @param {GraphEdge} edge @returns {Cost} */
function costOf(edge) {
  const weakness = { confirmed: 0, reported: 1, rumored: 6, denied: 20 }[edge.status] + (edge.disputed ? 3 : 0);
  return [1, weakness, Math.floor(12 / Math.min(Math.max(edge.sources, 1), 12))];
}

/** @param {Cost} a @param {Cost} b @returns {Cost} */
const add = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
/** @param {Cost} a @param {Cost} b */
const compareCosts = (a, b) => compareLists(a, b);
/** @param {number[]} a @param {number[]} b */
const compareLists = (a, b) => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at] - b[at];
};
/** By code point, the same for every reader. @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Whether an edge passes a filter. @param {GraphEdge} edge @param {Filter} filter */
function passes(edge, filter) {
  const { status } = standing(edge, filter.confidence);
  return status !== null && filter.statuses.has(status) && filter.groups.has(edge.group) && holds(edge, filter.month);
}

/**
 * The claims of at least some confidence, and the status that they come to.
 * @param {GraphEdge} edge @param {number} confidence
 */
function standing(edge, confidence) {
  const claims = edge.claims.filter((claim) => claim.confidence >= confidence);
  const status = STATUSES.find((status) => claims.some((claim) => claim.status === status)) ?? null;
  const disputed = status !== 'denied' && claims.some((claim) => claim.status === 'denied');
  return { claims, status, disputed };
}

/** Whether an edge held in a month ("2018-05"). @param {GraphEdge} edge @param {?string} month */
function holds(edge, month) {
  if (!month) return true;
  const [first, last] = [`${month}-01`, `${month}-31`];
  return edge.spells.some(([from, to]) => (from === null || from <= last) && (to === null || to >= first));
}

/** Every month from the first to the last that any edge tells of. @param {GraphEdge[]} edges @returns {string[]} */
function monthsOf(edges) {
  const days = edges.flatMap((edge) => [
    ...edge.spells.flat(),
    ...edge.claims.map((claim) => /^\d{4}-\d\d/.exec(claim.document.published ?? '')?.[0] ?? null),
  ]);
  const told = /** @type {string[]} */ (days.filter((day) => day !== null && /^\d{4}-/.test(day))).map((day) => day.slice(0, 7)).sort();
  if (told.length === 0) return [];
  const months = [];
  const number = (/** @type {string} */ month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  for (let at = number(told[0]); at <= number(told[told.length - 1]); at += 1) {
    months.push(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`);
  }
  return months;
}
