/** Addresses of screens: what stands behind the `#`, so that links and Back work wherever the console is stored. */

/** @typedef {{hash: string, path: string[], query: URLSearchParams}} Route */

let back = performance.getEntriesByType('navigation')[0]?.type === 'reload';
globalThis.navigation?.addEventListener('navigate', (event) => {
  back = event.navigationType === 'traverse' || event.navigationType === 'reload';
});

/** @returns {boolean} whether this address was reached by Back, Forward or a reload */
export const cameBack = () => back;

/** @returns {Route} the address as it is now */
export function here() {
  return parse(location.hash);
}

/**
 * @param {string} hash
 * @returns {Route}
 */
export function parse(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  return { hash, path: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

/**
 * @param {string[]} path
 * @param {URLSearchParams|object} [query]
 * @returns {string} a link
 */
export function link(path, query = {}) {
  const text = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

/**
 * Goes to another screen, or changes this one's address.
 * @param {string} hash
 * @param {{replace?: boolean}} [how] replace: Back does not lead to where one was
 */
export function go(hash, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = hash;
  }
}

/**
 * Remembers where one stood on a screen: how far it was scrolled, which row had the focus, how many rows there were.
 * @param {string} hash
 * @param {{scroll: number, row: ?string, rows: number}} place
 */
export function leave(hash, place) {
  sessionStorage.setItem(`leadmap.place.${hash}`, JSON.stringify(place));
}

/**
 * @param {string} hash
 * @returns {?{scroll: number, row: ?string, rows: number}}
 */
export function placeOn(hash) {
  return JSON.parse(sessionStorage.getItem(`leadmap.place.${hash}`) ?? 'null');
}
