/** What a person does on the stage is explored as well, or said to be left out. */
import { describe, expect, it } from 'vitest';
import { partsOf } from '../engine/choiceClass.ts';
import { keyOf } from '../engine/data.ts';
import type { Step } from '../engine/step.ts';
import { replay, type Timeline } from '../engine/timeline.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { FAULT_IDS } from '../protocols/shared/faults.ts';
import { faultRun } from '../scenario/faultRun.ts';
import { contendersOf } from '../scenario/matrix.ts';
import { incidents, type Incident } from '../scenario/incidents.ts';
import { readLink } from '../scenario/link.ts';
import { replayWords } from '../scenario/run.ts';
import { completeSettings } from '../scenario/settings.ts';
import { searchFor } from './answer.ts';
import { leftOutBy } from './leftOut.ts';
import { budgetSlot, NO_MISHAPS } from './budget.ts';
import { answered, NO_FAULTS } from './explore.testing.ts';
import type { FaultBudget, MishapBudget, Question } from './question.ts';
import { EVERYTHING, spaceOf, type Mover } from './space.ts';
import { Walker } from './walker.ts';

const TABLE = 'v1/local-message-table?set=';
const SMALL = 'attempts-max~1.reconsume-max~1';
const BEGIN = 'order.commit.wake.send.pub';

/** Named runs for which the verifier once answered "impossible". */
const SHOWN = [
  {
    link: `${TABLE}${SMALL}&do=${BEGIN}.ok.mark.msg.refuse.reply.drop~reverse.offset.ack`,
    faults: { ...NO_FAULTS, drop: 1 },
    kind: 'consumer-refuses',
    property: 'no-lost',
  },
  {
    link: `${TABLE}database~async-replica.${SMALL}&do=${BEGIN}.failover.msg.ok.mark.consume`,
    faults: NO_FAULTS,
    kind: 'failover',
    property: 'no-phantom',
  },
  {
    link: `${TABLE}broker~lossy.${SMALL}&do=order.commit.unroute.wake.send.pub.ok.mark`,
    faults: NO_FAULTS,
    kind: 'unroutable',
    property: 'no-lost',
  },
  {
    link: `${TABLE}${SMALL}&do=${BEGIN}.dup~msg.msg.consume.purge.msg.consume`,
    faults: { ...NO_FAULTS, duplicate: 1 },
    kind: 'marker-purged',
    property: 'no-duplicate',
  },
  {
    link: 'v1/plain-mq?set=broker~lossy&do=unroute.order.commit.send.pub.ok',
    faults: NO_FAULTS,
    kind: 'unroutable',
    property: 'no-lost',
  },
] as const;

function asking(link: string, faults: FaultBudget, mishaps: MishapBudget, properties: readonly string[]) {
  const { scenario } = readLink(protocols, link);
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const { settings } = scenario;
  const bound = { orders: 1, statesMax: 20_000, stopsEarly: false } as const;
  const question: Question = {
    protocol: protocol.id,
    settings,
    faults,
    mishaps,
    properties,
    reduction: 'none',
    ...bound,
  };
  return { protocol, question };
}

function reportOf(protocol: Protocol, question: Question) {
  const search = searchFor(protocol, question);
  while (search.advance(10_000));
  return search.report();
}

