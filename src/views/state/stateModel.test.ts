import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { LANGS } from '../../i18n/languages.ts';
import { protocols } from '../../protocols/registry.ts';
import { after, cleanSession, sessionAt } from '../session.testing.ts';
import { activeIds, roleMoves, wayKey } from './chartModel.ts';
import { fieldText, guardText, stateText, triggerText } from './chartText.ts';
import { fieldNames } from './fieldNames.ts';
import { dataText, fieldsOf, type FieldNames } from './fieldsModel.ts';
import { processViews } from './stateModel.ts';

await loadAllTexts();

const PLAIN: FieldNames = {
  field: (name) => name,
  value: String,
  message: ({ type }) => type,
  list: (parts) => parts.join(', '),
  order: 'order',
  entry: '#',
};

describe('the state panel', () => {
  it('[VW3] shows every process with its roles and their timers', () => {
    const views = processViews(after(cleanSession(), 1));
    expect(views.map(({ process }) => process)).toEqual(['order', 'order-db', 'broker', 'points']);
    expect(views[2]?.roles.map(({ role }) => role)).toEqual(['broker', 'half-topic', 'checker', 'topic']);
    expect(views[0]?.roles[0]?.timers.map(({ delay }) => delay)).toEqual(['sendMsgTimeout']);
  });

  it('[VW3] says what a step changed, and what it was before', () => {
    const [order] = processViews(after(cleanSession(), 1));
    const producer = order?.roles[0];
    const { lines } = fieldsOf(producer?.context ?? {}, producer?.before ?? {}, PLAIN);
    expect(lines).toEqual([
      { name: 'tx', text: 'o1', before: '–' },
      { name: 'attempt', text: '1', before: '0' },
      { name: 'answer', text: 'UNKNOW', before: null },
    ]);
  });

  it('[VW3] shows stored messages as a table by their places, rows by their orders, and leaves out what is empty', () => {
    const context = {
      half: [{ tx: 'o1', checkTimes: 0, prepared: null }],
      orders: { o1: 'open' },
      op: [],
      rejects: false,
    };
    const { lines, grids } = fieldsOf(context, { half: [], orders: {}, op: [], rejects: false }, PLAIN);
    expect(lines).toEqual([]);
    expect(grids.map(({ columns, rows }) => [columns, rows.map(({ cells }) => cells)])).toEqual([
      [['#', 'tx', 'checkTimes'], [['0', 'o1', '0']]],
      [['order', 'orders'], [['o1', 'open']]],
    ]);
    expect(grids.every(({ hasChanged, rows }) => hasChanged && rows.every(({ isNew }) => isNew))).toBe(true);
  });

  it('[VW3] writes data as a person would', () => {
    expect(dataText({ half: 1, op: [0, 2], prepared: null }, PLAIN)).toBe('half 1, op 0, 2');
    expect(dataText({ type: 'endTransaction', tx: 'o1' }, PLAIN)).toBe('endTransaction');
    expect(dataText(null, PLAIN)).toBe('–');
  });

  it('[VW3] says what a crash left of each role and what it took', () => {
    const views = processViews(sessionAt('crash-after-half', 3).getState());
    const producer = views.find(({ process }) => process === 'order')?.roles[0];
    expect(producer?.loss).toEqual({ kind: 'process', survived: [], gone: ['tx', 'attempt'] });
    expect(producer?.context).toEqual({});
    const broker = processViews(sessionAt('power-loss').getState()).flatMap(({ roles }) => roles);
    expect(broker.filter(({ loss }) => loss !== null).length).toBe(0);
  });
});

describe.each(protocols)('what the state panel says of $id', (protocol) => {
  it.each(LANGS)('[VW3] has words for whatever its named runs put into any role (%s)', (lang) => {
    let count = 0;
    for (const { id } of protocol.library.scenarios) {
      const store = sessionAt(id, 0, protocol.id);
      for (let at = 0; at <= store.getState().steps.length; at += 1) {
        store.getState().goTo(at);
        for (const { context, before, machine, loss } of processViews(store.getState()).flatMap(({ roles }) => roles)) {
          const { lines, grids } = fieldsOf(context, before, fieldNames(lang, protocol.id, machine));
          count += lines.length + grids.length;
          for (const name of [...(loss?.survived ?? []), ...(loss?.gone ?? [])])
            expect(fieldText(lang, machine, name)).not.toBe('');
        }
      }
    }
    expect(count).toBeGreaterThan(300);
  });

  it('[VW159] words every way out of every state that its named runs come to, with its condition, each once', () => {
    let [guarded, taken] = [0, 0];
    for (const { id } of protocol.library.scenarios) {
      const store = sessionAt(id, 0, protocol.id);
      for (let at = 0; at <= store.getState().steps.length; at += 1) {
        store.getState().goTo(at);
        for (const { role, machine } of processViews(store.getState()).flatMap(({ roles }) => roles)) {
          const { ways, possible } = roleMoves(store.getState(), role);
          const keys = ways.map(wayKey);
          expect([...new Set(keys)]).toEqual(keys);
          const guards = ways.flatMap(({ guard }) => (guard === null ? [] : [guard]));
          guarded += guards.length;
          const conditions = LANGS.flatMap((lang) => guards.map((guard) => guardText(lang, machine, guard)));
          expect(conditions.filter((told) => /[{}]/.test(told))).toEqual([]);
          // What a role would do begins with one of its ways out; what needs no input may follow.
          const first = possible.flatMap(({ moves }) => moves.slice(0, 1).map(wayKey));
          taken += first.length;
          expect(first.filter((key) => !keys.includes(key))).toEqual([]);
        }
      }
    }
    expect([guarded > 100, taken > 100]).toEqual([true, true]);
  });
});

