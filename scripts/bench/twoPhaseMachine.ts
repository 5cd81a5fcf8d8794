/** Gray and Lamport's TwoPhase as one XState machine, for `xstate/graph`, which explores one machine. */
import { assign, setup } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';

interface Context {
  readonly managers: readonly ('working' | 'prepared' | 'committed' | 'aborted')[];
  readonly told: readonly boolean[];
  readonly heard: readonly boolean[];
  readonly decision: 'none' | 'commit' | 'abort';
}

type Event =
  | { readonly type: 'prepare' | 'giveUp' | 'hearPrepared' | 'obey'; readonly manager: number }
  | { readonly type: 'commit' | 'abort' };

/** How many states the machine of this many participants has, as `xstate/graph` finds them. */
export function statesByGraph(participants: number): number {
  const none = Array.from({ length: participants }, () => false);
  const machine = setup({
    types: { context: {} as Context, events: {} as Event },
    guards: {
      isWorking: ({ context, event }) => 'manager' in event && context.managers[event.manager] === 'working',
      isUndecided: ({ context }) => context.decision === 'none',
      isDecided: ({ context }) => context.decision !== 'none',
      allHeard: ({ context }) => context.decision === 'none' && context.heard.every((isHeard) => isHeard),
    },
  }).createMachine({
    id: 'twoPhase',
    context: { managers: none.map(() => 'working'), told: none, heard: none, decision: 'none' },
    on: {
      prepare: {
        guard: 'isWorking',
        actions: assign(({ context, event }) => ({
          managers: context.managers.with(event.manager, 'prepared'),
          told: context.told.with(event.manager, true),
        })),
      },
      giveUp: {
        guard: 'isWorking',
        actions: assign(({ context, event }) => ({ managers: context.managers.with(event.manager, 'aborted') })),
      },
      hearPrepared: {
        guard: ({ context, event }) => context.decision === 'none' && context.told[event.manager] === true,
        actions: assign(({ context, event }) => ({ heard: context.heard.with(event.manager, true) })),
      },
      obey: {
        guard: 'isDecided',
        actions: assign(({ context, event }) => ({
          managers: context.managers.with(event.manager, context.decision === 'commit' ? 'committed' : 'aborted'),
        })),
      },
      commit: { guard: 'allHeard', actions: assign({ decision: 'commit' }) },
      abort: { guard: 'isUndecided', actions: assign({ decision: 'abort' }) },
    },
  });
  const events = [
    { type: 'commit' } as const,
    { type: 'abort' } as const,
    ...none.flatMap((_, manager) =>
      (['prepare', 'giveUp', 'hearPrepared', 'obey'] as const).map((type) => ({ type, manager })),
    ),
  ];
  const map = getAdjacencyMap(machine, { events, serializeState: ({ context }) => JSON.stringify(context) });
  return Object.keys(map).length;
}
