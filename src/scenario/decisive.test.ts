import { describe, expect, it } from 'vitest';
import { replay } from '../engine/timeline.ts';
import { protocols } from '../protocols/registry.ts';
import { decisiveAt } from './decisive.ts';
import { engineFor } from './engines.ts';
import { readLink } from './link.ts';
import { contendersOf, watchLink } from './matrix.ts';

describe('what decides a run', () => {
  it.each([
    ['v2/plain-mq?do=order.commit.crash~order', 2],
    ['v2/half-message?do=order.half.ok.commit.return.drop~end', 5],
    ['v2/half-message?do=order.half.ok.rollback', 3],
    ['v2/half-message?do=order.half.ok.commit.return.end.msg.consume', 0],
  ])('[L85] begins just before what would not have come by itself: %s', (link, at) => {
    const { scenario, problem } = readLink(protocols, link);
    const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
    expect(problem).toBeNull();
    expect(decisiveAt(replay(engineFor(protocol, scenario.settings), scenario.steps).timeline)).toBe(at);
  });

  it('[L85] a cell of the outcome table is watched from just before its fault on', () => {
    const [contender] = contendersOf(protocols);
    if (contender === undefined) throw new Error('Expected something to compare.');
    const { scenario, at } = readLink(protocols, watchLink(contender, 'message-lost'));
    expect(scenario.steps.findIndex(({ kind }) => kind === 'drop')).toBe(at);
    expect(readLink(protocols, watchLink(contender, 'none')).at).toBe(0);
  });
});
