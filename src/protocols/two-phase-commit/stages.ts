/** Two phases in five steps and two safety nets (concept); the same with every log record (internals). */
import { textOf } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { RunRecord } from '../../engine/record.ts';
import type { World } from '../../engine/world.ts';
import type { StageHit, Zoom } from '../protocol.ts';
import { numbered } from '../shared/stages.ts';
import { BENCHMARK_TX } from './vocabulary.ts';

export const stages = {
  concept: numbered([1, 2, 3, 4, 5, 6, 7], (number) => number >= 6),
  internals: numbered([1, 2, 3, 4, 5, 6, 7, 8, 9], (number) => number >= 8),
};

export function stageHits(records: readonly RunRecord[], _before: World, zoom: Zoom): readonly StageHit[] {
  return records.flatMap((record): readonly StageHit[] => {
    const stage = stageOf(record, zoom);
    return stage === null ? [] : [{ order: orderOf(record), stage }];
  });
}

/** The order that a record is about; messages of the benchmark do not name its one transaction. */
function orderOf(record: RunRecord): string {
  if (record.kind === 'noted') return textOf(record.fields['tx']);
  const tx = 'message' in record ? textOf(record.message['tx']) : '';
  return tx === '' ? BENCHMARK_TX : tx;
}

function stageOf(record: RunRecord, zoom: Zoom): number | null {
  if (record.kind === 'noted') return NOTES[zoom].get(record.what) ?? null;
  return record.kind === 'sent' ? sentStage(record.message, zoom) : null;
}

function sentStage(message: Message, zoom: Zoom): number | null {
  const [prepare, vote, decision, ack, net] = zoom === 'concept' ? CONCEPT_SENT : INTERNALS_SENT;
  switch (message.type) {
    case 'prepare':
      return prepare;
    case 'vote':
    case 'prepared':
      return vote;
    case 'commit':
    case 'abort':
      return message['isRepeated'] === true ? net : decision;
    case 'ack':
      return ack;
    default:
      return null;
  }
}

const CONCEPT_SENT = [1, 2, 4, 5, 6] as const;
const INTERNALS_SENT = [1, 3, 5, 7, 8] as const;

const NOTES: { readonly [zoom in Zoom]: ReadonlyMap<string, number> } = {
  concept: new Map([
    ['branch-begun', 2],
    ['prepared', 2],
    ['promised', 2],
    ['refused', 2],
    ['locked-out', 2],
    ['gave-up', 2],
    ['decided-abort', 3],
    ['decided-commit', 3],
    ['commit-logged', 3],
    ['commit-remembered', 3],
    ['branch-committed', 5],
    ['branch-aborted', 5],
    ['transaction-ended', 5],
    ['committed-by-hand', 7],
    ['aborted-by-hand', 7],
    ['heuristic-agrees', 7],
    ['heuristic-damage', 7],
    ['contradicted', 6],
  ]),
  internals: new Map([
    ['branch-begun', 2],
    ['prepared', 2],
    ['promised', 2],
    ['refused', 2],
    ['locked-out', 2],
    ['gave-up', 2],
    ['decided-abort', 4],
    ['decided-commit', 4],
    ['commit-logged', 4],
    ['commit-remembered', 4],
    ['branch-committed', 6],
    ['branch-aborted', 6],
    ['transaction-ended', 7],
    ['committed-by-hand', 9],
    ['aborted-by-hand', 9],
    ['heuristic-agrees', 9],
    ['heuristic-damage', 9],
    ['contradicted', 8],
  ]),
};
