/** Two runs beside each other, in words: what each side is and says now, and where they first part. */
import type { Frame } from '../../engine/timeline.ts';
import { narrate } from '../../i18n/narrate.ts';
import { explorerText, protocolText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import type { LedgerLine, Protocol } from '../../protocols/protocol.ts';
import type { Settings } from '../../engine/model.ts';
import {
  SIDES,
  type Comparison,
  type Difference,
  type Moment,
  type PlayedComparison,
  type SideId,
} from '../../scenario/comparison.ts';
import { durationText } from '../../scene/duration.ts';
import { ledgerRows, type LedgerRow } from '../ledger/ledgerModel.ts';
import { orderNumber } from '../ledger/verdictLook.ts';
import { settingViews } from '../settings/settingsModel.ts';

export interface SideNow {
  readonly frame: Frame;
  readonly previous: Frame | null;
  readonly rows: readonly LedgerRow[];
  /** What its latest step did. */
  readonly headline: string;
  /** Says since when that is so, where this moment has not changed it; null where it has. */
  readonly since: string | null;
  /** Whether it takes a step in this moment. */
  readonly isMoving: boolean;
}

/** A side when the moment that is shown is over. */
export function sideNow(
  comparison: Comparison,
  { runs, moments }: PlayedComparison,
  side: SideId,
  lang: Lang,
): SideNow {
  const { protocol } = comparison[side];
  const { frames, engine } = runs[side].timeline;
  const index = moments[comparison.at]?.[side] ?? 0;
  const frame = frames[index] ?? frames[0];
  const isMoving = index > (moments[comparison.at - 1]?.[side] ?? 0);
  const isOver = index === frames.length - 1;
  const sinceKey = isOver ? 'compare-resting' : 'compare-since';
  const isSilent = isMoving || comparison.at === 0;
  return {
    frame,
    previous: frames[index - 1] ?? null,
    rows: ledgerRows(protocol.ledger(frame.world, engine.model.settings)),
    headline: narrate(lang, protocol, frame).headline,
    since: isSilent ? null : topicText(lang, 'compare', sinceKey, { time: durationText(frame.timeMs) }),
    isMoving,
  };
}

/** What happens in the moment that is shown, in a sentence for each side that takes a step. */
export function momentInWords(comparison: Comparison, played: PlayedComparison, lang: Lang): string {
  return SIDES.map((side) => ({ side, now: sideNow(comparison, played, side, lang) }))
    .filter(({ now }) => now.isMoving)
    .map(({ side, now }) => `${topicText(lang, 'compare', `compare-side-${side}`)}: ${now.headline}`)
    .join(' ');
}

/** The settings that are not at their defaults, in a few words each. */
export function settingsInWords(protocol: Protocol, settings: Settings, lang: Lang): readonly string[] {
  return settingViews(protocol, settings, lang)
    .filter(({ isChanged }) => isChanged)
    .map(({ label, value, control }) => {
      const option = control.kind === 'choice' ? control.options.find((known) => known.value === value) : undefined;
      return topicText(lang, 'compare', 'compare-setting', { setting: label, value: option?.label ?? value });
    });
}

/** What Next does: who takes a step, and when; null at the end. */
export function nextText({ at }: Comparison, { moments }: PlayedComparison, lang: Lang): string | null {
  const [now, next] = [moments[at], moments[at + 1]];
  if (now === undefined || next === undefined) return null;
  const movers = SIDES.filter((side) => next[side] > now[side]);
  const who = movers.length === 2 ? 'both' : (movers[0] ?? 'both');
  return topicText(lang, 'compare', `compare-next-${who}`, { time: durationText(next.timeMs) });
}

/** Where the two runs first part, in one sentence. */
export function differenceText(
  { a, b }: Pick<Comparison, SideId>,
  { runs, moments, difference }: PlayedComparison,
  lang: Lang,
): string {
  const text = (key: Parameters<typeof topicText<'compare'>>[2], values = {}): string =>
    topicText(lang, 'compare', key, values);
  if (difference === null)
    return text(a.protocol === b.protocol ? 'compare-difference-none' : 'compare-difference-none-ledger');
  const time = timeOf(moments, difference);
  switch (difference.kind) {
    case 'ledger': {
      const values = { a: lineText(difference.a, lang), b: lineText(difference.b, lang) };
      return text('compare-difference-ledger', { time, order: orderNumber(difference.order), ...values });
    }
    case 'pace':
      return text('compare-difference-pace', { a: durationText(difference.aMs), b: durationText(difference.bMs) });
    case 'step': {
      const told = (side: SideId): string => {
        const frame = runs[side].timeline.frames[difference[side] ?? Number.POSITIVE_INFINITY];
        return frame === undefined
          ? text('compare-difference-no-step')
          : narrate(lang, { a, b }[side].protocol, frame).headline;
      };
      return text('compare-difference-step', { time, a: told('a'), b: told('b') });
    }
  }
}

function timeOf(moments: readonly Moment[], { moment }: Difference): string {
  return durationText(moments[moment]?.timeMs ?? 0);
}

/** A line of the ledger in a few words. */
function lineText(line: LedgerLine | null, lang: Lang): string {
  if (line === null) return topicText(lang, 'compare', 'compare-difference-no-line');
  return topicText(lang, 'compare', 'compare-difference-line', {
    state: explorerText(lang, `order-${line.state}`),
    points: explorerText(lang, 'ledger-points', { points: line.points }),
    verdict: explorerText(lang, `verdict-${line.verdict}`).toLowerCase(),
  });
}

/** A moment in which a side does something: a step of its own accord, or what goes wrong. */
export interface Mark {
  readonly moment: number;
  readonly kind: 'step' | 'fault';
}

/** The common clock as it is drawn for one side. */
export function marksOf({ runs, moments }: PlayedComparison, side: SideId): readonly Mark[] {
  return moments.flatMap((now, moment): readonly Mark[] => {
    if (now[side] === (moments[moment - 1]?.[side] ?? 0)) return [];
    const step = runs[side].timeline.frames[now[side]]?.step;
    const isFault = step?.kind === 'crash' || step?.kind === 'drop' || step?.kind === 'duplicate';
    return [{ moment, kind: isFault ? 'fault' : 'step' }];
  });
}

export interface RunOption {
  readonly value: string;
  readonly label: string;
}

/** The value of the choice to let the fault decide, and of steps that have no name. */
export const WITH_FAULT = 'fault';
export const OWN_RUN = 'own';

/** What a side can play: the run with the fault, steps of its own that it plays now, or a named scenario. */
export function runOptions({ protocol, steps }: Comparison[SideId], lang: Lang): readonly RunOption[] {
  const own = { value: OWN_RUN, label: topicText(lang, 'compare', 'compare-run-own', { steps: steps?.length ?? 0 }) };
  return [
    { value: WITH_FAULT, label: topicText(lang, 'compare', 'compare-run-fault') },
    ...(steps === null ? [] : [own]),
    ...protocol.library.scenarios.map(({ id }) => ({
      value: id,
      label: protocolText(lang, protocol.id, `scenario-${id}-title`),
    })),
  ];
}
