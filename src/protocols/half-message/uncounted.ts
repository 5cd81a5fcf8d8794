/**
 * For those who ask about promises, at any number of checks: how often was asked, and how many equal checks, answers and copies there
 * are, is forgotten; what is left stands for one or more. SPEC.md, "What the verifier may forget", has the arguments.
 */
import type { Changes } from '../../engine/apply.ts';
import { keyOf, type DataObject } from '../../engine/data.ts';
import type { Message, Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import { channelId, inFlight, type World } from '../../engine/world.ts';
import type { Forgetting, Forgotten, OneOrMore, UncountedSpace } from '../protocol.ts';
import { withData, withValue } from '../shared/localStates.ts';
import { dataOf, written } from '../shared/roleData.ts';
import { ended, NO_HALF, rowsOf } from './forgettings.ts';
import { forgetPassed, forgettingsOfEnded, isTruthful } from './promiseForgettings.ts';
import type { CheckerContext } from './roles/checker.ts';
import type { HalfTopicContext } from './roles/halfTopic.ts';
import { planPass } from './roles/pass.ts';
import type { ProducerContext } from './roles/producerMessages.ts';
import { checkMaxOf, checksBack } from './settings.ts';

const PRODUCER = 'producer';
const TO_BROKER = channelId(PRODUCER, 'broker');
const TO_PRODUCER = channelId('broker', PRODUCER);

/** So many checks are counted sooner than not. */
const COUNTS_LITTLE = 2;

/** No count is ever the last. */
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * Only with the careful checker, whose answer about an order settles all its half messages, and where what is stored is consumed
 * once. `isTrusting`: also that what will be asked about will be answered is taken for granted.
 */
export function uncounted(settings: Settings, isTrusting: boolean): UncountedSpace | null {
  if (!isTruthful(settings)) return null;
  const asked = isTrusting && checksBack(settings) ? [forgetAsked] : [];
  return {
    forgettings: forgettingsOfEnded(settings, [
      ...asked,
      forgetTimes,
      forgetRepeated,
      forgetCopied,
      forgetPassed(NEVER),
    ]),
    oneOrMore,
    countsLittle: checkMaxOf(settings) <= COUNTS_LITTLE,
  };
}

/** Nothing is discarded: a parked order breaks no promise, and the same run without the discard is there too. */
function forgetTimes(world: World): Forgotten {
  const [halfTopic, checker] = [world.roles['half-topic'], world.roles['checker']];
  if (halfTopic === undefined || checker === undefined) return {};
  const { half } = dataOf<HalfTopicContext>(halfTopic);
  const left = half.map((message) => (message.checkTimes === 0 ? message : { ...message, checkTimes: 0 }));
  const roles = {
    'half-topic': left.every((message, offset) => message === half[offset])
      ? halfTopic
      : withData(halfTopic, { half: left }),
  };
  const isLingering = checker.value !== 'crashed' && (checker.value as DataObject)['service'] === 'lingering';
  if (!isLingering) return { roles };
  const others = (world.timers['checker'] ?? []).filter((delay) => delay !== 'passEnd');
  return {
    roles: { ...roles, checker: withValue(withData(checker, { own: [] }), { service: 'waiting' }) },
    timers: { checker: [...others, 'transactionCheckInterval'].sort() },
  };
}

/** Equal checks and answers on their way, and checks that wait for the same answer, are one. */
function forgetRepeated(world: World): Forgotten {
  const network = {
    [TO_BROKER]: withoutRepeated(inFlight(world, PRODUCER, 'broker')),
    [TO_PRODUCER]: withoutRepeated(inFlight(world, 'broker', PRODUCER)),
  };
  const producer = world.roles[PRODUCER];
  if (producer === undefined || producer.value === 'crashed') return { network };
  const { checks } = written<ProducerContext>(producer.context);
  const left = checks.filter(({ tx }, index) => checks.findIndex((check) => check.tx === tx) === index);
  return left.length === checks.length
    ? { network }
    : { network, roles: { [PRODUCER]: withData(producer, { checks: left }) } };
}

function withoutRepeated(messages: readonly Message[]): readonly Message[] {
  const keys = messages.map((message) => (isRepeatable(message) ? keyOf(message) : null));
  return messages.filter((_, index) => keys[index] === null || keys.indexOf(keys[index] ?? '') === index);
}

function isRepeatable({ type }: Message): boolean {
  return type === 'checkTransactionState' || type === 'endTransaction';
}

/**
 * Of the old half messages of one order that no young one separates, the last: a pass that meets the first meets it as well.
 * What is young stops a pass (HM-39), so how much of it lies before is part of what is equal.
 */
function forgetCopied(world: World, { crash }: { readonly crash: boolean }): Forgotten {
  const [halfTopic, checker] = [world.roles['half-topic'], world.roles['checker']];
  if (halfTopic === undefined || checker === undefined) return {};
  const { half, op, young } = dataOf<HalfTopicContext>(halfTopic);
  const { cursors, persisted } = dataOf<CheckerContext>(checker);
  const stored = checker.value === 'crashed' || crash ? persisted.half : cursors.half;
  const first = Math.max(0, Math.min(cursors.half, stored));
  const apart = new Set([...op.flat(), ...bufferOf(halfTopic), ...young]);
  const last = new Map<string, number>();
  const labels = half.map(({ tx }, offset) => {
    if (tx === '' || offset < first || apart.has(offset)) return null;
    const label = `${tx} ${young.filter((other) => other < offset).length}`;
    last.set(label, offset);
    return label;
  });
  const isLeft = (offset: number): boolean => (last.get(labels[offset] ?? '') ?? offset) === offset;
  if (half.every((_, offset) => isLeft(offset))) return {};
  const left = half.map((message, offset) => (isLeft(offset) ? message : NO_HALF));
  return { roles: { 'half-topic': withData(halfTopic, { half: left }) } };
}

function bufferOf(halfTopic: { readonly value: unknown; readonly context: DataObject }): readonly number[] {
  return halfTopic.value === 'crashed' ? [] : written<HalfTopicContext>(halfTopic.context).buffer;
}

/**
 * Committed orders with a half message that no op names, ahead of the cursor: they will be asked about until COMMIT is stored, or
 * parked.
 */
const forgetAsked: Forgetting = (world: World): Forgotten => {
  const [halfTopic, checker] = [world.roles['half-topic'], world.roles['checker']];
  const rows = rowsOf(world);
  if (halfTopic === undefined || checker === undefined || !Object.values(rows).includes('committed')) return {};
  const { half, op } = dataOf<HalfTopicContext>(halfTopic);
  const { cursors } = dataOf<CheckerContext>(checker);
  const settled = new Set([...op.flat(), ...bufferOf(halfTopic)]);
  const asked = new Set(half.flatMap(({ tx }, offset) => (offset >= cursors.half && !settled.has(offset) ? [tx] : [])));
  return { roles: ended(world, (tx) => rows[tx] === 'committed' && asked.has(tx)) };
};

/** What stands for one or more is still there after one was taken; a check that is looked up may wait again at any place. */
const oneOrMore: OneOrMore = {
  ways: (step) => {
    if (step.kind === 'deliver') return isRepeatable(step.message) ? 1 : 0;
    return isLookUp(step) ? PLACES_MAX : 0;
  },
  kept: (world, step, changes, way) =>
    isLookUp(step)
      ? withCheckAgain(world, changes, way)
      : { ...changes, transfers: changes.transfers.filter(({ kind }) => kind !== 'take') },
  isCounted: (world, step) => {
    if (step.kind !== 'fire' || step.role !== 'checker' || step.delay !== 'transactionCheckInterval') return false;
    const [halfTopic, checker] = [world.roles['half-topic'], world.roles['checker']];
    if (halfTopic === undefined || checker === undefined) return false;
    const queues = dataOf<HalfTopicContext>(halfTopic);
    const { cursors } = dataOf<CheckerContext>(checker);
    const rules = { halfCursor: cursors.half, opCursor: cursors.op, checkMax: NEVER, hasImmunity: false };
    return planPass(rules, queues).copies.length > 0;
  },
};

/** As many as there are orders of which a check may wait. */
const PLACES_MAX = 9;

function isLookUp(step: Step): boolean {
  return step.kind === 'fire' && step.role === PRODUCER && step.delay === 'checkLocalTransaction';
}

function withCheckAgain(world: World, changes: Changes, place: number): Changes | null {
  const before = world.roles[PRODUCER];
  const after = changes.roles[PRODUCER];
  if (before === undefined || after === undefined || after.value === 'crashed') return null;
  const [taken] = written<ProducerContext>(before.context).checks;
  const { checks } = written<ProducerContext>(after.context);
  if (taken === undefined || place > checks.length || checks.some(({ tx }) => tx === taken.tx)) return null;
  const again = withData(after, { checks: checks.toSpliced(place, 0, taken) });
  const armed = changes.timers[PRODUCER] ?? world.timers[PRODUCER] ?? [];
  const others = armed.filter((delay) => delay !== 'checkLocalTransaction');
  return {
    ...changes,
    roles: { ...changes.roles, [PRODUCER]: withValue(again, { checkPool: 'checking' }) },
    timers: { ...changes.timers, [PRODUCER]: [...others, 'checkLocalTransaction'].sort() },
  };
}
