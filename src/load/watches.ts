/**
 * Deadlines while they run. All of one kind are equally long, so the first to be armed is the first to be due: a ring per
 * kind and one event for its head, which comes after everything else at its time. What is met in time costs no event.
 */
import { endStrand, newStrand, schedule, scheduleLast } from './events.ts';
import { ZONES } from './instruction.ts';
import { forgetJoins, takeOver } from './joins.ts';
import { leaveOne } from './mates.ts';
import { leaveQueue } from './pools.ts';
import { DOOM, NOBODY, type Run, type Watch } from './state.ts';

/** Events with this number and above are deadlines. */
export const DEADLINES = (1 << 30) + (1 << 24);

const TOO_LATE = -1;
const OUTSIDE = ZONES.indexOf('outside');

export function arm(run: Run, strand: number, kind: number): void {
  const watch = watchAt(run, kind);
  if (watch.tail - watch.head === watch.first.length) skipMet(watch);
  if (watch.tail - watch.head === watch.first.length) growRing(watch);
  const slot = watch.tail & (watch.first.length - 1);
  watch.first[slot] = strand;
  watch.dueMs[slot] = run.now + watch.ms;
  watch.tail += 1;
  watch.entry[strand] = watch.tail;
  watch.mate[strand] = NOBODY;
  if (!watch.isExpected) expect(run, watch, kind);
}

/** Who has waited for too long, and has not been noticed yet by whoever passes by; `NOBODY` for none. */
export function nextOverdue(run: Run, kind: number): number {
  const watch = watchAt(run, kind);
  skipMet(watch);
  const slot = watch.head & (watch.first.length - 1);
  if (watch.head === watch.tail || (watch.dueMs[slot] ?? 0) > run.now) return NOBODY;
  const strand = watch.first[slot] ?? NOBODY;
  watch.head += 1;
  watch.entry[strand] = 0;
  return strand;
}

/** False when it is too late. */
export function meets(run: Run, strand: number, kind: number): boolean {
  const watch = watchAt(run, kind);
  const entry = watch.entry[strand] ?? 0;
  watch.entry[strand] = 0;
  if (entry > 0) watch.first[(entry - 1) & (watch.first.length - 1)] = NOBODY;
  return entry !== TOO_LATE;
}

/** Another strand works for the same, or for this instead: kinds as bits. */
export function divide(
  run: Run,
  strand: number,
  other: number,
  { moves, shares }: Record<'moves' | 'shares', number>,
): void {
  run.watches.forEach((watch, kind) => {
    const entry = watch.entry[strand] ?? 0;
    const isMoved = (moves & (1 << kind)) !== 0;
    if (entry === 0 || (!isMoved && (shares & (1 << kind)) === 0)) return;
    watch.entry[other] = entry;
    if (entry > 0) {
      watch.mate[other] = watch.mate[strand] ?? NOBODY;
      watch.mate[strand] = other;
    }
    if (isMoved) leaveOne(watch, strand);
  });
}

/** Whether nobody waits for this strand any more. */
export function isTooLate({ watches }: Run, strand: number): boolean {
  return watches.some(({ entry }) => entry[strand] === TOO_LATE);
}

/** The event of the first that was not met when it was expected. */
export function comesDue(run: Run, kind: number): void {
  const watch = watchAt(run, kind);
  watch.isExpected = false;
  skipMet(watch);
  const slot = watch.head & (watch.first.length - 1);
  if (watch.head < watch.tail && (watch.dueMs[slot] ?? 0) <= run.now) {
    watch.head += 1;
    passes(run, watch, kind, watch.first[slot] ?? NOBODY);
    skipMet(watch);
  }
  if (watch.head < watch.tail) expect(run, watch, kind);
}

function passes(run: Run, watch: Watch, kind: number, first: number): void {
  watch.passed += 1;
  const order = run.order[first] ?? 0;
  if (watch.reaction === null) throw new Error(`Expected a reaction to deadline ${kind}.`);
  const reaction = newStrand(run, order, watch.reaction);
  run.attempt[reaction] = run.attempt[first] ?? 0;
  if (watch.cancels) takeOver(run, reaction);
  for (let strand = first; strand >= 0;) {
    const next = watch.mate[strand] ?? NOBODY;
    const carried = (run.holds[strand] ?? 0) & watch.carries;
    run.holds[reaction] = (run.holds[reaction] ?? 0) | carried;
    run.holds[strand] = (run.holds[strand] ?? 0) & ~carried;
    run.zone[strand] = OUTSIDE;
    watch.entry[strand] = TOO_LATE;
    if (watch.cancels) giveUp(run, strand);
    strand = next;
  }
  if (watch.cancels) forgetJoins(run, reaction);
  if (order >= 0) run.passed[order] = kind + 1;
  schedule(run, run.now, reaction);
}

/** Whoever is being served is served to the end. */
function giveUp(run: Run, strand: number): void {
  run.doom[strand] = DOOM.doomed;
  if (leaveQueue(run, strand)) endStrand(run, strand);
}

function expect(run: Run, watch: Watch, kind: number): void {
  watch.isExpected = true;
  scheduleLast(run, watch.dueMs[watch.head & (watch.first.length - 1)] ?? 0, DEADLINES + kind, kind);
}

function skipMet(watch: Watch): void {
  while (watch.head < watch.tail && watch.first[watch.head & (watch.first.length - 1)] === NOBODY) watch.head += 1;
}

function watchAt({ watches }: Run, kind: number): Watch {
  const watch = watches[kind];
  if (watch === undefined) throw new Error(`Expected a deadline ${kind} of ${watches.length}.`);
  return watch;
}

function growRing(watch: Watch): void {
  const size = watch.first.length;
  const first = new Int32Array(2 * size);
  const dueMs = new Float64Array(2 * size);
  for (let entry = watch.head; entry < watch.tail; entry += 1) {
    first[entry & (2 * size - 1)] = watch.first[entry & (size - 1)] ?? NOBODY;
    dueMs[entry & (2 * size - 1)] = watch.dueMs[entry & (size - 1)] ?? 0;
  }
  watch.first = first;
  watch.dueMs = dueMs;
}
