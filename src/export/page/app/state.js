'use strict';
// What the reader looks at, and how a link says so.

/**
 * @typedef {{ node: ?string, edge: ?string, from: ?string, to: ?string, table: boolean, filter: Filter }} View
 */

/** Everything, nothing chosen. @returns {View} */
function wholeView() {
  return {
    node: null,
    edge: null,
    from: null,
    to: null,
    table: false,
    filter: { statuses: new Set(STATUSES), groups: new Set(GROUPS), confidence: 0, month: null },
  };
}

/** The view that a link's fragment tells of; what it does not know is left out. @param {string} fragment @returns {View} */
function readView(fragment) {
  const told = new URLSearchParams(fragment.replace(/^#/, ''));
  const view = wholeView();
  for (const key of /** @type {const} */ (['node', 'edge', 'from', 'to'])) view[key] = told.get(key);
  view.table = told.get('view') === 'table';
  const some = (/** @type {string} */ key, /** @type {readonly string[]} */ all) => {
    const words = told.get(key);
    return new Set(words === null ? all : all.filter((word) => words.split(',').includes(word)));
  };
  view.filter.statuses = some('status', STATUSES);
  view.filter.groups = some('group', GROUPS);
  view.filter.confidence = Math.min(Math.max(Number(told.get('confidence')) || 0, 0), 1);
  view.filter.month = /^\d{4}-\d\d$/.exec(told.get('month') ?? '')?.[0] ?? null;
  return view;
}

/** The shortest fragment that restores a view. @param {View} view */
function writeView(view) {
  const told = new URLSearchParams();
  for (const key of /** @type {const} */ (['node', 'edge', 'from', 'to'])) {
    const value = view[key];
    if (value) told.set(key, value);
  }
  if (view.table) told.set('view', 'table');
  const { statuses, groups, confidence, month } = view.filter;
  if (statuses.size < STATUSES.length) told.set('status', STATUSES.filter((status) => statuses.has(status)).join(','));
  if (groups.size < GROUPS.length) told.set('group', GROUPS.filter((group) => groups.has(group)).join(','));
  if (confidence > 0) told.set('confidence', String(confidence));
  if (month) told.set('month', month);
  return told.toString();
}
