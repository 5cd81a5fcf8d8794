import { describe, expect, it } from 'vitest';
import { beginTimeline, extend, lastFrame, replay, type Timeline } from '../../engine/timeline.ts';
import { nextStep } from '../../engine/autoplay.ts';
import {
  crash,
  choose,
  drop,
  duplicate,
  fire,
  go,
  ignored,
  restart,
  sent,
  told,
  type Play,
} from '../shared/moves.testing.ts';
import { completeSettings } from '../shared/settings.ts';
import { read } from './read.ts';
import {
  acknowledged,
  announced,
  asked,
  branches,
  committed,
  engineOf,
  flying,
  log,
  logged,
  place,
  prepared,
  run,
  runAt,
  to,
  verdicts,
  vote,
  voted,
  work,
} from './run.testing.ts';
import { settingSpecs } from './settings.ts';

const STEPS_MAX = 200;

/** Autoplay until nothing changes any more. */
function undisturbed(timeline: Timeline): Timeline {
  let now = timeline;
  for (let count = 0; count < STEPS_MAX; count += 1) {
    const step = nextStep(now);
    const extended = step === null ? null : extend(now, step);
    if (extended?.ok !== true) return now;
    now = extended.timeline;
  }
  throw new Error(`Expected the run to come to rest within ${STEPS_MAX} steps.`);
}

const atRest = (play: Play): readonly string[] =>
  verdicts(lastFrame(undisturbed(replay(play.engine, play.steps).timeline)));

describe('voting', () => {
  it('[TP-21] asks everybody to prepare and logs nothing', () => {
    const begun = run(place());
    expect({ sent: sent(begun), log: log(begun), verdicts: verdicts(begun) }).toEqual({
      sent: ['order-db prepare', 'points-db prepare'],
      log: [],
      verdicts: ['o1 none 0 pending'],
    });
  });

  it('[TP-22] keeps a promised branch and its locks through a crash, and unfinished work not', () => {
    const down = run(asked, work('order-db'), crash('order-db'), crash('points-db'));
    expect(branches(down)).toEqual(['prepared', 'none']);
    const up = go(down, restart('order-db'), restart('points-db'));
    expect(read(up.world).participants.map(({ holder }) => holder)).toEqual(['o1', null]);
  });

  it('[TP-22] forces the prepare record and votes yes in one step', () => {
    const done = run(asked, work('points-db'));
    expect({ told: told(done), sent: sent(done) }).toEqual({ told: ['prepared'], sent: ['coordinator vote'] });
  });

  it('[TP-23] may refuse until it has promised, and then not any more', () => {
    const refused = run(asked, choose('refuse', {}, 'points-db'));
    expect({ branches: branches(refused), sent: sent(refused) }).toEqual({
      branches: ['working', 'aborted'],
      sent: ['coordinator vote'],
    });
    const { engine, world } = run(prepared);
    const refusal = engine.whyNot(world, { kind: 'choose', role: 'points-db', message: { type: 'refuse' } });
    expect(refusal).toEqual({ code: 'not-expected', role: 'points-db', value: 'prepared' });
  });

  it('[TP-24] aborts at the first no, and does not tell the one who said it', () => {
    const refused = run(asked, choose('refuse', {}, 'points-db'), vote('points-db'));
    expect({ told: told(refused), sent: sent(refused), log: log(refused) }).toEqual({
      told: ['decided-abort'],
      sent: ['order-db abort'],
      log: [],
    });
    expect(atRest(refused)).toEqual(['o1 aborted 0 consistent']);
  });

  it('[TP-24] commits only with a yes from everybody', () => {
    expect(run(prepared, vote('order-db')).world.timers['coordinator']).toEqual(['recoveryPeriod', 'voteTimeout']);
    expect(run(voted).world.timers['coordinator']).toEqual(['decide', 'recoveryPeriod']);
    expect(branches(run(committed))).toEqual(['committed', 'committed']);
  });

  it('[TP-25] takes silence for a no', () => {
    const silent = run(prepared, vote('order-db'), drop('vote'), fire('voteTimeout'));
    expect({ told: told(silent), sent: sent(silent) }).toEqual({
      told: ['decided-abort'],
      sent: ['order-db abort', 'points-db abort'],
    });
    expect(atRest(silent)).toEqual(['o1 aborted 0 consistent']);
  });

  it('[TP-26] is blocked while the coordinator is down and somebody is in doubt', () => {
    const dead = run(voted, crash('order'));
    expect(verdicts(dead)).toEqual(['o1 open 0 blocked']);
    expect(dead.engine.enabled(dead.world).filter(({ kind }) => kind === 'deliver' || kind === 'fire')).toEqual([]);
    expect(atRest(dead)).toEqual(['o1 open 0 blocked']);
    expect(verdicts(go(dead, restart('order')))).toEqual(['o1 open 0 pending']);
  });

  it('[TP-26] is not blocked by a decision that is still on its way', () => {
    const dead = run(announced, crash('order'));
    expect(verdicts(dead)).toEqual(['o1 open 0 pending']);
    expect(verdicts(go(dead, drop('commit', { to: 'points-db' })))).toEqual(['o1 open 0 blocked']);
  });
});

