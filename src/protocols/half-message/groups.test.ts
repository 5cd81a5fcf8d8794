import { describe, expect, it } from 'vitest';
import { textOf } from '../../engine/data.ts';
import type { Settings } from '../../engine/model.ts';
import {
  choose,
  crash,
  deliver,
  drop,
  fire,
  go,
  notes,
  restart,
  type Moves,
  type Play,
} from '../shared/moves.testing.ts';
import { completeSettings } from '../shared/settings.ts';
import { groupOf, groupsOf, instanceIn, instancesOf, processOf, PRODUCERS } from './instances.ts';
import {
  consumed,
  end,
  old,
  op,
  pass,
  place,
  possible,
  queues,
  returns,
  runAt,
  seen,
  verdicts,
} from './run.testing.ts';
import { settingSpecs } from './settings.ts';

const TWO_GROUPS = { producers: '2', groups: 'two' };
/** A and B are one group, C is the other. */
const TWO_AND_ONE = { producers: '3', groups: 'two' };
const ROLES = ['producer', 'producer-b', 'producer-c'] as const;

const half = (tx: string, role: string): Moves => [place(tx, role), deliver('halfMessage'), deliver('sendResult')];
const ending = (tx: string, role: string, outcome = 'commit'): Moves => [
  half(tx, role),
  choose('finish', { outcome }, role),
  returns,
];
const unanswered = (tx: string, role: string): Moves => [ending(tx, role), drop('endTransaction')];
const ask = (producer: string): Moves => choose('askNext', { producer });

/** Who was asked about which order. */
function asked({ records }: Play): readonly string[] {
  return records.flatMap((record) =>
    record.kind === 'sent' && record.message.type === 'checkTransactionState'
      ? [`${record.to} ${textOf(record.message['tx'])}`]
      : [],
  );
}

describe('instances and groups', () => {
  it('[HM-C14] are one, two or three, each with its process', () => {
    expect(['1', '2', '3'].map((producers) => instancesOf({ producers }))).toEqual([
      ROLES.slice(0, 1),
      ROLES.slice(0, 2),
      ROLES,
    ]);
    expect(PRODUCERS.map((role) => instanceIn(processOf(role)))).toEqual(PRODUCERS);
    expect(instanceIn('points')).toBeNull();
  });

  it('[HM-C35] the last of several instances is a group by itself where there are two', () => {
    const at = (settings: Settings): Settings => completeSettings(settingSpecs, settings);
    expect(groupsOf(at({ producers: '1', groups: 'two' }))).toEqual(['producer']);
    expect(groupsOf(at(TWO_GROUPS))).toEqual(['producer', 'producer-b']);
    expect(ROLES.map((role) => groupOf(at(TWO_AND_ONE), role))).toEqual(['producer', 'producer', 'producer-c']);
    expect(ROLES.map((role) => groupOf(at({ producers: '3' }), role))).toEqual(['producer', 'producer', 'producer']);
  });
});

describe('three instances of a group', () => {
  it('[HM-C14] [HM-10] are asked in turn, and whoever is left answers for the two that are dead', () => {
    const three = { producers: '3' };
    expect(asked(runAt(three, unanswered('o1', 'producer'), old, pass, pass, pass, pass))).toEqual([
      'producer o1',
      'producer-b o1',
      'producer-c o1',
      'producer o1',
    ]);
    const left = runAt(
      three,
      half('o1', 'producer'),
      choose('finish', { outcome: 'commit' }),
      crash('order'),
      crash('order-b'),
    );
    const answered = go(
      left,
      old,
      pass,
      deliver('checkTransactionState'),
      fire('checkLocalTransaction'),
      end,
      consumed,
    );
    expect(asked(answered)).toEqual(['producer-c o1']);
    expect(verdicts(answered)).toEqual(['o1 committed 1 late']);
  });

  it('[HM-C14] [HM-10] change nothing for one that is asked: the same queues, cursors and verdict as with two', () => {
    const through = (producers: string) => {
      const settings = { producers };
      const moves: Moves = [unanswered('o1', 'producer'), ask('producer-b'), old, pass];
      const run = runAt(
        settings,
        moves,
        deliver('checkTransactionState'),
        fire('checkLocalTransaction'),
        end,
        consumed,
        op,
      );
      const { cursors } = seen(run).checker;
      return { queues: queues(run), cursors, asked: asked(run), verdicts: verdicts(run) };
    };
    expect(through('3')).toEqual(through('2'));
  });
});

