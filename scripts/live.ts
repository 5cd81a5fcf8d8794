/**
 * `npm run live`: drives the named runs of half messages, and the ones of `live/runs.ts`, on a RocketMQ that Maven brings,
 * and says of each whether the broker did what the model says. Skips with one line where there is no Java or no Maven.
 * Usage: npm run live -- [--release newest|4.9] [--only id,…] [--keep folder] [--store]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordingText } from '../src/live/recordingFile.ts';
import type { Recording } from '../src/recordings/observation.ts';
import { playedApart } from './live/apart.ts';
import { fetched } from './live/fetch.ts';
import { insideOwnNetwork } from './live/network.ts';
import { nameServer } from './live/rocketmq.ts';
import { liveRuns } from './live/runs.ts';
import { isOfRelease, type LiveRun } from './live/words.ts';
import { store } from './live/store.ts';

const { values } = parseArgs({
  options: {
    release: { type: 'string', default: 'newest' },
    only: { type: 'string' },
    keep: { type: 'string' },
    store: { type: 'boolean' },
  },
});
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

const got = fetched(values.release);
if ('skipped' in got) {
  process.stdout.write(`skipped: ${got.skipped}\n`);
} else {
  const skipped = insideOwnNetwork(got.release);
  if (skipped === null) process.exitCode = await runAll(got);
  else if (skipped !== '') process.stdout.write(`skipped: ${skipped}\n`);
}

async function runAll({ release, classPath }: Exclude<typeof got, { readonly skipped: string }>): Promise<0 | 1> {
  const only = values.only?.split(',');
  const runs = liveRuns().filter((run) => (only?.includes(run.id) ?? true) && isOfRelease(run, release));
  const made: { readonly run: LiveRun; readonly recording: Recording }[] = [];
  let failed = 0;
  const folder = mkdtempSync(join(tmpdir(), 'halfway-names-'));
  const names = nameServer({ folder, classPath });
  try {
    for (const run of runs) {
      if (interrupted.signal.aborted) break;
      const { isRight, line, recording } = await playedApart({ id: run.id, classPath, folder });
      process.stdout.write(`${line}\n`);
      if (!isRight) failed += 1;
      if (recording === null) continue;
      made.push({ run, recording });
      if (values.keep === undefined) continue;
      mkdirSync(values.keep, { recursive: true });
      writeFileSync(join(values.keep, `${release}-${run.id}.json`), recordingText(recording));
    }
  } finally {
    names.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  if (values.store === true) store(release, made);
  process.stdout.write(`RocketMQ ${release}: ${runs.length - failed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