describe('the decision and the log', () => {
  it('[TP-27] writes the commit record before it tells anybody', () => {
    const decided = run(logged);
    expect({ log: log(decided), flying: flying(decided) }).toEqual({ log: ['commit o1'], flying: [] });
    const back = go(decided, crash('order'), restart('order'));
    expect(flying(back)).toEqual(['order-db commit', 'points-db commit']);
    expect(atRest(back)).toEqual(['o1 committed 1 late']);
  });

  it('[TP-28] presumes abort where there is no record, and wants no acknowledgement of it', () => {
    const back = run(voted, crash('order'), restart('order'));
    expect(flying(back)).toEqual(['order-db abort', 'points-db abort']);
    const aborted = go(back, to('order-db', 'abort'), to('points-db', 'abort'));
    expect({ flying: flying(aborted), log: log(aborted), verdicts: verdicts(aborted) }).toEqual({
      flying: [],
      log: [],
      verdicts: ['o1 aborted 0 consistent'],
    });
  });

  it('[TP-29] asks what is held when it has restarted, and again and again', () => {
    const lost = run(announced, to('order-db', 'commit'), drop('commit'), fire('recoveryPeriod'));
    expect(sent(lost)).toEqual(['points-db commit']);
    expect(lost.world.timers['coordinator']).toEqual(['recoveryPeriod']);
    expect(atRest(lost)).toEqual(['o1 committed 1 late']);
  });

  it('[TP-29] leaves alone what it is deciding', () => {
    expect(sent(run(prepared, fire('recoveryPeriod')))).toEqual([]);
    expect(sent(run(logged, fire('recoveryPeriod')))).toEqual([]);
  });

  it('[TP-29] is not heard by a participant that is down', () => {
    const down = run(announced, crash('points-db'), to('points-db', 'commit'), fire('recoveryPeriod'));
    expect(down.last.filter(({ kind }) => kind === 'lost').length).toBe(1);
    expect(branches(go(down, restart('points-db')))).toEqual(['prepared', 'prepared']);
  });

  it('[TP-30] ends with the last acknowledgement, and acknowledges again what comes again', () => {
    const ended = run(committed, acknowledged('order-db'), acknowledged('points-db'));
    expect({ log: log(ended), awaited: read(ended.world).coordinator.awaited }).toEqual({
      log: ['commit o1', 'end o1'],
      awaited: {},
    });
    const doubled = run(
      announced,
      duplicate('commit', { to: 'points-db' }),
      to('points-db', 'commit'),
      to('points-db', 'commit'),
    );
    expect(sent(doubled)).toEqual(['coordinator ack']);
    const late = go(ended, fire('recoveryPeriod'));
    expect(sent(late)).toEqual([]);
  });

  it('[TP-30] ignores an acknowledgement that has come before', () => {
    const again = run(
      committed,
      duplicate('ack', { from: 'order-db' }),
      acknowledged('order-db'),
      acknowledged('order-db'),
    );
    expect(ignored(again)).toEqual(['coordinator: acknowledged-before']);
  });

  it('[TP-31] takes a branch that is no longer held for acknowledged', () => {
    const lost = run(committed, drop('ack', { from: 'order-db' }), drop('ack'), fire('recoveryPeriod'));
    expect({ told: told(lost), log: log(lost) }).toEqual({ told: ['transaction-ended'], log: ['commit o1', 'end o1'] });
  });

  it('[TP-35] contradicts itself without a log', () => {
    const forgetful = { 'coordinator-log': 'none' };
    const half = [announced, to('order-db', 'commit'), drop('commit'), crash('order'), restart('order')];
    const lost = runAt(forgetful, half, to('points-db', 'abort'));
    expect(verdicts(lost)).toEqual(['o1 committed 0 lost']);
    const other = [announced, to('points-db', 'commit'), drop('commit'), crash('order'), restart('order')];
    expect(verdicts(runAt(forgetful, other, to('order-db', 'abort')))).toEqual(['o1 aborted 1 phantom']);
  });

  it('[TP-35] tells a participant that finished the other way', () => {
    const forgetful = { 'coordinator-log': 'none' };
    const both = runAt(forgetful, announced, to('order-db', 'commit'), crash('order'), restart('order'));
    expect(told(go(both, to('points-db', 'abort'), to('points-db', 'commit')))).toEqual(['contradicted']);
    expect(told(go(both, to('points-db', 'commit'), to('points-db', 'abort')))).toEqual(['contradicted']);
  });
});

