'use strict';
// Puts the parts together: one view, shown by drawing, panel, filters, table and link alike.

class Page {
  /** @param {PageData} data */
  constructor(data) {
    this.model = new Model(data);
    /** @type {Source} */
    this.source = data.live ? serverSource() : fileSource(data, () => this.model);
    this.view = readView(location.hash);
    /** The path that was fetched last. @type {?string} */
    this.asked = null;
    this.unseen = false;
    this.heading = '';
    this.drawing = new Drawing(byId('graph'), {
      node: (id) => this.go({ node: id, edge: null }),
      edge: (id) => this.go({ edge: id }),
      nothing: () => this.go({ node: null, edge: null }),
    });
    this.filters = new Filters((change) => this.go({ filter: { ...this.view.filter, ...change } }));
    // Where there is little room, the graph has it.
    byId('filters').open = innerWidth > 1100;
    this.#listen();
  }

  /** Loads and shows what the link asks for. */
  async start() {
    await this.#load(this.source.first());
    await this.#need(this.view);
    this.show();
    const chosen = this.view.node ?? this.view.edge;
    if (chosen) this.drawing.reveal(chosen);
  }

  /** Looks at something else, and puts that into the link. @param {Partial<View>} change */
  async go(change) {
    if (change.node) change = { edge: null, ...change };
    this.view = { ...this.view, ...change };
    await this.#need(this.view);
    const fragment = writeView(this.view);
    history.replaceState(null, '', fragment ? `#${fragment}` : `${location.pathname}${location.search}`);
    this.show();
  }

  /** Fetches what the view is about, where it is not here yet. @param {View} view */
  async #need({ node, from, to }) {
    const lacks = (/** @type {?string} */ id) => id !== null && !this.model.nodes.has(id);
    if (!this.model.data.live) return;
    if (from && to && (this.model.data.total > this.model.nodes.size || lacks(from) || lacks(to))) {
      const asked = `${from} ${to}`;
      if (this.asked !== asked) await this.#load(this.source.path(from, to));
      this.asked = asked;
    } else if (node && lacks(node)) {
      await this.#load(this.source.around(node));
    }
  }

  /** @param {Promise<PageData>} coming */
  async #load(coming) {
    try {
      this.model = new Model(await coming);
    } catch (error) {
      announce(`That could not be loaded: ${error instanceof Error ? error.message : error}`);
      byId('notice').textContent = byId('told').textContent;
      return;
    }
    byId('notice').textContent = '';
    byId('title').textContent = this.model.data.title;
    this.filters.load(this.model.months);
    this.drawing.load(this.model);
    this.unseen = true;
  }

  show() {
    const { model, view } = this;
    const visible = model.visible(view.filter);
    /** @type {Context} */
    const context = { model, visible, filter: view.filter, go: (change) => void this.go(change) };
    const both = view.from && view.to && model.nodes.has(view.from) && model.nodes.has(view.to);
    const path = both ? model.path(/** @type {string} */ (view.from), /** @type {string} */ (view.to), visible) : null;
    const node = view.node === null ? null : model.nodes.get(view.node) ?? null;
    const edge = view.edge === null ? null : model.edges.get(view.edge) ?? null;
    this.filters.show(view.filter);
    this.drawing.show({ visible, node: node?.id ?? null, edge: edge?.id ?? null, path: edge || node ? null : path });
    this.#panel(edge, node, path, context);
    document.body.classList.toggle('as-table', view.table);
    byId('as-table').setAttribute('aria-pressed', String(view.table));
    byId('table').hidden = !view.table;
    if (this.unseen) this.drawing.fit();
    this.unseen = false;
    if (view.table) showTable(byId('table'), context);
    for (const end of /** @type {const} */ (['from', 'to'])) byId(end).value = model.nodes.get(view[end] ?? '')?.name ?? '';
    byId('count').textContent = `${visible.size} of ${counted(model.data.edges.length, 'relationship')}`;
  }

  /** @param {?GraphEdge} edge @param {?GraphNode} node @param {?Path} path @param {Context} context */
  #panel(edge, node, path, context) {
    const { view } = this;
    const asksPath = view.from || view.to;
    const told = edge ? edgePanel(edge, context)
      : node ? nodePanel(node, context)
      : asksPath ? pathPanel(view, path, context) : welcomePanel(context);
    const steps = [];
    if (edge && node) steps.push(el('button', { type: 'button', onclick: () => this.go({ edge: null }) }, `Back to ${node.name}`));
    if (asksPath && (edge || node)) steps.push(el('button', { type: 'button', onclick: () => this.go({ edge: null, node: null }) }, 'Show the path'));
    if (edge || node) steps.push(el('button', { type: 'button', onclick: () => this.go({ edge: null, node: null, from: null, to: null }) }, 'Close'));
    byId('panel').replaceChildren(...(steps.length > 0 ? [el('p', { class: 'actions' }, ...steps)] : []), ...told.filter((part) => part !== null));
    byId('panel').scrollTop = 0;
    const heading = byId('panel').querySelector('h2')?.textContent ?? '';
    if (heading !== this.heading) announce(heading);
    this.heading = heading;
  }

  #listen() {
    const search = (/** @type {string} */ words) => this.source.search(words).catch(() => []);
    finder(byId('search'), search, async (node) => {
      await this.go({ node: node.id, edge: null });
      this.drawing.reveal(node.id);
    });
    for (const end of /** @type {const} */ (['from', 'to'])) {
      finder(byId(end), search, (node) => this.go({ [end]: node.id, node: null, edge: null }));
      byId(end).addEventListener('change', () => byId(end).value.trim() || this.go({ [end]: null }));
    }
    byId('as-table').addEventListener('click', () => this.go({ table: !this.view.table }));
    byId('fit').addEventListener('click', () => this.drawing.fit());
    byId('reset').addEventListener('click', () => { void this.go(wholeView()); this.drawing.fit(); });
    byId('help-open').addEventListener('click', () => byId('help').showModal());
    addEventListener('hashchange', () => { this.view = readView(location.hash); void this.#need(this.view).then(() => this.show()); });
    addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.ctrlKey || event.metaKey || event.altKey || byId('help').open) return;
    if (event.key === 'Escape') return typing ? /** @type {HTMLElement} */ (event.target).blur() : void this.go({ node: null, edge: null });
    if (typing) return;
    const anywhere = { '/': () => byId('search').focus(), t: () => this.go({ table: !this.view.table }), '?': () => byId('help').showModal() };
    const inGraph = {
      ArrowLeft: () => this.#walk(-1, 0), ArrowRight: () => this.#walk(1, 0), ArrowUp: () => this.#walk(0, -1), ArrowDown: () => this.#walk(0, 1),
      '+': () => this.drawing.zoom(1.25), '-': () => this.drawing.zoom(0.8), 0: () => this.drawing.fit(),
      Enter: () => byId('panel').focus(),
    };
    const keys = /** @type {Record<string, () => unknown>} */ (event.target === byId('graph') ? { ...anywhere, ...inGraph } : anywhere);
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** To the neighbour that lies that way. @param {number} dx @param {number} dy */
  async #walk(dx, dy) {
    const next = this.drawing.towards(this.view.node, dx, dy);
    if (!next) return;
    await this.go({ node: next, edge: null });
    this.drawing.reveal(next);
  }
}

void new Page(JSON.parse(byId('data').textContent)).start();
