/**
 * A small explorer that is obviously right: whole worlds, JSON keys, one step after the other, nothing remembered.
 * The fast one must agree with it.
 */
import { stable } from '../engine/data.ts';
import { choiceStep } from '../engine/enabled.ts';
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { LedgerLine } from '../protocols/protocol.ts';
import type { Property } from './properties.ts';
import type { FaultBudget, Judgement } from './question.ts';

export interface PlainReport {
  readonly states: number;
  readonly generated: number;
  readonly depth: number;
  /** `steps`: the length of the shortest run that decides it; null where none does, or where a loop does. */
  readonly findings: readonly { readonly id: string; readonly verdict: Judgement; readonly steps: number | null }[];
}

export interface PlainQuestion {
  readonly engine: Engine;
  readonly ledger: (world: World) => readonly LedgerLine[];
  readonly properties: readonly Property[];
  readonly faults: FaultBudget;
  readonly orders: number;
}

type Spent = FaultBudget & { readonly order: number };

interface Place {
  readonly world: World;
  readonly spent: Spent;
  readonly steps: number;
  /** Where the moves lead that come by themselves, by what is taken; filled when the place is expanded. */
  readonly own: { readonly taken: string; readonly to: string; readonly isOptional: boolean }[];
}

export function explorePlainly(question: PlainQuestion): PlainReport {
  const { engine, faults, orders } = question;
  const keyOf = (world: World, spent: Spent): string => stable({ world, spent });
  const first: Place = {
    world: engine.initial.world,
    spent: { crash: 0, drop: 0, duplicate: 0, order: 0 },
    steps: 0,
    own: [],
  };
  const places = new Map([[keyOf(first.world, first.spent), first]]);
  let generated = 1;
  // A map goes through what is added on the way too, in the order in which it was added.
  for (const place of places.values()) {
    for (const { step, cost, taken, isOptional = false } of exploredSteps(engine, place.world)) {
      const spent = cost === null ? place.spent : { ...place.spent, [cost]: place.spent[cost] + 1 };
      if (cost !== null && spent[cost] > { ...faults, order: orders }[cost]) continue;
      const outcome = engine.apply(place.world, step);
      if (!outcome.ok) throw new Error('An enabled step does not apply.');
      generated += 1;
      const key = keyOf(outcome.world, spent);
      if (!places.has(key)) places.set(key, { world: outcome.world, spent, steps: place.steps + 1, own: [] });
      if (taken !== null) place.own.push({ taken, to: key, isOptional });
    }
  }
  const depth = Math.max(...[...places.values()].map(({ steps }) => steps)) + 1;
  const findings = question.properties.map((property) => findingOf(question, places, property));
  return { states: places.size, generated, depth, findings };
}

interface Explored {
  readonly step: Step;
  readonly cost: keyof Spent | null;
  /** What a fair run takes at some time when it stays possible; null for faults and people. */
  readonly taken: string | null;
  /** What a fair run may leave aside, though it stays possible. */
  readonly isOptional?: boolean;
}

function exploredSteps(engine: Engine, world: World): readonly Explored[] {
  const choices = engine.explored(world).flatMap((choice): readonly Explored[] => {
    const step = choiceStep(choice);
    if (!engine.isTaken(world, step)) return [];
    return choice.class === 'order'
      ? [{ step, cost: 'order', taken: null }]
      : [
          {
            step,
            cost: null,
            taken: `outcome ${choice.role} ${choice.message.type}`,
            isOptional: choice.isOptional === true,
          },
        ];
  });
  const others = engine.enabled(world).flatMap((step): readonly Explored[] => {
    if (step.kind === 'choose') return [];
    if (step.kind === 'crash' || step.kind === 'drop' || step.kind === 'duplicate')
      return [{ step, cost: step.kind, taken: null }];
    return [{ step, cost: null, taken: stable(step) }];
  });
  return [...others, ...choices];
}

type Places = ReadonlyMap<string, Place>;

function findingOf({ ledger }: PlainQuestion, places: Places, property: Property): PlainReport['findings'][number] {
  const { id, kind } = property;
  const isTrue = ({ world }: Place): boolean =>
    property.looksAt === 'ledger' ? property.test(ledger(world)) : property.test(world);
  const deciding = [...places].find(([key, place]) => {
    if (kind === 'settles') return !isTrue(place) && place.own.every(({ to, isOptional }) => isOptional || to === key);
    return isTrue(place) === (kind === 'sometimes');
  });
  if (deciding !== undefined) {
    return { id, verdict: kind === 'sometimes' ? 'holds' : 'violated', steps: deciding[1].steps };
  }
  if (kind === 'sometimes') return { id, verdict: 'violated', steps: null };
  const goesRound = kind === 'settles' && hasFairLoop(new Map([...places].filter(([, place]) => !isTrue(place))));
  return { id, verdict: goesRound ? 'violated' : 'holds', steps: null };
}

/** Takes away what is on no loop, then looks at the states that each one left can reach and come back from. */
function hasFairLoop(unsettled: Map<string, Place>): boolean {
  for (let before = -1; before !== unsettled.size;) {
    before = unsettled.size;
    for (const [key, { own }] of unsettled) {
      if (!own.some(({ to }) => to !== key && unsettled.has(to))) unsettled.delete(key);
    }
  }
  const reach = new Map([...unsettled.keys()].map((key) => [key, reachable(unsettled, key)]));
  return [...reach].some(([key, there]) => {
    const loop = [...there].filter((other) => reach.get(other)?.has(key) === true);
    return loop.length > 1 && isFair(unsettled, new Set(loop));
  });
}

function reachable(places: Places, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [from];
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    for (const { to } of places.get(key)?.own ?? []) {
      if (!places.has(to) || found.has(to)) continue;
      found.add(to);
      queue.push(to);
    }
  }
  return found;
}

/** Whatever is possible all the way round is taken on the way. */
function isFair(places: Places, loop: ReadonlySet<string>): boolean {
  const moves = [...loop].map((key) => places.get(key)?.own ?? []);
  const inside = new Set(moves.flat().flatMap(({ taken, to }) => (loop.has(to) ? [taken] : [])));
  const everywhere = (moves[0] ?? []).filter(
    ({ taken, isOptional }) => !isOptional && moves.every((own) => own.some((one) => one.taken === taken)),
  );
  return everywhere.every(({ taken }) => inside.has(taken));
}
