import { useState } from 'react';
import type { ExportedRun } from '../../exports/exported.ts';
import { useShelvesIn, useTopic } from '../../i18n/useTopic.ts';
import { protocolShelves, restOf } from '../../i18n/shelves.ts';
import { useLang, useExplorerText } from '../../i18n/useText.ts';
import { protocolOf, timelineOf, writtenLinkOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { rootOfSite } from '../frame/staticPage.ts';
import { useRest } from '../frame/useRest.ts';
import { wholeSession } from '../wholeSession.ts';
import { Give } from './Give.tsx';
import { Preview } from './Preview.tsx';
import { compareLinkOf, HEIGHTS, siteOf, type Showing } from './shareModel.ts';
import './SharePanel.css';
import { ShowingFields } from './ShowingFields.tsx';
import { WAYS, type Taken, type Way } from './takeAway.ts';

/** How to take the run along: what is chosen here is what is copied, and it is shown before it is. */
export function SharePanel({ title }: { readonly title: string }) {
  useRest();
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const page = useExplorerText();
  const text = useTopic('share');
  const [way, setWay] = useState<Way>('link');
  const [chosen, setChosen] = useState<Partial<Showing>>({});
  const protocol = protocolOf(session);
  const timeline = timelineOf(session);
  const written = writtenLinkOf(session);
  const showing: Showing = { ...showingOf(way, lang), ...chosen };
  const { zoom } = showing;
  const runLang = showing.lang ?? lang;
  useShelvesIn(runLang, 'exports', 'page', 'explorer', protocolShelves(protocol.id)[0], ...restOf(protocol.id));
  const run: ExportedRun = { protocol, timeline, at: session.cursor, lang: runLang, zoom };
  const site = siteOf(window.location.href, rootOfSite());
  const taken: Taken = { run, site, link: written.link, title, showing };
  const isCut = written.steps < session.steps.length;
  return (
    <section className="share">
      <h2 className="panel-title">{page('share-title')}</h2>
      <p>{text('share-intro')}</p>
      <Segmented
        label={text('share-way')}
        options={WAYS.map((value) => ({ value, label: text(`share-way-${value}`) }))}
        value={way}
        onChange={setWay}
      />
      <Give way={way} taken={taken} />
      {isCut ? <p className="share-cut">{text('share-cut', { steps: written.steps })}</p> : null}
      <ShowingFields way={way} showing={showing} onChange={(more) => setChosen({ ...chosen, ...more })} />
      <Preview way={way} taken={taken} />
      <p>
        <a href={`#${compareLinkOf(session)}`}>{text('share-compare')}</a>
      </p>
    </section>
  );
}

/** A link leaves to its reader what it can; what stands in a document speaks the language of its author. */
function showingOf(way: Way, lang: Showing['lang']): Showing {
  return {
    lang: way === 'link' ? null : lang,
    theme: 'auto',
    zoom: 'concept',
    view: null,
    title: '',
    height: HEIGHTS[1],
  };
}
