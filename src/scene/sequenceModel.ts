/** The run as a sequence diagram: who sent what to whom when, and how it ended. Places are frames and lines, not pixels. */
import { remembered } from '../engine/remembered.ts';
import type { Engine } from '../engine/engine.ts';
import { flatValues, keyOf } from '../engine/data.ts';
import type { RunRecord } from '../engine/record.ts';
import type { Frame, Packet, Timeline } from '../engine/timeline.ts';
import { protocolText } from '../i18n/text.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Fate, Protocol, Zoom } from '../protocols/protocol.ts';
import { lifelinesOf, lineOf, type Lifeline } from './lifelines.ts';

export type ArrowEnd = 'delivered' | 'ignored' | 'dropped' | 'lost' | 'flying';

/** A message from the frame that sent it to the frame in which it ended; in flight to the last frame otherwise. */
export interface ArrowMark {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly sentIn: number;
  readonly endedIn: number;
  readonly end: ArrowEnd;
  readonly fate: Fate;
  readonly label: string;
  /** Made by a `duplicate` step. */
  readonly isDuplicate: boolean;
}

/** What a person or a clock did to one line. */
export interface ChipMark {
  readonly frame: number;
  readonly line: number;
  readonly kind: 'choice' | 'clock';
  readonly label: string;
}

/** A process that is down, from its crash to its restart or to the end of the run. */
export interface DownMark {
  readonly line: number;
  readonly from: number;
  readonly until: number | null;
}

/** A call between two lines inside one step. */
export interface CallMark {
  readonly frame: number;
  readonly from: number;
  readonly to: number;
}

/** A long wait before a frame, in virtual milliseconds. */
export interface WaitMark {
  readonly frame: number;
  readonly ms: number;
}

/** The numbered steps that a frame belongs to. */
export interface StageMark {
  readonly frame: number;
  readonly stages: readonly number[];
}

export interface SequenceModel {
  readonly lines: readonly Lifeline[];
  /** How many frames there are, the start included. */
  readonly frames: number;
  readonly arrows: readonly ArrowMark[];
  readonly chips: readonly ChipMark[];
  readonly downs: readonly DownMark[];
  readonly calls: readonly CallMark[];
  readonly waits: readonly WaitMark[];
  readonly stages: readonly StageMark[];
}

/** Waits longer than this are told. */
const WAIT_MS = 1_000;

export function sequenceModel(protocol: Protocol, { engine, frames }: Timeline, zoom: Zoom, lang: Lang): SequenceModel {
  const told = toldIn(engine, protocol, zoom, lang);
  const marks = frames.map((frame, index) => marksOf(told, frames[index - 1] ?? null, frame));
  const { lines } = told;
  const last = frames.at(-1) ?? frames[0];
  return {
    lines,
    frames: frames.length,
    arrows: [
      ...marks.flatMap(({ arrows }) => arrows),
      ...last.packets.flatMap((packet) => arrowOf(told, packet, last.index, 'flying')),
    ],
    chips: marks.flatMap(({ chips }) => chips),
    downs: lines.flatMap((line, index) => downsOf(line, index, frames)),
    calls: marks.flatMap(({ calls }) => calls),
    waits: marks.flatMap(({ waits }) => waits),
    stages: marks.flatMap(({ stages }) => stages),
  };
}

interface Told {
  readonly protocol: Protocol;
  readonly zoom: Zoom;
  readonly lang: Lang;
  readonly lines: readonly Lifeline[];
}

/** What one frame adds. `arrows` are those that end in it. */
type FrameMarks = Pick<SequenceModel, 'arrows' | 'chips' | 'calls' | 'waits' | 'stages'>;

const toldIn = remembered((engine: Engine, protocol: Protocol, zoom: Zoom, lang: Lang): Told => {
  const lines = lifelinesOf(protocol, engine.model.settings, zoom, lang);
  return { protocol, zoom, lang, lines };
});

