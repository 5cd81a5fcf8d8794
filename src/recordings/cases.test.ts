/** Small recordings with the right answer: what people really have, and what must not be believed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { judgedText } from './judgement.ts';
import { countsOf } from './log.ts';
import { RecordingSchema, type Observation, type Recording } from './observation.ts';

const textOf = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures/cases', name), 'utf8');
const recordingOf = (name: string): Recording => v.parse(RecordingSchema, JSON.parse(textOf(name)));

interface Judged {
  readonly answer: Answer;
  readonly recording: Recording;
  readonly line: number | null;
}

function judged(text: string): readonly Judged[] {
  return judgedText(text).map((judgement) => {
    if (judgement.kind !== 'judged') throw new Error(JSON.stringify(judgement));
    const { answer, lines, recording } = judgement;
    const at = answer.verdict === 'admitted' ? null : answer.at;
    return { answer, recording, line: at === null ? null : (lines[at] ?? null) };
  });
}

const verdictsOf = (text: string): readonly string[] => judged(text).map(({ answer }) => answer.verdict);

describe('files as they come', () => {
  it.each(['windows-line-ends.log', 'byte-order-mark.log'])(
    '[R70] %s is read like the same text without them',
    (name) => {
      const [one, ...others] = judged(textOf(name));
      expect(others).toEqual([]);
      expect(one?.answer.verdict).toBe('admitted');
      expect(one?.recording.settings.transactionTimeOutMs).toBe(1_000);
    },
  );

  it('[R71] two runs in one file are judged as two', () => {
    const both = judged(textOf('two-runs-in-one-file.log'));
    expect(both.map(({ answer, recording }) => [recording.name, answer.verdict])).toEqual([
      ['commit', 'admitted'],
      ['end-lost', 'admitted'],
    ]);
  });

  it('[R71] a clock that goes back within a run is told with its line', () => {
    const [, , , fourth = '', ...rest] = textOf('windows-line-ends.log').split('\r\n');
    const [first = '', second = '', third = ''] = textOf('windows-line-ends.log').split('\r\n');
    const text = [first, second, third, fourth.replace('6003ms', '1003ms'), ...rest].join('\n');
    expect(judgedText(text)).toMatchObject([
      { kind: 'unreadable', problem: { kind: 'clock-goes-back', line: 4, fromMs: 5_906, toMs: 1_003 } },
    ]);
  });
});

describe('verdicts', () => {
  it('[R72] nothing is admitted where nothing was judged', () => {
    const [one] = judged(textOf('nothing-understood.log'));
    expect(one?.answer).toMatchObject({ verdict: 'unsupported', reason: { kind: 'nothing-judged', count: 50 } });
  });

  it('[R73] a line that may matter and cannot be read leaves it open, and is named', () => {
    const [one] = judged(textOf('unreadable-end-line.log'));
    expect(one?.answer).toMatchObject({
      verdict: 'incomplete',
      reason: { kind: 'unreadable-line', text: expect.stringContaining('EV 014') },
      extent: { unreadable: 1, matched: 12 },
    });
    expect(one?.line).toBe(14);
  });

  it('[R73] so does an end that is missing, but not what the harness remarks', () => {
    const lines = textOf('byte-order-mark.log').trimEnd().split('\n');
    const cut = judged(lines.slice(0, -1).join('\n'));
    expect(cut[0]?.answer).toMatchObject({ verdict: 'incomplete', at: null, reason: { kind: 'end-missing' } });
    const remarked = lines.toSpliced(5, 0, 'EV 099 +  6040ms harness   now the order service commits');
    expect(verdictsOf(remarked.join('\n'))).toEqual(['admitted']);
  });

  it('[R74] something outside the model is named: another group, another topic, plain sends, the RocksDB store', () => {
    const commit = textOf('byte-order-mark.log');
    const half = 'RMQ_SYS_TRANS_HALF_TOPIC q=0';
    const second = /^EV 005.*$/m.exec(commit)?.[0] ?? '';
    const with2 = (line: string): string => commit.replace(second, `${second}\n${line}`);
    const other = second.replace('EV 005', 'EV 006').replace('qOff=0 pOff=0', 'qOff=1 pOff=271');
    const reasons = [
      with2(other.replace('PGROUP=pg', 'PGROUP=other')),
      with2(other.replace('REAL_TOPIC=Orders', 'REAL_TOPIC=Payments')),
      with2(other.replace(half, 'Orders q=0').replace(', TRAN_MSG=true', '').replace('qOff=1', 'qOff=0')),
      commit.replaceAll('RMQ_SYS_TRANS_OP_HALF_TOPIC', 'RMQ_SYS_ROCKSDB_TRANS_OP_HALF_TOPIC'),
    ].map((text) => {
      const answer = judged(text)[0]?.answer;
      return answer?.verdict === 'unsupported' ? answer.reason.kind : answer;
    });
    expect(reasons).toEqual(['foreign-group', 'foreign-topic', 'plain-send', 'rocksdb-store']);
  });
});

describe('ordinary runs', () => {
  it.each([
    'real-topic-queue-2.json',
    'broker-in-use-offsets-from-1000.json',
    'check-answers-null.json',
    'second-instance-asked-first.json',
    'no-permission-three-attempts.json',
    'op-write-failed.json',
    'pass-breaks-off.json',
  ])('[R75] %s is admitted', (name) => expect(verdictsOf(textOf(name))).toEqual(['admitted']));

  it('[R76] each consumer group gets every message; the one that the model follows is named', () => {
    const [one] = judged(textOf('second-consumer-group.json'));
    expect(one?.answer).toMatchObject({
      verdict: 'admitted',
      extent: { followed: 'consumer', others: ['otherGroupConsumer'], setAside: { otherGroups: 1 } },
    });
  });

  it('[R77] a rebalance may deliver to a second instance of the group what the first one has', () => {
    const [delivery = ''] = /\{"what":"delivered"[^}]*\}/.exec(textOf('broker-in-use-offsets-from-1000.json')) ?? [];
    const grouped = (where: string): string =>
      delivery.replace('"where":"consumer"', `"where":"${where}","group":"cg"`);
    const text = textOf('broker-in-use-offsets-from-1000.json').replace(delivery, `${grouped('c1')},${grouped('c2')}`);
    expect(judged(text)[0]?.answer).toMatchObject({ verdict: 'admitted', extent: { setAside: { rebalanced: 1 } } });
  });

  it('[R78] what arrives unasked is a choice of somebody, whatever the harness says', () => {
    const log = readFileSync(join(import.meta.dirname, 'fixtures/rocketmq-4.9.8/commit-after-rollback.log'), 'utf8');
    expect(verdictsOf(log.replace('send endTransaction COMMIT after ROLLBACK', 'now send COMMIT'))).toEqual([
      'admitted',
    ]);
    expect(verdictsOf(log.replace(/^.*send endTransaction COMMIT after ROLLBACK\n/m, ''))).toEqual(['admitted']);
  });

  it('[R79] calls may be counted over all places, but each of them must have its number', () => {
    const at = (where: string, count: number): Observation => ({ what: 'executeBegun', where, count, timeMs: 0 });
    const wrong = (...observations: readonly Observation[]): readonly unknown[] =>
      observations.flatMap(countsOf(observations));
    expect(wrong(at('a', 1), at('b', 2), at('a', 3))).toEqual([]);
    expect(wrong(at('a', 1), at('b', 1), at('a', 2))).toEqual([]);
    expect(wrong(at('a', 1), at('b', 1), at('a', 3))).toEqual([{ field: 'count', came: 3, right: 2 }]);
    const log = readFileSync(join(import.meta.dirname, 'fixtures/rocketmq-4.9.8/unknown-forever.log'), 'utf8');
    expect(verdictsOf(log)).toEqual(['admitted']);
    expect(verdictsOf(log.replaceAll('checkLocalTransaction #2', 'checkLocalTransaction #4'))).toEqual(['rejected']);
  });

  it.each(['SYSTEM_BUSY', 'SERVICE_NOT_AVAILABLE', 'TOPIC_NOT_EXIST'])(
    '[R98] %s stores nothing, like any status with which a broker refuses',
    (status) => {
      const text = textOf('no-permission-three-attempts.json').replaceAll('NO_PERMISSION', status);
      expect(verdictsOf(text)).toEqual(['admitted']);
      expect(verdictsOf(text.replace('"what":"sendFailed"', '"what":"executeBegun"'))).toEqual(['rejected']);
    },
  );

  it('[R98] FLUSH_SLAVE_TIMEOUT has stored it: a send that then runs its local transaction is rejected', () => {
    const text = textOf('check-answers-null.json');
    expect(verdictsOf(text.replace('"status":"SEND_OK"', '"status":"FLUSH_SLAVE_TIMEOUT"'))).toEqual(['rejected']);
  });

  it('[R99] what happens in places outside `places` is hidden, and what is missing in the others is missing', () => {
    const whole = recordingOf('second-instance-asked-first.json');
    const kinds = [...new Set(whole.observations.map(({ what }) => what))];
    const callbacks = new Set(whole.observations.filter(({ what }) => what === 'checkBegun').map(({ where }) => where));
    const [asked = ''] = callbacks;
    const places = [...new Set(whole.observations.map(({ where }) => where))].filter((where) => where !== asked);
    const without = whole.observations.filter(({ where }) => where !== asked);
    const judge = (recorded: object, settings = {}): readonly string[] =>
      verdictsOf(
        JSON.stringify({ ...whole, settings: { ...whole.settings, ...settings }, recorded, observations: without }),
      );
    expect(judge({ kinds, places }, { producers: 2 })).toEqual(['admitted']);
    expect(judge({ kinds })).toEqual(['rejected']);
  });

  it('[R99] more producers than the model holds are named', () => {
    const text = textOf('real-topic-queue-2.json').replace('"settings":{', '"settings":{"producers":4,');
    expect(judged(text)[0]?.answer).toMatchObject({
      verdict: 'unsupported',
      reason: { kind: 'too-many-producers', count: 4, max: 3 },
    });
  });

  it('[R99] a `filtered` log leaves out other topics: cursors and gaps of the half topic are theirs', () => {
    const whole = recordingOf('broker-in-use-offsets-from-1000.json');
    const kinds = [...new Set(whole.observations.map(({ what }) => what))];
    const observations = whole.observations.map((one) => (one.what === 'cursors' ? { ...one, op: [3, 4] } : one));
    const judge = (recorded: object): Answer | undefined =>
      judged(JSON.stringify({ ...whole, recorded: { kinds, ...recorded }, observations }))[0]?.answer;
    expect(judge({})?.verdict).toBe('rejected');
    expect(judge({ filtered: true })).toMatchObject({ verdict: 'admitted', extent: { setAside: { otherTopics: 1 } } });
  });
});

describe('runs that cannot be', () => {
  it.each([
    ['op-with-another-tag.log', 12, { tags: 'd' }],
    ['overlapping-physical-offsets.log', 10, { physicalOffset: '≥ 271' }],
  ])('[R80] %s is rejected at line %i, where %o was expected', (name, line, fields) => {
    const [one] = judged(textOf(name));
    const seen = expect.objectContaining({ what: 'appended', fields: expect.objectContaining(fields) });
    expect(one?.answer).toMatchObject({ verdict: 'rejected', expected: expect.arrayContaining([seen]) });
    expect(one?.line).toBe(line);
  });
});

describe('what people have', () => {
  it('[R81] a transaction.log is recognised, read as a part of a run, and says which line would decide', () => {
    const [one] = judgedText(textOf('users-transaction.log'));
    if (one?.kind !== 'judged' || one.answer.verdict !== 'admitted') throw new Error(JSON.stringify(one));
    expect(one.source).toBe('transaction-log');
    expect(one.recording.observations.flatMap(({ what }) => (what === 'other' ? [] : [what]))).toEqual([
      'endReceived',
      'appended',
    ]);
    expect(one.answer.extent).toMatchObject({ matched: 2, hasGaps: true, orderMs: 1_150 });
    expect(one.answer.deciding.map(({ line, verdict }) => [line.what, line.fields['state'], verdict])).toContainEqual([
      'endReceived',
      'COMMIT',
      'late',
    ]);
  });

  it('[R82] so are message traces', () => {
    const [one] = judgedText(textOf('users-trace.json'));
    if (one?.kind !== 'judged' || one.answer.verdict !== 'admitted') throw new Error(JSON.stringify(one));
    expect(one.source).toBe('message-trace');
    expect(one.recording.observations.map(({ what }) => what)).toEqual([
      'sendBegun',
      'sendAnswered',
      'executeBegun',
      'checkEnded',
    ]);
    expect(one.answer.deciding.length).toBeGreaterThan(0);
    const wrapped = JSON.stringify({ status: 0, data: { messageTraceViews: JSON.parse(textOf('users-trace.json')) } });
    expect(verdictsOf(wrapped)).toEqual(['admitted']);
  });

  it('[R83] so is what mqadmin prints of stored messages', () => {
    const [one] = judgedText(STORED);
    if (one?.kind !== 'judged') throw new Error(JSON.stringify(one));
    expect(one).toMatchObject({ source: 'stored-messages', answer: { verdict: 'admitted', extent: { matched: 2 } } });
    const op = judgedText(STORED.replace('System Flag:         8', 'System Flag:         0'));
    expect(op).toMatchObject([{ answer: { verdict: 'rejected', at: 1 } }]);
  });

  it('[R84] a broker.log shows who came and went', () => {
    const [one] = judgedText(BROKER);
    expect(one).toMatchObject({ source: 'broker-log', lines: [2, 3] });
    if (one?.kind !== 'judged') throw new Error(JSON.stringify(one));
    expect(one.recording.observations).toMatchObject([
      { what: 'started', process: '10.0.0.1@77', timeMs: 0 },
      { what: 'stopped', process: '10.0.0.1@77', timeMs: 60_000 },
    ]);
    expect(one.answer.extent).toMatchObject({ hasGaps: true });
  });

  it('[R100] a JSON text tells the line of what does not fit', () => {
    const whole = recordingOf('pass-breaks-off.json');
    const wrong = {
      ...whole,
      observations: whole.observations.map((one, index) => (index === 9 ? { ...one, offset: 7 } : one)),
    };
    const text = JSON.stringify(wrong, null, 1);
    const [one] = judged(text);
    const [before = ''] = text.split('"offset": 7');
    expect(one?.answer).toMatchObject({ verdict: 'rejected', at: 9 });
    const opened = before.lastIndexOf('{');
    expect(one?.line).toBe(text.slice(0, opened).split('\n').length);
    expect(judged(JSON.stringify(wrong))[0]?.line).toBeNull();
  });
});

const STORED = [
  ['RMQ_SYS_TRANS_HALF_TOPIC', 40, 9_000, '40,123', 0],
  ['Orders', 7, 9_300, '41,001', 8],
]
  .map(
    ([topic, offset, physical, time, flag]) => `OffsetID:            0A00000200002A9F0000000000002328
Topic:               ${topic}
Tags:                [TagA]
Keys:                [order-1]
Queue ID:            0
Queue Offset:        ${offset}
CommitLog Offset:    ${physical}
Reconsume Times:     0
Born Timestamp:      2024-03-05 10:20:40,100
Store Timestamp:     2024-03-05 10:20:${time}
Born Host:           10.0.0.1:54001
Store Host:          10.0.0.2:10911
System Flag:         ${flag}
Properties:          {KEYS=order-1, TRAN_MSG=true, UNIQ_KEY=0A0000010001AAAA0001, PGROUP=pg, REAL_QID=0, REAL_TOPIC=Orders}
Message Body Path:   /tmp/rocketmq/msgbodys/0A0000010001AAAA0001
`,
  )
  .join('\n');

const BROKER = `2024-03-05 10:20:07 INFO main - The broker[b, 10.0.0.2:10911] boot success. serializeType=JSON
2024-03-05 10:20:20 INFO ClientManageThread_1 - new producer connected, group: pg channel: ClientChannelInfo [channel=[id: 0x1], clientId=10.0.0.1@77, language=JAVA, version=409, lastUpdateTimestamp=1]
2024-03-05 10:21:20 INFO NettyEventExecutor - NETTY EVENT: remove channel[ClientChannelInfo [channel=[id: 0x1], clientId=10.0.0.1@77, language=JAVA, version=409, lastUpdateTimestamp=1]][10.0.0.1:54001] from ProducerManager groupChannelTable, producer group: pg
`;
