'use strict';
// Search fields, filters, the time slider.

/**
 * A field that finds nodes by name, with a list to choose from by mouse or keyboard (ARIA combobox).
 * @param {HTMLInputElement} field @param {(words: string) => Promise<GraphNode[]>} search @param {(node: GraphNode) => void} chosen
 */
function finder(field, search, chosen) {
  const list = byId(`${field.id}-list`);
  /** @type {GraphNode[]} */
  let found = [];
  let at = -1;
  let asked = 0;

  const close = () => {
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
    at = -1;
  };
  const choose = (/** @type {number} */ index) => {
    const node = found[index];
    if (!node) return;
    field.value = node.name;
    close();
    chosen(node);
  };
  const point = (/** @type {number} */ index) => {
    at = found.length === 0 ? -1 : (index + found.length) % found.length;
    [...list.children].forEach((option, place) => option.setAttribute('aria-selected', String(place === at)));
    if (at >= 0) {
      field.setAttribute('aria-activedescendant', list.children[at].id);
      list.children[at].scrollIntoView({ block: 'nearest' });
    }
  };
  const option = (/** @type {GraphNode} */ node, /** @type {number} */ index) =>
    el('li', { id: `${field.id}-${index}`, role: 'option', 'aria-selected': 'false', onmousedown: (/** @type {Event} */ event) => { event.preventDefault(); choose(index); } },
      mark(node.kind), node.name, el('span', { class: 'faint' }, node.aliases.length > 0 ? ` ${node.aliases[0]}` : ''));

  field.addEventListener('input', async () => {
    const mine = ++asked;
    const answer = await search(field.value);
    if (mine !== asked) return;
    found = answer;
    list.replaceChildren(...found.map(option));
    if (found.length === 0 && field.value.trim()) list.replaceChildren(el('li', { class: 'faint' }, 'nobody and nothing of that name'));
    list.hidden = list.children.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    if (found.length > 0) point(0);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') point(at + 1);
    else if (event.key === 'ArrowUp') point(at - 1);
    else if (event.key === 'Enter' && !list.hidden) choose(Math.max(at, 0));
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    if (event.key !== 'Escape') event.stopPropagation();
  });
  field.addEventListener('blur', close);
}

/**
 * Check boxes, confidence and month.
 * @param {(change: Partial<Filter>) => void} changed @param {() => View} view
 */
class Filters {
  /** @param {(change: Partial<Filter>) => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {string[]} */
    this.months = [];
    this.#boxes('statuses', STATUSES, (status) => line(status, 'ended'));
    this.#boxes('groups', GROUPS, (group) => line('confirmed', group));
    byId('confidence').addEventListener('input', () => changed({ confidence: Number(byId('confidence').value) }));
    byId('month').addEventListener('input', () => changed({ month: this.months[Number(byId('month').value) - 1] ?? null }));
  }

  /** @param {'statuses'|'groups'} name @param {readonly string[]} words @param {(word: string) => HTMLElement} sign */
  #boxes(name, words, sign) {
    const read = () => this.changed({ [name]: new Set(words.filter((word) => byId(`${name}-${word}`).checked)) });
    byId(name).append(...words.map((word) => el('label', {}, el('input', { type: 'checkbox', id: `${name}-${word}`, checked: true, onchange: read }), sign(word), word)));
  }

  /** Takes the months of another graph. @param {string[]} months */
  load(months) {
    this.months = months;
    byId('month').max = String(months.length);
    byId('month').disabled = months.length === 0;
  }

  /** Shows a filter. @param {Filter} filter */
  show(filter) {
    for (const status of STATUSES) byId(`statuses-${status}`).checked = filter.statuses.has(status);
    for (const group of GROUPS) byId(`groups-${group}`).checked = filter.groups.has(group);
    byId('confidence').value = String(filter.confidence);
    byId('confidence-told').textContent = filter.confidence > 0 ? `at least ${filter.confidence.toFixed(2)}` : 'any';
    byId('month').value = String(filter.month ? this.months.indexOf(filter.month) + 1 : 0);
    byId('month-told').textContent = filter.month ?? 'all times';
    byId('month').setAttribute('aria-valuetext', filter.month ?? 'all times');
  }
}
