/**
 * The service worker: after a first visit the page works without a network. It is registered once a reader is there
 * (`keep.ts`), never by an embed. The build makes it `sw.js` and writes what belongs to its version into it
 * (`scripts/offline.ts`).
 */

/** Paths from the root of the site: the page itself, the icon, and every script and style of the build. */
declare const HALFWAY_FILES: readonly string[];
/** Differs whenever one of these does. */
declare const HALFWAY_VERSION: string;

/** What a browser offers to a service worker, as far as it is used here: the types of the page do not have it. */
interface Lasting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface Fetching extends Lasting {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

declare const self: {
  readonly addEventListener: {
    (type: 'install' | 'activate', listener: (event: Lasting) => void): void;
    (type: 'fetch', listener: (event: Fetching) => void): void;
    (type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly registration: { readonly scope: string };
  readonly skipWaiting: () => Promise<void>;
};

const { scope } = self.registration;
/** Several sites may share an origin; `keep.ts` reads these names. */
const ours = `halfway ${scope} `;
const name = ours + HALFWAY_VERSION;
const assets = new URL('assets/', scope).href;
const icon = new URL('favicon.svg', scope).href;
/** Keys of a cache do not depend on how one asks for them. */
const alike = { ignoreVary: true };

self.addEventListener('install', (event) => event.waitUntil(bringAll()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOld().then(() => self.clients.claim())));
// A new version waits until a reader wants it.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(scope)) return;
  if (mode === 'navigate') event.respondWith(visited(event.request));
  else if (url.startsWith(assets) || url === icon) event.respondWith(kept(event.request));
});

/** One after the other, so that nothing else waits; names in `assets` change with their content, so what is known stays. */
async function bringAll(): Promise<void> {
  const cache = await caches.open(name);
  for (const file of HALFWAY_FILES) {
    const url = new URL(file, scope).href;
    const isFixed = url.startsWith(assets);
    const known = isFixed ? await caches.match(url, alike) : undefined;
    const answer = known ?? (await fetch(url, { cache: isFixed ? 'default' : 'no-cache' }));
    if (!answer.ok) throw new Error(`Expected ${url} to be there, and got ${answer.status}.`);
    await cache.put(url, answer);
  }
}

/** The version before stays: tabs that are open may still ask for its files. */
async function forgetOld(): Promise<void> {
  const names = (await caches.keys()).filter((other) => other.startsWith(ours) && other !== name);
  await Promise.all(names.slice(0, -1).map((other) => caches.delete(other)));
}

/** Pages come from the network, so that a visit sees the newest; without one, as they were last. */
async function visited(request: Request): Promise<Response> {
  const page = new URL(request.url);
  page.search = '';
  page.hash = '';
  const isRoot = page.href === scope || page.href === `${scope}index.html`;
  try {
    const fresh = await fetch(request);
    // The page at the root belongs to the files of its version.
    if (!isRoot && !fresh.redirected) await keep(page.href, fresh);
    return fresh;
  } catch {
    const cache = await caches.open(name);
    return (await cache.match(isRoot ? scope : page.href, alike)) ?? Response.redirect(scope);
  }
}

async function kept(request: Request): Promise<Response> {
  const known = await caches.match(request, alike);
  if (known !== undefined) return known;
  const fresh = await fetch(request);
  await keep(request.url, fresh);
  return fresh;
}

/** Where there is no room left, nothing more is kept. */
async function keep(url: string, answer: Response): Promise<void> {
  if (!answer.ok) return;
  try {
    const copy = answer.clone();
    await (await caches.open(name)).put(url, copy);
  } catch {
    // What was asked for is there all the same.
  }
}
