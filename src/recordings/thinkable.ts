/** The steps that a run may take next: those that show something recorded, and those that nobody sees. */
import { keyOf, type Data } from '../engine/data.ts';
import { choiceStep, processSteps, timerSteps } from '../engine/enabled.ts';
import type { Step } from '../engine/step.ts';
import { inFlight, type World } from '../engine/world.ts';
import { read } from '../protocols/half-message/read.ts';
import type { Sight } from './answer.ts';
import { isAgeingLate, isOpSlipping } from './clock.ts';
import { has, type Done } from './lanes.ts';
import {
  deadLetterTopic,
  HALF_TOPIC,
  PUT_FAILED_CODES,
  REFUSED,
  retryTopic,
  SCHEDULE_TOPIC,
  SEND_OK,
  UNSAFE,
} from './names.ts';
import type { Question, Situation } from './question.ts';
import { isSuch } from './saying.ts';

/** An unseen step that is over by now, or that changes nothing for what is still to come. */
export function mustDo(question: Question, { world, times, done }: Situation, nowMs: number): Step | null {
  const { timing, sights } = question;
  if (isAgeing(world) && isAgeingLate(timing, times, world, nowMs)) return AGEING;
  const running = outliving(world);
  if (running !== null) return running;
  if (isOpSlipping(timing, times, nowMs) && maySlip(question, world)) return SLIPPING;
  return mustConsume(sights, world, done) ? CONSUMING : null;
}

/** A broker that is down notices no age; it does so when it is back. */
function isAgeing({ timers }: World): boolean {
  return timers[AGEING.role]?.includes(AGEING.delay) === true;
}

/** A local transaction that still runs when its half message is old enough to be asked about runs long. */
function outliving(world: World): Step | null {
  const { producers, halfTopic } = read(world);
  const found = producers.find(({ context, value }) => {
    const isRunning = JSON.stringify(value).includes('"working"');
    return isRunning && typeof context?.offset === 'number' && !halfTopic.young.includes(context.offset);
  });
  return found === undefined ? null : { kind: 'choose', role: found.role, message: { type: 'keepRunning' } };
}

/** Once: what comes an interval later still is overdue (HM-60). */
function maySlip({ engine }: Question, world: World): boolean {
  return read(world).halfTopic.buffer.length > 0 && engine.apply(world, SLIPPING).ok;
}

/** Where nothing fails any more, what was delivered is consumed. */
export function mustConsume(sights: readonly Sight[], { timers }: World, done: Done): boolean {
  if (timers['consumer']?.includes(CONSUMING.delay) !== true) return false;
  return !sights.some(
    ({ what, fields }, index) =>
      !has(done, index) && (what === 'sentBack' || fields['process'] === 'points' || fields['message'] === 'sendBack'),
  );
}

const AGEING = { kind: 'fire', role: 'half-topic', delay: 'transactionTimeOut' } as const;
const SLIPPING = { kind: 'choose', role: 'half-topic', message: { type: 'slipOp' } } as const;
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
  'persistConsumerOffset',
];

/** What happens inside the broker, or decides what it will do next; its traces come later. */
const HIDDEN_CHOICES: ReadonlySet<string> = new Set([
  'setSendStatus',
  'setRejecting',
  'failNextPut',
  'failNextOp',
  'failNextDiscard',
  'breakPass',
  'askNext',
  'keepRunning',
  'slipOp',
]);

/** Steps that nobody sees from outside. */
export function isHidden(step: Step, world: World): boolean {
  switch (step.kind) {
    case 'choose':
      return HIDDEN_CHOICES.has(step.message.type);
    case 'deliver':
      // HM-3, HM-19: the client tries again or says ROLLBACK, and its caller hears of nothing yet
      return (
        (step.message.type === 'sendResult' && step.message['status'] !== SEND_OK) ||
        step.message.type === 'consumerOffset'
      );
    case 'fire':
      // HM-16: a put that fails leaves nothing behind
      return step.delay === 'opWrite' ? read(world).halfTopic.failsNextOp : HIDDEN.includes(step.delay);
    case 'duplicate':
      return true;
    case 'drop':
    case 'crash':
    case 'restart':
      return false;
  }
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
      return step.message.type !== 'message' || mayMatter(question, left);
    case 'drop':
      return left('lost', { message: step.message.type }) > 0;
    case 'duplicate': {
      const { type, offset = null, state = null, fromCheck = null, tx = null } = step.message;
      const copies = inFlight(world, step.from, step.to).filter((one) => keyOf(one) === keyOf(step.message));
      // both copies are answered, so the reply to one of them is lost
      if (type === 'halfMessage')
        return left('lost', LOST_REPLY) > 0 && left('appended', { ...FIRST_HALF, order: tx }) > copies.length;
      if (type !== 'endTransaction') return false;
      const arriving = left('endReceived', { halfOffset: offset, state, fromCheck });
      return arriving + left('lost', { message: type }) > copies.length;
    }
    case 'crash':
      return left('stopped', { process: step.process }) > 0;
    case 'restart':
      return left('started', { process: step.process }) > 0;
    case 'fire':
      // HM-51: what the group has stored matters to a consumer that starts anew
      if (step.delay === 'persistConsumerOffset')
        return left('stopped', { process: 'points' }) + left('lost', LOST_OFFSET) > 0;
      if (CONSUMERS.has(step.role) || step.delay === 'retryDelay') return mayMatter(question, left);
      return step.delay !== 'persistOffset' || left('stopped', { process: 'broker' }) > 0;
    case 'choose': {
      // the caller is not back yet
      const isOut = owed.some(({ shown: { sight } }) => sight.fields['producer'] === step.role);
      if (step.message.type === 'placeOrder')
        return !isOut && (question.coming(BEGUN) === 'now' || read(world).orders.length < question.orders);
      return isThinkableChoice(question, world, left, step);
    }
  }
}

