/** From a scenario to figures: the programs of what is compared, planned, simulated and measured. */
import type { Protocol } from '../protocols/protocol.ts';
import { byHand } from './byHand.ts';
import { fluidRun, isFluid } from './fluidRun.ts';
import { measuresOf, type Measures } from './measures.ts';
import { programOf, type Program } from './operation.ts';
import { planOf } from './plan.ts';
import { simulate } from './simulate.ts';
import { type ComparedId, type LoadScenario } from './settings.ts';

export type Protocols = readonly Protocol[];

export function programFor(id: ComparedId, protocols: Protocols): Program {
  if (id === 'call' || id === 'call-inside') return byHand[id];
  const protocol = protocols.find((known) => known.id === id);
  if (protocol === undefined) throw new Error(`Expected the protocol ${id} to be loaded.`);
  return programOf(protocol);
}

/** Everything that is compared, one after the other. */
export function figuresOf(scenario: LoadScenario, protocols: Protocols): readonly Measures[] {
  return scenario.compared.map((id) => {
    const program = programFor(id, protocols);
    if (isFluid(scenario)) return fluidRun(id, program, scenario).measures;
    return measuresOf(id, program, simulate(planOf(program, scenario), scenario));
  });
}
