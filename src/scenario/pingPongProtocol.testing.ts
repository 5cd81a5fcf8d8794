/** The ping-pong protocol as the page would see it. */
import { pingPong } from '../engine/pingPong.testing.ts';
import type { LedgerLine, Protocol } from '../protocols/protocol.ts';

export const pingPongProtocol: Protocol = {
  id: 'ping-pong',
  settings: [
    { name: 'rounds-max', kind: 'number', initial: 3, min: 0, max: 9 },
    { name: 'version', kind: 'choice', values: ['5.x', '4.9'] },
    { name: 'mood', kind: 'choice', values: ['calm', 'hasty'] },
  ],
  model: pingPong,
  stages: {
    concept: [1, 2, 3].map((number) => ({ number, isSafetyNet: number === 3 })),
    internals: [{ number: 1, isSafetyNet: false }],
  },
  stageHits: (records, _before, zoom) =>
    records.flatMap((record) => {
      if (record.kind === 'chosen') return [{ order: 'o1', stage: 1 }];
      if (record.kind === 'delivered' && zoom === 'concept') return [{ order: 'o1', stage: 2 }];
      return [];
    }),
  ledger: (world): readonly LedgerLine[] => [
    {
      order: 'o1',
      state: world.roles['client']?.value === 'waiting' ? 'open' : 'committed',
      points: 0,
      verdict: world.roles['client']?.value === 'waiting' ? 'pending' : 'consistent',
    },
  ],
  diagram: () => ({
    width: 100,
    height: 100,
    nodes: [
      {
        id: 'client-box',
        process: 'client-app',
        roles: ['client'],
        title: 'client',
        x: 0,
        y: 0,
        width: 10,
        height: 10,
      },
      {
        id: 'server-box',
        process: 'server-app',
        roles: ['server', 'journal'],
        title: 'server',
        x: 50,
        y: 0,
        width: 10,
        height: 10,
      },
    ],
    edges: [],
  }),
  sections: () => ({}),
  packetLook: (message) => ({ label: { key: `message-${message.type}` }, fate: 'plain', stage: null }),
  words: {
    messages: { ping: 'ping', pong: 'pong', notice: 'notice', report: 'told', stray: 'stray' },
    delays: { retryDelay: 'retry', flushDelay: 'flush' },
    choice: (message) => message.type,
  },
  kinds: { faults: ['confusion'], repairs: ['question'] },
  cleanRun: 'serve.ping.notice.pong.flush',
  safeguards: [],
  library: {
    load: async () => {},
    scenarios: [
      { id: 'clean', settings: {}, run: 'serve.ping.notice.pong.flush', verdict: 'consistent' },
      { id: 'lost', settings: { 'rounds-max': '5' }, run: 'serve.drop~ping', verdict: 'pending' },
    ],
  },
};
