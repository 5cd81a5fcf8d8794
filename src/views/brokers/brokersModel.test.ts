import { describe, expect, it } from 'vitest';
import { enBrokers } from '../../i18n/en/brokers.ts';
import { zhBrokers } from '../../i18n/zh/brokers.ts';
import { protocols } from '../../protocols/registry.ts';
import { readLink } from '../../scenario/link.ts';
import { engineFor } from '../../scenario/engines.ts';
import { replay, lastFrame } from '../../engine/timeline.ts';
import { brokers, claims, gaps, linkOf, SOURCES } from './brokersModel.ts';

describe('which broker offers what', () => {
  it('[V40] names every broker, claim and gap once, and every source that is kept', () => {
    for (const list of [brokers, claims, gaps]) {
      const ids = list.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const used = [...brokers, ...claims, ...gaps].flatMap(({ sources }) => [...sources]);
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(SOURCES).toSorted());
    expect(new Set(Object.values(SOURCES)).size).toBe(Object.keys(SOURCES).length);
    expect(Object.values(SOURCES).filter((url) => !URL.canParse(url) || !url.startsWith('https://'))).toEqual([]);
  });

  it('[V40] gives every broker a source', () => {
    expect(brokers.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it.each(brokers)('[V40] opens a run for $id at its start, and it ends well', (broker) => {
    const { scenario, at, problem } = readLink(protocols, linkOf(broker));
    expect({ problem, at, protocol: scenario.protocol }).toEqual({ problem: null, at: 0, protocol: broker.protocol });
    const protocol = protocols.find(({ id }) => id === broker.protocol);
    const { world } = lastFrame(
      replay(engineFor(protocol ?? protocols[0], scenario.settings), scenario.steps).timeline,
    );
    const verdicts = protocol?.ledger(world).map(({ verdict }) => verdict) ?? [];
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter((verdict) => verdict !== 'consistent' && verdict !== 'late')).toEqual([]);
  });

  it('[V40] calls a half message only what has all three', () => {
    const whole = brokers.filter(({ marks }) => Object.values(marks).every((mark) => mark === 'yes'));
    expect(whole.map(({ id, protocol }) => [id, protocol])).toEqual(
      ['rocketmq', 'rocketmq-cloud', 'dtm'].map((id) => [id, 'half-message']),
    );
    expect(brokers.filter(({ protocol }) => protocol === 'half-message').length).toBe(whole.length);
  });

  it('[V40] has no text that nothing shows', () => {
    const ids = [...[...brokers, ...claims, ...gaps].map(({ id }) => id), ...Object.keys(SOURCES)];
    const told = Object.keys(zhBrokers).filter((key) => /^(?:broker|claim|gap|source)-/.test(key));
    const unknown = told.filter((key) => !ids.some((id) => key.includes(`-${id}`)));
    expect(unknown).toEqual([]);
    expect(Object.keys(enBrokers)).toEqual(Object.keys(zhBrokers));
  });
});
