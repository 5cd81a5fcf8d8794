/** The library: each run in link words, and the verdict that it ends in. */
import type { NamedScenario } from '../protocol.ts';
import { clean } from './clean.ts';

const ASKED = 'order.prepare~order-db.prepare';
const PREPARED = `${ASKED}.work~order-db.work`;
const VOTED = `${PREPARED}.vote~order-db.vote`;
const TOLD = `${VOTED}.decide.announce`;
const COMMITTED = 'commit~order-db.commit.ack~order-db.ack';
const ABORTED = 'abort~order-db.abort';
const HALF_TOLD = `${TOLD}.commit~order-db.drop~commit`;

export const scenarios = [
  clean,
  {
    id: 'vote-no',
    settings: {},
    run: `${ASKED}.work~order-db.vote.refuse.vote.abort`,
    verdict: 'consistent',
  },
  {
    id: 'three-one-refuses',
    settings: { participants: '3' },
    run: 'order.prepare~order-db.prepare~points-db.prepare.work~order-db.work~points-db.refuse.vote~stock-db.abort~order-db.abort',
    verdict: 'consistent',
  },
  { id: 'blocked', settings: {}, run: `${VOTED}.crash~order`, verdict: 'blocked' },
  { id: 'half-told', settings: {}, run: `${HALF_TOLD}.crash~order`, verdict: 'blocked' },
  {
    id: 'coordinator-dies-before-log',
    settings: {},
    run: `${VOTED}.crash~order.restart~order.${ABORTED}`,
    verdict: 'consistent',
  },
  {
    id: 'coordinator-dies-after-log',
    settings: {},
    run: `${VOTED}.decide.crash~order.restart~order.${COMMITTED}`,
    verdict: 'late',
  },
  {
    id: 'no-log',
    settings: { 'coordinator-log': 'none' },
    run: `${HALF_TOLD}.crash~order.restart~order.abort`,
    verdict: 'lost',
  },
  {
    id: 'participant-dies-before-vote',
    settings: {},
    run: `${ASKED}.work~order-db.crash~points-db.vote.timeout.${ABORTED}.restart~points-db`,
    verdict: 'consistent',
  },
  {
    id: 'participant-dies-after-vote',
    settings: {},
    run: `${VOTED}.crash~points-db.decide.announce.commit~order-db.commit.ack.restart~points-db.recover.commit.ack`,
    verdict: 'late',
  },
  {
    id: 'vote-lost',
    settings: {},
    run: `${PREPARED}.vote~order-db.drop~vote.timeout.${ABORTED}`,
    verdict: 'consistent',
  },
  { id: 'decision-lost', settings: {}, run: `${HALF_TOLD}.ack.recover.commit.ack`, verdict: 'late' },
  {
    id: 'locks-held',
    settings: {},
    run: `${HALF_TOLD}.order.prepare~order-db.prepare.vote.abort.recover.commit`,
    verdict: 'late',
  },
  {
    id: 'acknowledgement-lost',
    settings: {},
    run: `${TOLD}.commit~order-db.commit.ack~order-db.drop~ack.recover`,
    verdict: 'consistent',
  },
  {
    id: 'heuristic-damage',
    settings: {},
    run: `${VOTED}.decide.crash~order.force-rollback~points-db.restart~order.${COMMITTED}`,
    verdict: 'lost',
  },
  {
    id: 'heuristic-lucky',
    settings: {},
    run: `${VOTED}.crash~order.force-rollback~points-db.restart~order.${ABORTED}`,
    verdict: 'consistent',
  },
  {
    id: 'heuristic-phantom',
    settings: {},
    run: `${VOTED}.crash~order.force-commit~points-db.restart~order.${ABORTED}`,
    verdict: 'phantom',
  },
  {
    id: 'benchmark-commit',
    settings: { semantics: 'benchmark' },
    run: 'work~order-db.work.prepared~order-db.prepared~points-db.tm-commit.commit~order-db.commit~points-db',
    verdict: 'consistent',
  },
  {
    id: 'benchmark-abort',
    settings: { semantics: 'benchmark' },
    run: 'work~order-db.prepared.give-up.tm-abort.abort~order-db.abort~points-db',
    verdict: 'consistent',
  },
] as const satisfies readonly NamedScenario[];
