/** Relay and checker in the second simulator. */
import { newOwn, type Bench, type Own } from './processBench.testing.ts';
import { marked } from './processBuyers.testing.ts';

/** False where the broker asks about this order already. */
export function hand(bench: Bench, actor: 'relay' | 'checker', { order }: Own, resume: () => void): boolean {
  const { relay, half, clock, orders, scenario } = bench;
  if (actor === 'checker') {
    if (half.open.has(order)) return false;
    const committedMs = orders[order]?.committedMs ?? NaN;
    half.list.push(order);
    half.open.set(order, { asked: 0, sinceMs: Number.isNaN(committedMs) ? clock.now : committedMs, goOn: resume });
    return true;
  }
  relay.rows.push({ order, goOn: resume });
  if (scenario.choices.hint === 'on' && relay.wake !== null) {
    clock.at(clock.now, relay.wake);
    relay.wake = null;
  }
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
      marked(bench, 'parked', newOwn(order, 0));
    } else {
      message.asked += 1;
      bench.start(newOwn(order, orders[order]?.attempt ?? 0), plan.asked ?? 0, clock.now);
    }
    return true;
  }
  half.list = half.list.filter((order) => half.open.has(order));
  half.cursor = 0;
  return false;
}

export function settle({ half, clock }: Bench, order: number): void {
  const message = half.open.get(order);
  if (message === undefined) return;
  half.open.delete(order);
  clock.at(clock.now, message.goOn);
}
