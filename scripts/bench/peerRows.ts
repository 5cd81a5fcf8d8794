/** The same space by others, in the same run: a plain explorer, XState's own graph, and Spin where it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../src/engine/engine.ts';
import { twoPhaseCommitModel } from '../../src/protocols/two-phase-commit/model.ts';
import { explorePlainly } from '../../src/verifier/plain.testing.ts';
import { measured, missing, type Row } from './row.ts';
import { statesByGraph } from './twoPhaseMachine.ts';

/** Distinct states for each number of participants. */
const STATES: Readonly<Record<number, number>> = { 3: 288, 5: 8_832, 7: 296_448 };

export function peerRows(): readonly Row[] {
  return [
    ...[3, 5].map((participants) => rowOf('the plain explorer', participants, () => statesPlainly(participants))),
    ...[3, 5].map((participants) => rowOf('xstate/graph', participants, () => statesByGraph(participants))),
    ...[5, 7].map(spinRow),
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

function spinRow(participants: number): Row {
  const what = `distinct states per second of Spin, ${participants} participants`;
  const folder = mkdtempSync(join(tmpdir(), 'halfway-spin-'));
  const run = (command: string, ...args: readonly string[]) =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  try {
    const generated = run('spin', '-a', `-DRMS=${participants}`, MODEL);
    if (generated.error !== undefined) return missing(what, 'Spin is not installed');
    const compiled = run('gcc', '-O2', '-w', '-DSAFETY', '-DNOREDUCE', '-o', 'pan', 'pan.c');
    if (compiled.error !== undefined) return missing(what, 'gcc is not installed');
    const begun = performance.now();
    // -E: a state from which nothing moves is no error here.
    const { stdout } = run(join(folder, 'pan'), '-E', '-m1000000');
    const seconds = (performance.now() - begun) / 1_000;
    return rateRow('Spin', participants, Number(/(\d+) states, stored/.exec(stdout)?.[1]), seconds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
