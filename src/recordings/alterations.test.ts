/** Recordings of what did not happen: each is rejected at the observation where it parts from anything that can happen. */
import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';
import { another, changed, copied, shifted, swapped, without, type Alteration } from './alterations.testing.ts';
import type { Recording } from './observation.ts';
import { shippedRecordings } from './shipped.ts';

type Case = readonly [what: string, alteration: Alteration, at: number];

const CASES: { readonly [id: string]: readonly Case[] } = {
  '4.9.8-commit': [
    ['a delivery is invented', copied(11, 12, { count: 2 }), 12],
    ['a delivery is missing', without(11), 11],
    ['a delivery comes before its message was stored', changed(11, { timeMs: 1_500 }), 11],
    ['a delivery of another offset', changed(11, { offset: 1 }), 11],
    ['a delivery of another transaction', changed(11, { transaction: '00000000' }), 11],
    ['the op comes before its message', swapped(7, 8), 7],
    ['the op is missing', without(8), 11],
    ['the op names another offset', changed(8, { body: '1' }), 8],
    ['the op has the comma of another version', changed(8, { body: '0,' }), 8],
    ['the op comes seconds late', changed(8, { timeMs: 6_000 }), 8],
    ['the message goes to another topic', changed(7, { topic: 'Payments' }), 7],
    ['the message is put for another half message', changed(7, { halfPhysicalOffset: 271 }), 7],
    ['the message has been checked without a check', changed(7, { checkTimes: 1 }), 7],
    ['nobody sent the COMMIT', without(4, 5, 6, 9, 10), 4],
    ['the COMMIT never reached the broker', without(6), 6],
    ['the half message has a gap before it', changed(2, { offset: 1 }), 2],
    ['the half message is visible at once', changed(2, { topic: 'Orders' }), 2],
    ['the half message was already checked', changed(2, { checkTimes: 1 }), 2],
    ['the local transaction begins before the half message is stored', changed(4, { timeMs: 100 }), 4],
    ['the listener said ROLLBACK', changed(5, { state: 'ROLLBACK' }), 6],
    ['the caller got UNKNOW', changed(10, { state: 'UNKNOW' }), 10],
    ['the broker refused the COMMIT', changed(9, { code: 1 }), 9],
    ['a check without a copy', copied(4, 11, { what: 'checkBegun', halfOffset: 0, count: 1 }), 11],
    [
      'a discard of a delivered message',
      copied(2, 12, { topic: 'TRANS_CHECK_MAX_TIME_TOPIC', physicalOffset: 900 }),
      12,
    ],
    ['the cursors stood still', changed(12, { half: [-1, 1], op: [-1, 1] }), 12],
    ['the log goes backwards', changed(8, { physicalOffset: 10 }), 8],
    ['a message lies inside of the one before it', changed(7, { physicalOffset: 270 }), 7],
    ['the op has another tag', changed(8, { tags: 'x' }), 8],
    ['the half message has the flags of a real one', changed(2, { sysFlag: 8 }), 2],
    ['the real message is not flagged as committed', changed(7, { sysFlag: 0 }), 7],
    ['the op is flagged as rolled back', changed(8, { sysFlag: 12 }), 8],
    ['the real message has another group', changed(7, { group: 'other' }), 7],
    ['the real message lies in a queue that nobody chose', changed(7, { queue: 2, realQueue: 2 }), 7],
    ['4.9 names a transaction id', changed(10, { transactionId: 'E6AF0000' }), 10],
    ['another group gets what was never stored', copied(11, 12, { group: 'other', where: 'other', offset: 3 }), 12],
    ['the numbers of the calls do not count from 1', changed(11, { count: 2 }), 11],
    ['offsets begin anew in one queue of many', changed(8, { offset: 1_000 }), 8],
  ],
  '4.9.8-rollback': [
    ['a message that was rolled back is stored', copied(8, 8, { topic: 'Orders', body: 'rollback', checkTimes: 0 }), 8],
    [
      'a message that was rolled back is delivered',
      copied(8, 10, { what: 'delivered', topic: 'Orders', where: 'consumer' }),
      10,
    ],
    ['the request said COMMIT', changed(7, { state: 'COMMIT' }), 7],
    ['the op of a ROLLBACK is missing', without(8), 9],
  ],
  '4.9.8-end-lost': [
    ['the check comes before transactionTimeOut', shifted(8, -2_000), 8],
    ['the check comes seconds late', shifted(8, 4_000), 8],
    ['the check reaches nobody, and is answered', without(9), 9],
    ['the answer names the original', changed(11, { halfOffset: 0, halfPhysicalOffset: 0 }), 11],
    ['the answer is COMMIT although the listener said ROLLBACK', changed(10, { state: 'ROLLBACK' }), 11],
    ['the message forgets its check', changed(12, { checkTimes: 0 }), 12],
    ['the op names the original', changed(13, { body: '0' }), 13],
    ['the copy has no count', changed(8, { checkTimes: 0 }), 8],
    ['the copy is an immunity copy', changed(8, { preparedOffset: 0 }), 8],
  ],
  '4.9.8-unknown-forever': [
    ['a copy of a check is missing', without(15), 15],
    ['a copy and everything about its check are missing', without(15, 16, 17, 18, 19, 20), 15],
    ['one check too many', copied(21, 27, { offset: 4, physicalOffset: 1_178, checkTimes: 4 }), 27],
    ['a discard too early', copied(27, 20, { physicalOffset: 800 }), 20],
    ['no discard', without(27), 27],
    [
      'the discarded message is delivered',
      copied(27, 28, { what: 'delivered', topic: 'Orders', where: 'consumer' }),
      28,
    ],
    ['a wrong count of checks', changed(15, { checkTimes: 3 }), 15],
    ['a wrong count at the producer', changed(16, { checkTimes: 1 }), 16],
    [
      'UNKNOW writes an op',
      copied(15, 14, { topic: 'RMQ_SYS_TRANS_OP_HALF_TOPIC', offset: 0, body: '1', physicalOffset: 560 }),
      14,
    ],
    ['UNKNOW is answered like a COMMIT', changed(19, { code: 0 }), 19],
    ['a look at the cursors shows too much', changed(20, { half: [3, 3] }), 20],
    ['two passes within an interval', shifted(15, -1_500), 15],
    ['two passes a twentieth of an interval too close', shifted(15, -100), 15],
  ],
  '4.9.8-group-down': [
    [
      'somebody answers for a group that is gone',
      copied(3, 11, { what: 'endReceived', halfOffset: 1, state: 'COMMIT', fromCheck: true }),
      11,
    ],
    [
      'the group is asked although it is gone',
      copied(4, 11, { what: 'checkBegun', halfOffset: 1, count: 1, checkTimes: 1 }),
      11,
    ],
  ],
  '4.9.8-slow-local-tx': [
    ['the late COMMIT settles the copies too: no third check', without(22, 23, 24, 25, 26, 27, 28, 29), 22],
    ['the second delivery keeps the first one’s offset', changed(29, { offset: 0 }), 29],
    ['the late COMMIT is put for the newest copy', changed(18, { halfPhysicalOffset: 564 }), 18],
  ],
  '4.9.8-orphan-half-after-retry': [
    ['a second half message without a lost reply', without(4), 4],
    ['the request settles the orphan', changed(10, { halfOffset: 0, halfPhysicalOffset: 0 }), 10],
  ],
  '4.9.8-consumer-retry': [
    ['the wrong delay level', changed(13, { queue: 3 }), 13],
    ['redelivered at once', shifted(14, -900), 14],
    ['the count of redeliveries stands still', changed(15, { reconsumeTimes: 0 }), 15],
    ['redelivered without a send-back', without(16, 17), 16],
  ],
  '4.9.8-immunity-too-long': [['the silent copy names no original', changed(9, { preparedOffset: null }), 9]],
  '5.3.3-batch': [
    ['the op names an offset that is not accepted yet', changed(53, { body: '0,1,2,3,4,' }), 53],
    ['the op leaves an offset out', changed(53, { body: '0,1,3,' }), 53],
    ['each offset has its op, as in 4.9', changed(53, { body: '0' }), 53],
    ['the second op is missing', without(67), 67],
    ['a COMMIT is doubled by nobody', copied(54, 62, { offset: 5, physicalOffset: 3_400 }), 62],
  ],
  '5.3.3-defaultop-crash': [
    ['the op survives the crash', copied(43, 14, { body: '0,', physicalOffset: 600 }), 14],
    ['a pass of the broker that came back makes no copy', without(14), 14],
  ],
};

