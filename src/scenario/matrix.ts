/** The outcome table: every mishap under every protocol, each cell a run that was really played. */
import type { Settings } from '../engine/model.ts';
import type { Protocol, Verdict } from '../protocols/protocol.ts';
import { FAULT_IDS, type FaultId } from '../protocols/shared/faults.ts';
import { faultRun } from './faultRun.ts';
import { writeScenario } from './link.ts';
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
  readonly link: string;
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly { readonly fault: FaultId; readonly cells: readonly MatrixCell[] }[];
}

/** Plays every compared protocol and setting under every mishap. */
export function matrixOf(protocols: readonly Protocol[]): Matrix {
  const compared = protocols
    .filter(({ faults }) => faults !== undefined)
    .flatMap((protocol) =>
      (protocol.compared ?? [{}]).map((given) => ({ protocol, settings: completeSettings(protocol, given) })),
    );
  return {
    columns: compared.map(({ protocol, settings }) => ({
      protocol: protocol.id,
      settings: namedSettings(protocol, settings),
    })),
    rows: FAULT_IDS.map((fault) => ({
      fault,
      cells: compared.map(({ protocol, settings }) => cellOf(protocol, settings, fault)),
    })),
  };
}

function cellOf(protocol: Protocol, settings: Settings, fault: FaultId): MatrixCell {
  const { scenario, verdict, settledAtMs } = faultRun(protocol, settings, fault);
  return { verdict, settledAtMs, link: writeScenario(protocol, scenario) };
}

function namedSettings(protocol: Protocol, settings: Settings): Settings {
  return Object.fromEntries(changedSettings(protocol, settings).map(({ name, value }) => [name, value]));
}
