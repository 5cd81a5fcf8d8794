import type { ExploredChoice } from './choiceClass.ts';
import { applyStep, changesOf, startAll, type Applied, type Changes } from './apply.ts';
import {
  enabledSteps,
  exploredChoices,
  isTaken,
  possibleChoices,
  possibleTransfers,
  whyNot,
  type Asking,
  type Refusal,
} from './enabled.ts';
import type { ChannelSpec, Choice, Model } from './model.ts';
import { memoisedReactions, type Reactions } from './reactions.ts';
import type { Step } from './step.ts';
import { wiringOf } from './wiring.ts';
import type { World } from './world.ts';

export type Outcome = ({ readonly ok: true } & Applied) | { readonly ok: false; readonly refusal: Refusal };

/** Runs one model. Pure: the same world and step always give the same answer. */
export interface Engine {
  readonly model: Model;
  /** The first world and what happened on the way to it. */
  readonly initial: Applied;
  readonly apply: (world: World, step: Step) => Outcome;
  /** What an enabled step changes, reading no more of the world than it depends on. For explorations of many worlds. */
  readonly changes: (world: World, step: Step) => Changes;
  /** Every step that is possible now, in a fixed order. Each of them applies. */
  readonly enabled: (world: World) => readonly Step[];
  /** The transfers of one network that are possible now. */
  readonly transfers: (world: World, channel: ChannelSpec) => readonly Step[];
  /** The choices of people that are possible now. */
  readonly choices: (world: World) => readonly Choice[];
  /** The choices that an exhaustive exploration makes, each where it is taken. */
  readonly explored: (world: World) => readonly ExploredChoice[];
  /** Whether the role of a choice, or the receiver of a message that never leaves, has a use for it now; true for other steps. */
  readonly isTaken: (world: World, step: Step) => boolean;
  /** Why a step is not possible now; null when it is. */
  readonly whyNot: (world: World, step: Step) => Refusal | null;
}

/** What the roles answered, in any engine: a reaction depends on nothing but the machine, its state and the input. */
const known = memoisedReactions();

export function createEngine(model: Model, reactions: Reactions = known): Engine {
  const wiring = wiringOf(model);
  const at = (world: World): Asking => ({ wiring, reactions, world });
  return {
    model,
    initial: startAll(wiring, reactions),
    apply: (world, step) => {
      const refusal = whyNot(at(world), step);
      return refusal === null ? { ok: true, ...applyStep(wiring, reactions, world, step) } : { ok: false, refusal };
    },
    changes: (world, step) => changesOf(wiring, reactions, world, step),
    enabled: (world) => enabledSteps(at(world)),
    transfers: (world, channel) => possibleTransfers(at(world), channel),
    choices: (world) => possibleChoices(at(world)),
    explored: (world) => exploredChoices(wiring, world),
    isTaken: (world, step) => isTaken(at(world), step),
    whyNot: (world, step) => whyNot(at(world), step),
  };
}
