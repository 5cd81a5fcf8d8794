import { protocolText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import { protocolOf, stagesOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { StageVisit } from '../../scenario/stages.ts';
import { followedOf } from '../orders/followed.ts';

export type StageStatus = 'ahead' | 'reached' | 'current';

export interface StoryStage {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly status: StageStatus;
  readonly isSafetyNet: boolean;
  /** The frame that a click goes to: when it was reached, or will be in the recorded run; null when it never is. */
  readonly frame: number | null;
  /** Whether the verifier can say what it is there for. */
  readonly hasWhy: boolean;
}

export interface Story {
  /** The order that is told about; null before the first one. */
  readonly order: string | null;
  readonly stages: readonly StoryStage[];
}

/** The numbered steps as far as one order has come: the one that is followed. */
export function storyOf(state: SessionState, lang: Lang): Story {
  const protocol = protocolOf(state);
  const { visits } = stagesOf(state);
  const order = followedOf(state);
  const own = visits.filter((visit) => visit.order === order);
  const current = own.findLast(({ frame }) => frame <= state.cursor)?.stage ?? null;
  const stages = protocol.stages[state.zoom].map(({ number, isSafetyNet }): StoryStage => ({
    number,
    isSafetyNet,
    title: protocolText(lang, protocol.id, `stage-${state.zoom}-${number}-title`),
    text: protocolText(lang, protocol.id, `stage-${state.zoom}-${number}-text`),
    ...placeOf(own, number, current, state.cursor),
    hasWhy: state.zoom === 'concept' && isReason(protocol, number),
  }));
  return { order, stages };
}

function isReason({ safeguards }: Protocol, stage: number): boolean {
  return safeguards.some(({ stages }) => stages.includes(stage));
}

function placeOf(
  visits: readonly StageVisit[],
  stage: number,
  current: number | null,
  cursor: number,
): Pick<StoryStage, 'status' | 'frame'> {
  const frames = visits.filter((visit) => visit.stage === stage).map(({ frame }) => frame);
  const reached = frames.findLast((frame) => frame <= cursor);
  if (reached === undefined) return { status: 'ahead', frame: frames[0] ?? null };
  return { status: stage === current ? 'current' : 'reached', frame: reached };
}
