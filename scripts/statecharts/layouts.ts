/** The statecharts of every protocol, laid out: what `src/views/state/charts/` holds. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { statechartOf, type ChartState } from '../../src/engine/statechart.ts';
import type { Machine } from '../../src/engine/xstateAdapter.ts';
import type { Protocol } from '../../src/protocols/protocol.ts';
import type { Chart } from '../../src/views/state/charts.ts';
import { drawRegion, graphsOf, regionsOf } from './region.ts';

const FOLDER = join(import.meta.dirname, '../../src/views/state/charts');

/** The charts of a protocol's machines, each file with the mark of what it was made of. */
export async function layOut(protocol: Protocol): Promise<string> {
  const charts: { [machine: string]: readonly Chart[] } = {};
  for (const [machine, regions] of regionsIn(protocol)) {
    const drawn: Chart[] = [];
    for (const region of regions) drawn.push(await drawRegion(region, protocol));
    charts[machine] = drawn;
  }
  return `${JSON.stringify({ madeOf: madeOf(protocol), charts })}\n`;
}

/** Another one where a machine, one of its texts, or the way to lay out has changed. */
export function madeOf(protocol: Protocol): string {
  const graphs = regionsIn(protocol).map(([, regions]) => regions.map((region) => graphsOf(region, protocol)));
  return createHash('sha256').update(JSON.stringify(graphs)).digest('hex').slice(0, 16);
}

export function fileOf({ id }: Protocol): string {
  return join(FOLDER, `${id}.gen.json`);
}

type Regions = readonly (readonly [machine: string, regions: readonly ChartState[]])[];

function regionsIn(protocol: Protocol): Regions {
  return machinesOf(protocol).map((machine) => [machine.id, regionsOf(statechartOf(machine))]);
}

/** Every machine that some setting brings, in the order of the roles. */
function machinesOf({ settings, model }: Protocol): readonly Machine[] {
  const given = settings.flatMap((spec) =>
    spec.kind === 'choice' ? spec.values.map((value) => ({ [spec.name]: value })) : [],
  );
  const roles = [{}, ...given].flatMap((one) => model(one).roles);
  return [...new Map(roles.map(({ machine }) => [machine.id, machine])).values()];
}
