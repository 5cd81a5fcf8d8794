/** Who holds what of an order: half messages. */
import { inFlight, type World } from '../../engine/world.ts';
import { TRUTH, type Belief, type BeliefNotes, type Lane, type Saying } from '../shared/beliefs.ts';
import { consumerBelief, CONSUMER_LANES, NOTHING_HEARD, pointsBelief, topicBelief } from '../shared/deliveryBeliefs.ts';
import { processOf, PRODUCERS, type ProducerRole } from './instances.ts';
import { read, type HalfMessageWorld } from './read.ts';
import type { LocalTransactionState } from './vocabulary.ts';

export const beliefs: BeliefNotes = {
  lanes: (roles) => [
    TRUTH,
    ...PRODUCERS.filter((role) => roles.some(({ id }) => id === role)).flatMap(producerLanes),
    { id: 'order-database', process: 'order-db', about: 'database' },
    { id: 'broker', process: 'broker', about: 'outcome' },
    ...CONSUMER_LANES,
  ],
  belief: (world, lane, order) => beliefIn(read(world), lane, order),
};

function producerLanes(role: ProducerRole): readonly Lane[] {
  const process = processOf(role);
  return [
    { id: role, process, about: 'transaction' },
    { id: `checker-of-${role}`, process, about: 'checker' },
  ];
}

function beliefIn(seen: HalfMessageWorld, lane: string, order: string): Belief {
  switch (lane) {
    case 'order-database': {
      const row = seen.orders.find((one) => one.order === order)?.row ?? 'none';
      return { says: [`rows-${row}`], claim: null };
    }
    case 'broker':
      return brokerBelief(seen, order);
    case 'consumer':
      return consumerBelief(seen, order);
    case 'points-database':
      return pointsBelief(seen, order);
    default: {
      const asked = PRODUCERS.find((role) => lane === `checker-of-${role}`);
      return asked === undefined ? transactionBelief(seen, lane, order) : checkerBelief(seen, asked, order);
    }
  }
}

/** The caller's thread: it knows how its transaction ended until it is through with it (HM-2, HM-7). */
function transactionBelief(seen: HalfMessageWorld, role: string, order: string): Belief {
  const producer = seen.producers.find((one) => one.role === role);
  const context = producer?.context ?? null;
  if (context === null) return GONE;
  const states = JSON.stringify(producer?.value);
  if (context.tx === order) {
    if (states.includes('"returning"')) return reported('producer-will', context.answer);
    const isWaiting = states.includes('"awaitingSendResult"');
    return { says: [isWaiting ? 'producer-asked' : 'producer-running'], claim: 'undecided' };
  }
  const said = saidIn(seen.world, role, order, false);
  if (said !== null) return reported('producer-said', said);
  const isSender = seen.halfTopic.half.some(({ tx, producer: sender }) => tx === order && sender === role);
  return { says: [isSender && !context.isRecovered ? 'producer-done' : 'producer-nothing'], claim: null };
}

/** The check pool: it knows only what it is asked about, and what it answers is all that is left of it. */
function checkerBelief(seen: HalfMessageWorld, role: string, order: string): Belief {
  const context = seen.producers.find((one) => one.role === role)?.context ?? null;
  if (context === null) return GONE;
  if (context.checks.some(({ tx }) => tx === order)) return { says: ['checker-looks'], claim: null };
  const said = saidIn(seen.world, role, order, true);
  return said === null ? { says: ['checker-unasked'], claim: null } : reported('checker-said', said);
}

/** The last answer of an instance that is still on its way. */
function saidIn(world: World, role: string, order: string, fromCheck: boolean): LocalTransactionState | null {
  const ends = inFlight(world, role, 'broker').filter(
    (message) => message.type === 'endTransaction' && message['tx'] === order && message['fromCheck'] === fromCheck,
  );
  const state = ends.at(-1)?.['state'];
  return state === 'COMMIT' || state === 'ROLLBACK' || state === 'UNKNOW' ? state : null;
}

function reported(saying: 'producer-will' | 'producer-said' | 'checker-said', state: LocalTransactionState): Belief {
  return { says: [`${saying}-${state}` satisfies Saying], claim: CLAIMS[state] };
}

const CLAIMS = { COMMIT: 'committed', ROLLBACK: 'not-committed', UNKNOW: 'undecided' } as const;
const GONE: Belief = { says: ['gone'], claim: null };

/** What is stored decides, also while the broker is down: of unsettled half messages it knows no outcome (HM-36). */
function brokerBelief(seen: HalfMessageWorld, order: string): Belief {
  const { halfTopic, checker, topic } = seen;
  const stored = topicBelief(topic, order);
  if (stored !== null) return stored;
  const settled = new Set([...halfTopic.op.flat(), ...halfTopic.buffer]);
  const halves = halfTopic.half.flatMap(({ tx }, offset) => (tx === order ? [offset] : []));
  if (halves.some((offset) => offset >= checker.cursors.half && !settled.has(offset)))
    return { says: ['broker-half'], claim: 'undecided' };
  if (checker.discarded.some(({ tx }) => tx === order)) return { says: ['broker-discarded'], claim: 'undecided' };
  return halves.length === 0 ? NOTHING_HEARD : { says: ['broker-settled'], claim: 'not-committed' };
}
