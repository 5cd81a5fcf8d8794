import { Suspense, use, useState } from 'react';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { Differences } from '../fidelity/Differences.tsx';
import { FidelityMap } from '../fidelity/FidelityMap.tsx';
import { judgedShipped } from './judged.ts';
import { OwnBroker } from './OwnBroker.tsx';
import { Opened } from './Opened.tsx';
import { OwnName, OwnRecording } from './OwnRecording.tsx';
import type { Own } from './ownRuns.ts';
import './Recordings.css';
import { recordingHref, shippedAs } from './recordingsModel.ts';
import { releases, shipped, type Shipped } from './runs.ts';
import { VerdictChip } from './VerdictChip.tsx';

/** Recorded runs of a real broker: the gallery, and one of them beside the run that explains it. */
export function Recordings({ asked }: { readonly asked: string | null }) {
  useShelves('recordings');
  const [runs, setRuns] = useState<readonly Own[]>([]);
  const [own, setOwn] = useState<Own | null>(null);
  const opened = shippedAs(asked);
  if (opened !== null) return <OpenedShipped key={opened.id} shipped={opened} />;
  if (own !== null) return <OpenedOwn own={own} onClose={() => setOwn(null)} />;
  return <Gallery asked={asked} runs={runs} onRuns={setRuns} onOpen={setOwn} />;
}

interface GalleryProps {
  /** A recording that the address names and that is not there. */
  readonly asked: string | null;
  readonly runs: readonly Own[];
  readonly onRuns: (runs: readonly Own[]) => void;
  readonly onOpen: (own: Own) => void;
}

function Gallery({ asked, runs, onRuns, onOpen }: GalleryProps) {
  const text = useTopic('recordingsPage');
  return (
    <div className="recordings">
      <p className="recordings-intro">{text('recordings-intro')}</p>
      {asked === null ? null : (
        <p role="alert" className="recordings-none">
          {text('recordings-none', { id: asked })}
        </p>
      )}
      <OwnRecording runs={runs} onRuns={onRuns} onOpen={onOpen} />
      <OwnBroker />
      {releases.map(({ release }) => (
        <section key={release} aria-labelledby={`recordings-${release}`}>
          <h3 id={`recordings-${release}`}>{text('recordings-from', { broker: text(`release-${release}`) })}</h3>
          <ul className="recordings-list">
            {shipped
              .filter((one) => one.release === release)
              .map((one) => (
                <Entry key={one.id} shipped={one} />
              ))}
          </ul>
        </section>
      ))}
      <Suspense>
        <Differences />
        <FidelityMap />
      </Suspense>
    </div>
  );
}

function Entry({ shipped: { id, run } }: { readonly shipped: Shipped }) {
  const text = useTopic('recordingsPage');
  return (
    <li>
      <a className="recordings-entry" href={recordingHref(id)}>
        <b>{text(`run-${run}-title`)}</b>
        <Suspense fallback={<VerdictChip judged={null} />}>
          <ShippedVerdict id={id} />
        </Suspense>
        <span>{text(`run-${run}-shows`)}</span>
      </a>
    </li>
  );
}

function ShippedVerdict({ id }: { readonly id: string }) {
  return <VerdictChip judged={use(judgedShipped(id))} />;
}

function OpenedShipped({ shipped: { id, run, release } }: { readonly shipped: Shipped }) {
  const text = useTopic('recordingsPage');
  return (
    <Opened
      title={text(`run-${run}-title`)}
      about={text(`run-${run}-shows`)}
      broker={text(`release-${release}`)}
      judged={use(judgedShipped(id))}
    />
  );
}

function OpenedOwn({ own, onClose }: { readonly own: Own; readonly onClose: () => void }) {
  const { judged } = own;
  const broker = judged.kind === 'judged' ? judged.recording.broker : '';
  return <Opened title={<OwnName own={own} />} about="" broker={broker} judged={judged} onClose={onClose} />;
}
