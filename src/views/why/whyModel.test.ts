import { describe, expect, it } from 'vitest';
import { replay, stepsOf } from '../../engine/timeline.ts';
import { protocols } from '../../protocols/registry.ts';
import { readComparison } from '../../scenario/compareLink.ts';
import { engineFor } from '../../scenario/engines.ts';
import { readLink } from '../../scenario/link.ts';
import { whyOf } from '../../verifier/why.ts';
import { bandsOf, besideHref } from './whyModel.ts';

describe('when a run was lost, on the timeline', () => {
  it('[Q30] joins steps of one label, and opens the nearest good run beside it', () => {
    const { scenario } = readLink(protocols, 'v2/plain-mq?do=order.commit.crash~order');
    const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
    const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
    const why = whyOf(protocol, timeline);
    expect(bandsOf(why.labels)).toEqual([
      { label: 'safe', from: 1, to: 2 },
      { label: 'doomed', from: 3, to: 3 },
    ]);
    const { settings } = timeline.engine.model;
    const href = besideHref({ protocol, settings, steps: stepsOf(timeline) }, why) ?? '';
    const { comparison, problem } = readComparison(protocols, href);
    expect([problem, comparison.a.steps]).toEqual([null, stepsOf(timeline)]);
    expect(comparison.b.steps?.slice(0, 2)).toEqual(stepsOf(timeline).slice(0, 2));
    expect(comparison.b.steps).toEqual(why.nearest?.steps);
  });

  it('[Q30] has no band for a run without steps, and nothing beside it where no good run is known', () => {
    expect(bandsOf([])).toEqual([]);
    const run = { protocol: protocols[0], settings: {}, steps: [] };
    expect(besideHref(run, { labels: [], doomedAt: null, nearest: null })).toBeNull();
  });
});
