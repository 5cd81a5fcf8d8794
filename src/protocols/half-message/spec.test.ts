/** SPEC.md against the model: nothing is missing there, and its figures are the model's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listsEverywhere, machineTree } from '../machineConfig.testing.ts';
import { deliveryDelaysMs, delayLevelsMs } from '../shared/delivery.ts';
import { halfMessageModel } from './model.ts';
import { delaysMs } from './vocabulary.ts';
import { words } from './words.ts';

const RULES = 60;
const spec = readFileSync(join(import.meta.dirname, 'SPEC.md'), 'utf8');
const recorded = readFileSync(join(import.meta.dirname, '../../recordings/admit.test.ts'), 'utf8');
const model = halfMessageModel({ producers: '2', flush: 'async' });

/** What the other processes send to each role on a network, and what the engine tells it about them. */
const NETWORK_INPUTS: { readonly [role: string]: readonly string[] } = {
  producer: ['sendResult', 'checkTransactionState', 'connectionLost'],
  'producer-b': ['sendResult', 'checkTransactionState', 'connectionLost'],
  broker: ['halfMessage', 'endTransaction', 'heartbeat', 'connectionLost'],
  'order-database': ['connectionLost'],
  topic: ['consumerOffset', 'sendBack', 'subscribe', 'undelivered', 'connectionLost'],
  consumer: ['message', 'undelivered', 'connectionLost'],
};

describe('the specification of half messages', () => {
  it('[HP3] lists each of its sixty rules as modelled or as not modelled', () => {
    const listed = [...spec.matchAll(/^(?:- \*\*HM-(\d+)\*\*|\| HM-(\d+) \|)/gm)].map((match) =>
      Number(match[1] ?? match[2]),
    );
    expect(listed.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: RULES }, (_, index) => index + 1),
    );
  });

  it('[HP4] names the same rules for a recorded run as its test', () => {
    const inSpec = [...spec.matchAll(/^\| ((?:4\.9\.8|5\.3\.3-tx) [\w-]+) \| ([^|]+) \|$/gm)].map((match) => [
      match[1],
      (match[2] ?? '').trim(),
    ]);
    const inTests = [...recorded.matchAll(/it\('((?:\[HM-\d+\] )+)recorded run: ([^']+)'/g)].map((match) => [
      match[2],
      (match[1] ?? '').trim().replaceAll(/[[\]]/g, '').replaceAll(' ', ', '),
    ]);
    expect(inSpec).toEqual(inTests);
    expect(inSpec).toHaveLength(25);
  });

  it('[HP5] names every role, process, message and delay', () => {
    const named = new Set([...spec.matchAll(/`([\w-]+)`/g)].map((match) => match[1]));
    const names = [
      ...model.processes.map(({ id }) => id),
      ...model.roles.map(({ id }) => id),
      ...model.channels.flatMap(({ calls }) => calls ?? []),
      ...Object.keys(words.messages),
      ...Object.keys(words.delays),
    ];
    expect(names.filter((name) => !named.has(name))).toEqual([]);
  });

  it('[HP6] gives the times of the model', () => {
    const times = new Map(
      [...spec.matchAll(/^\| (`\w+`(?:, `\w+`)*) \| ([\d, to]+) \|/gm)].flatMap((match) => {
        const amounts = (match[2] ?? '').split(/, | to /).map(Number);
        return (match[1] ?? '')
          .split(', ')
          .map((name, index) => [name.replaceAll('`', ''), amounts[index] ?? amounts[0]]);
      }),
    );
    const { transactionCheckInterval5x, transactionOpBatchInterval, ...others } = delaysMs;
    const expected = {
      ...others,
      ...deliveryDelaysMs,
      transactionCheckInterval: transactionCheckInterval5x,
      opWrite: transactionOpBatchInterval,
      retryDelay: delayLevelsMs[2],
    };
    const named = Object.fromEntries(Object.entries(expected).filter(([name]) => Object.hasOwn(words.delays, name)));
    expect(Object.fromEntries(times)).toEqual(named);
  });
});

describe('the roles of half messages', () => {
  it('[HP7] get from networks what the table of their inputs says', () => {
    const receivers = model.channels.flatMap(({ kind, to }) => (kind === 'call' ? [] : [to]));
    const watching = model.roles.flatMap(({ id, watches }) => (watches === undefined ? [] : [id]));
    expect(new Set([...receivers, ...watching])).toEqual(new Set(Object.keys(NETWORK_INPUTS)));
  });

  it('[HP8] list all of it in every state in which a step can end', () => {
    const missing = model.roles.flatMap(({ id, machine }) =>
      (NETWORK_INPUTS[id] ?? [])
        .filter((input) => !listsEverywhere(machineTree(machine), input))
        .map((input) => `${id}: ${input}`),
    );
    expect(missing).toEqual([]);
  });
});
