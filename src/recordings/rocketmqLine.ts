/** One line of a raw RocketMQ log as observations. */
import * as v from 'valibot';
import { ObservationSchema, type Observation } from './observation.ts';
import { propertiesIn, tailOf } from './rocketmqProperties.ts';

export interface LogLine {
  readonly timeMs: number;
  readonly where: string;
  readonly text: string;
}

/** The first line: the scenario and its timers. */
export const HEADER = /^scenario=(?<scenario>\S+) (?<timers>.*)$/;

/** What a line says; a line that no rule knows is an observation of its own kind, not nothing. */
export function observationsOf({ timeMs, where, text }: LogLine): readonly Observation[] {
  const seen = { timeMs, where };
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const said = read(match.groups ?? {}).map((one) => v.safeParse(ObservationSchema, { ...seen, ...one }));
    if (said.every((one) => one.success)) return said.map((one) => one.output);
  }
  return [{ what: 'other', ...seen, kind: kindOf(where, text), text: text.slice(0, TEXT_MAX) }];
}

const TEXT_MAX = 200;
const WORDS_MAX = 3;

/** Lines that differ only in their values are of one kind. */
function kindOf(where: string, text: string): string {
  const words = text.split(/\s+/).filter((word) => /^[A-Za-z][A-Za-z-]{0,30}$/.test(word));
  return [where, ...words.slice(0, WORDS_MAX)].join(' ');
}

type Groups = { readonly [name: string]: string | undefined };
/** What a line means, still to be checked against the format. */
type Candidate = { readonly what: Observation['what']; readonly [field: string]: unknown };
type Rule = readonly [pattern: RegExp, read: (groups: Groups) => readonly Candidate[]];

