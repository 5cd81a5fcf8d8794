import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { langOf, openingOf, readQuery } from '../player/opening.ts';
import { rehearse } from '../player/rehearse.ts';
import { loadPreferences } from '../player/storage.ts';
import { loadForLink } from '../views/frame/arriving.ts';
import { Shell } from '../views/frame/Shell.tsx';
import { App } from './App.tsx';

const query = readQuery(window.location.search);
const visit = {
  query,
  hash: window.location.hash,
  preferences: loadPreferences(),
  languages: navigator.languages,
};

const protocols = await loadForLink(langOf(visit), visit.hash);
// What it throws is thrown again where the run is opened, inside the net.
await rehearse(protocols[0]).catch(() => undefined);
const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id root.');
const page = (
  <StrictMode>
    <Shell opening={() => openingOf(protocols, visit)} lang={langOf(visit)}>
      <App />
    </Shell>
  </StrictMode>
);
// In slices: a slow phone stays responsive meanwhile.
startTransition(() => createRoot(root).render(page));
