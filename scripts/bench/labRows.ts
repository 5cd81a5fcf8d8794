/** The load lab in Node: its speed, and what every preset comes to beside what it must come to. */
import { figuresOf, programFor } from '../../src/load/lab.ts';
import { planOf } from '../../src/load/plan.ts';
import { EXPECTATIONS } from '../../src/load/expectations.testing.ts';
import { FIGURES, isWithin, scenarioOf } from '../../src/load/presetFigures.testing.ts';
import { presetOf } from '../../src/load/presets.ts';
import { simulate } from '../../src/load/simulate.ts';
import { COMPARED_IDS, steady, type ComparedId } from '../../src/load/settings.ts';
import { protocols } from '../../src/protocols/registry.ts';
import { measured, type Row } from './row.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const SECONDS_100_000 = 1;
const SECONDS_1_000_000 = 12;
const MB_1_000_000 = 500;

export function labRows(): readonly Row[] {
  return [...COMPARED_IDS.map(speedRow), ...millionRows(), ...EXPECTATIONS.flatMap(figureRows)];
}

/** Simulates so many orders and returns the seconds that it took. */
function seconds(id: ComparedId, orders: number): number {
  const scenario = { ...presetOf('steady'), compared: [id], curve: steady(1_000, orders / 1_000) };
  const plan = planOf(programFor(id, protocols), scenario);
  const start = performance.now();
  simulate(plan, scenario);
  return (performance.now() - start) / 1_000;
}

function speedRow(id: ComparedId): Row {
  const rounds = Array.from({ length: 3 }, () => seconds(id, 100_000));
  return measured(`100,000 orders, ${id}`, Math.min(...rounds), 's', { atMost: SECONDS_100_000 });
}

function millionRows(): readonly Row[] {
  const took = seconds('half-message', 1_000_000);
  const mb = process.memoryUsage().rss / 1_000_000;
  return [
    measured('1,000,000 orders, half-message', took, 's', { atMost: SECONDS_1_000_000 }),
    measured('  memory of the whole process then', mb, 'MB', { atMost: MB_1_000_000 }),
  ];
}

function figureRows({ what, variation, id, figures }: (typeof EXPECTATIONS)[number]): readonly Row[] {
  const runs = SEEDS.flatMap((seed) => figuresOf(scenarioOf(variation, id, seed), protocols));
  return figures.map((figure): Row => {
    const mean = runs.reduce((sum, run) => sum + FIGURES[figure.name](run), 0) / runs.length;
    const { expected, within } = figure;
    const width = expected === 0 ? `± ${within}` : `± ${(within * 100).toFixed(0)} %`;
    return {
      what: `${what}, ${id}, ${figure.name}`,
      value: mean.toFixed(1),
      bar: `${expected} ${width}`,
      isHeld: isWithin(figure, mean),
    };
  });
}
