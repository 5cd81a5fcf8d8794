/** The questions at which a reduced space is compared with the whole one: all settings that something forgotten depends on. */
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { CRASH, NO_FAULTS, ONE_EACH, SILENT, SMALL, type Asked } from './explore.testing.ts';

export function named(asked: Asked) {
  const set = Object.entries(asked.settings).map(([name, value]) => `${name}~${value}`);
  return { name: [asked.protocol.id, ...set, `${asked.orders ?? 1} orders`].join(' '), asked };
}

export const HALF_MESSAGE: readonly Asked[] = ofHalfMessages([
  { settings: SMALL, faults: ONE_EACH },
  { settings: SMALL, faults: ONE_EACH, orders: 2 },
  { settings: { 'check-max': '2' }, faults: ONE_EACH },
  { settings: { ...SMALL, dedup: 'none' }, faults: ONE_EACH },
  { settings: { ...SMALL, dedup: 'marker-first' }, faults: ONE_EACH },
  { settings: { ...SILENT, ack: 'before-commit' }, faults: ONE_EACH },
  { settings: { ...SILENT, dedup: 'marker-first' }, faults: ONE_EACH },
  { settings: { ...SMALL, checker: 'rollback-if-missing', 'send-retry': 'on' }, faults: ONE_EACH },
  { settings: { ...SMALL, checker: 'fenced', version: '4.9' }, faults: ONE_EACH },
  { settings: { ...SMALL, 'check-back': 'off' }, faults: ONE_EACH, orders: 2 },
  { settings: { ...SMALL, report: 'off' }, faults: { crash: 1, drop: 2, duplicate: 2 } },
]);

export const OTHERS: readonly Asked[] = [
  { protocol: halfMessage, settings: { ...SMALL, checker: 'commit-if-missing' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, producers: '2' }, faults: ONE_EACH, orders: 2 },
  { protocol: halfMessage, settings: { ...SMALL, producers: '2', groups: 'two' }, faults: ONE_EACH, orders: 2 },
  { protocol: halfMessage, settings: { ...SMALL, checker: 'log-row' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, checker: 'purged-log' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, checker: 'late-status' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, checker: 'memory-map' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, checker: 'coordinator' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { 'check-max': '3', checker: 'grace-period' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, checker: 'late-status', report: 'off' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, immunity: 'long' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, flush: 'async' }, faults: CRASH },
  { protocol: halfMessage, settings: { ...SMALL, flush: 'async-busy' }, faults: CRASH },
  { protocol: halfMessage, settings: { ...SMALL, flush: 'sync-unwaited' }, faults: ONE_EACH },
  { protocol: localMessageTable, settings: { 'attempts-max': '1', confirm: 'consumer-ack' }, faults: ONE_EACH },
  { protocol: localMessageTable, settings: { 'attempts-max': '1', dedup: 'none' }, faults: ONE_EACH },
  { protocol: plainMq, settings: { retry: 'on' }, faults: ONE_EACH, orders: 2 },
];

const TWO = { 'check-max': '2', 'reconsume-max': '0' };

/** At which a space that does not count is compared; those of the second tier take several times as long. */
export const UNCOUNTED = {
  quick: ofHalfMessages([
    { settings: { ...TWO, 'check-max': '1' }, faults: ONE_EACH },
    { settings: TWO, faults: ONE_EACH },
    { settings: { ...TWO, version: '4.9' }, faults: ONE_EACH },
    { settings: { ...TWO, 'check-max': '3' }, faults: { crash: 2, drop: 1, duplicate: 0 } },
  ]),
  long: ofHalfMessages([
    { settings: { ...TWO, 'check-max': '1' }, faults: ONE_EACH, orders: 2 },
    { settings: TWO, faults: NO_FAULTS, orders: 2 },
    { settings: { ...TWO, 'send-retry': 'on' }, faults: ONE_EACH },
    { settings: { ...TWO, report: 'off' }, faults: ONE_EACH },
  ]),
} as const;

function ofHalfMessages(cases: readonly Omit<Asked, 'protocol'>[]): readonly Asked[] {
  return cases.map((asked) => ({ protocol: halfMessage, ...asked }));
}
