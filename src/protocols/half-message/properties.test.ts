/** What holds in every run, on runs that chance picked, at any settings. A failure prints its seed. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stable } from '../../engine/data.ts';
import type { Settings } from '../../engine/model.ts';
import type { RunRecord } from '../../engine/record.ts';
import type { Frame } from '../../engine/timeline.ts';
import type { World } from '../../engine/world.ts';
import { picksArbitrary, settingsArbitrary, undisturbed, walk } from '../exploration.testing.ts';
import type { Verdict } from '../protocol.ts';
import { ledger } from './ledger.ts';
import { PRODUCERS } from './instances.ts';
import { read } from './read.ts';
import { notes } from '../shared/moves.testing.ts';
import { engineOf } from './run.testing.ts';
import { settingSpecs } from './settings.ts';

const SEED = 20_261_122;
const RUNS = 90;
const STEPS_MAX = 60;

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

const recordsOf = (frames: readonly Frame[]): readonly RunRecord[] => frames.flatMap(({ records }) => records);
const noteCount = (frames: readonly Frame[], ...whats: readonly string[]): number =>
  whats.reduce((sum, what) => sum + notes({ records: recordsOf(frames) }, what).length, 0);
const crashes = (frames: readonly Frame[], process: string, kind?: string): boolean =>
  frames.some(
    ({ step }) => step?.kind === 'crash' && step.process === process && (kind === undefined || step.crash === kind),
  );

function storedIn(world: World) {
  const { halfTopic, checker, topic } = read(world);
  const { half, op } = halfTopic;
  return { half, op, discarded: checker.discarded, orders: topic.orders, retry: topic.retry, dead: topic.dead };
}

describe('in every run', () => {
  it('[HM-2] a local transaction begins at most once', () => {
    inEveryRun(({ frames }) => {
      const begun = notes({ records: recordsOf(frames) }, 'transaction-begun').map(({ tx }) => tx);
      expect(begun).toEqual([...new Set(begun)]);
    });
  });

  it('[HM-12] stored messages stay what and where they are', () => {
    inEveryRun(({ frames }) => {
      for (const [index, { step, world }] of frames.slice(1).entries()) {
        const before = storedIn(frames[index]?.world ?? world);
        const now = storedIn(world);
        if (step?.kind === 'crash' && step.crash === 'machine') continue;
        expect({
          half: now.half.slice(0, before.half.length),
          op: now.op.slice(0, before.op.length),
          discarded: now.discarded.slice(0, before.discarded.length),
          orders: now.orders.slice(0, before.orders.length),
          retry: now.retry.slice(0, before.retry.length),
          dead: now.dead.slice(0, before.dead.length),
        }).toEqual(before);
      }
    });
  });

  it('[HM-15] ops name as many offsets as answers were accepted, while no broker dies and no put fails', () => {
    inEveryRun(({ frames }) => {
      if (crashes(frames, 'broker') || noteCount(frames, 'op-put-failed') > 0) return;
      const { op, buffer } = read(lastOf(frames).world).halfTopic;
      expect(op.flat().length + buffer.length).toBe(noteCount(frames, 'message-stored', 'message-dropped'));
    });
  });

  it('[HM-17] every half offset behind the cursor was named, copied, discarded, or lost in a failed discard', () => {
    inEveryRun(({ frames }) => {
      if (crashes(frames, 'broker', 'machine')) return;
      const { halfTopic, checker } = read(lastOf(frames).world);
      const records = recordsOf(frames);
      const copied = ['copy-stored', 'silent-copy-stored']
        .flatMap((what) => notes({ records }, what))
        .map(({ of }) => of);
      const discarded = ['discarded', 'discard-put-failed']
        .flatMap((what) => notes({ records }, what))
        .map(({ offset }) => offset);
      const dealtWith = new Set<unknown>([...halfTopic.op.flat(), ...copied, ...discarded]);
      const behind = halfTopic.half.slice(0, Math.max(0, checker.cursors.half)).map((_, offset) => offset);
      expect(behind.filter((offset) => !dealtWith.has(offset))).toEqual([]);
    });
  });

  it('[HM-25] the real topic holds as many messages as COMMITs were accepted', () => {
    inEveryRun(({ frames }) => {
      if (crashes(frames, 'broker', 'machine')) return;
      const records = recordsOf(frames);
      const arrived = records.filter(
        (record) =>
          record.kind === 'delivered' &&
          record.message.type === 'endTransaction' &&
          record.message['state'] === 'COMMIT',
      );
      const refused = ['no-half-at-offset', 'foreign-group', 'illegal-operation', 'put-failed']
        .flatMap((what) => notes({ records }, what))
        .filter(({ state }) => state === 'COMMIT');
      expect(read(lastOf(frames).world).topic.orders).toHaveLength(arrived.length - refused.length);
    });
  });

  it('[HM-54] nothing that the consumer does is seen before the real topic', () => {
    const outside = [...PRODUCERS, 'order-database', 'broker', 'half-topic', 'checker'];
    inEveryRun(({ frames, settings }) => {
      // Where the log is flushed later, the broker hears of every append.
      if (settings['flush'] === 'async') return;
      for (const [index, { step, world }] of frames.slice(1).entries()) {
        if (!isOfConsumer(step)) continue;
        const before = frames[index]?.world ?? world;
        expect(outside.map((role) => world.roles[role])).toEqual(outside.map((role) => before.roles[role]));
      }
    });
  });
});

describe('the ledger, in every run', () => {
  const isRight = (points: number, state: string): boolean => points === (state === 'committed' ? 1 : 0);
  const isFinal = (verdict: Verdict): boolean => verdict === 'lost' || verdict === 'parked';
  const calledRight = (verdict: string): boolean => verdict === 'consistent' || verdict === 'late';

  it('[HM-L1] calls nothing consistent or late that is not', () => {
    inEveryRun(({ settings, frames, rest }) => {
      const wrong = [...frames, ...rest].flatMap(({ world }) =>
        ledger(world, settings).filter(({ verdict, points, state }) => calledRight(verdict) && !isRight(points, state)),
      );
      expect(wrong).toEqual([]);
    });
  });

  it('[HM-L1] [HM-L8] knows at rest what became of every order', () => {
    inEveryRun(({ settings, frames, rest }) => {
      const lines = ledger(lastOf([...frames, ...rest]).world, settings);
      expect(lines.filter(({ verdict, state }) => verdict === 'pending' || state === 'open')).toEqual([]);
      expect(lines.filter(({ verdict, points, state }) => isRight(points, state) !== calledRight(verdict))).toEqual([]);
    });
  });

  it('[HM-L6] [HM-L7] never gets points for an order that it called lost or parked, unless somebody interferes', () => {
    inEveryRun(({ settings, rest }) => {
      const told = rest.map(({ world }) => new Map(ledger(world, settings).map((line) => [line.order, line.verdict])));
      const broken = told.flatMap((lines, index) =>
        [...lines].filter(
          ([order, verdict]) => isFinal(verdict) && (told[index + 1]?.get(order) ?? verdict) !== verdict,
        ),
      );
      expect(broken).toEqual([]);
    });
  });

  it('[HM-L5] is a function of the world and the settings alone', () => {
    inEveryRun(({ settings, frames }) => {
      for (const { world } of frames.slice(-3)) {
        const copy: World = JSON.parse(stable(world));
        expect(ledger(copy, settings)).toEqual(ledger(world, settings));
      }
    });
  });
});

function isOfConsumer(step: Frame['step']): boolean {
  if (step?.kind === 'fire' || step?.kind === 'choose') return step.role === 'consumer';
  return step?.kind === 'deliver' && (step.to === 'consumer' || step.from === 'consumer');
}

function lastOf(frames: readonly Frame[]): Frame {
  const last = frames.at(-1);
  if (last === undefined) throw new Error('Expected a run to have a start.');
  return last;
}
