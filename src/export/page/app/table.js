'use strict';
// The same relationships as a table, for screen readers and for whoever prefers one.

/** So many rows at first. */
const ROWS = 200;

/** @param {HTMLElement} place @param {Context} context */
function showTable(place, { model, filter, visible, go }) {
  const edges = model.data.edges.filter((edge) => visible.has(edge.id));
  const row = (/** @type {GraphEdge} */ edge) => {
    const { status, disputed, claims } = standing(edge, filter.confidence);
    const end = (/** @type {string} */ id) => el('button', { type: 'button', class: 'end', onclick: () => go({ node: id, edge: null }) }, mark(model.node(id).kind), model.node(id).name);
    return el('tr', {},
      el('td', {}, end(edge.source)),
      el('td', {}, el('button', { type: 'button', class: 'end', onclick: () => go({ edge: edge.id }) }, edge.label)),
      el('td', {}, end(edge.target)),
      el('td', {}, line(status ?? edge.status, edge.ended ? 'ended' : edge.group), [status, disputed ? 'disputed' : null, edge.ended ? 'ended' : null].filter((note) => note).join(', ')),
      el('td', {}, edge.date ?? ''),
      el('td', {}, counted(claims.length, 'claim')));
  };
  const body = el('tbody', {}, ...edges.slice(0, ROWS).map(row));
  const rest = edges.slice(ROWS);
  const more = el('button', { type: 'button', onclick: () => { body.append(...rest.splice(0).map(row)); more.remove(); } }, `Show ${rest.length} more`);
  const heads = ['From', 'is', 'To', 'Status', 'When', 'Told by'].map((head) => el('th', { scope: 'col' }, head));
  place.replaceChildren(
    el('table', {}, el('caption', {}, `${counted(edges.length, 'relationship')} of ${model.data.title}`), el('thead', {}, el('tr', {}, ...heads)), body),
    ...(rest.length > 0 ? [more] : []));
}
