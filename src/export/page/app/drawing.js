'use strict';
// Draws the graph with cytoscape, where the file says that each node belongs.

/** Names smaller than this scale makes them cannot be read. */
const READABLE = 0.65;
const SHAPES = { person: 'round-rectangle', venue: 'rectangle', event: 'hexagon' };
const DASHES = { confirmed: 'solid', reported: 'solid', rumored: 'dashed', denied: 'dotted' };

class Drawing {
  /**
   * @param {HTMLElement} container
   * @param {{ node: (id: string) => void, edge: (id: string) => void, nothing: () => void }} chosen
   */
  constructor(container, chosen) {
    this.cy = cytoscape({ container, minZoom: 0.05, maxZoom: 4, boxSelectionEnabled: false });
    this.cy.on('tap', 'node', (/** @type {any} */ event) => chosen.node(event.target.id()));
    this.cy.on('tap', 'edge', (/** @type {any} */ event) => chosen.edge(event.target.id()));
    this.cy.on('tap', (/** @type {any} */ event) => event.target === this.cy && chosen.nothing());
    this.cy.on('mouseover', 'node,edge', () => container.classList.add('over'));
    this.cy.on('mouseout', 'node,edge', () => container.classList.remove('over'));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.restyle());
    new ResizeObserver(() => this.cy.resize()).observe(container);
    this.restyle();
  }

  /** Draws another graph. @param {Model} model */
  load(model) {
    const { nodes, edges } = model.data;
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.add(nodes.map((node) => ({
        group: 'nodes',
        data: { id: node.id, name: node.shown, kind: node.kind, width: node.size[0], height: node.size[1] },
        position: { x: node.x, y: node.y },
      })));
      this.cy.add(edges.map((edge) => ({ group: 'edges', data: edgeData(edge, model) })));
    });
  }

  fit() {
    this.cy.resize();
    this.cy.fit(this.cy.elements(':visible'), 30);
    if (this.cy.zoom() > 1.4) this.cy.zoom({ level: 1.4, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
    if (this.cy.elements(':visible').nonempty()) this.cy.center(this.cy.elements(':visible'));
  }

  /** @param {number} factor */
  zoom(factor) {
    const middle = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: middle });
  }

  /**
   * Shows what passes the filter, and what is chosen.
   * @param {{ visible: Set<string>, node: ?string, edge: ?string, path: ?Path }} look
   */
  show({ visible, node, edge, path }) {
    this.cy.batch(() => {
      this.cy.elements().removeClass('hidden chosen near far labelled');
      this.cy.edges().forEach((/** @type {any} */ each) => { each.toggleClass('hidden', !visible.has(each.id())); });
      const focus = this.#focus(node, edge, path);
      if (focus) this.cy.elements().difference(focus).addClass('far');
      // Words that have no place of their own come only with what is chosen.
      (focus ?? this.cy.edges('[distance]')).edges().addClass('labelled');
      if (node) this.cy.getElementById(node).addClass('chosen');
      if (edge) this.cy.getElementById(edge).addClass('chosen');
    });
  }

  /** What the reader looks at; null where that is everything. @param {?string} node @param {?string} edge @param {?Path} path */
  #focus(node, edge, path) {
    const of = (/** @type {string} */ id) => this.cy.getElementById(id);
    if (path) {
      const ids = [...path.nodes, ...path.edges].map((part) => part.id);
      return this.cy.elements().filter((/** @type {any} */ each) => ids.includes(each.id()));
    }
    if (edge && of(edge).nonempty()) return of(edge).union(of(edge).connectedNodes());
    if (node && of(node).nonempty()) return of(node).closedNeighborhood().filter((/** @type {any} */ each) => !each.hasClass('hidden'));
    return null;
  }

  /** Moves into view what is out of it, or too small to read. @param {string} id */
  reveal(id) {
    const found = this.cy.getElementById(id);
    if (found.empty()) return;
    if (this.cy.zoom() < READABLE) {
      this.cy.fit(found.closedNeighborhood().not('.hidden').union(found.connectedNodes()), 40);
      this.cy.zoom({ level: Math.min(Math.max(this.cy.zoom(), READABLE), 1), renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
      this.cy.center(found);
    }
    const box = found.renderedBoundingBox();
    const inside = box.x1 > 0 && box.y1 > 0 && box.x2 < this.cy.width() && box.y2 < this.cy.height();
    if (!inside) this.cy.center(found);
  }

  /** The neighbour that lies that way, or the node nearest to the middle. @param {?string} from @param {number} dx @param {number} dy @returns {?string} */
  towards(from, dx, dy) {
    const here = from ? this.cy.getElementById(from) : this.cy.collection();
    if (here.empty()) return this.cy.nodes().min((/** @type {any} */ node) => distance(node.renderedPosition(), { x: this.cy.width() / 2, y: this.cy.height() / 2 })).ele?.id() ?? null;
    const at = here.position();
    const turned = (/** @type {any} */ node) => {
      const to = node.position();
      const along = (to.x - at.x) * dx + (to.y - at.y) * dy;
      const across = Math.abs((to.x - at.x) * dy) + Math.abs((to.y - at.y) * dx);
      return along <= 0 ? Infinity : along + across * 2;
    };
    const near = here.neighborhood('edge').not('.hidden').connectedNodes().not(here);
    const best = near.min(turned);
    return best.value < Infinity ? best.ele.id() : null;
  }

  /** Takes the colours from the page's style. */
  restyle() {
    const style = getComputedStyle(document.documentElement);
    const colour = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
    this.cy.style(stylesheet(colour));
  }
}

/** @param {{x: number, y: number}} a @param {{x: number, y: number}} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** @param {GraphEdge} edge @param {Model} model */
function edgeData(edge, model) {
  const bend = edge.middle && bendOf(model.node(edge.source), model.node(edge.target), edge.middle);
  const notes = [edge.status === 'reported' ? null : edge.status, edge.disputed ? 'disputed' : null, edge.ended ? 'ended' : null];
  const note = [notes.filter((note) => note).join(', '), edge.date].filter((part) => part).join(' · ');
  return {
    id: edge.id, source: edge.source, target: edge.target, group: edge.ended ? 'ended' : edge.group, status: edge.status,
    directed: edge.directed ? 'yes' : 'no', words: note ? `${edge.label}\n${note}` : edge.label,
    ...bend,
  };
}

/**
 * The control point of a curve through a place, and how far that place is from the curve's middle.
 * @param {GraphNode} a @param {GraphNode} b @param {[number, number]} place
 */
function bendOf(a, b, [x, y]) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  if (length < 1) return null;
  const before = Math.hypot(x - a.x, y - a.y);
  const t = Math.min(Math.max(before / (before + Math.hypot(b.x - x, b.y - y)), 0.2), 0.8);
  const control = (/** @type {number} */ from, /** @type {number} */ at, /** @type {number} */ to) =>
    (at - (1 - t) * (1 - t) * from - t * t * to) / (2 * t * (1 - t));
  const [cx, cy] = [control(a.x, x, b.x), control(a.y, y, b.y)];
  return {
    weight: ((cx - a.x) * dx + (cy - a.y) * dy) / length,
    distance: ((cy - a.y) * dx - (cx - a.x) * dy) / Math.sqrt(length),
    asideX: x - (a.x + 2 * cx + b.x) / 4,
    asideY: y - (a.y + 2 * cy + b.y) / 4,
  };
}

