import { keyOf } from '../../engine/data.ts';
import type { Engine } from '../../engine/engine.ts';
import { remembered } from '../../engine/remembered.ts';
import type { Step } from '../../engine/step.ts';
import type { World } from '../../engine/world.ts';
import { refusalText } from '../../i18n/refusalText.ts';
import { stepLabel } from '../../i18n/stepLabel.ts';
import type { Lang } from '../../i18n/languages.ts';
import { frameOf, protocolOf, timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import { disabledActions } from '../actions/actionsModel.ts';

export interface WhyNotLine {
  readonly id: string;
  readonly label: string;
  readonly why: string;
  /** The last position before this one at which it was possible; null where it never was. */
  readonly lastAt: number | null;
  /** The timer after which it is possible, where only time is missing. */
  readonly wait: { readonly step: Step; readonly label: string } | null;
}

/** Every action that is refused now, with the sentence of what refuses it, and how one comes to it. */
export function whyNotLines(state: SessionState, lang: Lang): readonly WhyNotLine[] {
  const protocol = protocolOf(state);
  const { engine } = timelineOf(state);
  const { world } = frameOf(state);
  return disabledActions(state).map(({ id, step, why }) => {
    const wait = timerBefore(engine, world, step);
    return {
      id,
      label: stepLabel(lang, protocol, step),
      why: refusalText(lang, protocol.id, why),
      lastAt: lastPossible(state, step),
      wait: wait === null ? null : { step: wait, label: stepLabel(lang, protocol, wait) },
    };
  });
}

function lastPossible(state: SessionState, step: Step): number | null {
  const { engine, frames } = timelineOf(state);
  const key = keyOf(step);
  const at = frames.slice(0, state.cursor).findLastIndex(({ world }) => possibleIn(engine, world).has(key));
  return at < 0 ? null : at;
}

function timerBefore(engine: Engine, world: World, step: Step): Step | null {
  const key = keyOf(step);
  return afterTimers(engine, world).find(({ possible }) => possible.has(key))?.timer ?? null;
}

const possibleIn = remembered((engine: Engine, world: World): ReadonlySet<string> => {
  return new Set(engine.enabled(world).map(keyOf));
});

/** What each armed timer would make possible by itself. */
const afterTimers = remembered((engine: Engine, world: World) =>
  engine.enabled(world).flatMap((timer) => {
    const outcome = timer.kind === 'fire' ? engine.apply(world, timer) : null;
    return outcome?.ok === true ? [{ timer, possible: possibleIn(engine, outcome.world) }] : [];
  }),
);
