import { describe, expect, it } from 'vitest';
import { replay } from '../engine/timeline.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from '../scenario/engines.ts';
import { worstVerdict } from '../scenario/faultRun.ts';
import { readLink } from '../scenario/link.ts';
import { explorePlainFutures } from './futures.testing.ts';
import { whyOf, type Label, type Why } from './why.ts';

function asked(link: string) {
  const { scenario, problem } = readLink(protocols, link);
  expect(problem).toBeNull();
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
  return { protocol, timeline };
}

function answered(link: string, statesMax?: number): Why {
  const { protocol, timeline } = asked(link);
  return whyOf(protocol, timeline, statesMax);
}

const labelled = (...runs: readonly (readonly [Label, number])[]): readonly Label[] =>
  runs.flatMap(([label, count]) => Array.from({ length: count }, () => label));

const SMALL = 'local-message-table?set=attempts-max~1.reconsume-max~1';

describe('when it was lost', () => {
  it.each([
    {
      name: 'the crash between the two',
      link: 'v2/plain-mq?do=order.commit.crash~order',
      property: 'no-lost',
      labels: labelled(['safe', 2], ['doomed', 1]),
      differsAt: 3,
    },
    {
      name: 'a message that no queue takes',
      link: 'v2/plain-mq?set=broker~lossy&do=unroute.order.commit.send.pub.ok',
      property: 'no-lost',
      labels: labelled(['at-risk', 2], ['doomed', 4]),
      differsAt: 3,
    },
    {
      name: 'a marker that is purged while a copy is on its way',
      link: `v2/${SMALL}&do=order.commit.wake.send.pub.dup~msg.msg.consume.purge.msg.consume`,
      property: 'no-duplicate',
      labels: labelled(['safe', 8], ['doomed', 3]),
      differsAt: 9,
    },
  ])('[MC80] labels each step of $name', ({ link, property, labels, differsAt }) => {
    const why = answered(link);
    expect(why).toMatchObject({ property, labels, doomedAt: labels.indexOf('doomed') + 1, isComplete: true });
    expect(why.nearest?.differsAt).toBe(differsAt);
  });

  it('[MC81] finds the nearest run that ends well: the same beginning, one other choice, played to its end', () => {
    const link = 'v2/plain-mq?do=order.commit.crash~order';
    const { protocol, timeline } = asked(link);
    const { nearest } = whyOf(protocol, timeline);
    const { timeline: played, refused } = replay(timeline.engine, nearest?.steps ?? []);
    expect(refused).toBeNull();
    expect(played.frames.slice(1, 3).map(({ step }) => step)).toEqual(
      timeline.frames.slice(1, 3).map(({ step }) => step),
    );
    expect(played.frames[3]?.step).toEqual(nearest?.instead);
    const verdicts = protocol.ledger(
      played.frames.at(-1)?.world ?? played.frames[0].world,
      timeline.engine.model.settings,
    );
    expect(worstVerdict(verdicts.map(({ verdict }) => verdict))).toBe('consistent');
  });

  it('[MC82] says of a run that ends well that it breaks nothing', () => {
    const why = answered('v2/plain-mq?do=order.commit.send.pub.msg.ok.consume.offset.ack');
    expect(why).toMatchObject({ property: null, doomedAt: null, nearest: null });
    expect(new Set(why.labels)).toEqual(new Set(['safe']));
  });

  it('[MC83] calls a step undecided, never safe or doomed, where more can follow than was looked at', () => {
    const link = 'v2/half-message?set=check-max~3.check-back~off&do=order.half.ok.commit.return.drop~end';
    const little = answered(link, 1);
    const much = answered(link);
    expect(little.isComplete).toBe(!little.labels.includes('unknown'));
    for (const [index, label] of little.labels.entries())
      if (label !== 'unknown') expect(label).toBe(much.labels[index]);
    expect(much.labels.at(-1)).toBe('doomed');
  });

  it.each([
    'v2/plain-mq?set=order~publish-then-commit&do=order.send.pub.ok.rollback.msg.consume',
    'v2/plain-mq?set=broker~lossy&do=order.unroute.commit.send.pub.ok',
    'v2/plain-mq?do=order.commit.send.pub.dup~msg.msg.consume',
    'v2/plain-mq?do=order.commit.send.drop~pub',
  ])('[MC84] agrees with an explorer that is obviously right: %s', (link) => {
    const { protocol, timeline } = asked(link);
    const { property, labels } = whyOf(protocol, timeline);
    expect(labels).toEqual(explorePlainFutures(protocol, timeline, property));
  });
});
