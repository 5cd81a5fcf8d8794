/** A run folded to at most five events: enough to tell it at the size of a thumbnail. */
import type { ExportedRun } from '../exports/exported.ts';
import type { Fate } from '../protocols/protocol.ts';
import { sequenceModel } from '../scene/sequenceModel.ts';

export type FewEvent =
  | {
      readonly kind: 'message';
      readonly from: number;
      readonly to: number;
      readonly fate: Fate;
      readonly label: string;
      readonly isLost: boolean;
    }
  | { readonly kind: 'choice'; readonly line: number; readonly label: string }
  | { readonly kind: 'down'; readonly line: number };

export interface FewEvents {
  /** The names of the lines that something happens on. */
  readonly lines: readonly string[];
  /** In the order of the run. */
  readonly events: readonly FewEvent[];
}

const MOST = 5;

/** How much an event is worth telling: what went wrong first, then what people decided, then how it began and ended. */
interface Weighed {
  readonly frame: number;
  readonly weight: number;
  readonly event: FewEvent;
}

export function fewEvents({ protocol, timeline, zoom, lang }: ExportedRun): FewEvents {
  const model = sequenceModel(protocol, timeline, zoom, lang);
  const last = model.arrows.reduce((latest, { endedIn }) => Math.max(latest, endedIn), 0);
  const choices = model.chips.filter(({ kind }) => kind === 'choice').slice(1);
  const weighed: readonly Weighed[] = [
    ...model.downs.map(({ from, line }) => ({ frame: from, weight: 5, event: { kind: 'down' as const, line } })),
    ...choices.map(({ frame, line, label }) => ({ frame, weight: 3, event: { kind: 'choice' as const, line, label } })),
    ...model.arrows.map(({ from, to, sentIn, endedIn, end, fate, label }, index) => {
      const isLost = end === 'dropped' || end === 'lost' || end === 'ignored';
      const weight = isLost
        ? 5
        : index === 0 || endedIn === last
          ? 4
          : fate === 'copy'
            ? 3.5
            : fate === 'plain'
              ? 1
              : 2;
      return { frame: sentIn, weight, event: { kind: 'message' as const, from, to, fate, label, isLost } };
    }),
  ];
  const chosen = weighed
    .toSorted((one, other) => other.weight - one.weight || one.frame - other.frame)
    .slice(0, MOST)
    .toSorted((one, other) => one.frame - other.frame)
    .map(({ event }) => event);
  const used = model.lines.flatMap((_, index) =>
    chosen.some((event) => linesOf(event).includes(index)) ? [index] : [],
  );
  return {
    lines: used.map((index) => model.lines[index]?.title ?? ''),
    events: chosen.map((event) => placedOn(event, (line) => used.indexOf(line))),
  };
}

function linesOf(event: FewEvent): readonly number[] {
  return event.kind === 'message' ? [event.from, event.to] : [event.line];
}

function placedOn(event: FewEvent, place: (line: number) => number): FewEvent {
  return event.kind === 'message'
    ? { ...event, from: place(event.from), to: place(event.to) }
    : { ...event, line: place(event.line) };
}
