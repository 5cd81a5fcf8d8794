/** What must have been seen by now: what a broker does by itself is done in time. */
import type { Step } from '../engine/step.ts';
import { inFlight, isCrashed, type World } from '../engine/world.ts';
import { read } from '../protocols/half-message/read.ts';
import type { Sight } from './answer.ts';
import { deliveryDueMs, opDueMs, passDueMs, retryDueMs, TOLD_LATE_MS } from './clock.ts';
import { retryTopic } from './names.ts';
import type { Question, Situation } from './question.ts';
import { shownBy, type Shown } from './shown.ts';

export interface Overdue {
  readonly missing: Sight;
  readonly dueMs: number;
  /** A step that nobody sees can still have been taken in time; null for what was to be seen. */
  readonly unseen: Step | null;
}

const PASS: Step = { kind: 'fire', role: 'checker', delay: 'transactionCheckInterval' };
const OP: Step = { kind: 'fire', role: 'half-topic', delay: 'opWrite' };
const RETRY: Step = { kind: 'fire', role: 'topic', delay: 'retryDelay' };

/** The first thing that had to come before everything that is still to be explained. */
export function overdueIn(question: Question, situation: Situation, nowMs: number): Overdue | null {
  const { timing } = question;
  const { world, times } = situation;
  const due = [
    ...situation.owed.map(({ shown, sinceMs }): Overdue => {
      return { missing: shown.sight, dueMs: sinceMs + TOLD_LATE_MS, unseen: null };
    }),
    ...byTimer(question, world, OP, () => opDueMs(timing, times)),
    ...byTimer(question, world, RETRY, () => retryDueMs(timing, times, world)),
    ...byTimer(question, world, PASS, (shown) => passDueMs(timing, times, firstOf(shown))),
    ...deliveries(question, situation),
  ];
  return due.find(({ dueMs }) => dueMs + question.timing.orderMs < nowMs) ?? null;
}

/** What an armed timer of the broker will show, and when that must be. */
function byTimer(
  question: Question,
  before: World,
  step: Step,
  dueOf: (shown: readonly Shown[]) => number | null,
): readonly Overdue[] {
  const outcome = question.engine.apply(before, step);
  if (!outcome.ok) return [];
  const all = shownBy(question, { before, after: outcome.world, records: outcome.records });
  const shown = all.filter(({ comes }) => comes === 'now');
  // nobody would have seen it
  if (shown.length < all.length) return [];
  const moved = cursorsMoved(before, outcome.world);
  const missing = shown[0]?.sight ?? (moved === null || question.coming(moved) === 'never' ? null : moved);
  const dueMs = missing === null ? null : dueOf(shown);
  return missing === null || dueMs === null ? [] : [{ missing, dueMs, unseen: shown.length > 0 ? null : step }];
}

/** A pass that shows nothing may still move its cursors. */
function cursorsMoved(before: World, after: World): Sight | null {
  const { checker, halfTopic } = read(after);
  const { half, op } = checker.cursors;
  const old = read(before).checker.cursors;
  if (half === old.half && op === old.op) return null;
  return {
    what: 'cursors',
    fields: {
      half: [half, halfTopic.half.length],
      op: [op, halfTopic.op.length],
      discarded: checker.discarded.length,
    },
  };
}

/** The first half offset that a pass would copy or discard. */
function firstOf(shown: readonly Shown[]): number | null {
  const [first] = shown;
  if (first?.record.kind !== 'noted') return null;
  const { of, offset } = first.record.fields;
  return Number(of ?? offset);
}

/** Messages on their way to a consumer that runs. */
function deliveries({ settings, sights, lanes, coming }: Question, { world, times }: Situation): readonly Overdue[] {
  if (isCrashed(world, 'points')) return [];
  return inFlight(world, 'topic', 'consumer').flatMap((message): readonly Overdue[] => {
    const { queue, offset, tx: order } = message;
    const topic = queue === 'retry' ? retryTopic(settings) : settings.topic;
    const stored = sights.findIndex(
      ({ what, fields }) => what === 'appended' && fields['topic'] === topic && (fields['offset'] ?? offset) === offset,
    );
    const missing: Sight = {
      what: 'delivered',
      fields: { topic: settings.topic, offset: offset ?? null, order: order ?? null },
    };
    const isShown = stored >= 0 && coming(missing) === 'now';
    return isShown ? [{ missing, dueMs: deliveryDueMs(times, lanes.timeOf(stored)), unseen: null }] : [];
  });
}
