/** Where a run stops to ask, and what is asked there. */
import { protocolOf, timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import { recognise } from '../../scenario/recognise.ts';
import { STOPS } from '../../scenario/stops.ts';

export type KnownStop = (typeof STOPS)[number];
export type Answer = KnownStop['right'] | 'a';
export const ANSWERS = ['a', 'b', 'c'] as const;

/** The stop of the run on the stage, if it is one of the six, whole and at its settings; null for any other run. */
export function stopOf(state: SessionState): KnownStop | null {
  const protocol = protocolOf(state);
  const { settings } = timelineOf(state).engine.model;
  const named = recognise(state.steps, settings, protocol.library.scenarios, protocol);
  return STOPS.find((one) => one.protocol === protocol.id && one.scenario === named) ?? null;
}
