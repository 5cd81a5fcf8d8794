/** What nothing will ever read again of a world of half messages: history behind the cursors, and what is for people. */
import type { DataObject } from '../../engine/data.ts';
import type { Settings } from '../../engine/model.ts';
import type { LocalState, World } from '../../engine/world.ts';
import type { Forgetting, Forgotten } from '../protocol.ts';
import { dataOf, forgetDeliveries, forgetRecovery, withData } from '../shared/forgettings.ts';
import { flushOf } from './settings.ts';
import type { CheckerContext } from './roles/checker.ts';
import type { HalfTopicContext } from './roles/halfTopic.ts';

export function forgettings(settings: Settings): readonly Forgetting[] {
  return [
    forgetRecovery('producer'),
    forgetRecovery('producer-b'),
    ...forgetDeliveries(settings),
    // A power loss looks at lengths and at what was flushed, so a lossy log is left alone.
    ...(flushOf(settings) === 'async' ? [] : [{ roles: ['half-topic', 'checker'], forget: forgetChecks }]),
  ];
}

/**
 * A pass reads the half queue from its cursor on, and of the op queue only which of those offsets it names. So ops become
 * one sorted list of the offsets that a cursor may still meet, and the op cursor, which only saves reading, stands still.
 * A persisted cursor matters to a crash alone. Who sent a half message and what a discarded one was like is for people.
 */
function forgetChecks(world: World, mayCrash: boolean): Forgotten {
  const [halfTopic, checker] = [world.roles['half-topic'], world.roles['checker']];
  if (halfTopic === undefined || checker === undefined) return {};
  const { half, op } = dataOf(halfTopic) as unknown as HalfTopicContext;
  const { cursors, persisted, discarded } = dataOf(checker) as unknown as CheckerContext;
  const isDown = checker.value === 'crashed';
  const cursor = Math.max(0, cursors.half);
  const stored = mayCrash || isDown ? Math.max(0, persisted.half) : cursor;
  const awaited = [...new Set(op.flat())].filter((offset) => offset >= Math.min(cursor, stored));
  const parked = [...new Set(discarded.map(({ tx }) => tx))].sort();
  const left = withData(checker, {
    cursors: { half: cursor, op: 0 },
    persisted: { half: stored, op: 0 },
    discarded: parked.map((tx) => ({ tx, producer: '', checkTimes: 0, prepared: null })),
  });
  const kept = {
    'half-topic': withData(halfTopic, {
      half: half.map((message) => ({ ...message, producer: '' })),
      op: awaited.length === 0 ? [] : [awaited.sort((one, other) => one - other)],
    }),
  };
  if (isDown || cursor !== stored) return { roles: { ...kept, checker: left } };
  const value = { ...(left.value as DataObject), offsets: 'persisted' };
  const timers = (world.timers['checker'] ?? []).filter((delay) => delay !== 'persistOffset');
  return { roles: { ...kept, checker: { ...left, value } satisfies LocalState }, timers: { checker: timers } };
}
