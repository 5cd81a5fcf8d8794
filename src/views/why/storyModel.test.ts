import { describe, expect, it } from 'vitest';
import { lastFrame, replay } from '../../engine/timeline.ts';
import { narrate } from '../../i18n/narrate.ts';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { loadBeliefs } from '../../protocols/beliefs.ts';
import { protocolIds } from '../../protocols/loaders.ts';
import { protocols } from '../../protocols/registry.ts';
import { engineFor } from '../../scenario/engines.ts';
import { libraryOf } from '../../scenario/library.ts';
import { readLink } from '../../scenario/link.ts';
import { hasStory, INCONSISTENT } from '../ledger/ledgerModel.ts';
import { missingSafeguards, preventedBy, preventionsOf, storiesAt } from './storyModel.ts';

await loadAllTexts();

const runOf = (link: string) => {
  const { scenario } = readLink(protocols, link);
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
  return { protocol, timeline };
};

async function toldOf(link: string, cursor?: number) {
  const { protocol, timeline } = runOf(link);
  const notes = await loadBeliefs(protocolIds.find((id) => id === protocol.id) ?? protocolIds[0]);
  const stories = storiesAt(notes, protocol, timeline, cursor ?? timeline.frames.length - 1);
  return stories.map(({ verdict, promise, promisedAt, happenedAt, unnoticed }) => ({
    told: [verdict, promise, promisedAt.index, happenedAt.index],
    unnoticed: unnoticed.map(({ lane, belief }) => [lane.id, ...belief.says].join(' ')),
  }));
}

const TOO_EARLY =
  'v2/half-message?set=checker~rollback-if-missing&do=order.half.ok.slow.timeout.pass.check.answer.end.op.commit.crash~order';

describe('the story of a verdict', () => {
  it('[Q60] says which step promised, which one broke it, and who goes by what is not so', async () => {
    expect(await toldOf(TOO_EARLY)).toEqual([
      {
        told: ['lost', 'committed', 11, 12],
        unnoticed: ['broker broker-settled', 'consumer consumer-nothing'],
      },
    ]);
    expect(await toldOf(TOO_EARLY, 11)).toEqual([]);
    expect(await toldOf('v2/plain-mq?do=order.commit.crash~order')).toEqual([
      { told: ['lost', 'committed', 2, 3], unnoticed: ['broker broker-nothing', 'consumer consumer-nothing'] },
    ]);
  });

  it('[Q61] tells one story per order that is not consistent, at the end of every named run', async () => {
    let told = 0;
    for (const { link } of libraryOf(protocols)) {
      const { protocol, timeline } = runOf(link);
      const lines = protocol.ledger(lastFrame(timeline).world, timeline.engine.model.settings);
      const wrong = lines.filter(({ verdict }) => INCONSISTENT.some((one) => one === verdict));
      expect(hasStory(lines)).toBe(wrong.length > 0);
      const stories = await toldOf(link);
      expect(stories.map(({ told: [verdict] }) => verdict)).toEqual(wrong.map(({ verdict }) => verdict));
      for (const { told: steps } of stories) {
        const [verdict, , promisedAt, happenedAt] = steps;
        for (const at of [promisedAt, happenedAt]) {
          const frame = timeline.frames[Number(at)];
          expect(frame?.step).not.toBeNull();
          if (frame !== undefined) expect(narrate('en', protocol, frame).headline).not.toBe('');
        }
        // Points may come before the roll-back that makes them too many.
        if (verdict !== 'phantom') expect(Number(promisedAt)).toBeLessThanOrEqual(Number(happenedAt));
      }
      told += stories.length;
    }
    expect(told).toBeGreaterThan(10);
  });

  it('[Q62] plays the same run with each missing safeguard, and keeps those with which it ends well', async () => {
    const { protocol, timeline } = runOf(TOO_EARLY);
    expect(missingSafeguards(protocol, timeline.engine.model.settings).map(({ setting }) => setting)).toEqual([
      'checker',
    ]);
    const [prevented, ...others] = await preventionsOf(protocol, timeline);
    expect(others).toEqual([]);
    expect(prevented?.safeguard.setting).toBe('checker');
    const again = replay(engineFor(protocol, prevented?.settings ?? {}), prevented?.steps ?? []);
    expect(again.timeline.frames).toHaveLength((prevented?.steps.length ?? 0) + 1);
    const lines = protocol.ledger(lastFrame(again.timeline).world, again.timeline.engine.model.settings);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['late']);
    expect(prevented?.steps.some((step) => step.kind === 'crash')).toBe(true);
  });

  it('[Q62] names no safeguard that does not help', () => {
    const { protocol, timeline } = runOf('v2/plain-mq?set=dedup~none&do=order.commit.crash~order');
    const missing = missingSafeguards(protocol, timeline.engine.model.settings);
    expect(missing.map(({ setting }) => setting)).toEqual(['retry', 'mandatory', 'broker-dedup', 'dedup']);
    expect(missing.map((safeguard) => preventedBy(protocol, timeline, safeguard))).toEqual(missing.map(() => null));
  });
});
