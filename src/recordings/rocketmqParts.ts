/** Parts of a log that have clocks of their own, put on one clock. */
import type { Observation } from './observation.ts';

/** An observation and the line that says it; 0 where no line does. */
export interface Placed {
  readonly observation: Observation;
  readonly line: number;
}

export interface Part<Line> {
  readonly title: string;
  readonly lines: readonly Line[];
}

/**
 * One clock. A broker's part is put as late as its client permits, which saw the consequences: the reply to a half
 * message begins the local transaction, a copy of it a check, a message a delivery. Where they share nothing, it
 * begins where the part before it ended. Between two parts of a broker its process was killed and started again.
 */
export function onOneClock(parts: readonly Part<Placed>[], beginsMs: number): readonly Placed[] {
  const client = parts.find(({ title }) => title === 'client')?.lines ?? [];
  const all: Placed[] = [];
  let endMs: number | null = null;
  for (const { title, lines } of parts) {
    const isBroker = title.startsWith('broker');
    const shiftMs = isBroker ? (shiftOf(lines, client) ?? endMs ?? 0) : 0;
    if (isBroker && endMs !== null) {
      all.push(unsaid({ what: 'stopped', timeMs: endMs, where: 'brokerproc', process: 'broker' }));
      all.push(unsaid({ what: 'started', timeMs: shiftMs, where: 'brokerproc', process: 'broker' }));
    }
    const placed = lines.map((one) => later(one, shiftMs));
    if (isBroker) endMs = Math.max(...placed.map(({ observation }) => observation.timeMs));
    all.push(...placed);
  }
  const zeroMs = parts.length > 1 ? Math.min(...all.map(({ observation }) => observation.timeMs)) : beginsMs;
  return all.map((one) => later(one, -zeroMs));
}

function unsaid(observation: Observation): Placed {
  return { observation, line: 0 };
}

function later({ observation, line }: Placed, byMs: number): Placed {
  return { observation: { ...observation, timeMs: observation.timeMs + byMs }, line };
}

/** From the clock of a broker's part to its client's; null where they saw nothing of the same. */
function shiftOf(broker: readonly Placed[], client: readonly Placed[]): number | null {
  const shifts = broker.flatMap(({ observation: cause }) => {
    const effect = client.find(({ observation }) => isEffectOf(observation, cause))?.observation;
    return effect === undefined ? [] : [effect.timeMs - cause.timeMs];
  });
  return shifts.length === 0 ? null : Math.min(...shifts);
}

function isEffectOf(effect: Observation, cause: Observation): boolean {
  if (cause.what === 'sendAnswered') return effect.what === 'executeBegun';
  if (cause.what !== 'appended') return false;
  if (effect.what === 'checkBegun') return effect.halfPhysicalOffset === cause.physicalOffset;
  return effect.what === 'delivered' && effect.topic === cause.topic && effect.offset === cause.offset;
}
