/**
 * The raw event log of recorded RocketMQ runs, line by line: `EV <number> + <time>ms <place> <text>`. A run has one part, or
 * parts with clocks of their own (`--- broker 1`, `--- broker 2 …`, `--- client`); a file may hold several runs.
 */
import { ORDER_MS } from './clock.ts';
import { OBSERVATION_KINDS, type Observation, type Recorded, type Recording } from './observation.ts';
import { HEADER, observationsOf, unread, type LogLine } from './rocketmqLine.ts';
import { onOneClock, type Part, type Placed } from './rocketmqParts.ts';
import { scenarioIn, settingsIn } from './rocketmqSettings.ts';

/** What a log does not say about itself. */
export interface Known {
  readonly name?: string;
  readonly broker?: string;
  readonly settings?: Partial<Recording['settings']>;
  /** Whether the log tells everything, although no header says what it would have shown. */
  readonly isWhole?: boolean;
}

/** A recording, and the line of the text that each of its observations comes from; 0 for what no line says. */
export interface Located {
  readonly recording: Recording;
  readonly lines: readonly number[];
}

/** A line whose clock goes back although no new run begins there. */
export interface ClockGoesBack {
  readonly line: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const LINE = /^EV (?<number>\d+) \+ *(?<time>\d{1,9})ms (?<where>\S+) +(?<text>.*)$/;
const PART = /^--- (?<title>.*)$/;
const HEADING = /^== /;
const LINES_LOOKED_AT = 20;

/** Whether a text looks like such a log. */
export function isRocketmqLog(text: string): boolean {
  return text.split('\n', LINES_LOOKED_AT).some((line) => LINE.test(line.trimEnd()));
}

/** Every run that a log tells of. */
export function readRocketmqLog(text: string, known: Known = {}): readonly (Located | ClockGoesBack)[] {
  return runsIn(text).map((run) => run.backwards ?? runOf(run.parts, known));
}

function runOf(parts: readonly Part<LogLine>[], known: Known): Located {
  const lines = parts.flatMap((part) => part.lines);
  const hasHeader = lines.some(({ text }) => HEADER.test(text));
  const seen = parts.map(({ title, lines: own }) => ({
    title,
    lines: own.filter(({ text: said }) => !HEADER.test(said)).flatMap(placedOf),
  }));
  const settings = { ...settingsIn(lines), ...known.settings };
  const placed = inOrder(onOneClock(seen, lines[0]?.timeMs ?? 0));
  const observations = placed.map(({ observation }) => observation);
  const recorded = known.isWhole === true ? undefined : recordedIn(observations, hasHeader);
  return {
    recording: {
      'halfway-observations': 1,
      name: known.name ?? scenarioIn(lines) ?? 'log',
      broker: known.broker ?? `RocketMQ ${settings.version}`,
      settings,
      ...(recorded === undefined ? {} : { recorded }),
      observations,
    },
    lines: placed.map(({ line }) => line),
  };
}

function placedOf(line: LogLine): readonly Placed[] {
  const said =
    line.where === UNREADABLE ? [unread(line, `${UNREADABLE} ${firstWord(line)}`, line.text)] : observationsOf(line);
  return said.map((observation) => ({ observation, line: line.line }));
}

const UNREADABLE = 'unreadable';

function firstWord({ text }: LogLine): string {
  return /^[A-Za-z][A-Za-z-]{0,30}/.exec(text)?.[0] ?? '';
}

/**
 * A log with a header shows everything, and its end. One without says nothing of what it would have shown: it is held to the
 * kinds that it has.
 */
function recordedIn(observations: readonly Observation[], hasHeader: boolean): Recorded | undefined {
  const there = new Set(observations.map(({ what }) => what));
  if (hasHeader) return there.has('ended') ? undefined : { kinds: [...OBSERVATION_KINDS] };
  const kinds = OBSERVATION_KINDS.filter((kind) => there.has(kind));
  return { kinds: kinds.length === 0 ? ['other'] : kinds };
}

interface Run {
  readonly parts: readonly Part<LogLine>[];
  readonly backwards: ClockGoesBack | null;
}

/** A run begins with a header, or where the numbers of the lines begin anew. */
function runsIn(text: string): readonly Run[] {
  const runs: { parts: { title: string; lines: LogLine[] }[]; backwards: ClockGoesBack | null; last: number }[] = [];
  const begin = (title: string): void => {
    runs.push({ parts: [{ title, lines: [] }], backwards: null, last: -1 });
  };
  begin('');
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trimEnd();
    const run = runs.at(-1);
    const part = run?.parts.at(-1);
    if (run === undefined || part === undefined) break;
    const title = PART.exec(line)?.groups?.['title'];
    const event = LINE.exec(line)?.groups;
    if (title !== undefined) {
      if (run.parts.some((one) => one.title === title)) begin(title);
      else {
        run.parts.push({ title, lines: [] });
        run.last = -1;
      }
    } else if (event !== undefined) {
      const { where = '', text: said = '' } = event;
      const timeMs = Number(event['time']);
      const number = Number(event['number']);
      const before = part.lines.at(-1)?.timeMs ?? timeMs;
      const isNew = part.lines.length > 0 && (HEADER.test(said) || (number <= run.last && timeMs < before));
      if (isNew) begin('');
      else if (timeMs < before - ORDER_MS) run.backwards ??= { line: index + 1, fromMs: before, toMs: timeMs };
      const now = runs.at(-1);
      now?.parts.at(-1)?.lines.push({ timeMs, where, text: said, line: index + 1 });
      if (now !== undefined) now.last = number;
    } else if (line !== '' && !HEADING.test(line)) {
      part.lines.push({ timeMs: part.lines.at(-1)?.timeMs ?? 0, where: UNREADABLE, text: line, line: index + 1 });
    }
  }
  return runs
    .map(({ parts, backwards }) => ({ parts: parts.filter(({ lines }) => lines.length > 0), backwards }))
    .filter(({ parts }) => parts.length > 0);
}

/** By time; appends in the order of the log, deliveries in that of their numbers: their lines are printed a little late. */
function inOrder(all: readonly Placed[]): readonly Placed[] {
  const of = (what: Observation['what']) => all.filter(({ observation }) => observation.what === what);
  const others = all.filter(({ observation: { what } }) => what !== 'appended' && what !== 'delivered');
  const lanes = [
    ...others.map((one) => [one]),
    of('appended').toSorted((one, other) => physicalOffsetOf(one) - physicalOffsetOf(other)),
    of('delivered').toSorted((one, other) => countOf(one) - countOf(other)),
  ];
  return lanes
    .flatMap(inLane)
    .sort((one, other) => one.key - other.key || rankOf(one.placed) - rankOf(other.placed))
    .map(({ placed }) => placed);
}

function physicalOffsetOf({ observation }: Placed): number {
  return observation.what === 'appended' ? (observation.physicalOffset ?? 0) : 0;
}

function countOf({ observation }: Placed): number {
  return observation.what === 'delivered' ? (observation.count ?? 0) : 0;
}

/** Where each may stand by its time without overtaking those before it in its lane. */
function inLane(lane: readonly Placed[]) {
  let key = 0;
  return lane.map((placed) => {
    key = Math.max(key, placed.observation.timeMs);
    return { placed, key };
  });
}

/** Within a millisecond, what was stored comes before what was seen of it. */
function rankOf({ observation: { what } }: Placed): number {
  return what === 'appended' ? 0 : 1;
}
