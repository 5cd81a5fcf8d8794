import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../engine/engine.ts';
import { replay, type Frame, type Timeline } from '../../engine/timeline.ts';
import { engineFor } from '../../scenario/engines.ts';
import { readLink } from '../../scenario/link.ts';
import { LANGS } from '../../i18n/languages.ts';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { topicText } from '../../i18n/text.ts';
import { picksArbitrary, settingsArbitrary, walk } from '../../protocols/exploration.testing.ts';
import { loadBeliefs } from '../../protocols/beliefs.ts';
import { protocolIds } from '../../protocols/loaders.ts';
import { protocols } from '../../protocols/registry.ts';
import { standingOf, truthOf, type Saying, type Standing } from '../../protocols/shared/beliefs.ts';

await loadAllTexts();

/** `lane: saying, standing` of every lane that claims or tells something, after so many steps of a run. */
async function heldAt(link: string, at: number, order = 'o1'): Promise<{ readonly [lane: string]: string }> {
  const { scenario } = readLink(protocols, link);
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
  expect(timeline.frames.length).toBeGreaterThan(at);
  return heldIn(timeline, timeline.frames[at] ?? timeline.frames[0], protocol.id, order);
}

async function heldIn({ engine }: Timeline, { world }: Frame, id: string, order: string) {
  const protocol = protocols.find((known) => known.id === id) ?? protocols[0];
  const notes = await loadBeliefs(protocolIds.find((known) => known === id) ?? protocolIds[0]);
  const line = protocol.ledger(world, engine.model.settings).find((one) => one.order === order);
  if (line === undefined) throw new Error(`Expected an order ${order}.`);
  const truth = truthOf(line, notes.isDecided?.(world, order) ?? false);
  const lanes = notes.lanes(engine.model.roles).filter(({ process }) => process !== null);
  return Object.fromEntries(
    lanes.map(({ id: lane }) => {
      const { says, claim } = notes.belief(world, lane, order);
      return [lane, [...says, standingOf(claim, truth)].join(' ')];
    }),
  );
}

