/** What an administrator asks of a broker, and changes. */
import { asked, fieldOf, jsonIn, objectOr } from './asked.ts';
import { REQUEST } from './codes.ts';
import { LiveError, type Connection } from './connection.ts';
import type { QueuePlace } from './reading.ts';
import type { Properties } from './stored.ts';

export async function runtimeInfo(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const table = fieldOf(jsonIn(await asked(connection, REQUEST.getBrokerRuntimeInfo)), 'table');
  return new Map(Object.entries(objectOr(table)).map(([name, value]) => [name, String(value)]));
}

export async function brokerConfig(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const { body } = await asked(connection, REQUEST.getBrokerConfig);
  const lines = body.toString('utf8').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const at = line.indexOf('=');
      return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
    }),
  );
}

/** Changes settings at runtime, and looks whether they were: unknown keys are accepted in silence. */
export async function setBrokerConfig(connection: Connection, settings: Properties): Promise<void> {
  const body = Buffer.from(
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
    'utf8',
  );
  await asked(connection, REQUEST.updateBrokerConfig, {}, body);
  const now = await brokerConfig(connection);
  for (const [name, value] of Object.entries(settings)) {
    if (now.get(name) === value) continue;
    const what = `expected ${name}=${value} after setting it; the broker says ${now.get(name) ?? 'nothing'}`;
    throw new LiveError({ kind: 'malformed', address: '', what });
  }
}

export async function createTopic(connection: Connection, topic: string, queues: number): Promise<void> {
  await asked(connection, REQUEST.updateAndCreateTopic, {
    topic,
    defaultTopic: 'TBW102',
    readQueueNums: String(queues),
    writeQueueNums: String(queues),
    perm: '6',
    topicFilterType: 'SINGLE_TAG',
    topicSysFlag: '0',
    order: 'false',
    attributes: '+message.type=TRANSACTION',
  });
}

/** Cursors that were really stored, by `topic@group` and queue: 14 would invent a 0. */
export async function storedCursors(connection: Connection): Promise<(place: QueuePlace, group: string) => number> {
  const table = objectOr(fieldOf(jsonIn(await asked(connection, REQUEST.getAllConsumerOffset)), 'offsetTable'));
  return ({ topic, queue }, group) => {
    const cursor = fieldOf(table[`${topic}@${group}`], String(queue));
    return typeof cursor === 'number' ? cursor : -1;
  };
}

export async function resumeHalf(connection: Connection, offsetMsgId: string): Promise<void> {
  await asked(connection, REQUEST.resumeCheckHalfMessage, { msgId: offsetMsgId });
}

/** How many queues each topic has. */
export async function topicQueues(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const table = objectOr(fieldOf(jsonIn(await asked(connection, REQUEST.getAllTopicConfig)), 'topicConfigTable'));
  return new Map(
    Object.entries(table).map(([topic, config]) => [topic, Number(fieldOf(config, 'readQueueNums') ?? 1)]),
  );
}

/** retryMaxTimes of a consumer group; null where the group is not known. */
export async function retryMaxOf(connection: Connection, group: string): Promise<number | null> {
  const answer = await asked(connection, REQUEST.getAllSubscriptionGroupConfig);
  const found = fieldOf(fieldOf(fieldOf(jsonIn(answer), 'subscriptionGroupTable'), group), 'retryMaxTimes');
  return typeof found === 'number' ? found : null;
}

/** Consumer groups that have a cursor in a topic, the broker's own left out. */
export async function groupsOf(connection: Connection, topic: string): Promise<readonly string[]> {
  const table = objectOr(fieldOf(jsonIn(await asked(connection, REQUEST.getAllConsumerOffset)), 'offsetTable'));
  return Object.keys(table).flatMap((key) => {
    const group = key.startsWith(`${topic}@`) ? key.slice(topic.length + 1) : '';
    return group === '' || OWN_GROUPS.test(group) ? [] : [group];
  });
}

const OWN_GROUPS = /^(?:CID_RMQ_SYS_|CID_SYS_RMQ_|TOOLS_CONSUMER)/;
