/** What people really have of a run: logs and answers that tell a part of it, with lines that may be missing. */
import type { Observation, ObservationKind, Recording, RecordingSettings } from './observation.ts';

/** An observation whose time is still that of the text, in milliseconds since 1970, and the line that says it. */
export interface Noticed {
  readonly observation: Observation;
  readonly atMs: number;
  readonly line: number;
}

interface Told {
  readonly name: string;
  readonly version: RecordingSettings['version'];
  /** What such a text can show at all. */
  readonly kinds: readonly ObservationKind[];
  readonly resolutionMs: number;
}

/** What RocketMQ does by default stands in for what the text does not say. */
export function partialRecording(
  noticed: readonly Noticed[],
  { name, version, kinds, resolutionMs }: Told,
): { readonly recording: Recording; readonly lines: readonly number[] } {
  const ordered = noticed.toSorted((one, other) => one.atMs - other.atMs);
  const zeroMs = ordered[0]?.atMs ?? 0;
  const observations = ordered.map(({ observation, atMs }) => ({ ...observation, timeMs: atMs - zeroMs }));
  const topics = observations.flatMap((one) =>
    one.what === 'appended' ? [one.realTopic ?? one.topic] : one.what === 'delivered' ? [one.topic] : [],
  );
  const groups = observations.flatMap((one) => ('group' in one && one.what !== 'delivered' ? [one.group] : []));
  return {
    recording: {
      'halfway-observations': 1,
      name,
      broker: `RocketMQ ${version}`,
      settings: {
        version,
        transactionCheckMax: 15,
        sendRetries: 2,
        reconsumeMax: 16,
        topic: topics.find((topic) => !/^(?:RMQ_SYS_|TRANS_CHECK_|SCHEDULE_TOPIC_|%)/.test(topic)) ?? 'Orders',
        producerGroup: groups.find((group) => group !== undefined),
      },
      recorded: { kinds: [...kinds], gaps: true, resolutionMs },
      observations,
    },
    lines: ordered.map(({ line }) => line),
  };
}

/** `2024-03-05 10:20:41` or `2024-03-05 10:20:41,123` in milliseconds; the zone makes no difference within one text. */
export function timeOf(text: string): number {
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0, ms = 0] = text.split(/\D/).map(Number);
  return (((daysTo(year, month, day) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000 + ms;
}

/** Days of the Gregorian calendar from some day on; its years are taken to begin in March, which puts the leap day last. */
function daysTo(year: number, month: number, day: number): number {
  const [years, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * years + leaps + Math.floor((153 * months + 2) / 5) + day;
}

/** The listener's, the trace's and the request's spellings of one state; undefined for none of them. */
export function stateIn(text: string): 'COMMIT' | 'ROLLBACK' | 'UNKNOW' | undefined {
  if (/^(?:COMMIT(?:_MESSAGE)?|8)$/.test(text)) return 'COMMIT';
  if (/^(?:ROLLBACK(?:_MESSAGE)?|12)$/.test(text)) return 'ROLLBACK';
  return /^(?:UNKNO(?:W|WN)|NOT_TYPE|0)$/.test(text) ? 'UNKNOW' : undefined;
}