describe('what goes wrong on the stage', () => {
  it.each(SHOWN)(
    '[MC85] is found where its kind has a budget: $kind, $property',
    ({ link, faults, kind, property }) => {
      const { protocol, question } = asking(link, faults, { ...NO_MISHAPS, kinds: { [kind]: 1 } }, [property]);
      const report = reportOf(protocol, question);
      expect(report.findings.map(({ verdict }) => verdict)).toEqual(['violated']);
      expect(report.leftOut).not.toContain(kind);
    },
  );

  it.each(SHOWN)('[MC85] is found where all kinds share a budget: $kind, $property', ({ link, faults, property }) => {
    const { protocol, question } = asking(link, faults, { ...NO_MISHAPS, others: 1 }, [property]);
    const [finding] = reportOf(protocol, { ...question, reduction: 'as-needed', stopsEarly: true }).findings;
    expect(finding).toMatchObject({ verdict: 'violated', needs: expect.any(String) });
  });

  it.each(SHOWN)(
    '[MC85] is left out by name where it has none: $kind, $property',
    ({ link, faults, kind, property }) => {
      const { protocol, question } = asking(link, faults, NO_MISHAPS, [property]);
      const { leftOut, findings } = reportOf(protocol, question);
      expect(leftOut).toContain(kind);
      expect(findings.map(({ verdict }) => verdict)).toEqual(['holds']);
    },
  );

  it('[MC86] has one budget for all kinds that are not named, and none for those that are named with 0', () => {
    const { isAsked, spend } = budgetSlot(NO_FAULTS, 1, {
      kinds: { failover: 0, unroutable: 2 },
      others: 1,
      persons: 0,
    });
    const asked = (mover: Mover): boolean => spend(0, mover) >= 0;
    expect([
      'fault:failover',
      'fault:unroutable',
      'fault:marker-purged',
      'person:row-replayed',
      'crash',
    ] as const).toSatisfy((movers: readonly Mover[]) => movers.map(asked).join() === 'false,true,true,false,false');
    expect(isAsked?.('fault:failover')).toBe(false);
    const spent = spend(0, 'fault:marker-purged');
    expect([
      spend(spent, 'fault:order-cancelled'),
      spend(spend(spent, 'fault:unroutable'), 'fault:unroutable') > 0,
    ]).toEqual([-1, true]);
  });

  it('[MC86] names the kinds that were asked to the end no longer', () => {
    const { question } = asking('v2/plain-mq', NO_FAULTS, { ...NO_MISHAPS, others: 1, persons: 1 }, ['no-phantom']);
    const report = reportOf(plainMq, { ...question, reduction: 'as-needed' });
    expect([report.leftOut, report.findings[0]?.verdict]).toEqual([[], 'holds']);
    expect(leftOutBy(plainMq)).toEqual([
      'unroutable',
      'consumer-fails',
      'points-database-down',
      'points-database-repaired',
    ]);
    const cut = reportOf(plainMq, { ...question, reduction: 'as-needed', statesMax: 12 });
    expect(cut.leftOut).toEqual(['unroutable', 'consumer-fails', 'points-database-down', 'points-database-repaired']);
  });

  it('[MC88] is asked once the rest is answered: each kind on its own, then beside crashes and losses, named until then', () => {
    const faults = { crash: 1, drop: 0, duplicate: 0 };
    const { question } = asking('v2/plain-mq', faults, { ...NO_MISHAPS, others: 1 }, ['no-phantom']);
    const search = searchFor(plainMq, { ...question, reduction: 'as-needed' });
    const seen: string[] = [];
    while (search.advance(50)) {
      const { asking: kind, leftOut, alone, findings } = search.report();
      const said = `${kind} ${findings[0]?.verdict} | ${leftOut.join()} | ${alone.join()}`;
      if (seen.at(-1) !== said) seen.push(said);
    }
    expect(seen).toEqual([
      'null unknown | unroutable,consumer-fails,points-database-down,points-database-repaired | ',
      'unroutable holds | unroutable,consumer-fails,points-database-down,points-database-repaired | ',
      'consumer-fails holds | consumer-fails,points-database-down,points-database-repaired | unroutable',
      'points-database-down holds | points-database-down,points-database-repaired | unroutable,consumer-fails',
      'unroutable holds | points-database-repaired | unroutable,consumer-fails,points-database-down',
      'consumer-fails holds | points-database-repaired | consumer-fails,points-database-down',
      'points-database-down holds | points-database-repaired | points-database-down',
    ]);
    expect(search.report()).toMatchObject({ asking: null, leftOut: ['points-database-repaired'], alone: [] });
  });

  it('[MC89] is named by the kind that the run takes, also where it is a repair', () => {
    const { question, protocol } = asking(
      'v2/half-message?set=check-max~1.reconsume-max~0',
      NO_FAULTS,
      { ...NO_MISHAPS, persons: 1 },
      ['no-phantom'],
    );
    const { findings } = reportOf(protocol, { ...question, reduction: 'as-needed', stopsEarly: true });
    const [finding] = findings;
    expect(finding).toMatchObject({ verdict: 'violated', needs: 'answer-sent-by-hand' });
    expect(finding?.run?.map(({ kind }) => kind)).toContain('choose');
  });

  it('[MC86] is not explored, and changes no count, where it has no budget', () => {
    const asked = { protocol: plainMq, settings: {}, faults: NO_FAULTS };
    const { question } = asking('v2/plain-mq', NO_FAULTS, NO_MISHAPS, []);
    expect(reportOf(plainMq, question).states).toBe(answered(asked).states);
  });
});

const BAD: readonly string[] = ['lost', 'phantom', 'duplicated'];

interface Bad {
  readonly name: string;
  readonly protocol: Protocol;
  readonly timeline: Timeline;
}

