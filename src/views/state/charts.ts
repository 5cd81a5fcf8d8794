/** Where the states and transitions of every machine are drawn: coordinates that the build has computed (`scripts/statecharts.ts`). */
import type { ProtocolId } from '../../protocols/loaders.ts';
import { perKey } from '../part/perKey.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A state. `lines`: triggers of transitions in which it stays as it is. */
export interface StateBox extends Box {
  readonly id: string;
  readonly lines: readonly string[];
  /** Stands for whatever state the region is in. */
  readonly isAny: boolean;
}

/** All transitions between two states, told by their triggers. */
export interface Arrow {
  readonly source: string;
  readonly target: string;
  readonly triggers: readonly string[];
  /** The corners of its way: x and y in turn. */
  readonly points: readonly number[];
  /** Null where nothing is written at it. */
  readonly label: Box | null;
}

/** One region of a machine: what is in one state at a time. */
export interface Chart {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly states: readonly StateBox[];
  readonly arrows: readonly Arrow[];
  /** The dot from which the first state is entered, and the way there. */
  readonly initial: Arrow['points'];
}

/** By the id of the machine. */
export type Charts = { readonly [machine: string]: readonly Chart[] };

export const chartsOf = perKey(load);

async function load(id: ProtocolId): Promise<Charts> {
  switch (id) {
    case 'half-message':
      return (await import('./charts/half-message.gen.json')).default.charts;
    case 'local-message-table':
      return (await import('./charts/local-message-table.gen.json')).default.charts;
    case 'plain-mq':
      return (await import('./charts/plain-mq.gen.json')).default.charts;
    case 'two-phase-commit':
      return (await import('./charts/two-phase-commit.gen.json')).default.charts;
  }
}
