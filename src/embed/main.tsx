import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadLanguage } from '../i18n/load.ts';
import { openingOf, readQuery } from '../player/opening.ts';
import { createSession } from '../player/session.ts';
import { protocols } from '../protocols/registry.ts';
import { Shell } from '../views/frame/Shell.tsx';
import { Embed } from './Embed.tsx';

/** An embed remembers nothing and asks for nothing that was remembered: the address alone decides. */
const store = createSession(
  openingOf(protocols, {
    query: readQuery(window.location.search),
    hash: window.location.hash,
    preferences: {},
    languages: navigator.languages,
  }),
);
window.addEventListener('hashchange', () => store.getState().openLink(window.location.hash));

await loadLanguage(store.getState().lang);
const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id root.');
createRoot(root).render(
  <StrictMode>
    <Shell store={store}>
      <Embed />
    </Shell>
  </StrictMode>,
);