const RULES: readonly Rule[] = [
  [/^sendMessageInTransaction\((?<body>.*)\) \.\.\.$/, ({ body }) => [{ what: 'sendBegun', body }]],
  [
    /^sendMessageInTransaction returned sendStatus=(?<status>\w+) localState=(?<state>\w+) queueOffset=(?<offset>\d+) .*msgId=(?<id>\w+)/,
    ({ status, state, offset, id }) => [
      { what: 'sendReturned', status, state: stateOf(state), halfOffset: Number(offset), transaction: tailOf(id) },
    ],
  ],
  [/^executeLocalTransaction #(?<n>\d+) start/, ({ n }) => [{ what: 'executeBegun', count: Number(n) }]],
  [
    /^executeLocalTransaction #(?<n>\d+) returns (?<state>\w+)/,
    ({ n, state }) => [{ what: 'executeEnded', count: Number(n), state: stateOf(state) }],
  ],
  [
    /^executeLocalTransaction #(?<n>\d+) throws/,
    ({ n }) => [{ what: 'executeEnded', count: Number(n), state: 'throws' }],
  ],
  [
    /^checkLocalTransaction #(?<n>\d+) start .*topic=(?<topic>\S+) qOff=(?<offset>\d+) pOff=(?<physical>\d+) CHECK_TIMES=(?<times>\d+)$/,
    ({ n, topic, offset, physical, times }) => [
      {
        what: 'checkBegun',
        count: Number(n),
        topic,
        halfOffset: Number(offset),
        halfPhysicalOffset: Number(physical),
        checkTimes: Number(times),
      },
    ],
  ],
  [
    /^checkLocalTransaction #(?<n>\d+) returns (?<state>\w+)/,
    ({ n, state }) => [{ what: 'checkEnded', count: Number(n), state: stateOf(state) }],
  ],
  [/^local transaction ROLLED BACK$/, () => [{ what: 'databaseEnded', state: 'ROLLBACK' }]],
  [/^local transaction COMMITTED$/, () => [{ what: 'databaseEnded', state: 'COMMIT' }]],
  [/^<- SEND_MESSAGE$/, () => [{ what: 'sendReceived' }]],
  [/^SEND resp code=(?<code>\d+)/, ({ code }) => [{ what: 'sendAnswered', status: SEND_CODES[Number(code)] }]],
  [
    /^<- END_TRANSACTION tsOff=(?<offset>\d+) clOff=(?<physical>\d+) state=(?<state>\w+) fromCheck=(?<check>true|false)/,
    ({ offset, physical, state, check }) => [
      {
        what: 'endReceived',
        halfOffset: Number(offset),
        halfPhysicalOffset: Number(physical),
        state: stateOf(state),
        fromCheck: check === 'true',
      },
    ],
  ],
  [
    /^END_TRANSACTION done code=(?<code>null|\d+)/,
    ({ code }) => [{ what: 'endAnswered', code: code === 'null' ? null : Number(code) }],
  ],
  [
    /^append storeT=\+(?<time>\d+) topic=(?<topic>\S+) q=(?<queue>\d+) qOff=(?<offset>\d+) pOff=(?<physical>\d+) .*?reconsume=(?<reconsume>\d+) ptOff=(?<half>\d+) body=(?<body>.*?) props=\{(?<props>.*)$/,
    ({ time, topic, queue, offset, physical, reconsume, half, body, props = '' }) => {
      const { transaction, checkTimes, preparedOffset, isReal } = propertiesIn(topic, props);
      return [
        {
          what: 'appended',
          timeMs: Number(time), // the line is printed later
          topic,
          queue: Number(queue),
          offset: Number(offset),
          physicalOffset: Number(physical),
          transaction,
          body,
          checkTimes,
          preparedOffset,
          ...(isReal ? { halfPhysicalOffset: Number(half) } : {}),
          reconsumeTimes: Number(reconsume),
        },
      ];
    },
  ],
  [
    /^delivery #(?<n>\d+) topic=(?<topic>\S+)(?: qOff=(?<offset>\d+))?(?: uniqKeyTail=(?<key>\w+))? reconsumeTimes=(?<reconsume>\d+)(?: msgIdTail=(?<id>\w+))?(?: body=(?<body>.*?))? props=\{(?<props>.*)$/,
    ({ n, topic, offset, key, reconsume, id, body, props = '' }) => [
      {
        what: 'delivered',
        count: Number(n),
        topic,
        offset: offset === undefined ? undefined : Number(offset),
        transaction: key ?? id,
        body,
        checkTimes: propertiesIn(topic, props).checkTimes,
        reconsumeTimes: Number(reconsume),
      },
    ],
  ],
  [
    /^<- CONSUMER_SEND_MSG_BACK \{.*\boffset=(?<physical>\d+).*originMsgId=(?<id>\w+)/,
    ({ physical, id }) => [{ what: 'sentBack', physicalOffset: Number(physical), transaction: tailOf(id) }],
  ],
  [
    /^(?<end>END )?(?:up )?half\.consumed=(?<half>-?\d+)\/(?<halves>\d+) op\.consumed=(?<op>-?\d+)\/(?<ops>\d+) discard=(?<discards>\d+)$/,
    ({ end, half, halves, op, ops, discards }) => [
      {
        what: 'cursors',
        half: [Number(half), Number(halves)],
        op: [Number(op), Number(ops)],
        discarded: Number(discards),
      },
      ...(end === undefined ? [] : [{ what: 'ended' as const }]),
    ],
  ],
  [/^x +endTransaction LOST/, () => [{ what: 'lost', message: 'endTransaction' }]],
  [/^x +connection breaks before the half-message response/, () => [{ what: 'lost', message: 'sendResult' }]],
  [/^(?:replay the same|send) endTransaction (?<state>\w+)/, ({ state }) => [{ what: 'endSent', state }]],
  [/^whole producer group down$/, () => [{ what: 'stopped', process: 'prodA' }]],
  [
    /^prodA gone; prodB of same group started/,
    () => [
      { what: 'stopped', process: 'prodA' },
      { what: 'started', process: 'prodB' },
    ],
  ],
  [/^exit$/, () => [{ what: 'ended' }]],
];

/** The listener's and the request's spellings of one state. */
function stateOf(text: string | undefined): string | undefined {
  if (text === 'NOT_TYPE') return 'UNKNOW';
  return text?.replace(/_MESSAGE$/, '');
}

/** Response codes of SEND_MESSAGE: what stands behind each in `SendMessageProcessor`. */
const SEND_CODES: { readonly [code: number]: string } = {
  0: 'SEND_OK',
  10: 'FLUSH_DISK_TIMEOUT',
  11: 'SLAVE_NOT_AVAILABLE',
  12: 'FLUSH_SLAVE_TIMEOUT',
  16: 'NO_PERMISSION',
};
