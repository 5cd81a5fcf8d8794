/** The article's nine steps (concept) and its seven RocketMQ steps (internals), and which records belong to them. */
import type { Message } from '../../engine/model.ts';
import type { RunRecord } from '../../engine/record.ts';
import type { World } from '../../engine/world.ts';
import type { StageHit, Zoom } from '../protocol.ts';
import { numbered } from '../shared/stages.ts';

export const stages = {
  concept: numbered([1, 2, 3, 4, 5, 6, 7, 8, 9], (number) => number >= 8),
  internals: numbered([1, 2, 3, 4, 5, 6, 7], (number) => number === 6),
};

export function stageHits(records: readonly RunRecord[], _before: World, zoom: Zoom): readonly StageHit[] {
  const isFirstDelivery = records.some((record) => record.kind === 'noted' && record.what === 'message-stored');
  return records.flatMap((record): readonly StageHit[] => {
    const order = orderOf(record);
    const stage = zoom === 'concept' ? conceptStage(record, isFirstDelivery) : internalsStage(record);
    return order === null || stage === null ? [] : [{ order, stage }];
  });
}

/** The order that a record is about. */
function orderOf(record: RunRecord): string | null {
  if (record.kind === 'noted') return text(record.fields['tx']);
  if (record.kind === 'sent' || record.kind === 'delivered') return text(record.message['tx']);
  return null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function conceptStage(record: RunRecord, isFirstDelivery: boolean): number | null {
  if (record.kind === 'noted') return CONCEPT_NOTES.get(record.what) ?? null;
  if (record.kind === 'sent') return sentStage(record.message, isFirstDelivery);
  if (record.kind === 'delivered' && record.message.type === 'sendResult') return 2;
  return null;
}

function sentStage(message: Message, isFirstDelivery: boolean): number | null {
  switch (message.type) {
    case 'halfMessage':
      return 1;
    case 'endTransaction':
      return message['fromCheck'] === true ? 8 : 4;
    case 'checkTransactionState':
      return 8;
    case 'message':
      return isFirstDelivery ? null : 9;
    default:
      return null;
  }
}

const CONCEPT_NOTES: ReadonlyMap<string, number> = new Map([
  ['order-committed', 3],
  ['order-rolled-back', 3],
  ['commit-refused', 3],
  ['message-stored', 5],
  ['message-dropped', 5],
  ['points-added', 6],
  ['duplicate-recognised', 6],
  ['marked-consumed', 7],
  ['copy-stored', 8],
  ['channel-is-null', 8],
  ['discarded', 8],
  ['consume-failed', 9],
  ['retry-scheduled', 9],
  ['retry-stored', 9],
  ['dead-lettered', 9],
]);

function internalsStage(record: RunRecord): number | null {
  if (record.kind === 'noted') return INTERNALS_NOTES.get(record.what) ?? null;
  if (record.kind !== 'sent') return null;
  switch (record.message.type) {
    case 'halfMessage':
      return 1;
    case 'endTransaction':
      return record.message['fromCheck'] === true ? 6 : 4;
    case 'checkTransactionState':
      return 6;
    default:
      return null;
  }
}

const INTERNALS_NOTES: ReadonlyMap<string, number> = new Map([
  ['half-stored', 2],
  ['order-committed', 3],
  ['order-rolled-back', 3],
  ['commit-refused', 3],
  ['message-stored', 5],
  ['message-dropped', 5],
  ['copy-stored', 6],
  ['silent-copy-stored', 6],
  ['channel-is-null', 6],
  ['discarded', 6],
  ['points-added', 7],
  ['duplicate-recognised', 7],
  ['consume-failed', 7],
  ['marked-consumed', 7],
]);
