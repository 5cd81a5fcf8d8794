import { useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { titleOf, type ExportedRun } from '../../exports/exported.ts';
import { stageSvg } from '../../exports/svg.ts';
import { ordersOf, sentencesOf } from '../../exports/told.ts';
import { useExplorerText } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { linkOf, protocolOf, timelineOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import css from './PrintSheet.css?inline';

interface Printed {
  readonly run: ExportedRun;
  readonly address: string;
}

/** What is printed of a run: its picture, the steps so far, the ledger and the link. Made when the browser begins to print. */
export function PrintSheet() {
  // Loaded before anybody prints: then there is no time to wait.
  useTopic('exports');
  const printed = usePrinted();
  return printed === null ? null : <Paper {...printed} />;
}

/** What is being printed; null at any other time. An outside store is drawn before the browser goes on, other state is not. */
function usePrinted(): Printed | null {
  const store = usePlayerStore();
  const [held] = useState<{ now: Printed | null }>(() => ({ now: null }));
  const subscribe = useCallback(
    (changed: () => void) => {
      const listening = new AbortController();
      const becomes = (next: () => Printed | null) => (): void => {
        held.now = next();
        changed();
      };
      const { signal } = listening;
      window.addEventListener(
        'beforeprint',
        becomes(() => printedOf(store.getState())),
        { signal },
      );
      window.addEventListener(
        'afterprint',
        becomes(() => null),
        { signal },
      );
      return () => listening.abort();
    },
    [store, held],
  );
  return useSyncExternalStore(subscribe, () => held.now);
}

/** Null for a page beside the explorer: that is printed as it is. */
function printedOf(state: Session): Printed | null {
  if (state.page !== null) return null;
  const { cursor: at, lang, zoom } = state;
  const address = new URL(`#${linkOf(state)}`, window.location.href).href;
  return { run: { protocol: protocolOf(state), timeline: timelineOf(state), at, lang, zoom }, address };
}

function Paper({ run, address }: Printed) {
  const text = useExplorerText();
  const about = useTopic('exports');
  const orders = ordersOf(run);
  return (
    <article className="print-sheet">
      <Sheet name="print" css={css} />
      <h1>{titleOf(run)}</h1>
      <Picture run={run} />
      <ol>
        {sentencesOf(run).map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ol>
      <h2>{text('ledger-title')}</h2>
      {orders.length === 0 ? (
        <p>{text('ledger-empty')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{about('export-column-order')}</th>
              <th>{about('export-column-database')}</th>
              <th>{about('export-column-points')}</th>
              <th>{about('export-column-verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {orders.map(({ number, stateText, points, verdictText }) => (
              <tr key={number}>
                <td>{number}</td>
                <td>{stateText}</td>
                <td>{points}</td>
                <td>{verdictText}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a href={address}>{address}</a>
      </p>
    </article>
  );
}

/** Paper is light, whatever the screen is. */
function Picture({ run }: { readonly run: ExportedRun }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(
      new DOMParser().parseFromString(stageSvg(run, 'light'), 'image/svg+xml').documentElement,
    );
  }, [run]);
  return <div ref={place} className="print-picture" />;
}
