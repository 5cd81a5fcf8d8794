/** The seven textbook steps (concept) and the nine of a real table (internals), and which records belong to them. */
import type { Message } from '../../engine/model.ts';
import type { RunRecord } from '../../engine/record.ts';
import type { World } from '../../engine/world.ts';
import type { StageHit, Zoom } from '../protocol.ts';
import { numbered } from '../shared/stages.ts';

export const stages = {
  concept: numbered([1, 2, 3, 4, 5, 6, 7], (number) => number === 7),
  internals: numbered([1, 2, 3, 4, 5, 6, 7, 8, 9], (number) => number === 9),
};

export function stageHits(records: readonly RunRecord[], _before: World, zoom: Zoom): readonly StageHit[] {
  return records.flatMap((record): readonly StageHit[] => {
    const order = orderOf(record);
    const stage = stageOf(record, zoom);
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

function stageOf(record: RunRecord, zoom: Zoom): number | null {
  if (record.kind === 'noted') return (zoom === 'concept' ? CONCEPT_NOTES : INTERNALS_NOTES).get(record.what) ?? null;
  if (record.kind === 'sent') return zoom === 'concept' ? conceptSent(record.message) : internalsSent(record.message);
  if (record.kind === 'delivered') return zoom === 'internals' && record.message.type === 'confirm' ? 5 : null;
  return null;
}

function conceptSent(message: Message): number | null {
  switch (message.type) {
    case 'publish':
      return message['isLate'] === true ? 7 : 2;
    case 'message':
      return message['reconsumeTimes'] === 0 ? 4 : 7;
    case 'pointsConfirmed':
      return 6;
    case 'reverse':
      return 7;
    default:
      return null;
  }
}

const CONCEPT_NOTES: ReadonlyMap<string, number> = new Map([
  ['order-and-row-committed', 1],
  ['order-committed', 1],
  ['row-written', 1],
  ['order-rolled-back', 1],
  ['order-cancelled', 1],
  ['message-stored', 3],
  ['confirmed-not-kept', 3],
  ['message-returned', 3],
  ['duplicate-dropped', 3],
  ['row-sent', 3],
  ['points-added', 5],
  ['points-withdrawn', 5],
  ['tombstone-written', 5],
  ['nothing-to-withdraw', 5],
  ['duplicate-recognised', 5],
  ['marked-consumed', 6],
  ['row-done', 6],
  ['attempt-failed', 7],
  ['confirmation-missing', 7],
  ['gave-up-waiting', 7],
  ['row-dead', 7],
  ['row-replayed', 7],
  ['row-mended', 7],
  ['points-database-down', 7],
  ['consume-failed', 7],
  ['retry-scheduled', 7],
  ['retry-stored', 7],
  ['dead-lettered', 7],
  ['order-refused', 7],
  ['order-compensated', 7],
]);

function internalsSent(message: Message): number | null {
  switch (message.type) {
    case 'publish':
      return message['isLate'] === true ? 9 : 3;
    case 'message':
      return message['reconsumeTimes'] === 0 ? 7 : 9;
    case 'pointsConfirmed':
      return 8;
    case 'reverse':
      return 9;
    default:
      return null;
  }
}

const INTERNALS_NOTES: ReadonlyMap<string, number> = new Map([
  ['order-and-row-committed', 1],
  ['order-committed', 1],
  ['row-written', 1],
  ['order-rolled-back', 1],
  ['order-cancelled', 1],
  ['row-read', 2],
  ['message-stored', 4],
  ['confirmed-not-kept', 4],
  ['message-returned', 4],
  ['duplicate-dropped', 4],
  ['row-sent', 6],
  ['points-added', 7],
  ['points-withdrawn', 7],
  ['tombstone-written', 7],
  ['nothing-to-withdraw', 7],
  ['duplicate-recognised', 7],
  ['marked-consumed', 8],
  ['row-done', 8],
  ['attempt-failed', 9],
  ['confirmation-missing', 9],
  ['gave-up-waiting', 9],
  ['row-dead', 9],
  ['row-replayed', 9],
  ['row-mended', 9],
  ['points-database-down', 9],
  ['consume-failed', 9],
  ['retry-scheduled', 9],
  ['retry-stored', 9],
  ['dead-lettered', 9],
  ['order-refused', 9],
  ['order-compensated', 9],
]);