describe('who knows what of an order', () => {
  it('[KN1] half messages: after a crash right after the commit the row is the only witness', async () => {
    const link = 'v2/half-message?do=order.half.ok.commit.crash~order.restart~order.timeout.pass.check.answer.end';
    expect(await heldAt(link, 4)).toMatchObject({
      producer: 'producer-will-COMMIT fits',
      broker: 'broker-half stale',
    });
    expect(await heldAt(link, 5)).toEqual({
      producer: 'gone none',
      'checker-of-producer': 'gone none',
      'order-database': 'rows-committed none',
      broker: 'broker-half stale',
      consumer: 'consumer-nothing stale',
      'points-database': 'points-none none',
    });
    expect(await heldAt(link, 6)).toMatchObject({ producer: 'producer-nothing none', broker: 'broker-half stale' });
    expect(await heldAt(link, 9)).toMatchObject({ 'checker-of-producer': 'checker-looks none' });
    expect(await heldAt(link, 10)).toMatchObject({ 'checker-of-producer': 'checker-said-COMMIT fits' });
    expect(await heldAt(link, 11)).toMatchObject({ broker: 'broker-visible fits', consumer: 'consumer-nothing stale' });
  });

  it('[KN1] half messages: an answer from a missing row is too early first, then wrong', async () => {
    const link =
      'v2/half-message?set=checker~rollback-if-missing&do=order.half.ok.slow.timeout.pass.check.answer.end.op.commit.crash~order';
    expect(await heldAt(link, 8)).toMatchObject({ 'checker-of-producer': 'checker-said-ROLLBACK early' });
    expect(await heldAt(link, 9)).toMatchObject({ broker: 'broker-settled early', consumer: 'consumer-nothing fits' });
    expect(await heldAt(link, 11)).toMatchObject({
      producer: 'producer-will-COMMIT fits',
      broker: 'broker-settled wrong',
      consumer: 'consumer-nothing stale',
    });
    expect(await heldAt(link, 12)).toMatchObject({
      producer: 'gone none',
      broker: 'broker-settled wrong',
      consumer: 'consumer-nothing wrong',
    });
  });

  it('[KN2] plain messages: what was to be published is gone with its process, and nobody hears of it', async () => {
    const link = 'v2/plain-mq?do=order.commit.crash~order.restart~order';
    expect(await heldAt(link, 2)).toMatchObject({
      producer: 'producer-publishes fits',
      broker: 'broker-nothing stale',
    });
    expect(await heldAt(link, 4)).toEqual({
      producer: 'producer-nothing none',
      'order-database': 'rows-committed none',
      broker: 'broker-nothing wrong',
      consumer: 'consumer-nothing wrong',
      'points-database': 'points-none none',
    });
  });

  it('[KN3] message table: the row says it after a crash, so nobody has to ask', async () => {
    const link = 'v2/local-message-table?do=order.commit.crash~order';
    expect(await heldAt(link, 3)).toMatchObject({
      producer: 'gone none',
      'order-database': 'rows-committed message-NEW none',
      relay: 'relay-nothing none',
      broker: 'broker-nothing stale',
    });
  });

  it('[KN4] two-phase commit: prepared databases are in doubt, and the log alone knows', async () => {
    const { scenario } = readLink(protocols, 'v2/two-phase-commit');
    const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
    const words = protocol.cleanRun.split('.');
    const clean = `v2/two-phase-commit?do=${words.join('.')}`;
    const all = await Promise.all(words.map((_, index) => heldAt(clean, index + 1)));
    const decided = all.find(({ coordinator }) => coordinator?.startsWith('coordinator-committed') === true);
    expect(decided).toMatchObject({
      coordinator: 'coordinator-committed fits',
      'order-db': 'branch-prepared stale',
      'points-db': 'branch-prepared stale',
    });
    expect(all.at(-1)).toEqual({
      coordinator: 'coordinator-ended fits',
      'order-db': 'branch-committed fits',
      'points-db': 'branch-committed fits',
    });
  });

  it('[KN5] holds every claim against the truth', () => {
    const truth = { order: 'committed', points: 0, isPending: false } as const;
    const open = { order: 'open', points: 0, isPending: true } as const;
    const standings = (claim: Parameters<typeof standingOf>[0]): readonly Standing[] =>
      [open, { ...truth, isPending: true }, truth, { ...truth, points: 1 }, { ...truth, points: 2 }].map((one) =>
        standingOf(claim, one),
      );
    expect(standings('undecided')).toEqual(['fits', 'stale', 'stale', 'stale', 'stale']);
    expect(standings('not-committed')).toEqual(['early', 'wrong', 'wrong', 'wrong', 'wrong']);
    expect(standings('owed')).toEqual(['early', 'fits', 'fits', 'wrong', 'wrong']);
    expect(standings('nothing-owed')).toEqual(['fits', 'stale', 'wrong', 'fits', 'fits']);
    expect(standings('dealt-with')).toEqual(['fits', 'stale', 'wrong', 'fits', 'wrong']);
    expect(standings('on-its-way')).toEqual(['fits', 'fits', 'wrong', 'fits', 'fits']);
  });

  for (const id of protocolIds)
    it(`[KN6] ${id}: every lane holds something that both languages can say, in every state of random runs`, async () => {
      const protocol = protocols.find((known) => known.id === id) ?? protocols[0];
      const notes = await loadBeliefs(id);
      const said = new Set<Saying>();
      fc.assert(
        fc.property(settingsArbitrary(protocol.settings), picksArbitrary(60), (settings, picks) => {
          const engine = createEngine(protocol.model(settings));
          const lanes = notes.lanes(engine.model.roles);
          expect(lanes.filter(({ process }) => process === null)).toHaveLength(1);
          for (const { world } of walk(engine, picks))
            for (const { order } of protocol.ledger(world, engine.model.settings))
              for (const { id: lane, process } of lanes) {
                if (process === null) continue;
                expect(engine.model.processes.map((one) => one.id)).toContain(process);
                for (const saying of notes.belief(world, lane, order).says) said.add(saying);
              }
        }),
        { numRuns: 60 },
      );
      for (const saying of said)
        for (const lang of LANGS) expect(topicText(lang, 'knows', `says-${saying}`, { count: 1 })).not.toBe('');
      expect(said.size).toBeGreaterThan(6);
    });
});
