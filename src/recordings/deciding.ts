/** Where a recording shows only a part of what happened: which further line would say how its orders end. */
import { keyOf } from '../engine/data.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { worldKey, type World } from '../engine/world.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import type { Verdict } from '../protocols/protocol.ts';
import type { Deciding, Sight } from './answer.ts';
import { HALF_TOPIC } from './names.ts';
import type { Question, Situation } from './question.ts';
import { shownBy } from './shown.ts';

/** More worlds than this are not looked at. */
const WORLDS_MAX = 1_000;
/** No more lines are named. */
const LINES_MAX = 6;

interface Ahead {
  readonly world: World;
  /** The first lines on the way that say which way the transaction goes: of those that the log can show, and of all. */
  readonly line: Sight | null;
  readonly hidden: Sight | null;
}

/**
 * Goes on from where a partial recording ends, in which nothing more goes wrong: every line that may come first and that
 * says something of the transaction, with the way in which the order then ends.
 */
export function decidingIn(question: Question, { world: start }: Situation): readonly Deciding[] {
  const { model } = question.engine;
  if (question.recorded === undefined || !isOpen(start, model.settings)) return [];
  const found = new Map<string, Deciding>();
  const known = new Set<string>();
  const queue: Ahead[] = [{ world: start, line: null, hidden: null }];
  for (let next = queue.shift(); next !== undefined && known.size < WORLDS_MAX; next = queue.shift()) {
    const { world } = next;
    for (const step of question.engine.enabled(world)) {
      if (!isOrdinary(step)) continue;
      const outcome = question.engine.apply(world, step);
      if (!outcome.ok) continue;
      const shown = shownBy(question, { before: world, after: outcome.world, records: outcome.records });
      const telling = shown.filter(({ sight }) => isTelling(sight));
      const line = next.line ?? telling.find(({ comes }) => comes !== 'never')?.sight ?? null;
      const hidden = next.hidden ?? telling[0]?.sight ?? null;
      const key = `${worldKey(outcome.world)} ${line === null ? '' : keyOf(line)} ${hidden === null ? '' : keyOf(hidden)}`;
      if (known.has(key)) continue;
      known.add(key);
      const decisive = line ?? hidden;
      if (decisive !== null && !isOpen(outcome.world, model.settings)) {
        const deciding = { line: decisive, verdict: verdictOf(outcome.world, model.settings) };
        found.set(`${keyOf(decisive)} ${deciding.verdict}`, deciding);
      } else queue.push({ world: outcome.world, line, hidden });
    }
  }
  return onlyDeciding([...found.values()]).slice(0, LINES_MAX);
}

/** What says which way a transaction goes; a copy of a check only says that it is still open. */
function isTelling({ what, fields }: Sight): boolean {
  return TELLING.has(what) && fields['topic'] !== HALF_TOPIC;
}

const TELLING: ReadonlySet<Sight['what']> = new Set([
  'endReceived',
  'checkEnded',
  'executeEnded',
  'appended',
  'delivered',
]);

function isOpen(world: World, settings: Settings): boolean {
  return halfMessage.ledger(world, settings).some(({ verdict }) => verdict === 'pending');
}

function verdictOf(world: World, settings: Settings): Verdict {
  return halfMessage.ledger(world, settings).find(({ verdict }) => verdict !== 'pending')?.verdict ?? 'pending';
}

/** No mishaps, no new orders, no people; nothing that makes no difference to how it ends. */
function isOrdinary(step: Step): boolean {
  if (step.kind === 'deliver') return step.message.type !== 'consumerOffset';
  if (step.kind === 'fire') return TIMERS.has(step.delay);
  if (step.kind !== 'choose') return false;
  const { type, outcome } = step.message;
  return type === 'answerCheck' || outcome === 'commit' || outcome === 'rollback';
}

const TIMERS: ReadonlySet<string> = new Set([
  'endTransactionDelay',
  'checkLocalTransaction',
  'consumeMessage',
  'transactionTimeOut',
  'transactionCheckInterval',
  'passEnd',
]);

/** Of the lines that leave several ends open, only those that exclude one are of use. */
function onlyDeciding(found: readonly Deciding[]): readonly Deciding[] {
  const verdicts = new Set(found.map(({ verdict }) => verdict));
  const verdictsOf = (line: Sight): number =>
    new Set(found.filter((one) => keyOf(one.line) === keyOf(line)).map(({ verdict }) => verdict)).size;
  return found.filter(({ line }) => verdicts.size === 1 || verdictsOf(line) < verdicts.size);
}
