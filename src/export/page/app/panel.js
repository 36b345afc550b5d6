'use strict';
// What is told of the chosen node, edge or path.

/** Claims that a filter leaves out are counted, not hidden without a word. @typedef {{ model: Model, filter: Filter, visible: Set<string>, go: (change: Partial<View>) => void }} Context */

/** A node's relationships by group and date. @param {GraphNode} node @param {Context} context */
function nodePanel(node, context) {
  const { model, visible } = context;
  const edges = (model.touching.get(node.id) ?? []).filter((edge) => visible.has(edge.id));
  const hidden = (model.touching.get(node.id) ?? []).length - edges.length;
  const groups = GROUPS.map((group) => ({ group, edges: edges.filter((edge) => edge.group === group) }));
  const lists = groups.filter(({ edges }) => edges.length > 0).map(({ group, edges }) => el('section', {},
    el('h3', { class: `group ${group}` }, group),
    el('ul', { class: 'edges' }, ...edges.sort(byDate).map((edge) => edgeItem(edge, node, context)))));
  return [
    el('p', { class: 'kind' }, mark(node.kind), node.kind),
    el('h2', {}, node.name),
    node.aliases.length > 0 ? el('p', { class: 'faint' }, `also: ${node.aliases.join(', ')}`) : null,
    el('p', { class: 'actions' },
      el('button', { type: 'button', onclick: () => context.go({ from: node.id }) }, 'Path from here'),
      el('button', { type: 'button', onclick: () => context.go({ to: node.id }) }, 'Path to here')),
    ...lists,
    ...happened(node, context),
    edges.length === 0 ? el('p', { class: 'faint' }, 'No relationship passes the filter.') : null,
    hidden > 0 ? el('p', { class: 'faint' }, `${counted(hidden, 'relationship')} left out by the filter`) : null,
  ];
}

/** What others did there. @param {GraphNode} node @param {Context} context */
function happened(node, context) {
  const here = (/** @type {Claim} */ claim) => claim.place === node.id || claim.event === node.id;
  const edges = node.kind === 'person' ? [] : context.model.data.edges.filter((edge) =>
    context.visible.has(edge.id) && edge.source !== node.id && edge.target !== node.id && edge.claims.some(here));
  if (edges.length === 0) return [];
  return [el('section', {}, el('h3', { class: 'group presence' }, 'What happened here'),
    el('ul', { class: 'edges' }, ...edges.sort(byDate).map((edge) => edgeItem(edge, null, context))))];
}

/** @param {GraphEdge} a @param {GraphEdge} b */
const byDate = (a, b) => Number(a.date === null) - Number(b.date === null) || compare(a.date ?? '', b.date ?? '') || compare(a.predicate, b.predicate);

/** One relationship as a button, read from a node or from outside. @param {GraphEdge} edge @param {?GraphNode} from @param {Context} context */
function edgeItem(edge, from, { model, filter, go }) {
  const { status, disputed } = standing(edge, filter.confidence);
  const words = from
    ? [el('span', { class: 'what' }, edge.source === from.id ? edge.label : edge.inverse), ' ', model.other(edge, from.id).name]
    : [model.node(edge.source).name, ' ', el('span', { class: 'what' }, edge.label), ' ', model.node(edge.target).name];
  const notes = [edge.date ?? 'no date', disputed ? 'disputed' : null, edge.ended ? 'ended' : null, edge.sources > 1 ? `${edge.sources} sources` : null];
  return el('li', {}, el('button', { type: 'button', class: 'edge', onclick: () => go({ edge: edge.id }) },
    el('span', {}, ...words),
    el('span', { class: 'note' }, line(status ?? edge.status, edge.ended ? 'ended' : edge.group), `${status} · ${notes.filter((note) => note).join(' · ')}`)));
}

