/** The engine and the links, in Node. */
import { createEngine } from '../../src/engine/engine.ts';
import { replay, stepsOf } from '../../src/engine/timeline.ts';
import { protocols } from '../../src/protocols/registry.ts';
import { libraryOf } from '../../src/scenario/library.ts';
import { defaultSettings } from '../../src/scenario/settings.ts';
import { longRun } from './longRun.ts';
import { measured, percentile, type Row } from './row.ts';

const STEPS = 1_000;
const ROUNDS = 9;

export function modelRows(): readonly Row[] {
  return [...engineRows(), ...linkRows()];
}

function engineRows(): readonly Row[] {
  const [protocol] = protocols;
  const steps = stepsOf(longRun(STEPS));
  const engine = createEngine(protocol.model(defaultSettings(protocol)));
  const [first = Number.NaN, ...later] = Array.from({ length: ROUNDS }, () => timed(() => replay(engine, steps)));
  const usual = percentile(later, 0.5);
  return [
    measured('steps applied per second', (STEPS / usual) * 1_000, ''),
    measured('replay of 1,000 steps, everything remembered', usual, 'ms'),
    measured('replay of 1,000 steps, the first time', first, 'ms'),
  ];
}

function linkRows(): readonly Row[] {
  const lengths = libraryOf(protocols).map(({ link }) => link.length);
  const sum = lengths.reduce((total, length) => total + length, 0);
  return [
    measured(`longest link of ${lengths.length} library scenarios`, Math.max(...lengths), 'characters', {
      atMost: 200,
    }),
    measured('mean link of the library', sum / lengths.length, 'characters'),
  ];
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
