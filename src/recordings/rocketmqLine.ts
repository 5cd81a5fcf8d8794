/** One line of a raw RocketMQ log as observations. */
import * as v from 'valibot';
import { ObservationSchema, type Observation } from './observation.ts';
import { propertiesIn, tailOf } from './rocketmqProperties.ts';

export interface LogLine {
  readonly timeMs: number;
  readonly where: string;
  readonly text: string;
  /** Which line of the text it is, from 1. */
  readonly line: number;
}

/** The first line: the scenario and its timers. */
export const HEADER = /^scenario=(?<scenario>\S+) (?<timers>.*)$/;

/** What a line says; a line that no rule knows is an observation of its own kind, not nothing. */
export function observationsOf({ timeMs, where, text }: Omit<LogLine, 'line'>): readonly Observation[] {
  const seen = { timeMs, where };
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const said = read(match.groups ?? {}).map((one) => v.safeParse(ObservationSchema, { ...seen, ...one }));
    if (said.every((one) => one.success)) return said.map((one) => one.output);
  }
  return [unread(seen, kindOf(where, text), text)];
}

/** What nobody could read; a remark of the program that drives the run tells of nothing that happened. */
export function unread(
  { timeMs, where }: Pick<LogLine, 'timeMs' | 'where'>,
  kind: string,
  text: string,
): Extract<Observation, { readonly what: 'other' }> {
  const said = { what: 'other', timeMs, where, kind, text: text.slice(0, TEXT_MAX) } as const;
  return where === REMARKS ? said : { ...said, mayMatter: true };
}

const REMARKS = 'harness';

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
    /^sendMessageInTransaction returned sendStatus=(?<status>\w+) localState=(?<state>\w+) queueOffset=(?<offset>\d+) .*msgId=(?<id>\w+)(?: transactionId=(?<transaction>\w+))?/,
    ({ status, state, offset, id, transaction }) => [
      {
        what: 'sendReturned',
        status,
        state: stateOf(state),
        halfOffset: Number(offset),
        transaction: tailOf(id),
        transactionId: transaction === 'null' ? null : tailOf(transaction),
      },
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
    ({ n, state }) => [{ what: 'checkEnded', count: Number(n), state: state === 'null' ? null : stateOf(state) }],
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
    /^append storeT=\+(?<time>\d+) topic=(?<topic>\S+) q=(?<queue>\d+) qOff=(?<offset>\d+) pOff=(?<physical>\d+) (?:size=(?<size>\d+) )?(?:sysFlag=(?<flag>\d+) )?.*?reconsume=(?<reconsume>\d+) ptOff=(?<half>\d+) body=(?<body>.*?) props=\{(?<props>.*)$/,
    ({ time, topic, queue, offset, physical, size, flag, reconsume, half, body, props = '' }) => {
      const { isReal, ...properties } = propertiesIn(topic, props);
      return [
        {
          what: 'appended',
          timeMs: Number(time), // the line is printed later
          topic,
          queue: Number(queue),
          offset: Number(offset),
          physicalOffset: Number(physical),
          body,
          ...properties,
          size: numberIn(size),
          sysFlag: numberIn(flag),
          ...(isReal ? { halfPhysicalOffset: Number(half) } : {}),
          reconsumeTimes: Number(reconsume),
        },
      ];
    },
  ],
  [
    /^delivery #(?<n>\d+) topic=(?<topic>\S+)(?: q=(?<queue>\d+))?(?: qOff=(?<offset>\d+))?(?: uniqKeyTail=(?<key>\w+))? reconsumeTimes=(?<reconsume>\d+)(?: msgIdTail=(?<id>\w+))?(?: body=(?<body>.*?))? props=\{(?<props>.*)$/,
    ({ n, topic, queue, offset, key, reconsume, id, body, props = '' }) => [
      {
        what: 'delivered',
        count: Number(n),
        topic,
        queue: numberIn(queue),
        offset: numberIn(offset),
        transaction: key ?? id,
        body,
        checkTimes: propertiesIn(topic, props).checkTimes,
        reconsumeTimes: Number(reconsume),
      },
    ],
  ],
  [
    /^<- CONSUMER_SEND_MSG_BACK \{(?=(?:.*\bgroup=(?<group>[^,}\s]+))?).*\boffset=(?<physical>\d+).*originMsgId=(?<id>\w+)/,
    ({ physical, id, group }) => [
      { what: 'sentBack', physicalOffset: Number(physical), transaction: tailOf(id), group },
    ],
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

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** Response codes of SEND_MESSAGE: what stands behind each in `SendMessageProcessor`. */
const SEND_CODES: { readonly [code: number]: string } = {
  0: 'SEND_OK',
  1: 'SYSTEM_ERROR',
  2: 'SYSTEM_BUSY',
  10: 'FLUSH_DISK_TIMEOUT',
  11: 'SLAVE_NOT_AVAILABLE',
  12: 'FLUSH_SLAVE_TIMEOUT',
  13: 'MESSAGE_ILLEGAL',
  14: 'SERVICE_NOT_AVAILABLE',
  16: 'NO_PERMISSION',
  17: 'TOPIC_NOT_EXIST',
};
