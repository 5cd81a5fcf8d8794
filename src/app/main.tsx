import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadShelf } from '../i18n/shelves.ts';
import { langOf, openingOf, readQuery, zoomOf } from '../player/opening.ts';
import { rehearse } from '../player/rehearse.ts';
import { loadPreferences } from '../player/storage.ts';
import { loadForLink, pageOf } from '../views/frame/arriving.ts';
import { firstLook } from '../views/frame/firstLook.ts';
import { hashNow, pageLang } from '../views/frame/staticPage.ts';
import { Shell } from '../views/frame/Shell.tsx';
import { PANELS } from '../views/panels.ts';
import { App } from './App.tsx';

const asAsked = readQuery(
  window.location.search,
  PANELS.map(({ id }) => id),
);
const query = { ...asAsked, lang: asAsked.lang ?? pageLang() };
const hash = hashNow();
const asked = { query, preferences: loadPreferences(), languages: navigator.languages };

const lang = langOf(asked);
const [protocols] = await Promise.all([loadForLink(lang, hash, zoomOf(asked)), loadShelf(lang, 'explorer')]);
const visit = { ...asked, hash, page: await pageOf(protocols, hash) };
// What it throws is thrown again where the run is opened, inside the net.
await rehearse(protocols, hash).catch(() => undefined);
const kept = isReload() ? await import('../player/kept.ts') : null;
const opening = await firstLook(() => {
  const start = openingOf(protocols, visit);
  return { ...start, branches: kept?.loadKept({ protocols, ...start.scenario }) ?? [] };
});
const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id root.');
const page = (
  <StrictMode>
    <Shell opening={opening} lang={lang}>
      <App />
    </Shell>
  </StrictMode>
);
// In slices: a slow phone stays responsive meanwhile.
startTransition(() => createRoot(root).render(page));

/** What was kept in this tab is asked for only then. */
function isReload(): boolean {
  return performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type !== 'navigate');
}
