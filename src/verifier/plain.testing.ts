/**
 * A small explorer that is obviously right: whole worlds, JSON keys, one step after the other, nothing remembered.
 * The fast one must agree with it.
 */
import { stable } from '../engine/data.ts';
import { choiceStep } from '../engine/enabled.ts';
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { FaultBudget } from './question.ts';

export interface PlainReport {
  readonly states: number;
  readonly generated: number;
  readonly depth: number;
}

interface Place {
  readonly world: World;
  readonly spent: FaultBudget & { readonly order: number };
}

export function explorePlainly(engine: Engine, faults: FaultBudget, orders: number, holds: (world: World) => boolean) {
  const first: Place = { world: engine.initial.world, spent: { crash: 0, drop: 0, duplicate: 0, order: 0 } };
  const seen = new Set([stable(first)]);
  let level: readonly Place[] = [first];
  let generated = 1;
  let depth = 0;
  let brokenAt: number | null = null;
  for (; level.length > 0; depth += 1) {
    if (brokenAt === null && level.some(({ world }) => !holds(world))) brokenAt = depth;
    const next: Place[] = [];
    for (const place of level) {
      for (const step of exploredSteps(engine, place.world)) {
        const spent = spend(engine, place, step, { ...faults, order: orders });
        if (spent === null) continue;
        const outcome = engine.apply(place.world, step);
        if (!outcome.ok) throw new Error('An enabled step does not apply.');
        generated += 1;
        const after = { world: outcome.world, spent };
        const key = stable(after);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(after);
      }
    }
    level = next;
  }
  const report: PlainReport = { states: seen.size, generated, depth };
  return { report, brokenAt };
}

function exploredSteps(engine: Engine, world: World): readonly Step[] {
  const explored = engine.choices(world).filter(({ explored: how }) => how !== undefined);
  return [...engine.enabled(world).filter(({ kind }) => kind !== 'choose'), ...explored.map(choiceStep)];
}

type Spent = Place['spent'];

function spend(engine: Engine, { world, spent }: Place, step: Step, max: Spent): Spent | null {
  const after = ((): Spent => {
    switch (step.kind) {
      case 'crash':
        return { ...spent, crash: spent.crash + 1 };
      case 'drop':
        return { ...spent, drop: spent.drop + 1 };
      case 'duplicate':
        return { ...spent, duplicate: spent.duplicate + 1 };
      case 'choose': {
        const choice = engine
          .choices(world)
          .find(({ role, message }) => role === step.role && message.type === step.message.type);
        return choice?.explored === 'order' ? { ...spent, order: spent.order + 1 } : spent;
      }
      case 'deliver':
      case 'fire':
      case 'restart':
        return spent;
    }
  })();
  const isWithin =
    after.crash <= max.crash && after.drop <= max.drop && after.duplicate <= max.duplicate && after.order <= max.order;
  return isWithin ? after : null;
}
