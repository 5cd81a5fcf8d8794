/**
 * Renews the fixtures of today's link format (`src/scenario/fixtures/v2.txt`, `compare-v2.txt`): gives every golden link the
 * checksum of today's model and adds older links as they are written today, and those of scenarios and incidents that are new.
 * The ledger that a link was shipped with stays. Run it only when what is seen was changed on purpose, and say why in the commit.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { replay } from '../src/engine/timeline.ts';
import { protocols } from '../src/protocols/registry.ts';
import { readComparison, writeComparison } from '../src/scenario/compareLink.ts';
import { sideRun } from '../src/scenario/comparison.ts';
import { engineFor } from '../src/scenario/engines.ts';
import { runsOfClaims } from '../src/scenario/claim.ts';
import { claims } from '../src/scenario/claims.ts';
import { endings } from '../src/scenario/incident.ts';
import { incidents } from '../src/scenario/incidents.ts';
import { libraryOf } from '../src/scenario/library.ts';
import { readLink, writeScenario } from '../src/scenario/link.ts';
import {
  fixtureFile,
  ledgerAtEnd,
  shippedAddresses,
  type FixtureId,
  type ShippedAddress,
} from '../src/scenario/shipped.testing.ts';
import { versioned } from '../src/scenario/versions.ts';

const HEADS = {
  v2: '# Links of format v2, each with the ledger that its run ended in when the link was shipped.',
  'compare-v2': '# Addresses of comparisons of format v2, each with the ledgers of both sides when it was shipped.',
};

renewAll(
  'v2',
  [
    ...shippedAddresses('v1'),
    ...libraryOf(protocols).map(({ link }) => bare(link)),
    ...endings(incidents).map(({ link }) => bare(versioned(link))),
    ...runsOfClaims(claims).map(({ link }) => bare(versioned(link))),
  ],
  renewedRun,
);
renewAll('compare-v2', shippedAddresses('compare-v1'), renewedComparison);

type Renew = (shipped: ShippedAddress) => ShippedAddress;

function renewAll(id: 'v2' | 'compare-v2', older: readonly ShippedAddress[], renew: Renew): void {
  const before = existing(id);
  const all = new Map<string, string>();
  for (const { address, ends } of [...before, ...older].map(renew)) {
    if (!all.has(address)) all.set(address, ends.join(' '));
  }
  const lines = [...all].map(([address, ends]) => `${address} ${ends}`);
  const head = `${HEADS[id]}\n# Never delete one: each of them must open for ever, and end so.`;
  writeFileSync(fixtureFile(id), `${[head, ...lines].join('\n')}\n`);
  const known = new Set(before.map(({ address }) => address));
  console.log(`${id}: ${all.size} addresses, ${[...all.keys()].filter((address) => !known.has(address)).length} new`);
}

function existing(id: FixtureId): readonly ShippedAddress[] {
  return existsSync(fixtureFile(id)) ? shippedAddresses(id) : [];
}

function bare(address: string): ShippedAddress {
  return { address, ends: [] };
}

function renewedRun({ address, ends }: ShippedAddress): ShippedAddress {
  const { scenario, at, problem } = readLink(protocols, address);
  if (problem !== null && problem.kind !== 'checksum-differs') throw unreadable(address, problem);
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
  return {
    address: writeScenario(protocol, scenario, at),
    ends: ends.length > 0 ? ends : [ledgerAtEnd(protocol, timeline)],
  };
}

function renewedComparison({ address, ends }: ShippedAddress): ShippedAddress {
  const { comparison, problem } = readComparison(protocols, address);
  if (problem !== null) throw unreadable(address, problem);
  const { a, b, fault } = comparison;
  const now = [a, b].map((side) => ledgerAtEnd(side.protocol, sideRun(side, fault).timeline));
  return { address: writeComparison(comparison), ends: ends.length > 0 ? ends : now };
}

function unreadable(address: string, problem: object): Error {
  return new Error(`Expected ${address} to open; got ${JSON.stringify(problem)}.`);
}
