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

/** The ledger at the end of a run: `o1=committed.1.late` and so on, or `-` where there is no order. */
export function ledgerAtEnd(protocol: Protocol, timeline: Timeline): string {
  const lines = protocol.ledger(lastFrame(timeline).world, timeline.engine.model.settings);
  const texts = lines.map(({ order, state, points, verdict }) => `${order}=${state}.${points}.${verdict}`);
  return texts.length === 0 ? '-' : texts.join(',');
}
