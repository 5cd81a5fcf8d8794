/**
 * A tiny protocol for the tests of every room: a client pings a server, which writes each round into its journal before it
 * answers; an observer listens. It has one channel of every kind, timers, choices, and both kinds of crashes.
 */
import { assign, setup } from 'xstate';
import type { DataObject } from './data.ts';
import type { CrashKind, Message, Model, RoleInput, Settings } from './model.ts';

interface Round extends Message {
  readonly round: number;
}
interface Envelope {
  readonly to: string;
  readonly message: Message;
}

const actions = {
  send: (_: unknown, _params: Envelope): void => {},
  note: (_: unknown, _params: { readonly what: string; readonly round: number }): void => {},
  ignore: (_: unknown, _params: { readonly reason: string }): void => {},
};

interface ClientContext extends DataObject {
  readonly rounds: number;
  readonly attempts: number;
}
type ClientInput = Message & { type: 'serve' | 'pong' | 'confuse' | 'report' | 'undelivered' | 'connectionLost' };

const client = setup({
  types: {
    context: {} as ClientContext & { readonly settings: Settings },
    events: {} as ClientInput,
    input: {} as RoleInput,
  },
  actions,
  delays: { retryDelay: 1_000 },
  guards: {
    mayServe: ({ context }) => context.rounds < Number(context.settings['rounds-max'] ?? '3'),
    mayRetry: ({ context }) => context.attempts < 2,
    isAwaited: ({ context, event }) => 'round' in event && event['round'] === context.rounds,
  },
}).createMachine({
  id: 'client',
  context: ({ input }) => ({ settings: input.settings, rounds: 0, attempts: 0 }),
  on: {
    report: { actions: { type: 'send', params: { to: 'observer', message: { type: 'report' } } } },
    confuse: { actions: { type: 'send', params: { to: 'observer', message: { type: 'stray' } } } },
    undelivered: { actions: { type: 'note', params: ({ context }) => ({ what: 'lost', round: context.rounds }) } },
    connectionLost: {},
    pong: { actions: { type: 'ignore', params: { reason: 'not-waiting' } } },
  },
  initial: 'idle',
  states: {
    idle: {
      on: {
        serve: {
          guard: 'mayServe',
          target: 'waiting',
          actions: [
            assign({ rounds: ({ context }) => context.rounds + 1, attempts: 1 }),
            { type: 'send', params: ({ context }) => ping(context) },
          ],
        },
      },
    },
    waiting: {
      on: {
        serve: {},
        pong: [
          { guard: 'isAwaited', target: 'idle' },
          { actions: { type: 'ignore', params: { reason: 'old-round' } } },
        ],
      },
      after: {
        retryDelay: [
          {
            guard: 'mayRetry',
            target: 'waiting',
            reenter: true,
            actions: [
              assign({ attempts: ({ context }) => context.attempts + 1 }),
              { type: 'send', params: ({ context }) => ping(context) },
            ],
          },
          { target: 'idle' },
        ],
      },
    },
  },
});

function ping({ rounds, attempts }: ClientContext): Envelope {
  return { to: 'server', message: { type: 'ping', round: rounds, isRetry: attempts > 1 } };
}

type ServerInput =
  | (Round & { type: 'ping' | 'appended' })
  | (Message & { type: 'audit' | 'undelivered' | 'connectionLost' });

const server = setup({
  types: { context: {} as { served: number }, events: {} as ServerInput, input: {} as RoleInput },
  actions,
}).createMachine({
  id: 'server',
  context: { served: 0 },
  on: {
    ping: {
      actions: {
        type: 'send',
        params: ({ event }) => ({ to: 'journal', message: { type: 'append', round: event.round } }),
      },
    },
    appended: {
      actions: [
        assign({ served: ({ context }) => context.served + 1 }),
        {
          type: 'send',
          params: ({ event }) => ({ to: 'client', message: { type: 'pong', round: event.round } }),
        },
        {
          type: 'send',
          params: ({ event }) => ({ to: 'observer', message: { type: 'notice', round: event.round } }),
        },
      ],
    },
    audit: { actions: { type: 'note', params: ({ context }) => ({ what: 'audited', round: context.served }) } },
    connectionLost: {
      actions: { type: 'note', params: ({ context }) => ({ what: 'client-gone', round: context.served }) },
    },
    undelivered: {},
  },
});

