'use strict';
// Makes elements. Names and words only ever become text, never markup.

/** The element with that id, which the page has. @param {string} id @returns {any} */
function byId(id) {
  return document.getElementById(id);
}

/**
 * An element with attributes, listeners (`onclick`) and children; nothing is added for null.
 * @param {string} tag @param {Record<string, any>} attributes @param {...(Node|string|null)} children
 * @returns {HTMLElement}
 */
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A link to a source, where its address is one that may be followed. @param {?string} url @param {string} words */
function sourceLink(url, words) {
  if (!url || !/^https?:\/\//.test(url)) return el('span', {}, words);
  return el('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, words);
}

/** Tells readers who do not see the page what has changed. @param {string} words */
function announce(words) {
  byId('told').textContent = words;
}

/** "1 claim", "3 claims". @param {number} count @param {string} one */
const counted = (count, one) => `${count} ${one}${count === 1 ? '' : 's'}`;
