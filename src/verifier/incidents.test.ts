import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import type { Proof } from '../scenario/incident.ts';
import { incidents, type Incident } from '../scenario/incidents.ts';
import { readLink } from '../scenario/link.ts';
import { searchFor } from './answer.ts';
import type { Report } from './question.ts';

const all: readonly Incident[] = incidents;
const proofs = all.flatMap(({ id, mend }) => (mend.kind === 'impossible' ? [{ id, proof: mend.proof }] : []));

describe('what the page of incidents calls impossible', () => {
  it.each(proofs)('[VX73] is so for $id in every state within the bound', ({ proof }) => {
    const { states, complete, findings } = exploration(proof);
    expect({ states, complete }).toEqual({ states: proof.states, complete: true });
    expect(findings.find(({ id }) => id === proof.promise)?.verdict).toBe('holds');
  });
});

const explored = new Map<string, Report>();

/** Each space is explored once, for all promises. */
function exploration({ link, faults }: Proof): Report {
  const key = JSON.stringify([link, faults]);
  const known = explored.get(key);
  if (known !== undefined) return known;
  const { scenario, problem } = readLink(protocols, `v2/${link}`);
  expect(problem).toBeNull();
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const { settings } = scenario;
  const bound = { faults, orders: 1, properties: [], statesMax: 20_000, stopsEarly: false };
  const search = searchFor(protocol, { protocol: protocol.id, settings, reduction: 'none', ...bound });
  while (search.advance(10_000));
  const report = search.report();
  explored.set(key, report);
  return report;
}
