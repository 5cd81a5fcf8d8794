/** The actors that many orders share: the relay of the message table, and the broker's checker. */
import type { Assembler, Draft } from './assembler.ts';
import type { Operation, Program } from './operation.ts';
import type { Watchdog } from './watchdogs.ts';

export interface Actors {
  readonly relay: number | null;
  readonly checker: number | null;
  readonly asked: number | null;
}

export function emitActors(
  draft: Assembler,
  program: Program,
  watchdogs: readonly Watchdog[],
  late: readonly Draft[][],
): Actors {
  return { relay: emitRelay(draft, program, watchdogs, late), ...emitChecker(draft, program) };
}

/** One pass: what the batch costs once, whatever its size; each order goes on as soon as the batch is published. */
function emitRelay(
  draft: Assembler,
  { operations }: Program,
  watchdogs: readonly Watchdog[],
  late: readonly Draft[][],
): number | null {
  const batch = operations.filter(({ inBatch }) => inBatch);
  if (batch.length === 0) return null;
  const begin = draft.here();
  draft.emit({ do: 'gather' });
  const released = releasedAfter(operations, batch);
  const armed: number[] = [];
  for (const operation of batch) {
    if (operation.whenLost === 'again' && draft.may('broker-away')) untilThere(draft);
    // A broker that is not there is noticed at once: the deadline is for one that does not answer.
    for (const dog of armed.splice(0)) draft.emit({ do: 'watch', dog });
    if (draft.times === 'engine') draft.engineTime(operation);
    else for (const cost of operation.costs) draft.cost(cost);
    if (operation === released) draft.emit({ do: 'release' });
    watchdogs.forEach(({ from, until }, dog) => {
      if (from === operation.id) armed.push(dog);
      if (until === operation.id) late[dog]?.push(draft.met(dog));
    });
  }
  draft.emit({ do: 'rest' });
  draft.emit({ do: 'jump', to: begin });
  return begin;
}

/** The operation of the batch that the orders' own way goes on from. */
function releasedAfter(operations: readonly Operation[], batch: readonly Operation[]): Operation | undefined {
  return batch.find(({ id }) => operations.some(({ inBatch, causes }) => !inBatch && causes.includes(id)));
}

/** The rows stay where they are; the relay tries again and again. */
function untilThere(draft: Assembler): void {
  const again = draft.here();
  const away = draft.branch('broker-away');
  const on = { at: draft.emit({ do: 'jump', to: -1 }) };
  draft.aim(away, draft.here());
  draft.wait(RETRY_MS);
  draft.emit({ do: 'jump', to: again });
  draft.aim(on, draft.here());
}

/** How soon the relay notices that the broker is back. */
const RETRY_MS = 100;

/** Pass after pass over all half messages, with a pause between; a check of each that is old enough. */
function emitChecker(draft: Assembler, { checkBack }: Program): Omit<Actors, 'relay'> {
  if (checkBack.length === 0 || !draft.mayAsk()) return { checker: null, asked: null };
  const { numbers } = draft.scenario;
  const checker = draft.here();
  // The broker counts from the end of the last pass (`waitForRunning`).
  draft.wait(numbers['check-every']);
  const next = draft.here();
  draft.emit({ do: 'ask', ms: numbers['pass-each'], to: checker });
  draft.emit({ do: 'jump', to: next });
  const asked = draft.here();
  // Every round appends one more copy.
  draft.cost('append');
  for (const operation of checkBack.filter(({ isShared }) => !isShared)) {
    const isLookUp = operation.costs.includes('look-up');
    // Nobody is there, or too many are: thrown away without a word.
    const away = isLookUp && draft.mayDie() ? draft.branch('order-down') : null;
    const full = isLookUp ? draft.branch('checks-full') : null;
    if (isLookUp) draft.emit({ do: 'take', pool: 'check-threads' });
    for (const cost of operation.costs) draft.cost(cost);
    if (isLookUp) draft.emit({ do: 'give', pool: 'check-threads' });
    for (const draftOf of [away, full]) if (draftOf !== null) dropped(draft, draftOf);
  }
  draft.emit({ do: 'settle' });
  draft.emit({ do: 'end' });
  return { checker, asked };
}

function dropped(draft: Assembler, full: { readonly at: number }): void {
  const on = { at: draft.emit({ do: 'jump', to: -1 }) };
  draft.aim(full, draft.here());
  draft.emit({ do: 'end' });
  draft.aim(on, draft.here());
}