describe('the statecharts of the state panel', () => {
  it('[VW3] light where a role is, mark what it has just done and what could move it now', () => {
    const { states, taken, possible, marks } = roleMoves(after(cleanSession(), 1), 'producer');
    expect(states).toEqual([
      'producer.sender.awaitingSendResult',
      'producer.checkPool.idle',
      'producer.registration.registered',
    ]);
    expect(taken).toEqual([
      {
        source: 'producer.sender',
        trigger: 'placeOrder',
        target: 'producer.sender.awaitingSendResult',
        guard: { name: 'callerIsFree', params: {} },
      },
    ]);
    expect(marks.taken).toEqual(new Set(['producer.sender placeOrder producer.sender.awaitingSendResult']));
    expect(possible.map(({ step, moves }) => [step.kind, moves.map(({ target }) => target)])).toEqual([
      ['fire', ['producer.sender.idle']],
    ]);
  });

  it('[VW3] follow what a step does inside: calls, and transitions that need no input', () => {
    const { taken } = roleMoves(after(cleanSession(), 2), 'broker');
    expect(taken.map(({ trigger }) => trigger)).toEqual(['halfMessage', 'halfAppended']);
    const { taken: aged } = roleMoves(after(cleanSession(), 2), 'half-topic');
    expect(aged.map(({ trigger }) => trigger)).toContain('appendHalf');
  });

  it('[VW159] say what would lead out of a state, under which condition, and what of it is possible now', () => {
    const { ways } = roleMoves(after(cleanSession(), 1), 'producer');
    const sending = ways.filter(({ source }) => source === 'producer.sender.awaitingSendResult');
    const told = sending.map(({ trigger, guard, target, ...way }) => [
      trigger,
      way.isOtherwise ? 'otherwise' : '',
      guard === null ? '' : guardText('en', 'producer', guard),
      target?.split('.').at(-1),
      way.isPossible,
    ]);
    expect(told).toEqual([
      ['sendResult', '', 'it is the reply to the present attempt: SEND_OK', 'executing', false],
      [
        'sendResult',
        'otherwise',
        'the broker rejected this attempt, sends are retried and a retry is left',
        'awaitingSendResult',
        false,
      ],
      ['sendResult', 'otherwise', 'the broker rejected this attempt', 'idle', false],
      ['sendResult', 'otherwise', 'it is the reply to the present attempt', 'returning', false],
      ['sendResult', 'otherwise', '', undefined, false],
      ['after sendMsgTimeout', '', 'sends are retried and a retry is left', 'awaitingSendResult', false],
      ['after sendMsgTimeout', 'otherwise', '', 'idle', true],
    ]);
  });

  it('[VW159] fill what a condition looks at with its word', () => {
    const guard = { name: 'isAny', params: { wait: 'backoff' } };
    expect(guardText('en', 'orderDatabase', guard)).toBe('a row waits (back-off)');
    expect(guardText('zh', 'relay', { name: 'marksFirst', params: {} })).toBe('先标记，后发布');
  });

  it('[VW3] are in no state while a process is down', () => {
    const { marks, possible } = roleMoves(sessionAt('crash-after-half', 3).getState(), 'producer');
    expect([marks.lit.size, possible.length]).toEqual([0, 0]);
  });

  it('[VW3] name nested states and parallel ones', () => {
    expect(activeIds('p', { work: { sending: 'waiting' }, checks: {} })).toEqual([
      'p',
      'p.work',
      'p.work.sending',
      'p.work.sending.waiting',
      'p.checks',
    ]);
  });

  it('[VW3] are worded in every language, messages and delays as everywhere', () => {
    const [halfMessage] = cleanSession().getState().protocols;
    expect(stateText('zh', 'producer.sender.awaitingSendResult')).toBe('等待发送结果');
    expect(triggerText('en', halfMessage, 'after sendMsgTimeout')).toBe('send timeout');
    expect(triggerText('en', halfMessage, 'endTransaction')).toBe('outcome');
  });
});
