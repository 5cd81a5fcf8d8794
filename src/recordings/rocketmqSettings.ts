/** What a raw log shows of the settings of its run; the rest is what RocketMQ does by default. */
import type { RecordingSettings } from './observation.ts';
import { HEADER, type LogLine } from './rocketmqLine.ts';
import { readProperties } from './rocketmqProperties.ts';

export function scenarioIn(lines: readonly LogLine[]): string | undefined {
  return lines.map(({ text }) => HEADER.exec(text)?.groups?.['scenario']).find((name) => name !== undefined);
}

export function settingsIn(lines: readonly LogLine[]): RecordingSettings {
  const properties = propertiesOf(lines);
  return {
    version: isBatching(lines, properties) ? '5.x' : '4.9',
    transactionTimeOutMs: numberIn(firstMatch(lines, /\btransactionTimeOut=(\d+)/)),
    transactionCheckIntervalMs: numberIn(firstMatch(lines, /\btransactionCheckInterval=(\d+)/)),
    transactionCheckMax: numberIn(firstMatch(lines, /\btransactionCheckMax=(\d+)/)) ?? 15,
    checkImmunityMs: numberIn(properties.get('CHECK_IMMUNITY_TIME_IN_SECONDS'), 1_000),
    sendRetries: 2,
    reconsumeMax: numberIn(firstMatch(lines, /^<- CONSUMER_SEND_MSG_BACK \{maxReconsumeTimes=(\d+)/)) ?? 16,
    topic: properties.get('REAL_TOPIC') ?? 'Orders',
    producerGroup: properties.get('PGROUP'),
    consumerGroup: firstMatch(lines, /^<- CONSUMER_SEND_MSG_BACK \{.*\bgroup=(\w+)/),
  };
}

/** The properties of all half messages, the first value of each. */
function propertiesOf(lines: readonly LogLine[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { text } of lines) {
    const props = / topic=RMQ_SYS_TRANS_HALF_TOPIC .* props=\{(.*)$/.exec(text)?.[1];
    if (props === undefined) continue;
    for (const [name, value] of readProperties(props).values) if (!values.has(name)) values.set(name, value);
  }
  return values;
}

/** 5.1 and later: the broker names the transaction itself, and op messages end every offset with a comma. */
function isBatching(lines: readonly LogLine[], properties: ReadonlyMap<string, string>): boolean {
  const opBody = firstMatch(lines, / topic=RMQ_SYS_TRANS_OP_HALF_TOPIC .* body=(\S*) /);
  return properties.has('__transactionId__') || opBody?.endsWith(',') === true;
}

function firstMatch(lines: readonly LogLine[], pattern: RegExp): string | undefined {
  return lines.map(({ text }) => pattern.exec(text)?.[1]).find((value) => value !== undefined);
}

function numberIn(text: string | undefined, unit = 1): number | undefined {
  return text === undefined ? undefined : Number(text) * unit;
}
