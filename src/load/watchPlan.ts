/** What happens when a deadline passes: whoever has waited reacts, and who comes too late finds nobody. */
import type { Assembler, Draft } from './assembler.ts';
import { POOL_OF } from './capacity.ts';
import { emitAsked } from './deathPlan.ts';
import type { Program } from './operation.ts';
import type { PoolId } from './instruction.ts';
import type { NumberName } from './settings.ts';
import type { Watchdog } from './watchdogs.ts';

export interface Dog {
  /** The protocol's own name for it. */
  readonly delay: string;
  readonly ms: number;
  /** Where the reaction begins, and the places that it takes over. Null where only the broker's pass notices it. */
  readonly reaction: number | null;
  readonly carries: readonly PoolId[];
  /** Whether what has been asked for is given up. */
  readonly cancels: boolean;
}

/** How long a reader lets each of them wait. */
export const DEADLINES: { readonly [delay: string]: NumberName } = {
  sendMsgTimeout: 'send-timeout',
  publishTimeout: 'publish-timeout',
  confirmTimeout: 'confirm-timeout',
  voteTimeout: 'vote-timeout',
  transactionTimeOut: 'check-age',
};

/** Those that there are at all; with the engine's times nobody has to wait. At no age the broker asks about everything. */
export function dogsOf({ watchdogs }: Program, draft: Assembler): readonly Watchdog[] {
  if (draft.times === 'engine') return [];
  return watchdogs.filter((watchdog) => watchdog.noticedBy === 'pass' || deadlineMs(draft, watchdog) > 0);
}

function deadlineMs({ scenario }: Assembler, { delay }: Watchdog): number {
  const name = DEADLINES[delay];
  if (name === undefined) throw new Error(`Expected a number for the deadline ${delay}.`);
  return scenario.numbers[name];
}

interface Places {
  /** Who comes too late, by deadline. */
  readonly late: readonly (readonly Draft[])[];
  readonly relay: number | null;
  readonly afterBatch: number;
}

export function emitDogs(draft: Assembler, watchdogs: readonly Watchdog[], places: Places): readonly Dog[] {
  return watchdogs.map((watchdog, index): Dog => {
    const { delay } = watchdog;
    if (watchdog.noticedBy === 'pass') {
      // Asked about or not, the order goes on.
      for (const drafted of places.late[index] ?? []) draft.aim(drafted, drafted.at + 1);
      return { delay, ms: deadlineMs(draft, watchdog), reaction: null, carries: [], cancels: false };
    }
    for (const drafted of places.late[index] ?? []) draft.aim(drafted, draft.here());
    emitTooLate(draft, watchdog);
    const all = [...watchdog.gives, ...watchdog.reaction.flatMap(({ gives }) => gives)];
    return {
      delay,
      ms: deadlineMs(draft, watchdog),
      reaction: emitReaction(draft, watchdog, places),
      carries: all.map((what) => POOL_OF[what]),
      cancels: watchdog.cancels,
    };
  });
}

/** The answer is for nobody; of a half message the broker will ask. */
function emitTooLate(draft: Assembler, { afterwards }: Watchdog): void {
  if (afterwards === 'asks') {
    draft.emit({ do: 'hand', actor: 'checker' });
    emitAsked(draft);
  } else draft.emit({ do: 'end' });
}

function emitReaction(
  draft: Assembler,
  { gives, hears, costs, reaction, afterwards }: Watchdog,
  places: Places,
): number {
  const at = draft.here();
  // Who dies now has said it already.
  if (draft.mayDie() && afterwards !== 'again') draft.emit({ do: 'zone', zone: 'beyond' });
  for (const what of gives.toReversed()) draft.emit({ do: 'return', pool: POOL_OF[what] });
  if (hears !== null) draft.emit({ do: 'mark', mark: hears });
  const sent = reaction.map((operation) => ({ operation, fork: draft.fork(operation.gives) }));
  const again = afterwards === 'again' ? draft.emit({ do: 'again', to: -1 }) : null;
  for (const cost of costs) draft.cost(cost);
  if (again !== null && places.relay !== null) {
    draft.emit({ do: 'rest' });
    draft.emit({ do: 'jump', to: places.relay });
    draft.aim({ at: again }, draft.here());
    emitOnceMore(draft, places.afterBatch);
  } else draft.emit({ do: 'end' });
  for (const { operation, fork } of sent) {
    draft.aim(fork, draft.here());
    if (draft.mayDie()) draft.emit({ do: 'zone', zone: 'beyond' });
    for (const cost of operation.costs) draft.cost(cost);
    for (const what of operation.gives.toReversed()) draft.emit({ do: 'return', pool: POOL_OF[what] });
    draft.emit({ do: 'end' });
  }
  return at;
}

/** A row that was not confirmed rests, is due again, and is found when the relay looks for what has waited. */
function emitOnceMore(draft: Assembler, afterBatch: number): void {
  const { numbers, choices } = draft.scenario;
  draft.wait(numbers.backoff);
  if (choices.hint === 'on') draft.emit({ do: 'tick', ms: numbers['poll-every'] });
  draft.emit({ do: 'hand', actor: 'relay' });
  draft.emit({ do: 'jump', to: afterBatch });
}