/** A relationship's claims, each with its words. @param {GraphEdge} edge @param {Context} context */
function edgePanel(edge, context) {
  const { model, filter, go } = context;
  const { claims, status, disputed } = standing(edge, filter.confidence);
  const end = (/** @type {string} */ id) => el('button', { type: 'button', class: 'end', onclick: () => go({ node: id }) }, mark(model.node(id).kind), model.node(id).name);
  const left = edge.claims.length - claims.length;
  return [
    el('p', { class: `kind group ${edge.group}` }, edge.group),
    el('h2', {}, `${model.node(edge.source).name} ${edge.label} ${model.node(edge.target).name}`),
    el('p', { class: 'ends' }, end(edge.source), edge.directed ? ' → ' : ' — ', end(edge.target)),
    el('p', { class: 'note' }, line(status ?? edge.status, edge.ended ? 'ended' : edge.group),
      [status ?? edge.status, disputed ? 'disputed' : null, edge.ended ? 'ended' : null, edge.date].filter((note) => note).join(' · ')),
    el('h3', {}, counted(claims.length, 'claim')),
    el('ol', { class: 'claims' }, ...claims.map(claimItem)),
    left > 0 ? el('p', { class: 'faint' }, `${counted(left, 'claim')} of less confidence left out`) : null,
  ];
}

/** @param {Claim} claim */
function claimItem(claim) {
  const { document: source, evidence } = claim;
  const facts = [
    claim.date ? `${claim.date}${claim.date_implied ? ' (partly implied)' : ''}` : 'no date',
    claim.ended ? 'ended' : null,
    claim.place_name ? `at ${claim.place_name}` : null,
    claim.event_name ? `at ${claim.event_name}` : null,
    claim.said_by ? `said by ${claim.said_by}` : null,
  ];
  const words = evidence.text === null ? el('p', { class: 'faint' }, 'No words are on record.') : el('blockquote', {},
    el('span', { class: 'around' }, evidence.before ?? ''), el('mark', {}, evidence.text), el('span', { class: 'around' }, evidence.after ?? ''));
  const about = [source.publisher, source.author, source.published].filter((part) => part).join(', ');
  return el('li', {},
    el('p', { class: 'note' }, line(claim.status, 'ended'), el('strong', {}, claim.status), ` · ${facts.filter((fact) => fact).join(' · ')}`),
    words,
    el('p', { class: 'source' }, sourceLink(source.url, source.title ?? source.id), about ? ` — ${about}` : null),
    el('p', { class: 'faint' }, `confidence ${claim.confidence.toFixed(2)}${claim.rule ? `, rule ${claim.rule}` : ''}`));
}

/** The way from one node to another. @param {View} view @param {?Path} path @param {Context} context */
function pathPanel(view, path, context) {
  const { model, go } = context;
  const name = (/** @type {?string} */ id) => (id && model.nodes.get(id)?.name) || 'nobody yet';
  const heading = el('h2', {}, `From ${name(view.from)} to ${name(view.to)}`);
  const clear = el('p', { class: 'actions' }, el('button', { type: 'button', onclick: () => go({ from: null, to: null }) }, 'Clear path'));
  if (!view.from || !view.to) return [heading, el('p', { class: 'faint' }, 'Choose the other end: search for it above, or click a node and “Path to here”.'), clear];
  if (!path) return [heading, el('p', {}, 'No path passes the filter.'), clear];
  const steps = path.edges.map((edge) => edgeItem(edge, null, context));
  return [heading, el('p', { class: 'faint' }, path.edges.length === 0 ? 'They are the same.' : counted(path.edges.length, 'step')),
    el('ol', { class: 'edges' }, ...steps), clear];
}

/** What the page is about, when nothing is chosen. @param {Context} context */
function welcomePanel({ model, visible }) {
  const { nodes, total } = model.data;
  const part = total > nodes.length ? ` of ${total}` : '';
  return [
    el('h2', {}, model.data.title),
    el('p', {}, `${nodes.length}${part} nodes, ${visible.size} of ${counted(model.data.edges.length, 'relationship')} shown.`),
    el('p', { class: 'faint' }, 'Every line is a relationship as sources tell it: click it for their claims, with status, date, source and exact words. Click a node for its relationships.'),
    el('h3', {}, 'Legend'),
    el('div', { class: 'legend' },
      el('ul', {}, ...KINDS.map((kind) => el('li', {}, mark(kind), kind))),
      el('ul', {}, ...STATUSES.map((status) => el('li', {}, line(status, 'ended'), status))),
      el('ul', {}, ...[...GROUPS, 'ended'].map((group) => el('li', {}, line('confirmed', group), group)))),
  ];
}

/** The shape of a kind. @param {string} kind */
const mark = (kind) => el('span', { class: `mark ${kind}`, 'aria-hidden': 'true' });
/** The line of a status, in the colour of a group. @param {string} status @param {string} group */
const line = (status, group) => el('span', { class: `line ${status} ${group}`, 'aria-hidden': 'true' });
