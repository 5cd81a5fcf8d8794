/** The relay of the message table and the broker's checker: single actors that many orders wait for. */
import { endStrand, newStrand, schedule } from './events.ts';
import { mark } from './orders.ts';
import { FATE, NOBODY, type Run } from './state.ts';
import { meets, nextOverdue } from './watches.ts';

const RELAY = 0;

/** The strand waits in the actor's list. */
export function hand(run: Run, strand: number, actor: number): void {
  if (actor !== RELAY) return isAskedAbout(run, strand);
  const { relay } = run;
  if (relay.tail < 0) relay.head = strand;
  else run.next[relay.tail] = strand;
  relay.tail = strand;
  run.next[strand] = -1;
  relay.length += 1;
  if (!relay.isAsleep || run.scenario.choices.hint === 'off') return;
  relay.isAsleep = false;
  schedule(run, run.now, relay.strand);
}

/** The END of this order will not come. */
function isAskedAbout(run: Run, strand: number): void {
  const { list, open, delivered, discarded, watch } = run.checks;
  const order = run.order[strand] ?? 0;
  const attempt = run.attempt[strand] ?? 0;
  if (watch >= 0) meets(run, strand, watch);
  const asking = open.get(order);
  if (delivered.has(order)) mark(run, order, attempt, 'late');
  else if (discarded.has(attemptOf(run, order, attempt))) mark(run, order, attempt, 'parked');
  else if (asking === undefined) {
    const committedMs = run.committedMs[order] ?? NaN;
    list.push(order);
    open.set(order, { strand, attempt, asked: 0, sinceMs: Number.isNaN(committedMs) ? run.now : committedMs });
    return;
  } else if (asking.strand === NOBODY) {
    asking.strand = strand;
    return;
  }
  // Of an order that was tried again the broker asks about one message only.
  endStrand(run, strand);
}

/** Takes up to a batch; with nothing there, the relay sleeps until it is woken, or for its interval. */
export function gather(run: Run, strand: number, pc: number): boolean {
  const { relay, numbers, scenario } = run;
  relay.strand = strand;
  if (relay.length === 0) {
    relay.isAsleep = true;
    if (scenario.choices.hint === 'off') schedule(run, run.now + numbers['poll-every'], strand);
    return false;
  }
  relay.isAsleep = false;
  const size = Math.min(relay.length, numbers.batch);
  relay.batches.set(strand, relay.head);
  let last = relay.head;
  relay.orders = [run.order[last] ?? 0];
  for (let count = 1; count < size; count += 1) {
    last = run.next[last] ?? -1;
    relay.orders.push(run.order[last] ?? 0);
  }
  relay.head = run.next[last] ?? -1;
  if (relay.head < 0) relay.tail = -1;
  run.next[last] = -1;
  relay.length -= size;
  relay.lastBatch = size;
  run.pc[strand] = pc + 1;
  return true;
}

/** Every order of the batch goes on, in the order of the rows. */
export function release(run: Run, by: number): void {
  const { batches } = run.relay;
  for (let strand = batches.get(by) ?? -1; strand >= 0;) {
    const next = run.next[strand] ?? -1;
    schedule(run, run.now, strand);
    strand = next;
  }
  batches.delete(by);
}

/** What nobody has confirmed may be there or not: each row of it will be published once more. */
export function onceMore(run: Run, pc: number): void {
  for (const order of run.relay.orders) {
    run.passed[order] = 1;
    schedule(run, run.now, newStrand(run, order, pc));
  }
}

/** True when the relay looks again at once. */
export function rest(run: Run, strand: number): boolean {
  const { relay, numbers, scenario } = run;
  if (scenario.choices.hint === 'on') return true;
  if (scenario.choices['look-again'] === 'on' && relay.lastBatch === numbers.batch) return true;
  schedule(run, run.now + numbers['poll-every'], strand);
  return false;
}

/** The next half message that is old enough is asked about; true when the pass is over. */
export function ask(run: Run, strand: number, pc: number): boolean {
  const { checks, numbers, code } = run;
  for (; checks.cursor < checks.list.length; checks.cursor += 1) {
    const order = checks.list[checks.cursor] ?? 0;
    const message = checks.open.get(order);
    if (message === undefined || run.now - message.sinceMs < numbers['check-age']) continue;
    checks.cursor += 1;
    if (message.asked >= numbers['checks-max']) {
      checks.open.delete(order);
      // What still runs may end well: that the broker asks no more does not settle it.
      if (message.strand === NOBODY) checks.discarded.add(attemptOf(run, order, message.attempt));
      else {
        endStrand(run, message.strand);
        mark(run, order, 0, 'parked');
      }
    } else {
      message.asked += 1;
      question(run, order);
    }
    run.pc[strand] = pc + 1;
    schedule(run, run.now + (code.ms[pc] ?? 0), strand);
    return false;
  }
  if (asksWhatRuns(run)) {
    run.pc[strand] = pc + 1;
    schedule(run, run.now + (code.ms[pc] ?? 0), strand);
    return false;
  }
  checks.list = checks.list.filter((order) => checks.open.has(order));
  checks.cursor = 0;
  run.pc[strand] = code.a[pc] ?? 0;
  return true;
}

function attemptOf({ numbers }: Run, order: number, attempt: number): number {
  return order * (numbers.retries + 1) + attempt;
}

function question(run: Run, order: number): void {
  run.checks.count += 1;
  schedule(run, run.now, newStrand(run, order, run.plan.asked ?? 0));
}

/** A half message whose transaction has been running for too long, behind all that have been asked about before. */
function asksWhatRuns(run: Run): boolean {
  const { checks, watches } = run;
  const watch = watches[checks.watch];
  if (watch === undefined) return false;
  for (let strand = nextOverdue(run, checks.watch); strand !== NOBODY; strand = nextOverdue(run, checks.watch)) {
    const order = run.order[strand] ?? 0;
    watch.passed += 1;
    run.passed[order] = checks.watch + 1;
    if (checks.open.has(order)) continue;
    checks.list.push(order);
    checks.cursor = checks.list.length;
    checks.open.set(order, { strand: NOBODY, attempt: run.attempt[strand] ?? 0, asked: 1, sinceMs: -Infinity });
    question(run, order);
    return true;
  }
  return false;
}

/**
 * The answer of a check. Nothing comes of it while the transaction runs. What was asked about then is settled by an answer
 * alone, so the order's own END does not spare a second message; else the order goes on as if its request had come.
 */
export function settle(run: Run, order: number): void {
  const { open, delivered } = run.checks;
  const message = open.get(order);
  if (message === undefined) return;
  const isUnheard = message.strand === NOBODY;
  if (isUnheard && run.fate[order] === FATE.none) return;
  open.delete(order);
  run.checks.lastSettledMs = run.now;
  if (isUnheard) delivered.add(order);
  schedule(run, run.now, isUnheard ? newStrand(run, order, run.plan.sentAgain) : message.strand);
}
