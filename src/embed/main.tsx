import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { langOf, openingOf, readQuery, zoomOf } from '../player/opening.ts';
import { pageIn } from '../scenario/pages.ts';
import { loadForLink } from '../views/frame/arriving.ts';
import { hashNow, pageLang } from '../views/frame/staticPage.ts';
import { Shell } from '../views/frame/Shell.tsx';
import { Embed } from './Embed.tsx';

const asAsked = readQuery(window.location.search);
const query = { ...asAsked, lang: asAsked.lang ?? pageLang() };
const hash = hashNow();
/** An embed remembers nothing and asks for nothing that was remembered: the address alone decides. */
const visit = {
  query,
  // A page is told by a sentence, over the undisturbed run.
  hash: pageIn(hash) === null ? hash : '',
  page: null,
  preferences: {},
  languages: navigator.languages,
};

const protocols = await loadForLink(langOf(visit), visit.hash, zoomOf(visit));
const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id root.');
const page = (
  <StrictMode>
    <Shell opening={() => openingOf(protocols, visit)} lang={langOf(visit)}>
      <Embed title={query.title} asks={query.ask === '1'} />
    </Shell>
  </StrictMode>
);
// In slices: a slow phone stays responsive meanwhile.
startTransition(() => createRoot(root).render(page));