const cases = Object.entries(CASES).flatMap(([id, list]) => list.map((one) => [id, ...one] as const));

/** Another value would have been possible there; what it leads to is not, and is seen only later. */
const LATER: { readonly [id: string]: { readonly [field: string]: number } } = {
  '4.9.8-end-lost': { '2 realQueue': 8, '0 body': 2, '3 status': 4, '5 state': 7, '10 state': 11 },
  '4.9.8-consumer-retry': { '2 realQueue': 7, '0 body': 2, '3 status': 4, '5 state': 6 },
};

describe('altered recordings', () => {
  it('[R54] are at least fifty', () => {
    expect(cases.length).toBeGreaterThanOrEqual(50);
  });

  it.each(cases)('[R55] %s is rejected when %s', async (id, _, alteration, at) => {
    expect(judged(await shipped(id), alteration)).toEqual({ verdict: 'rejected', at });
  });
});

describe('every value that was recorded', () => {
  it.each(Object.entries(LATER))('[R56] is compared: in %s another one is rejected there', async (id, later) => {
    const recording = await shipped(id);
    const fields = recording.observations.flatMap((observation, index) =>
      Object.entries(observation)
        .filter(([field, value]) => !NOT_COMPARED.includes(field) && value !== undefined)
        .map(([field, value]) => ({ index, field, value })),
    );
    expect(fields.length).toBeGreaterThan(50);
    const wrong = fields.flatMap(({ index, field, value }) => {
      const { verdict, at } = judged(recording, changed(index, { [field]: another(value) }));
      const expected = later[`${index} ${field}`] ?? index;
      const isForeign = FOREIGN.includes(field) && recording.observations[index]?.what === 'appended';
      const isRight = verdict === 'rejected' || (isForeign && verdict === 'unsupported');
      return isRight && at === expected ? [] : [`${index} ${field}: ${verdict} at ${at}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** Names, times, a place in the log which other places refer to, and what has many right values (see the cases above). */
const NOT_COMPARED = ['what', 'where', 'timeMs', 'physicalOffset', 'size', 'sysFlag'];
/** Another group or topic of a half message is outside the model. */
const FOREIGN = ['group', 'realTopic'];

function judged(recording: Recording, alteration: Alteration) {
  const answer = admit({ ...recording, observations: [...alteration(recording.observations)] });
  return { verdict: answer.verdict, at: 'at' in answer ? answer.at : null };
}

async function shipped(id: string): Promise<Recording> {
  const recording = await shippedRecordings.find((one) => one.id === id)?.load();
  if (recording === undefined) throw new Error(`Expected a shipped recording; got ${id}.`);
  return recording;
}
