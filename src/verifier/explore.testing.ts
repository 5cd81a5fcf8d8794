/** Questions for tests, in few words. */
import { createEngine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { searchFor } from './answer.ts';
import { explorePlainly, type PlainReport } from './plain.testing.ts';
import { propertiesOf } from './properties.ts';
import type { FaultBudget, Reduction, Report } from './question.ts';

export const NO_FAULTS: FaultBudget = { crash: 0, drop: 0, duplicate: 0 };
export const ONE_EACH: FaultBudget = { crash: 1, drop: 1, duplicate: 1 };

export interface Asked {
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly faults: FaultBudget;
  readonly orders?: number;
  readonly reduction?: Reduction;
  readonly statesMax?: number;
  readonly depthMax?: number;
  readonly bytesMax?: number;
}

export function answered({
  protocol,
  settings,
  faults,
  orders = 1,
  reduction = 'none',
  statesMax = 1_000_000,
  ...bounds
}: Asked): Report {
  const asked = {
    protocol: protocol.id,
    settings,
    faults,
    orders,
    properties: [],
    reduction,
    statesMax,
    ...bounds,
    stopsEarly: false,
  };
  const search = searchFor(protocol, asked);
  while (search.advance(10_000));
  return search.report();
}

export function answeredPlainly({ protocol, settings, faults, orders = 1 }: Asked): PlainReport {
  const { ledger, model } = protocol;
  return explorePlainly({
    engine: createEngine(model(settings)),
    ledger,
    properties: propertiesOf(protocol),
    faults,
    orders,
  });
}

/** A report in the words of the plain explorer. */
export function inPlainWords({ states, generated, depth, findings }: Report): PlainReport {
  return { states, generated, depth, findings: verdictsOf({ findings }) };
}

/** Verdicts and the lengths of the shortest runs, without those of loops. */
export function verdictsOf({ findings }: Pick<Report, 'findings'>): PlainReport['findings'] {
  return findings.map(({ id, verdict, run, loopsFrom }) => {
    return { id, verdict, steps: loopsFrom === null ? (run?.length ?? null) : null };
  });
}
