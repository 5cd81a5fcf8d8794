/** What a JTA implementation does inside `commit()`: a sketch of the coordinator. */
import type { RunRecord } from '../../engine/record.ts';
import type { World } from '../../engine/world.ts';
import { filesIn, type AtPoint, type CodeNotes } from '../shared/code.ts';
import samples from './code/samples.gen.json' with { type: 'json' };
import { read } from './read.ts';
import { COORDINATOR, COORDINATOR_PROCESS } from './vocabulary.ts';

const files = filesIn(samples);
const PREPARED = 'order.prepare~order-db.prepare~points-db.work~order-db.work~points-db.vote~order-db';
const VOTED = `${PREPARED}.vote~points-db`;
const processes = [COORDINATOR_PROCESS];

export const code: CodeNotes = {
  flavours: [
    {
      id: 'jta',
      files: [
        { file: files('OrderService.java'), processes },
        { file: files('Coordinator.java'), processes },
      ],
    },
  ],
  facts: (settings) => settings,
  neutral: ['semantics', 'participants'],
  ran: (records) => records.flatMap(pointsOf).map(here),
  stands: (world) => standing(world).map(here),
  reach: {
    'prepare.send': 'order',
    'votes.all': VOTED,
    decide: `${VOTED}.decide`,
    'commit.send': `${VOTED}.decide.announce`,
  },
};

function here(point: string): AtPoint {
  return { process: COORDINATOR_PROCESS, point };
}

function standing(world: World): readonly string[] {
  const { phase, isDown } = read(world).coordinator;
  if (isDown) return [];
  const point = STANDS[phase];
  return point === undefined ? [] : [point];
}

const STANDS: { readonly [phase: string]: string } = {
  collecting: 'prepare.send',
  deciding: 'votes.all',
  announcing: 'decide',
};

function pointsOf(record: RunRecord): readonly string[] {
  if (record.kind === 'chosen') return record.message.type === 'placeOrder' ? ['order.commit', 'prepare.send'] : [];
  if (record.kind === 'called') return record.message.type === 'recover' ? ['recover.ask'] : [];
  if (record.kind === 'sent' && record.from === COORDINATOR) {
    const isRepeated = record.message['isRepeated'] === true;
    return (isRepeated ? REPEATED : SENT)[record.message.type] ?? [];
  }
  return record.kind === 'noted' && record.role === COORDINATOR ? (NOTES[record.what] ?? []) : [];
}

const SENT: { readonly [message: string]: readonly string[] } = { commit: ['commit.send'], abort: ['abort.send'] };
const REPEATED: typeof SENT = { commit: ['recover.commit'], abort: ['recover.abort'] };

const NOTES: { readonly [what: string]: readonly string[] } = {
  'vote-counted': ['prepare.send'],
  'decided-abort': ['votes.no'],
  'commit-logged': ['votes.all', 'decide'],
  'commit-remembered': ['votes.all', 'decide'],
  'transaction-ended': ['end'],
};
