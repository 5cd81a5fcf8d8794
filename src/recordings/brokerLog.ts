/**
 * `transaction.log` and `broker.log` of a broker (`EndTransactionProcessor`, `TransactionalMessageServiceImpl`,
 * `DefaultTransactionalMessageCheckListener`, `ProducerManager`): one line in a hundred says something of a transaction.
 */
import * as v from 'valibot';
import { DISCARD_TOPIC, HALF_TOPIC } from './names.ts';
import { ObservationSchema, type Observation, type ObservationKind } from './observation.ts';
import { partialRecording, stateIn, timeOf, type Noticed } from './partial.ts';
import type { Located } from './rocketmqLog.ts';

const LINE =
  /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[.,]\d{3})?) (?<level>TRACE|DEBUG|INFO|WARN|ERROR) (?<thread>.+?) - (?<text>.*)$/;
const LINES_LOOKED_AT = 50;
/** The shipped logging configuration writes whole seconds. */
const SECOND_MS = 1_000;

type BrokerLogKind = 'transaction-log' | 'broker-log';

/** Which of the two it is; null for neither. */
export function brokerLogKind(text: string): BrokerLogKind | null {
  const lines = text.split('\n', LINES_LOOKED_AT);
  if (!lines.some((line) => LINE.test(line))) return null;
  return TRANSACTION.test(text) ? 'transaction-log' : 'broker-log';
}

const TRANSACTION =
  /transaction check service thread|check prepare message|EndTransactionRequestHeader|Check transaction\.|Send check message/;

/** What such a log can show at all. */
const KINDS: { readonly [kind in BrokerLogKind]: readonly ObservationKind[] } = {
  'transaction-log': ['endReceived', 'appended', 'stopped', 'started', 'other'],
  'broker-log': ['stopped', 'started', 'other'],
};

export function readBrokerLog(text: string, kind: BrokerLogKind): Located {
  const noticed: Noticed[] = [];
  let transaction: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const groups = LINE.exec(line)?.groups;
    if (groups === undefined) continue;
    const { time = '', text: said = '' } = groups;
    transaction = /UNIQ_KEY=(\w+)/.exec(said)?.[1] ?? transaction;
    const seen = { atMs: timeOf(time), line: index + 1 };
    for (const one of observationsIn(said, transaction, noticed.length === 0)) {
      const parsed = v.safeParse(ObservationSchema, { timeMs: 0, where: 'broker', ...one });
      if (parsed.success) noticed.push({ ...seen, observation: parsed.output });
    }
  }
  return partialRecording(noticed, {
    name: kind === 'transaction-log' ? 'transaction.log' : 'broker.log',
    version: /Check transaction\. real_topic=|putInQueueCount=/.test(text) ? '5.x' : '4.9',
    kinds: KINDS[kind],
    resolutionMs: SECOND_MS,
  });
}

type Candidate = { readonly what: Observation['what']; readonly [field: string]: unknown };

/** What a line says; a line that says nothing of a transaction is a remark. */
function observationsIn(text: string, transaction: string | undefined, isFirst: boolean): readonly Candidate[] {
  if (text.includes('EndTransactionRequestHeader') && ENDED.test(text)) return [endReceived(text)];
  const copy = COPY.exec(text)?.groups;
  if (copy !== undefined) {
    const { key, offset, physical, topic } = copy;
    const place = { topic: HALF_TOPIC, queue: 0, offset: Number(offset), physicalOffset: Number(physical) };
    return [{ what: 'appended', where: 'commitlog', ...place, transaction: key, realTopic: topic }];
  }
  if (DISCARDED.test(text))
    return [{ what: 'appended', where: 'commitlog', topic: DISCARD_TOPIC, queue: 0, offset: 0, transaction }];
  if (STARTED.test(text)) {
    const process = 'broker';
    return isFirst
      ? []
      : ([
          { what: 'stopped', process },
          { what: 'started', process },
        ] as const);
  }
  const producer = PRODUCER.exec(text)?.groups;
  if (producer !== undefined)
    return [{ what: producer['left'] === undefined ? 'started' : 'stopped', process: producer['id'] }];
  return [
    {
      what: 'other',
      kind: `broker ${
        text
          .split(/[^A-Za-z ]/, 1)[0]
          ?.trim()
          .slice(0, KIND_MAX) ?? ''
      }`,
    },
  ];
}

const KIND_MAX = 60;
const ENDED = /pending status|commit the message|rollback the message/;
/** 5.x, and before. */
const COPY =
  /^(?:Check transaction\. real_topic=(?<topic>[^,]*),uniqKey=(?<key>[^,]*),offset=(?<offset>\d+),commitLogOffset=(?<physical>\d+)|Send check message, the offset=\d+ restored in queueOffset=(?<offset>\d+) commitLogOffset=(?<physical>\d+) newMsgId=\S+ realMsgId=(?<key>\S+))/;
const DISCARDED = /^Put checked-too-many-time half message to TRANS_CHECK_MAXTIME_TOPIC OK/;
const STARTED = /^(?:Start transaction check service thread!|The broker\[.*\] boot success)/;
const PRODUCER =
  /^(?:new producer connected, group: .*|NETTY EVENT: (?<left>remove channel).*)clientId=(?<id>[^,\]]+).*$/;

function endReceived(text: string): Candidate {
  const field = (name: string): string => new RegExp(`\\b${name}='?([^',}]*)`).exec(text)?.[1] ?? '';
  return {
    what: 'endReceived',
    halfOffset: Number(field('tranStateTableOffset')),
    halfPhysicalOffset: Number(field('commitLogOffset')),
    state: stateIn(field('commitOrRollback')),
    fromCheck: field('fromTransactionCheck') === 'true',
    group: field('producerGroup'),
    transaction: field('msgId') === '' ? undefined : field('msgId'),
  };
}
