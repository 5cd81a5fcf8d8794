/** The steps that a run may take next: those that show something recorded, and those that nobody sees. */
import { keyOf } from '../engine/data.ts';
import { choiceStep, processSteps, timerSteps } from '../engine/enabled.ts';
import type { Message } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { inFlight, type World } from '../engine/world.ts';
import type { Sight } from './answer.ts';
import { isAgeingLate } from './clock.ts';
import { has, type Done } from './lanes.ts';
import type { Question, Situation } from './question.ts';
import { isSuch } from './saying.ts';

/** An unseen step that is over by now, or that changes nothing for what is still to come. */
export function mustDo({ settings, sights }: Question, { world, times, done }: Situation, nowMs: number): Step | null {
  if (isAgeingLate(settings, times, world, nowMs)) return AGEING;
  return mustConsume(sights, world, done) ? CONSUMING : null;
}

/** Where nothing fails any more, what was delivered is consumed. */
export function mustConsume(sights: readonly Sight[], { timers }: World, done: Done): boolean {
  if (timers['consumer']?.includes(CONSUMING.delay) !== true) return false;
  return !sights.some(
    ({ what, fields }, index) => !has(done, index) && (what === 'sentBack' || fields['process'] === 'points'),
  );
}

const AGEING = { kind: 'fire', role: 'half-topic', delay: 'transactionTimeOut' } as const;
const CONSUMING = { kind: 'fire', role: 'consumer', delay: 'consumeMessage' } as const;

/** Timers whose ends nobody sees from outside. */
export const HIDDEN: readonly string[] = [
  'consumeMessage',
  'transactionTimeOut',
  'transactionCheckInterval',
  'passEnd',
  'reconnect',
  'heartbeatInterval',
  'pullAgain',
  'persistOffset',
  'sendMsgTimeout',
];

/** Steps that nobody sees from outside. */
export function isHidden(step: Step): boolean {
  if (step.kind === 'choose') return ['setSendStatus', 'setRejecting', 'failNextPut'].includes(step.message.type);
  return step.kind === 'duplicate' || (step.kind === 'fire' && HIDDEN.includes(step.delay));
}

/** Steps that may be possible, without asking the roles about those that are not worth trying. */
export function thinkable(question: Question, situation: Situation): readonly Step[] {
  const { engine } = question;
  const { world } = situation;
  const { channels, roles, processes, choices } = engine.model;
  return [
    ...channels.flatMap((channel) => (channel.kind === 'call' ? [] : engine.transfers(world, channel))),
    ...roles.flatMap(({ id }) => timerSteps(id, world.timers[id] ?? [])),
    ...choices(world).map(choiceStep),
    ...processSteps(processes, world.crashed),
  ].filter((step) => isThinkable(question, situation, step));
}

/** What is worth trying: trouble and people act only where the recording still has traces of it. */
function isThinkable(question: Question, { done, world, owed }: Situation, step: Step): boolean {
  const left = (what: Sight['what'], fields: Sight['fields'] = {}): number =>
    question.sights.filter((sight, index) => !has(done, index) && isSuch(sight, what, fields)).length;
  switch (step.kind) {
    case 'deliver':
      return true;
    case 'drop':
      return left('lost', { message: step.message.type }) > 0;
    case 'duplicate': {
      const { type, offset = null, state = null, fromCheck = null } = step.message;
      if (type !== 'endTransaction') return false;
      const copies = inFlight(world, step.from, step.to).filter((one) => keyOf(one) === keyOf(step.message));
      return left('endReceived', { halfOffset: offset, state, fromCheck }) > copies.length;
    }
    case 'crash':
      return left('stopped', { process: step.process }) > 0;
    case 'restart':
      return left('started', { process: step.process }) > 0;
    case 'fire':
      return step.delay !== 'persistOffset' || left('stopped', { process: 'broker' }) > 0;
    case 'choose': {
      // the caller is not back yet
      const isOut = owed.some(({ shown: { sight } }) => sight.fields['producer'] === step.role);
      return !(isOut && step.message.type === 'placeOrder') && isThinkableChoice(left, step.message);
    }
  }
}

function isThinkableChoice(
  left: (what: Sight['what'], fields?: Sight['fields']) => number,
  { type, state = null, status = null, rejects, outcome, answer = null }: Message,
): boolean {
  switch (type) {
    case 'finish':
      return left('executeEnded', typeof outcome === 'string' ? { state: OUTCOMES[outcome] ?? null } : {}) > 0;
    case 'answerCheck':
      return left('checkEnded', { state: answer }) > 0;
    case 'sendEnd':
      return left('endSent', { state }) > 0;
    case 'setSendStatus':
      return left('sendAnswered', { status }) > 0;
    case 'setRejecting':
      return left('sendAnswered', { status: rejects === true ? 'NO_PERMISSION' : 'SEND_OK' }) > 0;
    case 'failNextPut':
      return left('endAnswered', { code: 1 }) > 0;
    default:
      return true;
  }
}

/** What executeLocalTransaction returns for each outcome, unless the database refuses the commit. */
const OUTCOMES: { readonly [outcome: string]: string } = {
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  unknow: 'UNKNOW',
  throw: 'throws',
  'throw-late': 'throws',
};
