/** One run on a broker of its own, in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LiveError } from '../../src/live/connection.ts';
import { brokerAddress } from '../../src/live/route.ts';
import { runSession, type Result } from '../../src/live/session.ts';
import { halfMessage } from '../../src/protocols/half-message/protocol.ts';
import { readLink } from '../../src/scenario/link.ts';
import { brokerCommand, PORTS } from './rocketmq.ts';
import type { LiveRun } from './words.ts';

export interface Played {
  /** The broker did what the model says, as far as it could be forced. */
  readonly isRight: boolean;
  readonly result: Result | null;
  readonly problem: string;
}

export interface Playing {
  readonly classPath: string;
  readonly signal: AbortSignal;
}

const ATTEMPTS = 3;
const TOPIC = 'Orders';

export async function played(run: LiveRun, playing: Playing): Promise<Played> {
  let last: Played = { isRight: false, result: null, problem: 'not tried' };
  // a busy machine makes timers late, and some mishaps can only be waited for; a fault of the model is there every time
  for (let attempt = 0; attempt < ATTEMPTS && !last.isRight && !playing.signal.aborted; attempt += 1) {
    last = await attempted(run, playing);
  }
  return last;
}

async function attempted(run: LiveRun, { classPath, signal }: Playing): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'halfway-live-'));
  const { scenario, problem } = readLink([halfMessage], run.link);
  if (problem !== null)
    return { isRight: false, result: null, problem: `the link is wrong: ${JSON.stringify(problem)}` };
  try {
    const { settings, steps } = scenario;
    const result = await runSession({
      name: run.id,
      settings,
      steps,
      locate: () => brokerAddress({ host: '127.0.0.1', port: PORTS.names }, TOPIC),
      brokerCommand: brokerCommand({ folder, classPath, settings: run.broker ?? {} }),
      topic: TOPIC,
      queues: run.queues ?? 1,
      signal,
    });
    const { driven, answer } = result;
    const isRight =
      answer.verdict === 'admitted' && driven.contents.every(({ agrees }) => agrees) && driven.refusal === null;
    return { isRight, result, problem: '' };
  } catch (error) {
    if (!(error instanceof LiveError)) throw error;
    return { isRight: false, result: null, problem: error.message };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
