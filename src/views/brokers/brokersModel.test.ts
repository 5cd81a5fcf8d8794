import { describe, expect, it } from 'vitest';
import { texts as enBrokers } from '../../i18n/en/brokers.ts';
import { texts as zhBrokers } from '../../i18n/zh/brokers.ts';
import { protocols } from '../../protocols/registry.ts';
import { readLink } from '../../scenario/link.ts';
import { engineFor } from '../../scenario/engines.ts';
import { replay, lastFrame } from '../../engine/timeline.ts';
import { brokers, claims, CRITERIA, gaps, linkOf, SOURCES } from './brokersModel.ts';

describe('which broker offers what', () => {
  it('[VW40] names every broker, claim and gap once, and every source that is kept', () => {
    for (const list of [brokers, claims, gaps]) {
      const ids = list.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const used = [...brokers, ...claims, ...gaps].flatMap(({ sources }) => [...sources]);
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(SOURCES).toSorted());
    expect(new Set(Object.values(SOURCES)).size).toBe(Object.keys(SOURCES).length);
    expect(Object.values(SOURCES).filter((url) => !URL.canParse(url) || !url.startsWith('https://'))).toEqual([]);
  });

  it('[VW40] gives every broker a source', () => {
    expect(brokers.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it('[VW40] says of what no source of its row tells that it is not verified', () => {
    const untold = [
      ...['sqs', 'pubsub', 'nats'].flatMap((id) => CRITERIA.map((column) => `broker-${id}-${column}`)),
      'broker-service-bus-settled',
      'broker-service-bus-asks',
      'broker-activemq-jms-dedup',
      'broker-db-queue-note',
      'broker-ibm-mq-asks',
      'broker-ibm-mq-dedup',
      'broker-qmq-dedup',
      'broker-rocketmq-cloud-dedup',
    ];
    const told = (texts: { readonly [key: string]: string }, words: RegExp): readonly string[] =>
      untold.filter((key) => !words.test(texts[key] ?? ''));
    expect([told(enBrokers, /not verified/i), told(zhBrokers, /未核实/)]).toEqual([[], []]);
  });

  it.each(brokers)('[VW40] opens a run for $id at its start, and it ends well', (broker) => {
    const { scenario, at, problem } = readLink(protocols, linkOf(broker));
    expect({ problem, at, protocol: scenario.protocol }).toEqual({ problem: null, at: 0, protocol: broker.protocol });
    const protocol = protocols.find(({ id }) => id === broker.protocol);
    const { world } = lastFrame(
      replay(engineFor(protocol ?? protocols[0], scenario.settings), scenario.steps).timeline,
    );
    const verdicts = protocol?.ledger(world, scenario.settings).map(({ verdict }) => verdict) ?? [];
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter((verdict) => verdict !== 'consistent' && verdict !== 'late')).toEqual([]);
  });

  it('[VW40] calls a half message only what has all three', () => {
    const whole = brokers.filter(({ marks }) => CRITERIA.every((criterion) => marks[criterion] === 'yes'));
    expect(whole.map(({ id, protocol }) => [id, protocol])).toEqual(
      ['rocketmq', 'rocketmq-cloud', 'dtm'].map((id) => [id, 'half-message']),
    );
    expect(brokers.filter(({ protocol }) => protocol === 'half-message').length).toBe(whole.length);
  });

  it('[VW40] has no text that nothing shows', () => {
    const ids = [...[...brokers, ...claims, ...gaps].map(({ id }) => id), ...Object.keys(SOURCES)];
    const told = Object.keys(zhBrokers).filter((key) => /^(?:broker|claim|gap|source)-/.test(key));
    const unknown = told.filter((key) => !ids.some((id) => key.includes(`-${id}`)));
    expect(unknown).toEqual([]);
    expect(Object.keys(enBrokers)).toEqual(Object.keys(zhBrokers));
  });
});
