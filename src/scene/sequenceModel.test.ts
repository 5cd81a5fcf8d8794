import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { truncate } from '../engine/timeline.ts';
import { timelineAt } from './scenes.testing.ts';
import { frameAt, framesBetween, layoutSequence } from './sequenceLayout.ts';
import { sequenceModel } from './sequenceModel.ts';

const modelOf = (id: string, zoom: 'concept' | 'internals' = 'concept') =>
  sequenceModel(protocols[0], timelineAt(id), zoom, 'en');

describe('the sequence diagram', () => {
  it('[G12] has a line per box, and an arrow from where a message was sent to where it was delivered', () => {
    const { lines, arrows } = modelOf('clean-commit');
    expect(lines.map(({ id }) => id)).toEqual(['order', 'broker', 'points']);
    expect(arrows.slice(0, 2)).toMatchObject([
      { from: 0, to: 1, sentIn: 1, endedIn: 2, end: 'delivered', fate: 'half' },
      { from: 1, to: 0, sentIn: 2, endedIn: 3, end: 'delivered' },
    ]);
  });

  it('[G12] tells how messages died', () => {
    expect(modelOf('end-transaction-lost').arrows.map(({ end }) => end)).toContain('dropped');
    expect(modelOf('crash-after-half').arrows.map(({ end }) => end)).toContain('lost');
    expect(modelOf('commit-replayed').arrows.filter(({ isDuplicate }) => isDuplicate)).toHaveLength(1);
  });

  it('[G12] marks a process as down from its crash to its restart, or to the end', () => {
    expect(modelOf('broker-restart').downs).toEqual([{ line: 1, from: 6, until: 8 }]);
    expect(modelOf('group-down-until-discard').downs).toEqual([{ line: 0, from: 5, until: null }]);
  });

  it('[G12] says what people chose and which clock ran out, folds long waits and numbers the steps', () => {
    const { chips, waits, stages } = modelOf('end-transaction-lost');
    expect(chips.slice(0, 2).map(({ frame, kind }) => ({ frame, kind }))).toEqual([
      { frame: 1, kind: 'choice' },
      { frame: 4, kind: 'choice' },
    ]);
    expect(waits.every(({ ms }) => ms >= 1_000)).toBe(true);
    expect(waits.length).toBeGreaterThan(0);
    expect(stages[0]).toEqual({ frame: 1, stages: [1] });
  });

  it('[G12] draws calls between the boxes of the internals, each pair once per step', () => {
    const { calls, lines } = modelOf('clean-commit', 'internals');
    const half = calls.filter(({ frame }) => frame === 2);
    expect(half.map(({ from, to }) => [lines[from]?.id, lines[to]?.id])).toContainEqual(['broker', 'half-topic']);
  });

  it('[G13] gives every frame a place behind the one before it, and finds the frame of a place', () => {
    const model = modelOf('op-lost-in-batch');
    const layout = layoutSequence(model, 900, 'enough');
    expect(layout.frameXs).toHaveLength(model.frames);
    expect(layout.cursorXs.every((x, index) => index === 0 || x > (layout.cursorXs[index - 1] ?? 0))).toBe(true);
    for (const [frame, x] of layout.cursorXs.entries()) expect(frameAt(layout, x)).toBe(frame);
    expect([frameAt(layout, -50), frameAt(layout, 99_999)]).toEqual([0, model.frames - 1]);
    expect(framesBetween(layout, 0, 100).first).toBe(0);
  });

  it('[G13] has room for all of the last label and for the line behind it, wherever a run ends', () => {
    for (const { id } of protocols[0].library.scenarios) {
      const whole = timelineAt(id);
      for (let length = 1; length <= whole.frames.length; length += 1) {
        const model = sequenceModel(protocols[0], truncate(whole, length - 1), 'concept', 'en');
        const { width, cursorXs } = layoutSequence(model, 300, 'enough');
        expect(width).toBeGreaterThan(cursorXs.at(-1) ?? 0);
      }
    }
  });
});
