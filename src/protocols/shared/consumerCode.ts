/** Which lines of the consumer's code a step ran, in all protocols that have one. */
import { textOf, type Data } from '../../engine/data.ts';
import type { RunRecord } from '../../engine/record.ts';
import type { World } from '../../engine/world.ts';
import type { AtPoint } from './code.ts';

const PROCESS = 'points';

export function consumerRan(records: readonly RunRecord[], after: World): readonly AtPoint[] {
  return records.flatMap((record) => pointsOf(record, listenerOf(after)).map((point) => ({ process: PROCESS, point })));
}

export function consumerStands(world: World): readonly AtPoint[] {
  const point = STANDS[listenerOf(world)];
  return point === undefined ? [] : [{ process: PROCESS, point }];
}

const STANDS: { readonly [state: string]: string } = {
  consuming: 'consume.enter',
  marked: 'consume.marked',
  added: 'consume.added',
  replying: 'consume.commit',
};

function pointsOf(record: RunRecord, listener: string): readonly string[] {
  if (record.kind === 'sent' && record.from === 'consumer') return sentPoints(record.message.type);
  if (record.kind === 'delivered' && record.to === 'consumer') return ['consume.enter'];
  if (record.kind !== 'noted' || record.role !== 'consumer') return [];
  if (record.what === 'duplicate-recognised') return ['consume.duplicate', ...returned(listener)];
  if (record.what === 'marker-written')
    return listener === 'marked' ? ['consume.marked'] : ['consume.commit', ...returned(listener)];
  if (record.what !== 'points-added' && record.what !== 'points-withdrawn') return [];
  return listener === 'added' ? ['consume.added'] : ['consume.add', 'consume.commit', ...returned(listener)];
}

function sentPoints(type: string): readonly string[] {
  if (type === 'reverse') return ['consume.refuse', 'consume.return'];
  return type === 'pointsConfirmed' ? ['consume.reply', 'consume.return'] : [];
}

function returned(listener: string): readonly string[] {
  return listener === 'replying' ? [] : ['consume.return'];
}

function listenerOf(world: World): string {
  const value: Data = world.roles['consumer']?.value ?? null;
  return value !== null && typeof value === 'object' && 'listener' in value ? textOf(value['listener']) : '';
}