describe('people, locks and late messages', () => {
  const byHand = (type: string) => [logged, crash('order'), choose(type, {}, 'points-db'), restart('order')];

  it('[TP-32] lets a person decide what is in doubt, and reports whether the decision agrees', () => {
    const apart = run(byHand('heuristicRollback'), to('points-db', 'commit'));
    expect({ told: told(apart), sent: sent(apart) }).toEqual({ told: ['heuristic-damage'], sent: ['coordinator ack'] });
    expect(atRest(apart)).toEqual(['o1 committed 0 lost']);
    const agrees = run(byHand('heuristicCommit'), to('points-db', 'commit'));
    expect(told(agrees)).toEqual(['heuristic-agrees']);
  });

  it('[TP-32] reports an abort that comes after a decision by hand', () => {
    const early = (type: string) =>
      run(voted, crash('order'), choose(type, {}, 'points-db'), restart('order'), to('points-db', 'abort'));
    expect(told(early('heuristicCommit'))).toEqual(['heuristic-damage']);
    expect(verdicts(go(early('heuristicCommit'), to('order-db', 'abort')))).toEqual(['o1 aborted 1 phantom']);
    expect(told(early('heuristicRollback'))).toEqual(['heuristic-agrees']);
  });

  it('[TP-32] offers it only in doubt', () => {
    const message = { type: 'heuristicCommit' };
    const { engine, world } = run(asked);
    expect(engine.whyNot(world, { kind: 'choose', role: 'points-db', message })).not.toBeNull();
  });

  it('[TP-33] refuses another transaction while its rows are locked', () => {
    const next = run(announced, to('order-db', 'commit'), drop('commit'), place('o2'), to('points-db', 'prepare'));
    expect({ told: told(next), branches: branches(next, 'o2') }).toEqual({
      told: ['locked-out'],
      branches: ['none', 'aborted'],
    });
    expect(atRest(next)).toEqual(['o1 committed 1 late', 'o2 aborted 0 consistent']);
  });

  it('[TP-34] ignores a vote that comes too late or twice', () => {
    const twice = run(prepared, duplicate('vote', { from: 'order-db' }), vote('order-db'), vote('order-db'));
    expect(ignored(twice)).toEqual(['coordinator: vote-already-counted']);
    const late = run(prepared, fire('voteTimeout'), vote('order-db'));
    expect(ignored(late)).toEqual(['coordinator: vote-after-decision']);
    const decided = run(
      prepared,
      duplicate('vote', { from: 'order-db' }),
      vote('order-db'),
      vote('points-db'),
      vote('order-db'),
    );
    expect(ignored(decided)).toEqual(['coordinator: vote-already-counted']);
    const next = run(prepared, fire('voteTimeout'), place('o2'), vote('order-db'));
    expect(ignored(next)).toEqual(['coordinator: vote-after-decision']);
  });

  it('[TP-34] answers a doubled request by its state', () => {
    const doubled = [place(), duplicate('prepare', { to: 'points-db' }), to('points-db', 'prepare')];
    expect(ignored(run(doubled, to('points-db', 'prepare')))).toEqual(['points-db: already-working']);
    expect(sent(run(doubled, work('points-db'), to('points-db', 'prepare')))).toEqual(['coordinator vote']);
    const refused = run(doubled, choose('refuse', {}, 'points-db'), to('points-db', 'prepare'));
    expect(ignored(refused)).toEqual(['points-db: branch-finished']);
  });

  it('[TP-34] prepares a request that comes after its abort, and recovery aborts it', () => {
    const overtaken = run(place(), fire('voteTimeout'), to('points-db', 'abort'));
    expect(ignored(overtaken)).toEqual(['points-db: nothing-to-abort']);
    const prepares = go(overtaken, to('points-db', 'prepare'), work('points-db'));
    expect(branches(prepares)).toEqual(['none', 'prepared']);
    expect(atRest(prepares)).toEqual(['o1 aborted 0 consistent']);
  });
});

describe('the whole', () => {
  it('[TP-36] compares the order database with all others', () => {
    const three = { participants: '3' };
    const doubt = [
      place(),
      ...['order-db', 'points-db', 'stock-db'].flatMap((role) => [to(role, 'prepare'), work(role), vote(role)]),
      fire('decide'),
      crash('order'),
      choose('heuristicRollback', {}, 'stock-db'),
      restart('order'),
      to('order-db', 'commit'),
      to('points-db', 'commit'),
    ];
    expect(verdicts(runAt(three, doubt))).toEqual(['o1 committed 1 lost']);
  });

  it.each([{}, { participants: '7' }, { semantics: 'benchmark', participants: '7' }, { 'coordinator-log': 'none' }])(
    '[TP-36] comes to rest in agreement when nobody interferes (%o)',
    (settings) => {
      const end = lastFrame(undisturbed(beginTimeline(engineOf(settings))));
      expect(verdicts(end)).toEqual(['o1 committed 1 consistent']);
    },
  );

  it('[TP-40] has its defaults', () => {
    expect(completeSettings(settingSpecs, {})).toEqual({
      semantics: 'textbook',
      participants: '2',
      'coordinator-log': 'forced',
    });
  });
});
