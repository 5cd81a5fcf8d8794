/** What `mqadmin queryMsgById` prints of stored messages (`QueryMsgByIdSubCommand`): one block per message. */
import * as v from 'valibot';
import { ObservationSchema } from './observation.ts';
import { partialRecording, timeOf, type Noticed } from './partial.ts';
import type { Located } from './rocketmqLog.ts';
import { propertiesIn } from './rocketmqProperties.ts';

const FIELD = /^(?<name>[A-Z][A-Za-z ]+):\s+(?<value>.*)$/;

export function isStoredMessages(text: string): boolean {
  return /^OffsetID:\s/m.test(text) && /^CommitLog Offset:\s/m.test(text);
}

export function readStoredMessages(text: string): Located {
  const noticed = blocksOf(text).flatMap(({ line, fields }): readonly Noticed[] => {
    const numberOf = (name: string): number => Number(fields.get(name));
    const topic = fields.get('Topic') ?? '';
    const { isReal: _, ...properties } = propertiesIn(topic, fields.get('Properties') ?? '');
    const parsed = v.safeParse(ObservationSchema, {
      what: 'appended',
      timeMs: 0,
      where: 'commitlog',
      topic,
      queue: numberOf('Queue ID'),
      offset: numberOf('Queue Offset'),
      physicalOffset: numberOf('CommitLog Offset'),
      reconsumeTimes: numberOf('Reconsume Times'),
      sysFlag: numberOf('System Flag'),
      ...properties,
    });
    return parsed.success
      ? [{ observation: parsed.output, atMs: timeOf(fields.get('Store Timestamp') ?? ''), line }]
      : [];
  });
  return partialRecording(noticed, {
    name: 'mqadmin queryMsgById',
    version: /__transactionId__=/.test(text) ? '5.x' : '4.9',
    kinds: ['appended', 'other'],
    resolutionMs: 0,
  });
}

interface Block {
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { line: number; fields: Map<string, string> }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const { name = '', value = '' } = FIELD.exec(line)?.groups ?? {};
    if (name === 'OffsetID') blocks.push({ line: index + 1, fields: new Map() });
    if (name !== '') blocks.at(-1)?.fields.set(name, value.trim());
  }
  return blocks;
}
