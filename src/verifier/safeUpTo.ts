/** Proofs for labels that would need too many worlds: the verifier's own search, with what the run has spent so far. */
import { keyOf } from '../engine/data.ts';
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { World } from '../engine/world.ts';
import type { Protocol } from '../protocols/protocol.ts';
import type { PropertyId } from '../protocols/shared/propertyIds.ts';
import { verdictsFor } from './answer.ts';
import type { Mover } from './space.ts';

const PROMISES: readonly PropertyId[] = ['no-lost', 'no-phantom', 'no-duplicate'];

/**
 * Up to which moment of a run a promise (all of them where none is named) cannot be broken any more unless something else
 * goes wrong, as far as a search tells; −1 for none. Who holds with the faults of the run so far holds in everything that
 * can follow without further ones. A run with other mishaps is followed up to the first of them.
 */
export function safeUpTo(
  protocol: Protocol,
  { engine, frames }: Timeline,
  property: PropertyId | null,
  statesMax: number,
): number {
  const movers = frames.map(({ step }, index) => {
    const before = frames[index - 1]?.world;
    return step === null || before === undefined ? 'system' : moverOf(engine, before, step);
  });
  const orders = movers.filter((mover) => mover === 'order').length;
  const spent = { crash: 0, drop: 0, duplicate: 0 };
  let isProven = false;
  for (const [moment, mover] of movers.entries()) {
    if (mover === null) return moment - 1;
    const isFault = mover === 'crash' || mover === 'drop' || mover === 'duplicate';
    if (isFault) spent[mover] += 1;
    if (isProven && !isFault) continue;
    const search = verdictsFor(protocol, {
      protocol: protocol.id,
      settings: engine.model.settings,
      faults: { ...spent },
      orders: Math.max(1, orders),
      properties: property === null ? PROMISES : [property],
      reduction: 'for-promises',
      statesMax,
      stopsEarly: true,
    });
    while (search.advance(PORTION));
    const { findings } = search.report();
    isProven = findings.length > 0 && findings.every(({ verdict }) => verdict === 'holds');
    if (!isProven) return moment - 1;
  }
  return movers.length - 1;
}

const PORTION = 10_000;

/** Null for a mishap of a kind that the search does not know. */
function moverOf(engine: Engine, world: World, step: Step): Mover | null {
  switch (step.kind) {
    case 'deliver':
    case 'fire':
    case 'restart':
      return 'system';
    case 'drop':
    case 'duplicate':
    case 'crash':
      return step.kind;
    case 'choose': {
      const chosen = engine.explored(world).find(({ role, message }) => {
        return role === step.role && keyOf(message) === keyOf(step.message);
      });
      return chosen?.class ?? null;
    }
  }
}
