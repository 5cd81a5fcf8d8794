import type { LinkProblem } from '../scenario/problem.ts';
import { seenChecksum } from '../scenario/seen.ts';
import { stagesReached, stageVisits } from '../scenario/stages.ts';
import type { ReplayedLink } from './replay.ts';

/** The replayed run as one JSON value: what is documented in the README. */
export function replayJson({ protocol, timeline, at, steps, problem }: ReplayedLink, reason: string | null): string {
  const { world } = timeline.frames[at] ?? timeline.frames[0];
  const ledger = protocol
    .ledger(world, timeline.engine.model.settings)
    .map(({ order, state, points, verdict }) => [order, { order: state, points, verdict }] as const);
  return JSON.stringify({
    protocol: protocol.id,
    steps,
    applied: timeline.frames.length - 1,
    at,
    hash: seenChecksum(protocol, timeline.engine.model, timeline.frames, at),
    stages: Object.fromEntries(stagesReached(stageVisits(protocol, timeline.frames, 'concept'), at)),
    ledger: Object.fromEntries(ledger),
    error: problem === null ? null : { step: stepOf(problem), reason },
  });
}

/** The step that a problem is about; null when it is about the whole link. */
function stepOf(problem: LinkProblem): number | null {
  switch (problem.kind) {
    case 'bad-step':
    case 'checksum-differs':
      return problem.step;
    case 'too-many-steps':
      return problem.max + 1;
    case 'not-a-link':
    case 'too-long':
    case 'newer-version':
    case 'unknown-protocol':
    case 'unknown-fault':
    case 'unknown-setting':
    case 'invalid-setting':
    case 'repeated-setting':
    case 'at-out-of-range':
      return null;
  }
}
