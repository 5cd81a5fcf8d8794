import { describe, expect, it } from 'vitest';
import { lastFrame, replay } from '../engine/timeline.ts';
import { protocols } from '../protocols/registry.ts';
import { claimTopics, runsOfClaims, standings } from './claim.ts';
import { claims, type Claim } from './claims.ts';
import { engineFor } from './engines.ts';
import { worstVerdict } from './faultRun.ts';
import { readLink, writeScenario } from './link.ts';
import { shippedAddresses } from './shipped.testing.ts';
import { versioned } from './versions.ts';

const all: readonly Claim[] = claims;
const golden = shippedAddresses('v2').map(({ address }) => address);

describe('claims on trial', () => {
  it('[L75] are at least 28, stand once each in the order of their topics, and not all of them are false', () => {
    expect(all.length).toBeGreaterThanOrEqual(28);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const topics = all.map(({ topic }) => claimTopics.indexOf(topic));
    expect(topics).toEqual([...topics].sort((one, other) => one - other));
    expect(new Set(all.map(({ standing }) => standing)).size).toBe(standings.length);
  });

  it('[L76] are each decided by a run, by the verifier or by the load lab, and say so where one has no say', () => {
    const wrong = all.filter(({ runs, questions, undecidable, load }) => {
      const isRun = runs.length > 0 || load !== undefined;
      const isAsked = questions.length > 0 === (undecidable === undefined);
      return !isRun || !isAsked || (load !== undefined) !== (undecidable === 'load');
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it.each(runsOfClaims(all))('[L77] end $link as they say, with a golden link', ({ link, verdict }) => {
    const { scenario, problem } = readLink(protocols, versioned(link));
    const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
    const { world } = lastFrame(replay(engineFor(protocol, scenario.settings), scenario.steps).timeline);
    const verdicts = protocol.ledger(world, scenario.settings).map((line) => line.verdict);
    const canonical = writeScenario(protocol, scenario);
    expect({ problem, verdict: worstVerdict(verdicts) }).toEqual({ problem: null, verdict });
    expect(canonical.replace(/&h=.*$/, '')).toBe(versioned(link));
    expect(golden).toContain(canonical);
    expect(canonical.length).toBeLessThanOrEqual(200);
  });

  it('[L78] name official documents only, at the state in which they were read', () => {
    for (const { url } of all.flatMap(({ sources }) => sources)) {
      expect(url).toMatch(/^https:\/\/github\.com\/apache\/rocketmq(?:-site|-clients)?\/blob\/[0-9a-f]{40}\//);
    }
    expect(all.filter(({ sources }) => sources.length > 0).length).toBeGreaterThan(10);
  });

  it('[L78] rest on code and documents of the products, at the state in which they were read', () => {
    for (const { url } of all.flatMap(({ evidence }) => evidence)) {
      expect(url).toMatch(
        /^https:\/\/github\.com\/(?:apache\/(?:rocketmq(?:-site)?|kafka)|rabbitmq\/rabbitmq-website|dotnetcore\/CAP)\/blob\/[0-9a-f]{40}\//,
      );
    }
    expect(all.filter(({ evidence }) => evidence.length > 0).length).toBeGreaterThan(20);
  });
});
