/** The outcome table in words. */
import { protocolText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { FAULT_IDS, type FaultId } from '../../protocols/shared/faults.ts';
import { SIDES, type SideId, type Sides } from '../../scenario/comparison.ts';
import { writtenSettings } from '../../scenario/link.ts';
import type { Contender, MatrixCell } from '../../scenario/matrix.ts';
import { durationText } from '../../scene/duration.ts';
import { settingsInWords } from './compareModel.ts';

export interface ColumnView {
  readonly key: string;
  readonly contender: Contender;
  /** Its settings, or that they are the defaults. */
  readonly settings: string;
  /** The whole name, for a button. */
  readonly name: string;
  /** The sides of the comparison that play this now, with the fault and not a run of their own. */
  readonly sides: readonly SideId[];
}

export interface ColumnGroup {
  readonly protocol: string;
  readonly name: string;
  readonly columns: readonly ColumnView[];
}

/** The columns under the names of their protocols. */
export function columnGroups(contenders: readonly Contender[], sides: Sides, lang: Lang): readonly ColumnGroup[] {
  const protocols = [...new Set(contenders.map(({ protocol }) => protocol))];
  return protocols.map((protocol) => ({
    protocol: protocol.id,
    name: protocolText(lang, protocol.id, 'name'),
    columns: contenders
      .filter((contender) => contender.protocol === protocol)
      .map((contender) => columnView(contender, sides, lang)),
  }));
}

function columnView(contender: Contender, compared: Sides, lang: Lang): ColumnView {
  const { protocol, settings } = contender;
  const chips = settingsInWords(protocol, settings, lang);
  const told = chips.length === 0 ? topicText(lang, 'compare', 'compare-defaults') : chips.join(' · ');
  const key = nameOf(contender);
  const sides = SIDES.filter((side) => compared[side].steps === null && nameOf(compared[side]) === key);
  return { key, contender, settings: told, name: `${protocolText(lang, protocol.id, 'name')} · ${told}`, sides };
}

function nameOf({ protocol, settings }: Contender): string {
  return [protocol.id, ...writtenSettings(protocol, settings).map(({ name, value }) => `${name}~${value}`)].join('.');
}

/** All cells, row by row: the fault and the column of each. */
export function placesOf(contenders: readonly Contender[]): readonly { fault: FaultId; contender: Contender }[] {
  return FAULT_IDS.flatMap((fault) => contenders.map((contender) => ({ fault, contender })));
}

/** What is said below the verdict: after how long it stood, or that the fault changed nothing. */
export function cellNote({ verdict, settledAtMs, strikes }: MatrixCell, fault: FaultId, lang: Lang): string | null {
  if (fault !== 'none' && !strikes) return topicText(lang, 'compare', 'outcomes-no-effect');
  if (verdict === 'pending') return null;
  return topicText(lang, 'compare', 'outcomes-after', { time: durationText(settledAtMs) });
}

/** A side that plays what a column shows. */
export function sideFor({ protocol, settings }: Contender): {
  protocol: Protocol;
  settings: Contender['settings'];
  steps: null;
} {
  return { protocol, settings, steps: null };
}
