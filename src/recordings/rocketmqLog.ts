/**
 * The raw event log of a recorded RocketMQ run, line by line: `EV <number> + <time>ms <place> <text>`, in one part, or in
 * parts with clocks of their own (`--- broker 1`, `--- broker 2 …`, `--- client`).
 */
import type { Observation, Recording } from './observation.ts';
import { HEADER, observationsOf, type LogLine } from './rocketmqLine.ts';
import { onOneClock, type Part } from './rocketmqParts.ts';
import { scenarioIn, settingsIn } from './rocketmqSettings.ts';

/** What a log does not say about itself. */
export interface Known {
  readonly name?: string;
  readonly broker?: string;
  readonly settings?: Partial<Recording['settings']>;
}

const LINE = /^EV \d+ \+ *(?<time>\d{1,9})ms (?<where>\S+) +(?<text>.*)$/;
const PART = /^--- (?<title>.*)$/;
const HEADING = /^== /;
const LINES_LOOKED_AT = 20;

/** Whether a text looks like such a log. */
export function isRocketmqLog(text: string): boolean {
  return text.split('\n', LINES_LOOKED_AT).some((line) => LINE.test(line));
}

/** The recording that a log tells of; without observations when no line of it says anything. */
export function readRocketmqLog(text: string, known: Known = {}): Recording {
  const parts = partsOf(text);
  const lines = parts.flatMap((part) => part.lines);
  const seen = parts.map(({ title, lines: own }) => ({
    title,
    lines: own.filter(({ text: said }) => !HEADER.test(said)).flatMap(observationsOf),
  }));
  const settings = { ...settingsIn(lines), ...known.settings };
  return {
    'halfway-observations': 1,
    name: known.name ?? scenarioIn(lines) ?? 'log',
    broker: known.broker ?? `RocketMQ ${settings.version}`,
    settings,
    observations: [...inOrder(onOneClock(seen, lines[0]?.timeMs ?? 0))],
  };
}

function partsOf(text: string): readonly Part<LogLine>[] {
  const parts: { title: string; lines: LogLine[] }[] = [{ title: '', lines: [] }];
  for (const line of text.split(/\r?\n/)) {
    const last = parts.at(-1)?.lines ?? [];
    const groups = LINE.exec(line)?.groups;
    const title = PART.exec(line)?.groups?.['title'];
    if (title !== undefined) parts.push({ title, lines: [] });
    else if (groups !== undefined) {
      last.push({ timeMs: Number(groups['time']), where: groups['where'] ?? '', text: groups['text'] ?? '' });
    } else if (line.trim() !== '' && !HEADING.test(line)) {
      last.push({ timeMs: last.at(-1)?.timeMs ?? 0, where: 'unreadable', text: line });
    }
  }
  return parts.filter(({ lines }) => lines.length > 0);
}

/** By time; appends in the order of the log, deliveries in that of their numbers: their lines are printed a little late. */
function inOrder(observations: readonly Observation[]): readonly Observation[] {
  const appends = observations.filter((one) => one.what === 'appended');
  const deliveries = observations.filter((one) => one.what === 'delivered');
  const others = observations.filter((one) => one.what !== 'appended' && one.what !== 'delivered');
  const lanes = [
    ...others.map((one) => [one]),
    appends.toSorted((one, other) => (one.physicalOffset ?? 0) - (other.physicalOffset ?? 0)),
    deliveries.toSorted((one, other) => (one.count ?? 0) - (other.count ?? 0)),
  ];
  return lanes
    .flatMap(inLane)
    .sort((one, other) => one.key - other.key || rankOf(one.observation) - rankOf(other.observation))
    .map(({ observation }) => observation);
}

/** Where each may stand by its time without overtaking those before it in its lane. */
function inLane(lane: readonly Observation[]) {
  let key = 0;
  return lane.map((observation) => {
    key = Math.max(key, observation.timeMs);
    return { observation, key };
  });
}

/** Within a millisecond, what was stored comes before what was seen of it. */
function rankOf({ what }: Observation): number {
  return what === 'appended' ? 0 : 1;
}