/** A run that grows by a step keeps its frames, so only the new one is looked at. */
const marksOf = remembered((told: Told, before: Frame | null, frame: Frame): FrameMarks => {
  return {
    arrows: before === null ? [] : arrowsInto(told, before, frame),
    chips: chipOf(told, frame),
    calls: callsOf(told.lines, frame),
    waits:
      before === null || frame.timeMs - before.timeMs < WAIT_MS
        ? []
        : [{ frame: frame.index, ms: frame.timeMs - before.timeMs }],
    stages: before === null ? [] : stagesOf(told, before, frame),
  };
});

/** The messages that were in flight before and are not any more. */
function arrowsInto(told: Told, before: Frame, { index, packets, records }: Frame): readonly ArrowMark[] {
  const present = new Set(packets.map(({ id }) => id));
  return before.packets
    .filter(({ id }) => !present.has(id))
    .flatMap((packet) => arrowOf(told, packet, index, endOf(packet, records)));
}

function arrowOf(
  { protocol, lang, lines }: Told,
  packet: Packet,
  endedIn: number,
  end: ArrowEnd,
): readonly ArrowMark[] {
  const [from, to] = [lineOf(lines, packet.from), lineOf(lines, packet.to)];
  if (from === null || to === null) return [];
  const { fate, label } = protocol.packetLook(packet.message);
  const { id, sentIn, isDuplicate } = packet;
  const name = protocolText(lang, protocol.id, label);
  return [{ key: `${id}`, from, to, sentIn, endedIn, end, fate, label: name, isDuplicate }];
}

function endOf({ from, to, message }: Packet, records: readonly RunRecord[]): ArrowEnd {
  const key = keyOf(message);
  for (const [index, record] of records.entries()) {
    if (record.kind !== 'delivered' && record.kind !== 'dropped' && record.kind !== 'lost') continue;
    if (record.from !== from || record.to !== to || keyOf(record.message) !== key) continue;
    if (record.kind !== 'delivered') return record.kind;
    const next = records[index + 1];
    return next?.kind === 'ignored' && next.role === to ? 'ignored' : 'delivered';
  }
  return 'delivered';
}

function chipOf({ protocol, lang, lines }: Told, { index, step }: Frame): readonly ChipMark[] {
  if (step === null || (step.kind !== 'choose' && step.kind !== 'fire')) return [];
  const line = lineOf(lines, step.role);
  if (line === null) return [];
  if (step.kind === 'fire') {
    return [{ frame: index, line, kind: 'clock', label: protocolText(lang, protocol.id, `delay-${step.delay}`) }];
  }
  const word = protocol.words.choice(step.message) ?? step.message.type;
  const label = protocolText(lang, protocol.id, { key: `choice-${word}`, values: flatValues(step.message) });
  return [{ frame: index, line, kind: 'choice', label }];
}

function downsOf({ process }: Lifeline, line: number, frames: readonly Frame[]): readonly DownMark[] {
  const downs: DownMark[] = [];
  let from: number | null = null;
  for (const { index, step } of frames) {
    if (step?.kind === 'crash' && step.process === process) from = index;
    if (step?.kind === 'restart' && step.process === process && from !== null) {
      downs.push({ line, from, until: index });
      from = null;
    }
  }
  return from === null ? downs : [...downs, { line, from, until: null }];
}

function callsOf(lines: readonly Lifeline[], { index, records }: Frame): readonly CallMark[] {
  const seen = new Set<string>();
  return records.flatMap((record) => {
    if (record.kind !== 'called') return [];
    const [from, to] = [lineOf(lines, record.from), lineOf(lines, record.to)];
    if (from === null || to === null || from === to) return [];
    const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
    if (seen.has(pair)) return [];
    seen.add(pair);
    return [{ frame: index, from, to }];
  });
}

function stagesOf({ protocol, zoom }: Told, before: Frame, { index, records }: Frame): readonly StageMark[] {
  const stages = [...new Set(protocol.stageHits(records, before.world, zoom).map(({ stage }) => stage))];
  return stages.length === 0 ? [] : [{ frame: index, stages }];
}