interface JournalContext extends DataObject {
  readonly log: readonly number[];
  readonly flushed: number;
}

const journal = setup({
  types: { context: {} as JournalContext, events: {} as Round & { type: 'append' }, input: {} as RoleInput },
  actions,
  delays: { flushDelay: 500 },
  guards: { isKnown: ({ context, event }) => context.log.includes(event.round) },
}).createMachine({
  id: 'journal',
  context: ({ input }) => recoveredLog(input.recovered),
  initial: 'clean',
  on: {
    append: [
      {
        guard: 'isKnown',
        actions: [
          { type: 'ignore', params: { reason: 'already-written' } },
          { type: 'send', params: ({ event }) => appended(event.round) },
        ],
      },
      {
        target: '.dirty',
        actions: [
          assign({ log: ({ context, event }) => [...context.log, event.round] }),
          { type: 'note', params: ({ event }) => ({ what: 'written', round: event.round }) },
          { type: 'send', params: ({ event }) => appended(event.round) },
        ],
      },
    ],
  },
  states: {
    clean: {},
    dirty: {
      after: {
        flushDelay: { target: 'clean', actions: assign({ flushed: ({ context }) => context.log.length }) },
      },
    },
  },
});

function appended(round: number): Envelope {
  return { to: 'server', message: { type: 'appended', round } };
}

function recoveredLog(recovered: RoleInput['recovered']): JournalContext {
  const log = Array.isArray(recovered) ? recovered.filter((round) => typeof round === 'number') : [];
  return { log, flushed: log.length };
}

function durableLog({ log, flushed }: JournalContext, kind: CrashKind): readonly number[] {
  return kind === 'process' ? log : log.slice(0, flushed);
}

/** It deliberately does not list `stray`: a hole in the specification. */
const observer = setup({
  types: {
    context: {} as { noticed: readonly number[]; reports: number },
    events: {} as (Round & { type: 'notice' }) | (Message & { type: 'report' | 'ask' }),
    input: {} as RoleInput,
  },
  actions,
}).createMachine({
  id: 'observer',
  context: { noticed: [], reports: 0 },
  on: {
    notice: {
      actions: assign({
        noticed: ({ context, event }) => [...new Set([...context.noticed, event.round])].toSorted((a, b) => a - b),
      }),
    },
    report: { actions: assign({ reports: ({ context }) => Math.min(2, context.reports + 1) }) },
    ask: { actions: { type: 'send', params: { to: 'server', message: { type: 'audit' } } } },
  },
});

export function pingPong(settings: Settings = { 'rounds-max': '3' }): Model {
  return {
    protocol: 'ping-pong',
    settings,
    processes: [
      { id: 'client-app', crashKinds: ['process'] },
      { id: 'server-app', crashKinds: ['process', 'machine'] },
      { id: 'watch-app', crashKinds: [] },
    ],
    roles: [
      { id: 'client', process: 'client-app', machine: client, durable: () => null },
      { id: 'server', process: 'server-app', machine: server, durable: () => null, watches: ['client-app'] },
      { id: 'journal', process: 'server-app', machine: journal, durable: durableLog },
      { id: 'observer', process: 'watch-app', machine: observer, durable: () => null },
    ],
    channels: [
      { from: 'client', to: 'server', kind: 'multiset', latencyMs: 30, lossNoticed: true },
      { from: 'server', to: 'client', kind: 'fifo', latencyMs: 50, lossNoticed: true },
      { from: 'server', to: 'observer', kind: 'set' },
      { from: 'client', to: 'observer', kind: 'multiset', coalesces: true },
      { from: 'observer', to: 'server', kind: 'call' },
      { from: 'server', to: 'journal', kind: 'call' },
      { from: 'journal', to: 'server', kind: 'call' },
    ],
    choices: () => [
      { role: 'client', message: { type: 'serve' }, afterMs: null, class: 'order' },
      { role: 'client', message: { type: 'report' }, afterMs: null, class: 'outcome' },
      { role: 'client', message: { type: 'confuse' }, afterMs: null, class: 'fault:confusion' },
      { role: 'observer', message: { type: 'ask' }, afterMs: null, class: 'person:question' },
    ],
  };
}