/** @param {(name: string) => string} colour */
function stylesheet(colour) {
  const font = 'Helvetica, Arial, "Liberation Sans", sans-serif';
  const nodes = KINDS.map((kind) => ({
    selector: `node[kind = "${kind}"]`,
    style: { 'background-color': colour(`${kind}-fill`), 'border-color': colour(kind), shape: SHAPES[/** @type {keyof SHAPES} */ (kind)] },
  }));
  const groups = [...GROUPS, 'ended'].map((group) => ({
    selector: `edge[group = "${group}"]`,
    style: { 'line-color': colour(group), 'target-arrow-color': colour(group), color: colour(group) },
  }));
  const statuses = STATUSES.map((status) => ({
    selector: `edge[status = "${status}"]`,
    style: { 'line-style': DASHES[status], width: { confirmed: 3.4, reported: 1.8, rumored: 1.8, denied: 2.8 }[status] },
  }));
  return [
    { selector: 'node', style: {
      label: 'data(name)', color: colour('ink'), 'font-family': font, 'font-size': 14, 'text-valign': 'center', 'text-halign': 'center',
      'text-wrap': 'wrap', 'text-max-width': '1000px', width: 'data(width)', height: 'data(height)', 'border-width': 1.6,
      'corner-radius': '22px', 'min-zoomed-font-size': 4, 'overlay-opacity': 0 } },
    { selector: 'edge', style: {
      'curve-style': 'bezier', 'font-family': font, 'font-size': 11.5, 'text-wrap': 'wrap', 'text-background-color': colour('paper'),
      'text-background-opacity': 1, 'text-background-padding': '2px', 'text-background-shape': 'roundrectangle', 'arrow-scale': 0.9,
      'min-zoomed-font-size': 6, 'overlay-opacity': 0 } },
    { selector: 'edge[distance]', style: {
      'curve-style': 'unbundled-bezier', 'control-point-distances': 'data(distance)', 'control-point-weights': 'data(weight)', 'edge-distances': 'node-position',
      'text-margin-x': 'data(asideX)', 'text-margin-y': 'data(asideY)' } },
    { selector: 'edge[directed = "yes"]', style: { 'target-arrow-shape': 'triangle' } },
    ...nodes, ...groups, ...statuses,
    { selector: 'edge.labelled', style: { label: 'data(words)' } },
    { selector: '.far', style: { opacity: 0.28 } },
    { selector: '.hidden', style: { display: 'none' } },
    { selector: 'node.chosen', style: { 'border-width': 4 } },
    { selector: 'edge.chosen', style: { 'underlay-color': colour('ink'), 'underlay-opacity': 0.16, 'underlay-padding': 6 } },
  ];
}
