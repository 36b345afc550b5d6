'use strict';
// Draws the graph with cytoscape, where the file says that each node belongs.

/** Beyond so many visible edges only those around what is chosen are labelled. */
const LABELLED_EDGES = 60;
const SHAPES = { person: 'round-rectangle', venue: 'rectangle', event: 'hexagon' };
const DASHES = { confirmed: 'solid', reported: 'solid', rumored: 'dashed', denied: 'dotted' };

class Drawing {
  /**
   * @param {HTMLElement} container
   * @param {{ node: (id: string) => void, edge: (id: string) => void, nothing: () => void }} chosen
   */
  constructor(container, chosen) {
    this.cy = cytoscape({ container, minZoom: 0.05, maxZoom: 4, wheelSensitivity: 0.4, boxSelectionEnabled: false });
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
        data: { id: node.id, name: shown(node.name), kind: node.kind },
        position: { x: node.x, y: node.y },
      })));
      this.cy.add(edges.map((edge) => ({ group: 'edges', data: edgeData(edge, model) })));
    });
    this.fit();
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
      const labelled = visible.size <= LABELLED_EDGES && !focus ? this.cy.edges() : (focus ?? this.cy.collection()).edges();
      labelled.addClass('labelled');
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

  /** Moves into view what is out of it. @param {string} id */
  reveal(id) {
    const found = this.cy.getElementById(id);
    if (found.empty()) return;
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

/** A name as it stands on a node. @param {string} name */
function shown(name) {
  const plain = name.replace(/[\p{C}\s]+/gu, ' ').trim() || '(no name)';
  return plain.length > 44 ? `${plain.slice(0, 43)}…` : plain;
}

/** @param {GraphEdge} edge @param {Model} model */
function edgeData(edge, model) {
  const bend = edge.middle && bendOf(model.node(edge.source), model.node(edge.target), edge.middle);
  const notes = [edge.status === 'reported' ? null : edge.status, edge.disputed ? 'disputed' : null, edge.ended ? 'ended' : null];
  const note = [notes.filter((note) => note).join(', '), edge.date].filter((part) => part).join(' · ');
  return {
    id: edge.id, source: edge.source, target: edge.target, group: edge.ended ? 'ended' : edge.group, status: edge.status,
    directed: edge.directed ? 'yes' : 'no', words: note ? `${edge.label}\n${note}` : edge.label,
    ...(bend ? { distance: bend.distance, weight: bend.weight } : {}),
  };
}

/** Where the control point of a curve must stand so that its middle is there. @param {GraphNode} a @param {GraphNode} b @param {[number, number]} middle */
function bendOf(a, b, [x, y]) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  if (length < 1) return null;
  const [cx, cy] = [2 * x - (a.x + b.x) / 2 - a.x, 2 * y - (a.y + b.y) / 2 - a.y];
  return { weight: (cx * dx + cy * dy) / length, distance: (cy * dx - cx * dy) / Math.sqrt(length) };
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
    style: { 'line-style': DASHES[status], width: status === 'confirmed' ? 3.4 : 1.8 },
  }));
  return [
    { selector: 'node', style: {
      label: 'data(name)', color: colour('ink'), 'font-family': font, 'font-size': 14, 'text-valign': 'center', 'text-halign': 'center',
      'text-wrap': 'wrap', 'text-max-width': '160px', width: 'label', height: 'label', padding: '10px', 'border-width': 1.6,
      'corner-radius': '22px', 'min-zoomed-font-size': 4, 'overlay-opacity': 0 } },
    { selector: 'edge', style: {
      'curve-style': 'bezier', 'font-family': font, 'font-size': 11.5, 'text-wrap': 'wrap', 'text-background-color': colour('paper'),
      'text-background-opacity': 0.9, 'text-background-padding': '2px', 'text-background-shape': 'roundrectangle', 'arrow-scale': 0.9,
      'min-zoomed-font-size': 6, 'overlay-opacity': 0 } },
    { selector: 'edge[distance]', style: {
      'curve-style': 'unbundled-bezier', 'control-point-distances': 'data(distance)', 'control-point-weights': 'data(weight)', 'edge-distances': 'node-position' } },
    { selector: 'edge[directed = "yes"]', style: { 'target-arrow-shape': 'triangle' } },
    ...nodes, ...groups, ...statuses,
    { selector: 'edge.labelled', style: { label: 'data(words)' } },
    { selector: '.far', style: { opacity: 0.16 } },
    { selector: '.hidden', style: { display: 'none' } },
    { selector: 'node.chosen', style: { 'border-width': 4 } },
    { selector: 'edge.chosen', style: { 'underlay-color': colour('ink'), 'underlay-opacity': 0.16, 'underlay-padding': 6 } },
  ];
}
