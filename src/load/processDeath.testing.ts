/** The death of the order service in the second simulator: found by looking at who is alive, not at columns of numbers. */
import { OWN_POOLS } from './instruction.ts';
import { hand } from './processActors.testing.ts';
import { newOwn, takeOver, type Bench, type Own } from './processBench.testing.ts';
import { fails, marked } from './processBuyers.testing.ts';
import { giveBack } from './processPlaces.testing.ts';
import { breaksOff } from './processWatches.testing.ts';

export function die(bench: Bench): void {
  const { alive, places, plan, orders } = bench;
  const fate = plan.death?.fate ?? null;
  bench.isDown = true;
  const victims = [...alive]
    .filter(({ zone, isDead }) => !isDead && zone !== 'outside')
    .sort((one, other) => one.order - other.order || one.attempt - other.attempt);
  for (const own of victims) {
    own.isOrphan = own.zone === 'beyond' || (own.zone === 'caught' && fate === 'phantom');
    own.isDead = !own.isOrphan;
  }
  for (const place of places.values()) {
    place.waiting = place.waiting.filter(({ own }) => {
      if (own.isDead) alive.delete(own);
      return !own.isDead;
    });
    if (OWN_POOLS.has(place.pool)) place.free = place.size;
  }
  const caught = new Map<number, boolean>();
  for (const own of victims) {
    const { order } = own;
    takeOver(bench, own);
    for (const key of orders[order]?.joins.keys() ?? [])
      if (key.startsWith(`${own.attempt} `)) orders[order]?.joins.delete(key);
    breaksOff(own);
    const keepsRow = fate === 'in-doubt' && own.zone === 'caught' && own.holds.delete('rows');
    if (own.zone === 'caught') {
      if (fate === 'lost' && orders[order]?.fate === 'committed') marked(bench, 'lost', own);
      if (fate === 'asked') {
        const asked = newOwn(order, orders[order]?.attempt ?? 0);
        hand(bench, 'checker', asked, () => bench.start(asked, plan.death?.resume ?? 0, null));
      }
      caught.set(order, keepsRow || (caught.get(order) ?? false));
    }
    for (const pool of own.holds) {
      const staysHeld = own.isOrphan ? pool !== 'rows' : OWN_POOLS.has(pool);
      if (!staysHeld) giveBack(bench, own, pool);
    }
    fails(bench, own);
  }
  if (fate === 'in-doubt') for (const [order, holdsRow] of caught) bench.inDoubt.push({ order, holdsRow });
}

export function beAgain(bench: Bench): void {
  bench.isDown = false;
  for (const { order, holdsRow } of bench.inDoubt.splice(0)) {
    const own: Own = newOwn(order, bench.orders[order]?.attempt ?? 0);
    if (holdsRow) own.holds.add('rows');
    bench.start(own, bench.plan.death?.resume ?? 0, bench.clock.now);
  }
}