const CONSUMERS: ReadonlySet<string> = new Set(['consumer']);

type Left = (what: Sight['what'], fields?: Sight['fields']) => number;

/** Whether anything that a consumer does can still be seen; a recording that shows none of it need not go through it. */
function mayMatter({ coming, settings }: Question, left: Left): boolean {
  if (coming({ what: 'delivered', fields: {} }) === 'now') return true;
  const topics = [SCHEDULE_TOPIC, retryTopic(settings), deadLetterTopic(settings)];
  return left('delivered') + left('sentBack') > 0 || topics.some((topic) => left('appended', { topic }) > 0);
}

const IN_HALF_TOPIC = { topic: HALF_TOPIC };
const FIRST_HALF = { ...IN_HALF_TOPIC, checkTimes: 0 };
const LOST_REPLY = { message: 'sendResult' };
const LOST_OFFSET = { message: 'consumerOffset' };
const BEGUN: Sight = { what: 'sendBegun', fields: {} };

/** How many are left of what a choice shows; always some where nobody would have seen it, or it may be missing. */
function isThinkableChoice(
  { coming, settings, groups }: Question,
  world: World,
  left: Left,
  { role, message }: Extract<Step, { readonly kind: 'choose' }>,
): boolean {
  const {
    type,
    state = null,
    status = null,
    rejects,
    outcome,
    answer = null,
    offset = null,
    producer = null,
  } = message;
  const group = groups.get(role);
  const sentBy = { state, ...(group === undefined ? {} : { producerGroup: group }) };
  const isSome = (what: Sight['what'], fields: Sight['fields']): boolean =>
    left(what, fields) > 0 || ['never', 'maybe'].includes(coming({ what, fields }));
  switch (type) {
    case 'finish':
      // it shows what a rollback shows, but for the database
      if (outcome === 'commit-rollback' && left('databaseEnded', { state: 'COMMIT' }) === 0) return false;
      return isSome('executeEnded', typeof outcome === 'string' ? { state: OUTCOMES[outcome] ?? null } : {});
    case 'answerCheck':
      return isSome('checkEnded', { state: answer });
    case 'sendEnd':
      // HM-26, HM-27: whatever arrives without having been asked for, and no more of it than that
      return left('endSent', sentBy) > 0 || endsLeft(left, world, { state, offset }) > 0;
    case 'sendEndUnasked':
      // only a person sends what neither a listener nor a check has answered, and says so
      return left('endSent', sentBy) > 0;
    case 'setSendStatus':
      if (coming({ what: 'sendAnswered', fields: {} }) !== 'now' && left('sendReturned', { status: UNSAFE }) > 0)
        return true;
      return left('sendAnswered', { status }) > 0;
    case 'setRejecting':
      return left('sendAnswered', { status: rejects === true ? REFUSED : SEND_OK }) > 0;
    case 'keepRunning':
    case 'slipOp':
      // only where their time has come
      return false;
    case 'failNextOp': {
      const { buffer } = read(world).halfTopic;
      return left('endReceived') + buffer.length > 0 && left('appended', IN_HALF_TOPIC) > 0;
    }
    case 'failNextDiscard': {
      // HM-47: only the cursor tells that a message was to be discarded and is in no topic
      const { half } = read(world).halfTopic;
      const max = Math.max(0, ...half.map(({ checkTimes }) => checkTimes));
      return left('cursors') > 0 && max >= settings.transactionCheckMax;
    }
    case 'breakPass':
      return left('appended', IN_HALF_TOPIC) > 0;
    case 'failNextPut':
      return PUT_FAILED_CODES.some((code) => left('endAnswered', { code }) > 0);
    case 'askNext':
      if (coming({ what: 'checkBegun', fields: { producer } }) === 'never') return left('appended', IN_HALF_TOPIC) > 0;
      return left('checkBegun', { producer }) > 0;
    default:
      return true;
  }
}

/** How many END_TRANSACTIONs are still to arrive, or to be lost, that are not on their way yet. */
function endsLeft(
  left: Left,
  world: World,
  { state, offset }: { readonly state: Data; readonly offset: Data },
): number {
  const flying = read(world).ends.filter((end) => !end.fromCheck && end.state === state && end.offset === offset);
  const arriving = left('endReceived', { state, fromCheck: false, halfOffset: offset });
  if (arriving === 0) return 0;
  return arriving + left('lost', { message: 'endTransaction' }) - flying.length;
}

/** What executeLocalTransaction returns for each outcome, unless the database refuses the commit. */
const OUTCOMES: { readonly [outcome: string]: string } = {
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  unknow: 'UNKNOW',
  throw: 'throws',
  'throw-late': 'throws',
  'commit-rollback': 'ROLLBACK',
};
