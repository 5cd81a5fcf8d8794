import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { langOf, openingOf, readQuery } from '../player/opening.ts';
import { loadForLink } from '../views/frame/arriving.ts';
import { Shell } from '../views/frame/Shell.tsx';
import { Embed } from './Embed.tsx';

const query = readQuery(window.location.search);
/** An embed remembers nothing and asks for nothing that was remembered: the address alone decides. */
const visit = {
  query,
  hash: window.location.hash,
  preferences: {},
  languages: navigator.languages,
};

const protocols = await loadForLink(langOf(visit), visit.hash);
const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id root.');
const page = (
  <StrictMode>
    <Shell opening={() => openingOf(protocols, visit)} lang={langOf(visit)}>
      <Embed />
    </Shell>
  </StrictMode>
);
// In slices: a slow phone stays responsive meanwhile.
startTransition(() => createRoot(root).render(page));
