'use strict';
// Where the page has its graph from: the file itself, or the server that it came from.

/** @typedef {{ first: () => Promise<PageData>, search: (words: string) => Promise<GraphNode[]>, around: (id: string) => Promise<PageData>, path: (from: string, to: string) => Promise<PageData> }} Source */

/** Beyond so many names nobody reads on. */
const MOST_FOUND = 12;

/** Everything is in the file. @param {PageData} data @param {() => Model} model @returns {Source} */
function fileSource(data, model) {
  const whole = async () => data;
  return { first: whole, around: whole, path: whole, search: async (words) => model().search(words, MOST_FOUND) };
}

/** Asks the server. @returns {Source} */
function serverSource() {
  const ask = async (/** @type {string} */ what, /** @type {Record<string, string>} */ parameters) => {
    const answer = await fetch(`api/v1/${what}?${new URLSearchParams(parameters)}`);
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.error ?? answer.statusText);
    return told;
  };
  return {
    first: () => ask('graph', {}),
    search: async (words) => (words.trim() ? (await ask('search', { q: words, limit: String(MOST_FOUND) })).nodes : []),
    around: (id) => ask('graph', { around: id }),
    path: (from, to) => ask('graph', { from, to }),
  };
}
