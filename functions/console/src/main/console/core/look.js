/** The looks of screens that are loaded by themselves: what the first screen does not need is not fetched with it. */
const fetched = new Map();

/**
 * Fetches a stylesheet of `look/`, once.
 * @param {string} name without its ending
 * @returns {Promise<void>} when it applies; a look that cannot be had keeps no screen away
 */
export function look(name) {
  if (!fetched.has(name)) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(`../look/${name}.css`, import.meta.url).href;
    fetched.set(name, new Promise((done) => {
      link.onload = link.onerror = () => done();
      document.head.append(link);
    }));
  }
  return fetched.get(name);
}
