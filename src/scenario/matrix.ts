/** The outcome table: every fault under every protocol, each cell a run that was really played. */
import type { Settings } from '../engine/model.ts';
import { faultSchedules } from '../protocols/faultSchedules.ts';
import type { Protocol, Verdict } from '../protocols/protocol.ts';
import { FAULT_IDS, type FaultId } from '../protocols/shared/faults.ts';
import { decisiveAt } from './decisive.ts';
import { faultRun } from './faultRun.ts';
import { writeLink, writeScenario } from './link.ts';
import { changedSettings, completeSettings } from './settings.ts';

export interface MatrixColumn {
  readonly protocol: string;
  /** Only the settings that differ from their defaults. */
  readonly settings: Settings;
}

export interface MatrixCell {
  readonly verdict: Verdict;
  /** Virtual milliseconds from the start until the ledger last changed. */
  readonly settledAtMs: number;
  /** Whether the fault changed anything. */
  readonly strikes: boolean;
  readonly link: string;
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly { readonly fault: FaultId; readonly cells: readonly MatrixCell[] }[];
}

/** Plays every compared protocol and setting under every fault. */
export function matrixOf(protocols: readonly Protocol[]): Matrix {
  const contenders = contendersOf(protocols);
  return {
    columns: contenders.map(({ protocol, settings }) => ({
      protocol: protocol.id,
      settings: namedSettings(protocol, settings),
    })),
    rows: FAULT_IDS.map((fault) => ({ fault, cells: contenders.map((contender) => cellOf(contender, fault)) })),
  };
}

/** A protocol at settings that the outcome table shows. */
export interface Contender {
  readonly protocol: Protocol;
  /** Every setting of the protocol. */
  readonly settings: Settings;
}

/** The columns of the table, in its order. */
export function contendersOf(protocols: readonly Protocol[]): readonly Contender[] {
  return protocols.flatMap((protocol) =>
    (faultSchedules.get(protocol.id)?.compared ?? []).map((given) => ({
      protocol,
      settings: completeSettings(protocol, given),
    })),
  );
}

/** One cell: plays the run the first time. */
export function cellOf({ protocol, settings }: Contender, fault: FaultId): MatrixCell {
  const { scenario, verdict, settledAtMs, strikes } = faultRun(protocol, settings, fault);
  return { verdict, settledAtMs, strikes, link: writeScenario(protocol, scenario) };
}

/** The run of a cell from just before the fault on. */
export function watchLink({ protocol, settings }: Contender, fault: FaultId): string {
  const { timeline } = faultRun(protocol, settings, fault);
  return writeLink(protocol, timeline, decisiveAt(timeline)).link;
}

function namedSettings(protocol: Protocol, settings: Settings): Settings {
  return Object.fromEntries(changedSettings(protocol, settings).map(({ name, value }) => [name, value]));
}
