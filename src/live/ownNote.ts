/** What our own clients do in a step, as observations: they are ours, so what the model shows of them is what happened. */
import { textOf } from '../engine/data.ts';
import type { RoleId } from '../engine/model.ts';
import type { Sight } from '../recordings/answer.ts';
import { LOSSES } from '../recordings/observation.ts';
import { shortKey } from './appended.ts';
import type { Note } from './notebook.ts';
import { groupIn } from './stage.ts';
import { realHalf, type Play, type Taken } from './play.ts';

const STATES = ['COMMIT', 'ROLLBACK', 'UNKNOW'] as const;
const EXECUTED = [...STATES, 'throws'] as const;
const ENDED = ['COMMIT', 'ROLLBACK'] as const;
const STATUSES = [
  'SEND_OK',
  'FLUSH_DISK_TIMEOUT',
  'FLUSH_SLAVE_TIMEOUT',
  'SLAVE_NOT_AVAILABLE',
  'NO_PERMISSION',
] as const;

/** Null for what the broker shows by itself. */
export function ownNote(play: Play, taken: Taken, { what, fields }: Sight): Note | null {
  const { stage, engine } = play;
  const producer = textOf(fields['producer']);
  const order = textOf(fields['order']);
  switch (what) {
    case 'sendBegun':
      return { what, where: 'app', body: stage.bodyOf(order) };
    case 'sendReturned': {
      const half = typeof fields['halfOffset'] === 'number' ? realHalf(play, taken.after, fields['halfOffset']) : null;
      const status = oneOf(STATUSES, play.statuses.get(order));
      return {
        what,
        where: 'app',
        state: oneOf(STATES, fields['state']) ?? 'UNKNOW',
        transaction: shortKey(stage.keyOf(order)),
        ...(status === undefined ? {} : { status }),
        ...(half === null ? {} : { halfOffset: half.offset }),
      };
    }
    case 'sendFailed':
      return { what, where: 'app' };
    case 'executeBegun':
      return { what, where: producer };
    case 'executeEnded':
      return { what, where: producer, state: oneOf(EXECUTED, fields['state']) ?? 'UNKNOW' };
    case 'checkEnded':
      return {
        what,
        where: play.asked.get(producer)?.instance ?? producer,
        // null: the listener returned no state, and nothing is sent
        state: fields['state'] === null ? null : (oneOf(STATES, fields['state']) ?? 'UNKNOW'),
      };
    case 'databaseEnded':
      return { what, where: 'db', state: oneOf(ENDED, fields['state']) ?? 'ROLLBACK' };
    case 'lost': {
      const message = oneOf(LOSSES, fields['message']);
      return message === undefined ? null : { what, where: 'driver', message };
    }
    case 'endSent':
      return {
        what,
        where: 'driver',
        state: oneOf(ENDED, fields['state']) ?? 'ROLLBACK',
        ...groupOfSender(play, taken),
      };
    case 'stopped':
    case 'started':
      return { what, where: 'driver', process: placeOf(engine.model.roles, textOf(fields['process'])) };
    case 'sendReceived':
    case 'sendAnswered':
    case 'endReceived':
    case 'endAnswered':
    case 'appended':
    case 'cursors':
    case 'checkBegun':
    case 'delivered':
    case 'sentBack':
    case 'ended':
    case 'other':
      return null;
  }
}

/** Which of two groups a person sends it for. */
function groupOfSender({ stage: { settings } }: Play, { step }: Taken): { readonly group?: string } {
  if (settings.producerGroups === undefined || step.kind !== 'choose') return {};
  return { group: groupIn(settings, step.role) };
}

/** A process by the name of the place that a recording has for it. */
function placeOf(roles: readonly { readonly id: RoleId; readonly process: string }[], process: string): string {
  const [first] = roles.filter((role) => role.process === process);
  return process === 'broker' ? 'broker' : (first?.id ?? process);
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((one) => one === value);
}
