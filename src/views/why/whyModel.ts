/** The labels of a run as bands over its steps, and the nearest good run beside it. */
import type { Step } from '../../engine/step.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { Settings } from '../../engine/model.ts';
import { writeComparison } from '../../scenario/compareLink.ts';
import type { WhyReply } from '../../verifier/whyMessages.ts';

export type Label = WhyReply['labels'][number];

/** Steps of one label, side by side; numbers of steps, counted from 1. */
export interface Band {
  readonly label: Label;
  readonly from: number;
  readonly to: number;
}

export function bandsOf(labels: readonly Label[]): readonly Band[] {
  return labels.reduce<readonly Band[]>((bands, label, index) => {
    const last = bands.at(-1);
    if (last?.label !== label) return [...bands, { label, from: index + 1, to: index + 1 }];
    return [...bands.slice(0, -1), { ...last, to: index + 1 }];
  }, []);
}

interface Run {
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly steps: readonly Step[];
}

/** The address, from `#` on, of the run and the nearest good one side by side; null where none is known. */
export function besideHref(run: Run, { nearest }: WhyReply): string | null {
  return nearest === null ? null : sideBySide(run, { ...run, steps: nearest.steps });
}

/** The address, from `#` on, of two runs side by side. */
export function sideBySide(a: Run, b: Run): string {
  return `#${writeComparison({ a, b, fault: 'none', at: 0 })}`;
}