/** Every named run, every incident and every cell of the outcome table that ends badly. */
function badRuns(): readonly Bad[] {
  const named = protocols.flatMap((protocol) => {
    return protocol.library.scenarios.map(({ id, settings, run }) => {
      const { steps } = replayWords(protocol, completeSettings(protocol, settings), run.split('.'));
      return { name: `${protocol.id} ${id}`, protocol, settings: completeSettings(protocol, settings), steps };
    });
  });
  const all: readonly Incident[] = incidents;
  const played = all.map(({ id, run }) => {
    const { scenario } = readLink(protocols, `v2/${run.link}`);
    const protocol = protocols.find((one) => one.id === scenario.protocol) ?? protocols[0];
    return { name: `incident ${id}`, protocol, settings: scenario.settings, steps: scenario.steps };
  });
  const cells = contendersOf(protocols).flatMap(({ protocol, settings }) => {
    return FAULT_IDS.map((fault) => {
      const { steps } = faultRun(protocol, settings, fault).scenario;
      return { name: `${protocol.id} ${fault} ${JSON.stringify(settings)}`, protocol, settings, steps };
    });
  });
  return [...named, ...played, ...cells].flatMap(({ name, protocol, settings, steps }) => {
    const { timeline } = replay(engineFor(protocol, settings), steps);
    const lines = protocol.ledger((timeline.frames.at(-1) ?? timeline.frames[0]).world, timeline.engine.model.settings);
    return lines.some(({ verdict }) => BAD.includes(verdict)) ? [{ name, protocol, timeline }] : [];
  });
}

describe('every named run, incident and outcome that ends badly', () => {
  it('[MC87] is a run of what the verifier explores, within its faults', () => {
    const runs = badRuns();
    expect(runs.length).toBeGreaterThan(40);
    expect(runs.flatMap(({ name, timeline }) => missing(timeline).map((step) => `${name}: ${step}`))).toEqual([]);
  });

  it('[MC90] is never called impossible at its own settings and faults, wherever the search ends', () => {
    const said = badRuns().map(({ name, protocol, timeline }) => {
      const { faults, mishaps, orders } = spentBy(timeline);
      const property = brokenBy(protocol, timeline);
      const { settings } = timeline.engine.model;
      const bound = { statesMax: STATES_EACH, stopsEarly: true, reduction: 'none' } as const;
      const asked = { protocol: protocol.id, settings, faults, mishaps, orders, properties: [property], ...bound };
      return { name: `${name}: ${property}`, verdict: reportOf(protocol, asked).findings[0]?.verdict };
    });
    expect(said.filter(({ verdict }) => verdict !== 'violated' && verdict !== 'unknown')).toEqual([]);
    expect(said.filter(({ verdict }) => verdict === 'violated').length).toBeGreaterThan(10);
  });
});

/** So few that all of them are asked in seconds. */
const STATES_EACH = 1_500;

function brokenBy(protocol: Protocol, { engine, frames }: Timeline): string {
  const lines = protocol.ledger((frames.at(-1) ?? frames[0]).world, engine.model.settings);
  const has = (bad: string): boolean => lines.some(({ verdict }) => verdict === bad);
  return has('lost') ? 'no-lost' : has('phantom') ? 'no-phantom' : 'no-duplicate';
}

/** What a run spends: the budget that a search needs to find it. */
function spentBy({ engine, frames }: Timeline) {
  const faults = { crash: 0, drop: 0, duplicate: 0 };
  const kinds: { [kind: string]: number } = {};
  let orders = 0;
  for (const [index, { step }] of frames.entries()) {
    const before = frames[index - 1]?.world;
    if (step === null || before === undefined) continue;
    if (step.kind === 'crash' || step.kind === 'drop' || step.kind === 'duplicate') faults[step.kind] += 1;
    if (step.kind !== 'choose') continue;
    const choice = engine.choices(before).find(({ role, message }) => {
      return role === step.role && keyOf(message) === keyOf(step.message);
    });
    const parts = choice === undefined ? null : partsOf(choice.class);
    if (parts?.of === 'order') orders += 1;
    if (parts?.of === 'fault' || parts?.of === 'person') kinds[parts.kind] = (kinds[parts.kind] ?? 0) + 1;
  }
  return { faults, mishaps: { ...NO_MISHAPS, kinds }, orders };
}

function isPace(step: Step): boolean {
  return step.kind === 'choose' && step.message.type === 'keepRunning';
}

/** The steps of a run that the verifier's space, with budget enough, does not have. */
function missing({ engine, frames }: Timeline): readonly string[] {
  const plenty = { crash: 99, drop: 99, duplicate: 99 };
  const budgets = budgetSlot(plenty, 9, { kinds: {}, others: 99, persons: 99 });
  const walker = new Walker(spaceOf(engine, EVERYTHING, budgets.isAsked), budgets);
  return frames.slice(1).flatMap(({ step, world }, index) => {
    const before = frames[index];
    // How long something takes is no step of its own where any timer may fire at any moment.
    if (step === null || before === undefined || isPace(step)) return [];
    const edges = walker.edges(walker.enter(before.world, 0));
    const edge = edges.find(({ info }) => keyOf(info.step) === keyOf(step));
    if (edge === undefined) return [keyOf(step)];
    const after = walker.enter(world, budgets.spend(0, edge.info.mover));
    return after === edge.next ? [] : [`${keyOf(step)} leads elsewhere`];
  });
}
