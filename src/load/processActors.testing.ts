/** Relay and checker in the second simulator. */
import { newOwn, type Bench, type Own } from './processBench.testing.ts';
import { marked } from './processBuyers.testing.ts';
import type { Promised } from './processWatches.testing.ts';

/** False where the broker asks about this order already. */
export function hand(bench: Bench, actor: 'relay' | 'checker', own: Own, resume: () => void): boolean {
  const { relay, clock, scenario } = bench;
  const { order } = own;
  if (actor === 'checker') return isAskedAbout(bench, own, resume);
  relay.rows.push({ order, goOn: resume });
  if (scenario.choices.hint === 'on' && relay.wake !== null) {
    clock.at(clock.now, relay.wake);
    relay.wake = null;
  }
  return true;
}

function isAskedAbout(bench: Bench, own: Own, resume: () => void): boolean {
  const { half, clock, orders } = bench;
  const { order, attempt } = own;
  // Nothing runs any more.
  for (const promised of own.promises) if (bench.plan.dogs[promised.kind]?.reaction === null) promised.by.clear();
  const asking = half.open.get(order);
  if (half.delivered.has(order)) {
    marked(bench, 'late', own);
    return false;
  }
  if (half.discarded.has(`${order} ${attempt}`)) {
    marked(bench, 'parked', own);
    return false;
  }
  if (asking === undefined) {
    const committedMs = orders[order]?.committedMs ?? NaN;
    const sinceMs = Number.isNaN(committedMs) ? clock.now : committedMs;
    half.list.push(order);
    half.open.set(order, { attempt, asked: 0, sinceMs, goOn: resume });
    return true;
  }
  if (asking.goOn !== null) return false;
  asking.goOn = resume;
  return true;
}

/** The checker asks about the next; false when the pass is over. */
export function askNext(bench: Bench): boolean {
  const { half, clock, orders, plan, scenario } = bench;
  const { numbers } = scenario;
  while (half.cursor < half.list.length) {
    const order = half.list[half.cursor] ?? 0;
    half.cursor += 1;
    const message = half.open.get(order);
    if (message === undefined || clock.now - message.sinceMs < numbers['check-age']) continue;
    if (message.asked >= numbers['checks-max']) {
      half.open.delete(order);
      if (message.goOn === null) half.discarded.add(`${order} ${message.attempt}`);
      else marked(bench, 'parked', newOwn(order, 0));
    } else {
      message.asked += 1;
      bench.start(newOwn(order, orders[order]?.attempt ?? 0), plan.asked ?? 0, clock.now);
    }
    return true;
  }
  for (let next = half.running[0]; next !== undefined && isOver(next, clock.now); next = half.running[0]) {
    half.running.shift();
    if (next.by.size === 0) continue;
    for (const own of next.by) own.promises.delete(next);
    const { order, attempt, kind } = next;
    const known = orders[order];
    if (known !== undefined) known.passed = plan.dogs[kind]?.delay ?? null;
    if (half.open.has(order)) continue;
    half.list.push(order);
    half.cursor = half.list.length;
    half.open.set(order, { attempt, asked: 1, sinceMs: -Infinity, goOn: null });
    bench.start(newOwn(order, known?.attempt ?? 0), plan.asked ?? 0, clock.now);
    return true;
  }
  half.list = half.list.filter((order) => half.open.has(order));
  half.cursor = 0;
  return false;
}

function isOver({ by, dueMs }: Promised, now: number): boolean {
  return by.size === 0 || dueMs <= now;
}

export function settle(bench: Bench, order: number): void {
  const { half, clock, orders, plan } = bench;
  const message = half.open.get(order);
  const known = orders[order];
  if (message === undefined || known === undefined) return;
  if (message.goOn !== null) {
    half.open.delete(order);
    clock.at(clock.now, message.goOn);
  } else if (known.fate !== 'none') {
    half.open.delete(order);
    half.delivered.add(order);
    bench.start(newOwn(order, known.attempt), plan.sentAgain, clock.now);
  }
}
