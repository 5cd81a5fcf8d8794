/**
 * Plays one run in a process of its own, which gives back all its memory at the end: a judge that has to reject a run keeps
 * much. Usage: node scripts/live/one.ts <id> <class path> <file>; what came of it is written to the file.
 */
import { writeFileSync } from 'node:fs';
import type { Outcome } from './apart.ts';
import { played, type Played } from './play.ts';
import { liveRuns } from './runs.ts';

const [id = '', classPath = '', file = ''] = process.argv.slice(2);
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

const run = liveRuns().find((one) => one.id === id);
if (run === undefined) throw new Error(`Expected the name of a run; got ${id}.`);
const one = await played(run, { classPath, signal: interrupted.signal });
const outcome: Outcome = {
  isRight: one.isRight,
  line: `${id}: ${sentence(one)}`,
  recording: one.result?.recording ?? null,
};
writeFileSync(file, JSON.stringify(outcome));

function sentence({ isRight, result, problem }: Played): string {
  if (result === null) return `failed: ${problem}`;
  const { driven, answer, recording } = result;
  const matched = 'matches' in answer ? answer.matches.length : 0;
  const differing = driven.contents.filter(({ agrees }) => !agrees).map(({ topic }) => topic);
  const left =
    driven.refusal === null ? '' : `, left out from step ${driven.done + 1} (${JSON.stringify(driven.refusal)})`;
  const told = `${answer.verdict}, ${matched} of ${recording.observations.length} observations`;
  const topics = differing.length === 0 ? 'topics as predicted' : `topics differ: ${differing.join(' ')}`;
  return `${isRight ? 'ok' : 'FAILED'}: ${told}; ${topics}${left}`;
}
