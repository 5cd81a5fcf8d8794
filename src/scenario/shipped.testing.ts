/** Addresses that were shipped (`fixtures/`), with what each of them opens: a line is an address and what follows it, in words. */
import { readFileSync } from 'node:fs';
import type { Timeline } from '../engine/timeline.ts';
import { lastFrame } from '../engine/timeline.ts';
import type { Protocol } from '../protocols/protocol.ts';

export type FixtureId = `${'' | 'compare-' | 'pages-'}v${1 | 2}`;

export interface ShippedAddress {
  readonly address: string;
  /** The ledger that a run ended in, those of both sides of a comparison, or the id of a page. */
  readonly ends: readonly string[];
}

export function fixtureFile(id: FixtureId): URL {
  return new URL(`fixtures/${id}.txt`, import.meta.url);
}

export function shippedAddresses(id: FixtureId): readonly ShippedAddress[] {
  const lines = readFileSync(fixtureFile(id), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [address = '', ...ends] = line.split(' ');
      return { address, ends };
    });
}

/** A link that ended otherwise on the last day of format v1, because the model was wrong then. */
export interface CorrectedLink {
  readonly link: string;
  /** The rule that was mended. */
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

/**
 * All that 6,000 random runs of that day's model found to be different: of these, 14 went on after a refused send that a client
 * with `send-retry` on really sends again. None of the addresses that were shipped ends otherwise.
 */
export const corrected: readonly CorrectedLink[] = [
  {
    link: 'v1/half-message?set=send-retry~on&do=reject.order.half.ok',
    rule: 'HM-19',
    before: 'o1=none.0.consistent',
    after: 'o1=none.0.pending',
  },
  {
    link: 'v1/half-message?set=producers~2.send-retry~on&do=reject.order~producer-b.half.ok',
    rule: 'HM-19',
    before: 'o1=none.0.consistent',
    after: 'o1=none.0.pending',
  },
];

/** The ledger at the end of a run: `o1=committed.1.late` and so on, or `-` where there is no order. */
export function ledgerAtEnd(protocol: Protocol, timeline: Timeline): string {
  const lines = protocol.ledger(lastFrame(timeline).world, timeline.engine.model.settings);
  const texts = lines.map(({ order, state, points, verdict }) => `${order}=${state}.${points}.${verdict}`);
  return texts.length === 0 ? '-' : texts.join(',');
}
