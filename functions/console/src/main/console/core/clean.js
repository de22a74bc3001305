/** Stored HTML as nodes: what the library lets through, and nothing that runs, loads or is styled. */
import DOMPurify from '../vendor/purify.js';

const ALLOWED = { ALLOWED_TAGS: ['p', 'br', 'strong', 'b', 'em', 'i', 'u', 'ul', 'ol', 'li', 'a', 'div', 'span', 'h1', 'h2', 'h3', 'hr'], ALLOWED_ATTR: ['href'], ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i, RETURN_DOM_FRAGMENT: true };

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A') {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer');
  }
});

/**
 * @param {string} html as the API stores it
 * @returns {Node} to be shown as it is
 */
export function clean(html) {
  const box = document.createElement('div');
  box.className = 'letter';
  box.append(DOMPurify.sanitize(html, ALLOWED));
  return box;
}

/**
 * @param {string} html
 * @returns {string} its text, a line per paragraph
 */
export function textOf(html) {
  const box = DOMPurify.sanitize(html.replaceAll(/<br\s*\/?>/gi, '\n').replaceAll(/<\/(p|li|div)>/gi, '\n\n</$1>'), { ...ALLOWED, ALLOWED_ATTR: [] });
  return box.textContent.trim();
}

/**
 * @param {string} text as it is typed: an empty line begins a paragraph
 * @returns {string} the HTML that the API takes
 */
export function htmlOf(text) {
  const safe = (line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return text.trim().split(/\n\s*\n/).map((part) => `<p>${part.split('\n').map(safe).join('<br>')}</p>`).join('');
}
