/**
 * The API as the console speaks it: the token in the header, one key for a command however often it is sent, and patience
 * while the other side is away (console.md, section 6, "Errors" and "Unknown outcome").
 */

/** @typedef {{status: number, body: any, etag: ?string, requestId: ?string}} Answer */

/** Seconds before the first, second, ... repetition. */
const PAUSES = [1, 2, 4, 8, 15, 30];

const bridge = { token: () => null, renew: async () => false, trouble: () => {}, keep: () => {}, drop: () => {} };

/**
 * Says where tokens come from, who is told of trouble, and where commands wait until they are answered.
 * @param {{token?: Function, renew?: Function, trouble?: Function, keep?: Function, drop?: Function}} parts
 */
export function connect(parts) {
  Object.assign(bridge, parts);
}

/** @returns {string} a key under which a command is done once */
export function newKey() {
  return crypto.randomUUID();
}

/**
 * Reads. An answer of status 0 means that nobody answered.
 * @param {string} path with its query
 * @param {{etag?: ?string, accept?: string}} [options]
 * @returns {Promise<Answer>}
 */
export async function read(path, { etag, accept } = {}) {
  return signedIn(() => once('GET', path, undefined, { 'If-None-Match': etag, Accept: accept }));
}

/**
 * Asks something that changes nothing though it is a POST: a dry run, a preview.
 * @param {string} path
 * @param {object} body
 * @returns {Promise<Answer>}
 */
export async function consult(path, body) {
  return signedIn(() => once('POST', path, body, {}));
}

/**
 * Sends a command until it is answered, always under the same key.
 * @param {{method: string, path: string, body?: object, etag?: ?string, key?: string, about: string}} command `about` is
 *   what the person calls it
 * @returns {Promise<Answer>}
 */
export async function send(command) {
  const kept = { key: newKey(), ...command };
  bridge.keep(kept);
  const headers = { 'If-Match': kept.etag, 'Idempotency-Key': kept.key };
  for (let tried = 0; ; tried++) {
    const answer = await signedIn(() => once(kept.method, kept.path, kept.body, headers));
    if (settled(answer)) {
      bridge.drop(kept);
      bridge.trouble(null, kept);
      return answer;
    }
    await pause(kept, answer, tried);
  }
}

/** @param {Answer} answer */
function settled(answer) {
  return answer.status !== 0 && answer.status !== 429 && answer.status !== 408 && answer.status < 500;
}

async function signedIn(call) {
  for (;;) {
    const used = bridge.token();
    const answer = await call();
    if (answer.status !== 401) {
      return answer;
    }
    if (bridge.token() === used && !(await bridge.renew())) {
      return answer;
    }
  }
}

/** Waits for the clock, for the network or for the person, whichever comes first. */
function pause(command, answer, tried) {
  return new Promise((resolve) => {
    const seconds = Math.max(Number(answer.retryAfter) || 0, PAUSES[Math.min(tried, PAUSES.length - 1)]);
    let left = seconds;
    const end = () => {
      clearInterval(ticking);
      removeEventListener('online', end);
      resolve();
    };
    const tell = () =>
      bridge.trouble({ about: command.about, left, offline: !navigator.onLine, requestId: answer.requestId, retry: end }, command);
    const ticking = setInterval(() => {
      left -= 1;
      if (left <= 0) {
        end();
      } else {
        tell();
      }
    }, 1000);
    addEventListener('online', end);
    tell();
  });
}

async function once(method, path, body, extra) {
  const headers = { Accept: 'application/json' };
  const token = bridge.token();
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  for (const [name, value] of Object.entries(extra)) {
    if (value) {
      headers[name] = value;
    }
  }
  try {
    const response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), cache: 'no-store' });
    const json = /json/.test(response.headers.get('Content-Type') ?? '');
    const read = response.status === 304 || response.status === 204 ? null : await (json ? response.json() : response.text());
    return {
      status: response.status,
      body: read,
      etag: response.headers.get('ETag'),
      retryAfter: response.headers.get('Retry-After'),
      requestId: read?.requestId ?? response.headers.get('apigw-requestid'),
    };
  } catch {
    return { status: 0, body: null, etag: null, requestId: null };
  }
}
