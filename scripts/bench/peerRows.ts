/** The same space by others, in the same run: a plain explorer, XState's own graph, and Spin where it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../src/engine/engine.ts';
import { twoPhaseCommitModel } from '../../src/protocols/two-phase-commit/model.ts';
import { explorePlainly } from '../../src/verifier/plain.testing.ts';
import { golden, measured, missing, type Row } from './row.ts';
import { statesByGraph } from './twoPhaseMachine.ts';
import { GOLDEN, yardstick } from './yardstick.ts';

/** Distinct states for each number of participants. */
const STATES: Readonly<Record<number, number>> = { 3: 288, 5: 8_832, 7: 296_448 };

export function peerRows(): readonly Row[] {
  return [
    ...[3, 5].map((participants) => rowOf('the plain explorer', participants, () => statesPlainly(participants))),
    ...[3, 5].map((participants) => rowOf('xstate/graph', participants, () => statesByGraph(participants))),
    ...spinRows(),
  ];
}

function rowOf(who: string, participants: number, explore: () => number): Row {
  const begun = performance.now();
  const states = explore();
  return rateRow(who, participants, states, (performance.now() - begun) / 1_000);
}

function rateRow(who: string, participants: number, states: number, seconds: number): Row {
  const what = `distinct states per second of ${who}, ${participants} participants`;
  if (states !== STATES[participants]) return missing(what, `${states} states instead of ${STATES[participants]}`);
  return measured(what, states / seconds, '');
}

function statesPlainly(participants: number): number {
  const model = twoPhaseCommitModel({ semantics: 'benchmark', participants: String(participants) });
  const faults = { crash: 0, drop: 0, duplicate: 0 };
  return explorePlainly({ engine: createEngine(model), ledger: () => [], properties: [], faults, orders: 1 }).states;
}

const MODEL = join(import.meta.dirname, 'twoPhase.pml');

/** The size at which both are measured, and a larger one at which Spin runs for seconds. */
const PARTICIPANTS = 7;
const MORE_PARTICIPANTS = 8;
/** A machine that also does other things slows some rounds down: both are as fast as in their best one. */
const ROUNDS = 8;
const RATIO = 0.8;

/** The verifier and Spin in turn, so that what else the machine does meets both. */
function spinRows(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'halfway-spin-'));
  try {
    const spins = [PARTICIPANTS, MORE_PARTICIPANTS].map((participants) => spinIn(folder, participants));
    const [spin, larger] = spins;
    if (spin === undefined || larger === undefined || typeof spin === 'string' || typeof larger === 'string') {
      const why = spins.find((one) => typeof one === 'string');
      return [missing('distinct states per second of Spin', why ?? 'it was not asked')];
    }
    const rounds = Array.from({ length: ROUNDS }, () => ({ ours: yardstick(PARTICIPANTS), spins: spin() }));
    const counts = new Set(rounds.flatMap(({ ours, spins: { states } }) => [ours.counts, String(states)]));
    const ours = Math.max(...rounds.map(({ ours: { statesPerSecond } }) => statesPerSecond));
    const theirs = Math.max(...rounds.map(({ spins: { states, seconds } }) => states / seconds));
    const { states, seconds } = larger();
    return [
      golden(
        `states that both find, ${PARTICIPANTS} participants`,
        [...counts].join(', '),
        `${GOLDEN[PARTICIPANTS]}, ${STATES[PARTICIPANTS]}`,
      ),
      measured(`distinct states per second of Spin, ${PARTICIPANTS} participants`, theirs, ''),
      measured(`distinct states per second of Spin, ${MORE_PARTICIPANTS} participants`, states / seconds, ''),
      measured(`how long Spin takes with ${MORE_PARTICIPANTS} participants`, seconds, 's'),
      measured(`distinct states per second of the verifier in Node, ${PARTICIPANTS} participants`, ours, ''),
      measured('the verifier, as a share of the speed of Spin', (ours / theirs) * 100, '%', { atLeast: RATIO * 100 }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Searched {
  readonly states: number;
  /** By its own clock, so without its start. */
  readonly seconds: number;
}

/** Compiles Spin's explorer for so many participants; or says what there is not. */
function spinIn(folder: string, participants: number): (() => Searched) | string {
  const run = (command: string, ...args: readonly string[]) =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  const pan = `pan${participants}`;
  if (run('spin', '-a', `-DRMS=${participants}`, MODEL).error !== undefined) return 'Spin is not installed';
  const compiled = run('gcc', '-O2', '-w', '-DSAFETY', '-DNOREDUCE', '-o', pan, 'pan.c');
  if (compiled.error !== undefined) return 'gcc is not installed';
  return () => {
    // -E: a state from which nothing moves is no error here.
    const { stdout } = run(join(folder, pan), '-E', '-m1000000');
    const [states, seconds] = [/(\d+) states, stored/, /elapsed time ([\d.]+) seconds/].map((said) =>
      Number(said.exec(stdout)?.[1]),
    );
    if (states === undefined || seconds === undefined || !(seconds > 0)) {
      throw new Error(`Expected Spin to say how many states it found in what time; got: ${stdout}`);
    }
    return { states, seconds };
  };
}
