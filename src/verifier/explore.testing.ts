/** Questions for tests, in few words. */
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { searchFor } from './answer.ts';
import { explorePlainly, type PlainReport } from './plain.testing.ts';
import { propertiesOf } from './properties.ts';
import { withFastMessages } from './timing.ts';
import type { FaultBudget, MishapBudget, Question, Report } from './question.ts';
import { NO_MISHAPS } from './budget.ts';

export const NO_FAULTS: FaultBudget = { crash: 0, drop: 0, duplicate: 0 };
export const ONE_EACH: FaultBudget = { crash: 1, drop: 1, duplicate: 1 };
export const CRASH: FaultBudget = { ...NO_FAULTS, crash: 1 };
export const DROP: FaultBudget = { ...NO_FAULTS, drop: 1 };

/** One check, no retry: the smallest half message that has all its parts. */
export const SMALL = { 'check-max': '1', 'reconsume-max': '0' };
/** The same where the producer does not report by itself. */
export const SILENT = { ...SMALL, report: 'off' };
/** The same without checks. */
export const UNASKED = { ...SMALL, 'check-back': 'off' };

export interface Asked {
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly faults: FaultBudget;
  readonly messagesAreFast?: true;
  /** One mishap or repair of this kind. */
  readonly kind?: string;
  /** Whether what is forgotten stays forgotten although that kind breaks its premise. */
  readonly isReckless?: true;
  readonly orders?: number;
  /** None: all but those that are asked by name. */
  readonly properties?: readonly string[];
  readonly reduction?: Question['reduction'];
  readonly statesMax?: number;
  readonly depthMax?: number;
  readonly bytesMax?: number;
}

/** With a name for the title of a test. */
export function named(asked: Asked) {
  const set = Object.entries(asked.settings).map(([name, value]) => `${name}~${value}`);
  const faults = Object.entries(asked.faults).filter(([, count]) => count > 0);
  return { name: [asked.protocol.id, ...set, ...faults.map(([kind]) => `one ${kind}`)].join(' '), asked };
}

/** With the mishaps of a question, where it has some. */
export function answeredWith(asked: Asked, reduction: Question['reduction']): Report {
  const { protocol, settings, faults } = asked;
  const bounds = { orders: 1, properties: [], statesMax: 200_000, stopsEarly: false } as const;
  const question = { protocol: protocol.id, settings, faults, mishaps: mishapsOf(asked), reduction, ...bounds };
  const search = searchFor(protocol, question);
  while (search.advance(10_000));
  return search.report();
}

export function answered({
  protocol,
  settings,
  faults,
  orders = 1,
  properties = [],
  reduction = 'none',
  statesMax = 1_000_000,
  kind: _kind,
  ...bounds
}: Asked): Report {
  const asked = {
    protocol: protocol.id,
    settings,
    faults,
    orders,
    properties,
    reduction,
    statesMax,
    ...bounds,
    stopsEarly: false,
  };
  const search = searchFor(protocol, asked);
  while (search.advance(10_000));
  return search.report();
}

/** As a search for a question has it. */
export function engineOf({ protocol, settings, messagesAreFast }: Asked): Engine {
  const engine = createEngine(protocol.model(settings));
  return messagesAreFast === true ? withFastMessages(engine) : engine;
}

export function mishapsOf({ kind }: Asked): MishapBudget {
  return kind === undefined ? NO_MISHAPS : { ...NO_MISHAPS, kinds: { [kind]: 1 } };
}

export function answeredPlainly(asked: Asked): PlainReport {
  const { protocol, settings, faults, orders = 1 } = asked;
  const model = protocol.model(settings);
  return explorePlainly({
    engine: engineOf(asked),
    ledger: (world) => protocol.ledger(world, model.settings),
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
