/** The reader's own code of half messages: with RocketMQ's remoting client, and with its 5.x client. */
import { textOf } from '../../engine/data.ts';
import type { Settings } from '../../engine/model.ts';
import type { RunRecord } from '../../engine/record.ts';
import { filesIn, type AtPoint, type CodeNotes } from '../shared/code.ts';
import { consumerRan, consumerStands } from '../shared/consumerCode.ts';
import { checkerOf } from './checkers.ts';
import { ORDER_PROCESSES, processOf, PRODUCERS } from './instances.ts';
import samples from './code/samples.gen.json' with { type: 'json' };
import { read, type HalfMessageWorld } from './read.ts';

const files = filesIn(samples);
const POINTS = ['points'] as const;

const STORED = 'order.half';
const COMMITTED = `${STORED}.ok.commit`;
const ASKED = `${COMMITTED}.return.drop~end.timeout.pass.check`;
const DELIVERED = `${COMMITTED}.return.end.msg`;

export const code: CodeNotes = {
  flavours: [
    {
      id: 'remoting',
      files: [
        { file: files('remoting/OrderService.java'), processes: ORDER_PROCESSES },
        { file: files('remoting/OrderListener.java'), processes: ORDER_PROCESSES },
        { file: files('remoting/PointsConsumer.java'), processes: POINTS },
      ],
    },
    {
      id: 'client',
      files: [
        { file: files('client/OrderService.java'), processes: ORDER_PROCESSES },
        { file: files('client/OrderChecker.java'), processes: ORDER_PROCESSES },
        { file: files('client/PointsConsumer.java'), processes: POINTS },
      ],
    },
  ],
  facts: withChecker,
  neutral: ['version', 'producers', 'groups', 'send-retry', 'immunity'],
  ran: (records, after, settings) => [
    ...records.flatMap((record, index) => ran({ records, settings }, record, index)),
    ...consumerRan(records, after),
  ],
  stands: (world) => [...read(world).producers.flatMap(standing), ...consumerStands(world)],
  reach: {
    send: STORED,
    'exec.enter': `${STORED}.ok`,
    'exec.commit': COMMITTED,
    'exec.return': `${COMMITTED}.return`,
    'exec.rollback': `${STORED}.ok.rollback.return`,
    'exec.unknown': `${STORED}.ok.throw.return`,
    'check.enter': ASKED,
    'check.commit': `${ASKED}.answer`,
    'check.running': `${STORED}.ok.slow.timeout.pass.check.answer`,
    'check.missing': `${STORED}.ok.rollback.return.drop~end.timeout.pass.check.answer`,
    'consume.enter': DELIVERED,
    'consume.marked': `${DELIVERED}.consume`,
    'consume.added': `${DELIVERED}.consume`,
    'consume.return': `${DELIVERED}.consume`,
  },
};

type Producer = HalfMessageWorld['producers'][number];

function standing({ role, value, context }: Producer): readonly AtPoint[] {
  if (context === null) return [];
  const states = JSON.stringify(value);
  const points = STANDS.filter(([state]) => states.includes(`"${state}"`)).map(([, point]) => point);
  const ended = states.includes('"returning"') ? ENDED[context.answer] : undefined;
  return [...points, ...(ended === undefined ? [] : [ended])].map((point) => ({ process: processIn(role), point }));
}

/** The local transaction is over and the answer not yet sent. */
const ENDED = { COMMIT: 'exec.commit', ROLLBACK: undefined, UNKNOW: undefined } as const;

const STANDS: readonly (readonly [state: string, point: string])[] = [
  ['awaitingSendResult', 'send'],
  ['working', 'exec.enter'],
  ['workingLong', 'exec.write'],
  ['checking', 'check.enter'],
];

interface Happened {
  readonly records: readonly RunRecord[];
  readonly settings: Settings;
}

function ran(happened: Happened, record: RunRecord, index: number): readonly AtPoint[] {
  const points = pointsOf(happened, record, index);
  const role = 'role' in record ? record.role : 'from' in record ? record.from : '';
  return points.map((point) => ({ process: processIn(role), point }));
}

function pointsOf(happened: Happened, record: RunRecord, index: number): readonly string[] {
  if (record.kind === 'called') return record.to === 'order-database' ? (CALLS[record.message.type] ?? []) : [];
  if (record.kind === 'fired') return record.delay === 'endTransactionDelay' ? returned(happened.records) : [];
  if (record.kind === 'noted')
    return record.what === 'check-unanswered' || record.what === 'look-up-failed' ? ['check.thrown'] : [];
  if (record.kind !== 'sent') return [];
  if (record.message.type === 'halfMessage') return ['send'];
  return record.message.type === 'endTransaction' && record.message['fromCheck'] === true
    ? answered(happened, index)
    : [];
}

const CALLS: { readonly [type: string]: readonly string[] } = {
  begin: ['exec.enter'],
  commit: ['exec.write', 'exec.commit'],
  recordOutcome: ['exec.record'],
};

/** Which return of executeLocalTransaction it was. */
function returned(records: readonly RunRecord[]): readonly string[] {
  const end = records.find((record) => record.kind === 'sent' && record.message.type === 'endTransaction');
  const state = end?.kind === 'sent' ? textOf(end.message['state']) : 'COMMIT';
  return [RETURNS[state] ?? 'exec.return'];
}

const RETURNS: { readonly [state: string]: string } = {
  COMMIT: 'exec.return',
  ROLLBACK: 'exec.rollback',
  UNKNOW: 'exec.unknown',
};

/** Which return of checkLocalTransaction it was, told by what was found before. */
function answered({ records, settings }: Happened, index: number): readonly string[] {
  if (records.some((record) => record.kind === 'noted' && record.what === 'look-up-failed')) return [];
  const earlier = records.slice(0, index);
  const found = earlier.findLast((record) => record.kind === 'called' && record.message.type === 'lookedUp');
  const sent = records[index];
  const state = sent?.kind === 'sent' ? sent.message['state'] : null;
  const row = found?.kind === 'called' ? found.message['row'] : null;
  const { reads, running, grace, missing } = checkerOf(settings);
  const looked = reads === 'nothing' ? [] : ['check.find'];
  if (row === 'committed' || (row === null && state === 'COMMIT')) return [...looked, 'check.commit'];
  if (state !== 'UNKNOW') return [...looked, 'check.missing'];
  if (running === 'unknown' && (row === 'open' || (grace === 'none' && missing !== 'unknown')))
    return ['check.running'];
  return [...looked, grace === 'none' ? 'check.missing' : 'check.grace'];
}

function processIn(role: string): string {
  if (role === 'consumer') return 'points';
  return processOf(PRODUCERS.find((instance) => instance === role) ?? 'producer');
}

/** The settings with every question about the checker answered. */
function withChecker(settings: Settings): Settings {
  const answers = Object.entries(checkerOf(settings)).map(([question, answer]) => [`check-${question}`, answer]);
  return { ...settings, ...Object.fromEntries(answers) };
}
