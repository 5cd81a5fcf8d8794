/** What is exported: a run at a position, in a language, at a zoom level. Every export is a pure function of it. */
import type { Frame, Timeline } from '../engine/timeline.ts';
import type { Lang } from '../i18n/languages.ts';
import { pageText, protocolText, topicText } from '../i18n/text.ts';
import type { Protocol, Verdict, Zoom } from '../protocols/protocol.ts';
import { recognise } from '../scenario/recognise.ts';

export interface ExportedRun {
  readonly protocol: Protocol;
  readonly timeline: Timeline;
  /** How many steps have been taken where the picture is made. */
  readonly at: number;
  readonly lang: Lang;
  readonly zoom: Zoom;
}

/** From the least to the most worrying. */
const WORST: readonly Verdict[] = [
  'consistent',
  'late',
  'pending',
  'parked',
  'blocked',
  'lost',
  'phantom',
  'duplicated',
];

/** The worst verdict of the ledger after so many steps; null before the first order. */
export function verdictAt({ protocol, timeline, at }: Omit<ExportedRun, 'lang' | 'zoom'>): Verdict | null {
  const verdicts = protocol
    .ledger(frameAt(timeline, at).world, timeline.engine.model.settings)
    .map(({ verdict }) => verdict);
  return verdicts.length === 0 ? null : verdicts.reduce((a, b) => (WORST.indexOf(b) > WORST.indexOf(a) ? b : a));
}

export function frameAt({ frames }: Timeline, at: number): Frame {
  return frames[at] ?? frames[0];
}

export function previousOf({ frames }: Timeline, at: number): Frame | null {
  return frames[at - 1] ?? null;
}

/** The name of a run of the library, else the protocol and how the run ends. */
export function titleOf(run: Omit<ExportedRun, 'zoom'>): string {
  const { protocol, timeline, lang } = run;
  const id = namedId(run);
  if (id !== null) return protocolText(lang, protocol.id, `scenario-${id}-title`);
  const verdict = verdictAt({ ...run, at: timeline.frames.length - 1 });
  const name = protocolText(lang, protocol.id, 'name');
  if (verdict === null) return name;
  return topicText(lang, 'exports', 'export-title', { protocol: name, verdict: pageText(lang, `verdict-${verdict}`) });
}

/** The id of the run in the library of its protocol; null for any other. */
export function namedId({ protocol, timeline }: Pick<ExportedRun, 'protocol' | 'timeline'>): string | null {
  const steps = timeline.frames.flatMap(({ step }) => (step === null ? [] : [step]));
  return recognise(steps, timeline.engine.model.settings, protocol.library.scenarios, protocol);
}
