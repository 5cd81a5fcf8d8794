import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import type { ClaimAnswer, ClaimQuestion } from '../scenario/claim.ts';
import { claims, type Claim } from '../scenario/claims.ts';
import { readLink } from '../scenario/link.ts';
import { versioned } from '../scenario/versions.ts';
import { searchFor } from './answer.ts';

const all: readonly Claim[] = claims;
const asked = all.flatMap(({ id, questions }) => questions.map((question) => ({ id, question })));

describe('what the page of claims says of the verifier', () => {
  it.each(asked)('[VX80] is its answer about $id: $question.promise at $question.link', ({ question }) => {
    expect(answerTo(question)).toEqual(question.answer);
  });
});

/** The largest space has some 66,000 states. */
const STATES_MAX = 80_000;

function answerTo({ link, faults, kinds, persons, orders, promise, space, answer }: ClaimQuestion): ClaimAnswer | null {
  const { scenario, problem } = readLink(protocols, versioned(link));
  expect(problem).toBeNull();
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const search = searchFor(protocol, {
    protocol: protocol.id,
    settings: scenario.settings,
    faults,
    mishaps: { kinds: kinds ?? {}, others: 0, persons: persons ?? 0 },
    orders,
    properties: [promise],
    reduction: space,
    statesMax: STATES_MAX,
    stopsEarly: answer.kind !== 'holds',
  });
  while (search.advance(10_000));
  const { findings, complete, states } = search.report();
  const [finding] = findings;
  if (finding === undefined || finding.verdict === 'unknown') return null;
  if (finding.run !== null) {
    return { kind: finding.kind === 'sometimes' ? 'shows' : 'breaks', steps: finding.run.length };
  }
  return complete ? { kind: 'holds', states } : null;
}
