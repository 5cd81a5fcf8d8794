/** Every run among the answers, and those searches that take about a second. */
import { describe, expect, it } from 'vitest';
import { halfMessage } from '../../src/protocols/half-message/protocol.ts';
import { decidedAhead, isUndecided, type Decided } from '../../src/views/checker/decided.ts';
import { everyShape, settingsFor } from '../../src/views/checker/shape.ts';
import { brokenBy, decide, decideFurther } from './decide.ts';

describe('all answers about shapes of checkers', () => {
  it('[VW156] every run of an answer breaks its promise, in every shape', () => {
    for (const shape of everyShape(halfMessage)) {
      const answer = decidedAhead(halfMessage, shape);
      if (answer.kind !== 'breaks') continue;
      const { run } = answer;
      const promise = brokenBy(halfMessage, settingsFor(halfMessage, shape), run);
      expect({ shape, promise, run }).toEqual({ shape, promise: answer.promise, run });
    }
  });

  it('[VW157] searches again what was found impossible in few states, and finds the same', () => {
    const quick = everyShape(halfMessage).filter((shape) => {
      const answer = decidedAhead(halfMessage, shape);
      return answer.kind === 'searched' && answer.network.states + answer.crash.states < QUICK;
    });
    expect(quick.length).toBeGreaterThan(10);
    for (const shape of quick) expect(decide(halfMessage, shape, [])).toEqual(decidedAhead(halfMessage, shape));
  });

  it('[VW170] searches further what a first look leaves open, and finds the same', { timeout: LONG_MS }, () => {
    const [smallest] = everyShape(halfMessage)
      .flatMap((shape) => {
        const answer = decidedAhead(halfMessage, shape);
        return answer.kind === 'searched' && answer.isFar && !isUndecided(answer) ? [{ shape, answer }] : [];
      })
      .toSorted((one, other) => sizeOf(one.answer) - sizeOf(other.answer));
    if (smallest === undefined) throw new Error('Expected an answer that was searched for further.');
    const first = decide(halfMessage, smallest.shape, []);
    expect(first.kind === 'searched' && isUndecided(first)).toBe(true);
    expect(decideFurther(halfMessage, smallest.shape, first)).toEqual(smallest.answer);
  });
});

const sizeOf = ({ network, crash }: Extract<Decided, { kind: 'searched' }>): number => network.states + crash.states;

/** A minute on a busy machine. */
const LONG_MS = 180_000;
/** So many states take about a second. */
const QUICK = 30_000;