describe('two producer groups on one broker', () => {
  const both: Moves = [unanswered('o1', 'producer'), unanswered('o2', 'producer-b'), old, old];

  it('[HM-C35] [HM-10] a check asks the group of its half message alone, pass after pass and whoever is named', () => {
    expect(asked(runAt(TWO_GROUPS, both, pass, pass))).toEqual([
      'producer o1',
      'producer-b o2',
      'producer o1',
      'producer-b o2',
    ]);
    expect(asked(runAt(TWO_GROUPS, both, ask('producer-b'), ask('producer-b'), pass))).toEqual([
      'producer o1',
      'producer-b o2',
    ]);
    expect(asked(runAt({ producers: '2' }, both, ask('producer-b'), ask('producer-b'), pass))).toEqual([
      'producer-b o1',
      'producer-b o2',
    ]);
  });

  it('[HM-C35] [HM-10] [HM-38] nobody is asked where the whole group is down, however alive the other one is', () => {
    const down = runAt(TWO_GROUPS, both, crash('order'), pass);
    expect(asked(down)).toEqual(['producer-b o2']);
    expect(notes(down, 'channel-is-null')).toMatchObject([{ tx: 'o1' }]);
    expect(queues(down).half).toEqual(['o1', 'o2', 'o1+1', 'o2+1']);
    expect(asked(go(down, restart('order'), pass))).toEqual(['producer-b o2', 'producer o1', 'producer-b o2']);
  });

  it('[HM-C35] [HM-10] members of one group take turns among themselves, whatever the other group is asked', () => {
    const three: Moves = [unanswered('o1', 'producer-b'), unanswered('o2', 'producer-c'), old, old];
    expect(asked(runAt(TWO_AND_ONE, three, pass, pass, pass))).toEqual([
      'producer o1',
      'producer-c o2',
      'producer-b o1',
      'producer-c o2',
      'producer o1',
      'producer-c o2',
    ]);
    const named = runAt(TWO_AND_ONE, three, ask('producer-c'), ask('producer-b'), pass);
    expect(asked(named)).toEqual(['producer-b o1', 'producer-c o2']);
    expect(seen(named).broker?.asked).toEqual([]);
  });

  it('[HM-C35] [HM-39] what is too young in one group holds up the other', () => {
    const young = runAt(TWO_GROUPS, unanswered('o1', 'producer'), old, half('o2', 'producer-b'), pass);
    expect(asked(young)).toEqual(['producer o1']);
    expect(queues(young).half).toEqual(['o1', 'o2', 'o1+1']);
    // the copy of o1 is old and lies behind o2
    expect(asked(go(young, pass))).toEqual(['producer o1']);
    expect(asked(go(young, pass, old, pass))).toEqual(['producer o1', 'producer-b o2', 'producer o1']);
  });

  it('[HM-C35] [HM-15] one op names offsets of both', () => {
    const run = runAt(TWO_GROUPS, ending('o1', 'producer'), end, ending('o2', 'producer-b', 'rollback'), end, op);
    expect(queues(run)).toMatchObject({ op: [[0, 1]], orders: ['o1'] });
  });

  it.each(['COMMIT', 'ROLLBACK'])(
    '[HM-22] [HM-C35] %s of another group is refused: nothing is stored, and its own group settles it',
    (state) => {
      const foreign = choose('sendEndUnasked', { offset: 0, state }, 'producer-b');
      const run = runAt(TWO_GROUPS, half('o1', 'producer'), foreign, end);
      expect(notes(run, 'foreign-group')).toEqual([{ tx: 'o1', state, offset: 0 }]);
      expect(queues(run)).toEqual({ half: ['o1'], op: [], orders: [], discarded: [] });
      expect(seen(run).halfTopic.buffer).toEqual([]);
      const own = go(run, choose('sendEndUnasked', { offset: 0, state }, 'producer'), end);
      expect(seen(own).halfTopic.buffer).toEqual([0]);
    },
  );

  it('[HM-22] with one group any instance may send it', () => {
    const run = runAt({ producers: '2' }, half('o1', 'producer'));
    const byOther = run.engine.model
      .choices(run.world)
      .filter(({ role, message }) => role === 'producer-b' && message.type === 'sendEndUnasked');
    expect(byOther).toEqual([]);
    const checked = go(run, ask('producer-b'), old, pass, deliver('checkTransactionState'));
    expect(notes(go(checked, choose('answerCheck', { answer: 'COMMIT' }), end), 'message-stored')).toHaveLength(1);
  });

  it('[HM-C35] [HM-C26] [HM-C34] mends what two businesses under one group name get wrong', () => {
    const left: Moves = [half('o1', 'producer'), choose('finish', { outcome: 'commit' }), crash('order'), old, pass];
    const wrong = { producers: '2', checker: 'two-businesses' };
    const answered: Moves = [deliver('checkTransactionState'), fire('checkLocalTransaction'), end];
    expect(verdicts(runAt(wrong, left, answered, op))).toEqual(['o1 committed 0 lost']);
    const right = runAt({ ...wrong, groups: 'two' }, left, restart('order'), pass, answered, consumed);
    expect(verdicts(right)).toEqual(['o1 committed 1 late']);
    const placing = (settings: object): number =>
      possible(runAt({ ...wrong, ...settings })).filter((step) => step === 'choose placeOrder').length;
    expect([placing({}), placing({ groups: 'two' })]).toEqual([1, 2]);
  });
});
