/** The article's three steps (concept), and what is under them (internals). */
import { textOf } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { RunRecord } from '../../engine/record.ts';
import type { World } from '../../engine/world.ts';
import type { StageHit, Zoom } from '../protocol.ts';
import { numbered } from '../shared/stages.ts';

export const stages = {
  concept: numbered([1, 2, 3], () => false),
  internals: numbered([1, 2, 3, 4, 5, 6, 7], (number) => number === 7),
};

export function stageHits(records: readonly RunRecord[], _before: World, zoom: Zoom): readonly StageHit[] {
  return records.flatMap((record): readonly StageHit[] => {
    const order = orderOf(record);
    const stage = stageOf(record, zoom);
    return order === '' || stage === null ? [] : [{ order, stage }];
  });
}

/** The order that a record is about. */
function orderOf(record: RunRecord): string {
  if (record.kind === 'noted') return textOf(record.fields['tx']);
  return record.kind === 'sent' ? textOf(record.message['tx']) : '';
}

function stageOf(record: RunRecord, zoom: Zoom): number | null {
  if (record.kind === 'noted') return NOTES[zoom].get(record.what) ?? null;
  if (record.kind === 'sent') return sentStage(record.message, zoom);
  return null;
}

function sentStage(message: Message, zoom: Zoom): number | null {
  switch (message.type) {
    case 'publish':
      return zoom === 'concept' ? 2 : message['isLate'] === true ? 7 : 3;
    case 'message':
      return zoom === 'concept' || message['reconsumeTimes'] === 0 ? null : 7;
    default:
      return null;
  }
}

const NOTES: { readonly [zoom in Zoom]: ReadonlyMap<string, number> } = {
  concept: new Map([
    ['order-committed', 1],
    ['order-rolled-back', 1],
    ['publish-failed', 2],
    ['message-returned', 2],
    ['publish-returned', 2],
    ['publish-returned-for-good', 2],
    ['duplicate-dropped', 2],
    ['publish-failed-for-good', 2],
    ['publish-timed-out', 2],
    ['publish-given-up', 2],
    ['message-stored', 2],
    ['confirmed-not-kept', 2],
    ['publish-confirmed', 2],
    ['points-added', 3],
    ['duplicate-recognised', 3],
    ['points-database-down', 3],
    ['consume-failed', 3],
    ['failed-after-ack', 3],
    ['marked-consumed', 3],
    ['dead-lettered', 3],
  ]),
  internals: new Map([
    ['transaction-begun', 1],
    ['order-committed', 2],
    ['order-rolled-back', 2],
    ['message-stored', 4],
    ['confirmed-not-kept', 4],
    ['message-returned', 4],
    ['duplicate-dropped', 4],
    ['publish-confirmed', 4],
    ['points-added', 5],
    ['duplicate-recognised', 5],
    ['marked-consumed', 6],
    ['publish-failed', 7],
    ['publish-returned', 7],
    ['publish-returned-for-good', 7],
    ['publish-failed-for-good', 7],
    ['publish-timed-out', 7],
    ['publish-given-up', 7],
    ['points-database-down', 7],
    ['consume-failed', 7],
    ['failed-after-ack', 7],
    ['retry-scheduled', 7],
    ['retry-stored', 7],
    ['dead-lettered', 7],
  ]),
};
