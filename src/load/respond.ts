/** Answers a request for a load, in portions: between them the place where it runs may breathe, tell and be stopped. */
import { loadProtocol, protocolIds } from '../protocols/loaders.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { fluidRun, isFluid } from './fluidRun.ts';
import { programFor } from './lab.ts';
import { isSteadyLoad, measuresOf } from './measures.ts';
import type { LoadReply, LoadRequest, LoadResult } from './messages.ts';
import { logOf } from './notable.ts';
import { planOf } from './plan.ts';
import { seriesOf } from './series.ts';
import { simulation } from './simulate.ts';
import { ordersOf, type ComparedId, type LoadScenario } from './settings.ts';

export interface Host {
  readonly pause: () => Promise<void>;
  readonly reply: (reply: LoadReply) => void;
  readonly isStopped: () => boolean;
  /** Events between two pauses. */
  readonly portion: number;
}

/** Orders of a first answer. */
const COARSE = 3_000;

export async function respond({ id, scenario, isCoarse }: LoadRequest, host: Host): Promise<void> {
  const asked = isCoarse ? coarse(scenario) : scenario;
  const results: LoadResult[] = [];
  const protocols = await protocolsFor(asked.compared);
  for (const [index, compared] of asked.compared.entries()) {
    const program = programFor(compared, protocols);
    if (isFluid(asked)) {
      results.push({ ...fluidRun(compared, program, asked), log: null, program, isCoarse });
      continue;
    }
    const { go, progress, result } = simulation(planOf(program, asked), asked);
    while (!go(host.portion)) {
      await host.pause();
      if (host.isStopped()) return;
      host.reply({ kind: 'progress', id, share: (index + progress()) / asked.compared.length });
    }
    const simulated = result();
    results.push({
      measures: measuresOf(compared, program, simulated),
      series: seriesOf(simulated),
      log: logOf(simulated.run),
      program,
      isCoarse,
    });
  }
  host.reply({ kind: 'result', id, results });
}

/** Whether a part of it says something about the whole, and is much less. */
export function hasCoarse(scenario: LoadScenario): boolean {
  return isSteadyLoad(scenario) && !isFluid(scenario) && ordersOf(scenario.curve) > 3 * COARSE;
}

function coarse(scenario: LoadScenario): LoadScenario {
  const share = Math.min(1, COARSE / ordersOf(scenario.curve));
  return { ...scenario, curve: scenario.curve.map(({ atS, perS }) => ({ atS: atS * share, perS })) };
}

async function protocolsFor(compared: readonly ComparedId[]): Promise<readonly Protocol[]> {
  const ids = protocolIds.filter((id) => compared.some((one) => one === id));
  return Promise.all(ids.map((id) => loadProtocol(id)));
}
