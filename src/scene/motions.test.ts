import { describe, expect, it } from 'vitest';
import type { Step } from '../engine/step.ts';
import { sceneAt, timelineAt } from './scenes.testing.ts';

/** The motions of the first step of this kind. */
function motionsAt(id: string, kind: Step['kind'], index = 0) {
  const timeline = timelineAt(id);
  const found = timeline.frames.filter(({ step }) => step?.kind === kind)[index];
  if (found === undefined) throw new Error(`Expected a step ${kind} in ${id}.`);
  return sceneAt(timeline, found.index);
}

describe('motions', () => {
  it('[G9] move what arrives from its rest to the receiver, and what is sent in answer after it', () => {
    const { motions, packets } = motionsAt('clean-commit', 'deliver');
    expect(motions.map(({ end, edge, phase }) => ({ end, edge, phase }))).toEqual([
      { end: 'arrived', edge: 'order-to-broker', phase: 0 },
      { end: 'sent', edge: 'broker-to-order', phase: 1 },
    ]);
    const [arrived, sent] = motions;
    expect(arrived?.track.at(-1)?.x).toBeGreaterThan(arrived?.track[0]?.x ?? Infinity);
    const rest = packets[0]?.box;
    expect(sent?.track.at(-1)).toEqual({ x: (rest?.x ?? 0) + (rest?.width ?? 0) / 2, y: (rest?.y ?? 0) + 14 });
  });

  it('[G9] let a dropped message fall below its arrow and stay there', () => {
    const { motions } = motionsAt('end-transaction-lost', 'drop');
    expect(motions.map(({ end }) => end)).toEqual(['dropped']);
    expect(motions[0]?.track.at(-1)?.y).toBeGreaterThan(motions[0]?.track[0]?.y ?? Infinity);
    expect(motions[0]?.remains).not.toBeNull();
  });

  it('[G9] break a message at the border of a process that is down', () => {
    const timeline = timelineAt('crash-after-half');
    const at = timeline.frames.findIndex(({ records }) => records.some(({ kind }) => kind === 'lost'));
    const lost = sceneAt(timeline, at).motions.find(({ end }) => end === 'lost');
    expect(lost?.edge).toBe('broker-to-order');
  });

  it('[G9] let an ignored message bounce off with its reason', () => {
    const timeline = timelineAt('commit-replayed-dedup');
    const ignored = timeline.frames.flatMap((_, at) =>
      ['concept', 'internals'].flatMap(() => sceneAt(timeline, at).motions.filter(({ end }) => end === 'ignored')),
    );
    for (const { reason } of ignored) expect(reason.join(' ')).not.toBe('');
  });

  it('[G9] draw calls between boxes of one process as dots, one after the other', () => {
    const timeline = timelineAt('clean-commit');
    const { motions } = sceneAt(timeline, 2, { zoom: 'internals' });
    const calls = motions.filter(({ end }) => end === 'called');
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.every(({ look }) => look === null)).toBe(true);
    expect(new Set(calls.map(({ phase }) => phase)).size).toBe(calls.length);
  });
});
