/** The raw log format, the JSON format, and the shipped recordings, which are both. */
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsedRecording, rawLog } from './fixtures/known.testing.ts';
import { OBSERVATIONS_MAX, type Recording } from './observation.ts';
import { readRecordings, recordingIn } from './readRecording.ts';
import { readRocketmqLog } from './rocketmqLog.ts';
import { shippedRecordings } from './shipped.ts';

const minimal = {
  'halfway-observations': 1,
  name: 'mine',
  broker: 'RocketMQ 5.3.1',
  settings: { version: '5.x', transactionCheckMax: 15, sendRetries: 2, reconsumeMax: 16, topic: 'Orders' },
  observations: [{ what: 'sendBegun', timeMs: 0, where: 'app' }],
};

describe('the shipped recordings', () => {
  it('[R40] are all that there are raw logs for', () => {
    const logs = globSync('fixtures/rocketmq-*/*.log', { cwd: import.meta.dirname });
    expect(shippedRecordings).toHaveLength(25);
    expect(logs).toHaveLength(shippedRecordings.length);
  });

  it.each(shippedRecordings)('[R41] say what the parser makes of the raw log: $id', async ({ id, load }) => {
    const recording = await load();
    expect(recording).toEqual(parsedRecording(id));
    expect(recording.broker).toBe(shippedRecordings.find((one) => one.id === id)?.broker);
  });

  it.each(shippedRecordings)('[R42] account for every line of the raw log: $id', ({ id }) => {
    const { observations } = parsedRecording(id);
    const lines = rawLog(id)
      .split('\n')
      .filter((line) => line.startsWith('EV ') && !line.includes('scenario='));
    // One line can say two things, and a restart is told by the parts themselves.
    const extra = observations.filter(({ what, where }) => what === 'ended' && where !== 'client').length;
    const restarts = observations.filter(({ where, what }) => where === 'brokerproc' && what !== 'cursors').length;
    const replaced = observations.filter(({ where, what }) => where === 'harness' && what === 'started').length;
    expect(observations).toHaveLength(lines.length + extra + restarts + replaced);
    expect(observations.filter(({ what }) => what === 'other')).toEqual([]);
  });
});

describe('the raw log format', () => {
  it('[R43] orders appends by their physical offset and dates them by their store time', () => {
    const { observations } = parsedRecording('4.9.8-batch');
    const appends = observations.flatMap((one) => (one.what === 'appended' ? [one] : []));
    const physical = appends.map(({ physicalOffset }) => physicalOffset ?? -1);
    expect(physical).toEqual(physical.toSorted((one, other) => one - other));
    expect(appends[0]).toMatchObject({
      what: 'appended',
      timeMs: 1_559,
      where: 'commitlog',
      topic: 'RMQ_SYS_TRANS_HALF_TOPIC',
      queue: 0,
      offset: 0,
      physicalOffset: 0,
      transaction: 'F7840000',
      body: 'm0',
      checkTimes: 0,
      preparedOffset: null,
      reconsumeTimes: 0,
      size: 267,
      sysFlag: 0,
      group: 'pg',
      realTopic: 'Orders',
      realQueue: 0,
    });
  });

  it('[R44] orders deliveries by their number', () => {
    const { observations } = parsedRecording('5.3.3-batch');
    expect(observations.flatMap((one) => (one.what === 'delivered' ? [one.offset] : []))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('[R45] puts the clocks of a crash on one: nothing is seen before it was stored', () => {
    const { observations } = parsedRecording('5.3.3-defaultop-crash');
    const times = observations.map(({ timeMs }) => timeMs);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(observations.flatMap((one) => ('process' in one ? [`${one.what} ${one.process}`] : []))).toEqual([
      'stopped broker',
      'started broker',
    ]);
  });

  it('[R46] leaves out what a cut line does not show, instead of guessing', () => {
    const { observations } = parsedRecording('5.3.3-defaultop-crash');
    const copy = observations.find((one) => one.what === 'appended' && one.offset === 1);
    expect(copy).toMatchObject({ body: 'crash-me', checkTimes: undefined, transaction: undefined });
  });

  it('[R47] keeps lines that it does not know, by kind', () => {
    const log =
      'EV 001 +  10ms broker    page cache busy 17\nEV 002 +  11ms app       sendMessageInTransaction(a) ...\nrubbish';
    const [run] = readRocketmqLog(log);
    const observations = run !== undefined && 'recording' in run ? run.recording.observations : [];
    expect(observations.map((one) => (one.what === 'other' ? one.kind : one.what))).toEqual([
      'broker page cache busy',
      'sendBegun',
      'unreadable rubbish',
    ]);
  });
});

describe('the JSON format', () => {
  it('[R48] goes through JSON unchanged', () => {
    const recording = parsedRecording('4.9.8-slow-local-tx');
    const read = { ok: true, source: 'observations', lines: [] };
    expect(readRecordings(JSON.stringify(recording))).toEqual([{ ...read, recording }]);
    expect(readRecordings(JSON.stringify(minimal))).toEqual([{ ...read, recording: minimal }]);
  });

  it.each<readonly [name: string, text: string, problem: object]>([
    ['a picture', '\u0089PNG\r\n\u0000\u0001', { kind: 'neither-log-nor-json' }],
    ['nothing', '', { kind: 'empty' }],
    ['half a file', JSON.stringify(minimal).slice(0, -9), { kind: 'broken-json', line: 1 }],
    ['other JSON', '[1, 2]', { kind: 'not-observations' }],
    ['nothing but the format', '{"halfway-observations":1}', { kind: 'missing', line: 1, path: 'name' }],
    ['a newer format', '{"halfway-observations":2}', { kind: 'other-version', came: '2', expected: 1 }],
    ['10 MB', ' '.repeat(10_000_000), { kind: 'too-large', max: 1_000_000 }],
    [
      'a missing field',
      JSON.stringify({ ...minimal, observations: [{ what: 'sendBegun', timeMs: 0 }] }),
      { kind: 'missing', path: 'observations.0.where' },
    ],
    [
      'a strange kind',
      JSON.stringify({ ...minimal, observations: [{ what: 'sung', timeMs: 0, where: 'app' }] }),
      { kind: 'invalid', path: 'observations.0.what', came: '"sung"' },
    ],
    [
      'a clock that goes back',
      JSON.stringify({
        ...minimal,
        observations: [900, 100].map((timeMs) => ({ ...minimal.observations[0], timeMs })),
      }),
      { kind: 'clock-goes-back', fromMs: 900, toMs: 100 },
    ],
    [
      'a wrong line of many',
      JSON.stringify(
        { ...minimal, observations: [...minimal.observations, { what: 'sendFailed', where: 'app' }] },
        null,
        1,
      ),
      { kind: 'missing', path: 'observations.1.timeMs', line: 18 },
    ],
    [
      'nothing seen',
      JSON.stringify({ ...minimal, observations: [] }),
      { kind: 'invalid', path: 'observations', expected: '>=1', came: '0' },
    ],
  ])('[R48] says where %s is wrong', (_, text, problem) => {
    expect(readRecordings(text)).toMatchObject([{ ok: false, problem }]);
  });

  it('[R49] reads no more observations than it says', () => {
    const observations: Recording['observations'] = Array.from({ length: OBSERVATIONS_MAX + 1 }, (_, timeMs) => ({
      what: 'sendReceived',
      timeMs,
      where: 'broker',
    }));
    expect(recordingIn({ ...minimal, observations })).toMatchObject({ problem: { path: 'observations' } });
  });
});
