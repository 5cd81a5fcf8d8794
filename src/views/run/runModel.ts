/** A run that is played on a page beside the explorer: read from its link, told step by step. */
import { replay, type Frame, type Timeline } from '../../engine/timeline.ts';
import { narrate } from '../../i18n/narrate.ts';
import type { Lang } from '../../i18n/languages.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { engineFor } from '../../scenario/engines.ts';
import { readLink, writeLink } from '../../scenario/link.ts';
import { versioned } from '../../scenario/versions.ts';
import { ledgerRows, type LedgerRow } from '../ledger/ledgerModel.ts';

export interface PlayedRun {
  readonly protocol: Protocol;
  readonly timeline: Timeline;
  readonly timesMs: readonly number[];
  /** Opens it in the explorer at its start, from `#` on. */
  readonly href: string;
}

type Protocols = readonly [Protocol, ...Protocol[]];

/** `link` from behind `v2/` on; it replays, or a test has failed. */
export function playedRun(protocols: Protocols, link: string): PlayedRun {
  const { scenario } = readLink(protocols, versioned(link));
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
  return {
    protocol,
    timeline,
    timesMs: timeline.frames.map(({ timeMs }) => timeMs),
    href: `#${writeLink(protocol, timeline, 0).link}`,
  };
}

export interface RunNow {
  readonly frame: Frame;
  readonly previous: Frame | null;
  readonly headline: string;
  readonly rows: readonly LedgerRow[];
}

export function runNow({ protocol, timeline }: PlayedRun, position: number, lang: Lang): RunNow {
  const { frames, engine } = timeline;
  const frame = frames[position] ?? frames[0];
  return {
    frame,
    previous: frames[position - 1] ?? null,
    headline: narrate(lang, protocol, frame).headline,
    rows: ledgerRows(protocol.ledger(frame.world, engine.model.settings)),
  };
}
