/** A recording as a file: one line for each observation. */
import type { Recording } from '../recordings/observation.ts';

export function recordingText({ observations, ...head }: Recording): string {
  const lines = observations.map((observation) => JSON.stringify(observation));
  return `${JSON.stringify(head).slice(0, -1)},"observations":[\n${lines.join(',\n')}\n]}\n`;
}
