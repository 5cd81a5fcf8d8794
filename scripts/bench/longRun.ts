import { nextStep } from '../../src/engine/autoplay.ts';
import { beginTimeline, extend, type Timeline } from '../../src/engine/timeline.ts';
import { protocols } from '../../src/protocols/registry.ts';
import { engineFor } from '../../src/scenario/engines.ts';
import { writeLink } from '../../src/scenario/link.ts';
import { defaultSettings } from '../../src/scenario/settings.ts';

const RESTLESS = 'broker';

/** A run of this many steps: whatever is due, and whenever it has come to rest, the broker goes down or comes back. */
export function longRun(steps: number): Timeline {
  const [protocol] = protocols;
  let timeline = beginTimeline(engineFor(protocol, defaultSettings(protocol)));
  for (let count = 0; count < steps; count += 1) {
    const isDown = timeline.frames.at(-1)?.world.crashed.includes(RESTLESS) === true;
    const disturbed = { kind: 'crash', process: RESTLESS, crash: 'process' } as const;
    const step = isDown ? ({ kind: 'restart', process: RESTLESS } as const) : (nextStep(timeline) ?? disturbed);
    const extended = extend(timeline, step);
    if (!extended.ok) throw new Error(`Expected step ${count + 1} of the long run to be possible.`);
    timeline = extended.timeline;
  }
  return timeline;
}

/** The link of a long run. */
export function longLink(steps: number): string {
  const written = writeLink(protocols[0], longRun(steps), steps);
  if (written.steps !== steps) throw new Error(`Expected a link with ${steps} steps; it holds ${written.steps}.`);
  return written.link;
}
