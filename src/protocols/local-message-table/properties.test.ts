/** What holds in every run, on runs that chance picked, at any settings. A failure prints its seed and its steps. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../engine/model.ts';
import type { Frame } from '../../engine/timeline.ts';
import { picksArbitrary, settingsArbitrary, undisturbed, walk } from '../exploration.testing.ts';
import type { LedgerLine } from '../protocol.ts';
import { ledger } from './ledger.ts';
import { read } from './read.ts';
import { engineOf } from './run.testing.ts';
import { settingSpecs } from './settings.ts';

const SEED = 20_261_122;
const RUNS = 120;
const STEPS_MAX = 50;
const LONG_MS = 60_000;

interface RandomRun {
  readonly settings: Settings;
  readonly frames: readonly Frame[];
  /** What comes after them when nobody interferes any more. */
  readonly rest: readonly Frame[];
}

const runs = fc
  .sample(fc.tuple(settingsArbitrary(settingSpecs), picksArbitrary(STEPS_MAX)), { seed: SEED, numRuns: RUNS })
  .map(([settings, picks]): RandomRun => {
    const frames = walk(engineOf(settings), picks);
    return { settings, frames, rest: undisturbed(engineOf(settings), lastOf(frames)) };
  });

/** Checks a claim on every run. */
function inEveryRun(claim: (run: RandomRun) => void): void {
  expect(runs).toHaveLength(RUNS);
  for (const [index, run] of runs.entries()) {
    try {
      claim(run);
    } catch (error) {
      const steps = run.frames.map(({ step }) => JSON.stringify(step)).join('\n');
      throw new Error(`Run ${index} of seed ${SEED}, ${JSON.stringify(run.settings)}:\n${steps}`, { cause: error });
    }
  }
}

function lastOf(frames: readonly Frame[]): Frame {
  const last = frames.at(-1);
  if (last === undefined) throw new Error('Expected a run to have a start.');
  return last;
}

describe('in every run', { timeout: LONG_MS }, () => {
  it('[LT-M2] nothing is pending at rest', () => {
    inEveryRun(({ settings, frames, rest }) => {
      const { world } = lastOf([...frames, ...rest]);
      expect(ledger(world, settings).filter(({ verdict }) => verdict === 'pending')).toEqual([]);
    });
  });

  it('[LT-M2] what is lost or parked gets no points by itself', () => {
    inEveryRun(({ settings, frames, rest }) => {
      if (rest.some(({ step }) => step?.kind === 'choose' && step.message.type === 'mend')) return; // not by itself
      const hopeless = ledger(lastOf(frames).world, settings).filter(
        ({ verdict }) => verdict === 'lost' || verdict === 'parked',
      );
      const after = ledger(lastOf([...frames, ...rest]).world, settings);
      for (const { order } of hopeless) expect(lineOf(after, order)?.points).toBe(0);
    });
  });

  it('[LT-M2] a verdict says what the two databases say', () => {
    inEveryRun(({ settings, frames, rest }) => {
      for (const { world } of [...frames, ...rest]) {
        for (const { state, points, verdict } of ledger(world, settings)) {
          const hasOrder = state === 'committed';
          const isTrue = {
            pending: true,
            blocked: false,
            consistent: points === (hasOrder ? 1 : 0),
            late: hasOrder && points === 1,
            duplicated: points > 1,
            phantom: points > 0 && !hasOrder,
            lost: hasOrder && points === 0,
            parked: hasOrder && points === 0,
          }[verdict];
          expect({ state, points, verdict, isTrue }).toEqual({ state, points, verdict, isTrue: true });
        }
      }
    });
  });

  it('[LT-3] points are added once at most, with markers in the same transaction that nobody purges', () => {
    inEveryRun(({ settings, frames, rest }) => {
      const isPurged = frames.some(({ step }) => step?.kind === 'choose' && step.message.type === 'purgeMarker');
      if (settings['dedup'] !== 'same-tx' || isPurged) return;
      for (const { points } of ledger(lastOf([...frames, ...rest]).world, settings))
        expect(points).toBeLessThanOrEqual(1);
    });
  });

  it('[LT-M9] a claimed row has an owner that knows of it, or is waiting for its lease', () => {
    inEveryRun(({ settings, frames }) => {
      if (settings['claim'] !== 'lock') return;
      for (const { world } of frames) {
        const { database, relays } = read(world);
        const held = relays.flatMap(({ role, context }) => (context?.row ? [`${role} ${context.row.id}`] : []));
        const owned = database.rows.flatMap(({ id, owner }) => (owner === null ? [] : [`${owner} ${id}`]));
        expect(owned.filter((claim) => !held.includes(claim))).toEqual([]);
      }
    });
  });

  it('[LT-M7] a row waits for one thing at a time, and for nothing once it is dealt with', () => {
    inEveryRun(({ frames, rest }) => {
      for (const { world } of [...frames, ...rest]) {
        for (const { status, wait } of read(world).database.rows) {
          if (status === 'DONE') expect(wait).toBeNull();
          if (status === 'DEAD') expect(wait).toBe('person');
          if (wait === 'unconfirmed') expect(status).toBe('SENT');
        }
      }
    });
  });
});

function lineOf(lines: readonly LedgerLine[], order: string): LedgerLine | undefined {
  return lines.find((line) => line.order === order);
}
