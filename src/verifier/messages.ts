/** What the page and the verifier's worker say to each other. Both sides read the other's words as unknown. */
import * as v from 'valibot';
import type { Data } from '../engine/data.ts';
import type { Message } from '../engine/model.ts';
import { protocolIds } from '../protocols/loaders.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const listOf = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

const Message = v.custom<Message>(isMessage);
const transfer = { from: text, to: text, message: Message };

const REDUCTIONS = ['none', 'exact', 'promises', 'uncounted', 'trusting'] as const;

export const Step = v.variant('kind', [
  v.object({ kind: v.literal('deliver'), ...transfer }),
  v.object({ kind: v.literal('drop'), ...transfer }),
  v.object({ kind: v.literal('duplicate'), ...transfer }),
  v.object({ kind: v.literal('fire'), role: text, delay: text }),
  v.object({ kind: v.literal('choose'), role: text, message: Message }),
  v.object({ kind: v.literal('crash'), process: text, crash: v.picklist(['process', 'machine']) }),
  v.object({ kind: v.literal('restart'), process: text }),
]);

export const Question = v.object({
  protocol: v.picklist(protocolIds),
  settings: v.record(text, text),
  faults: v.object({ crash: count, drop: count, duplicate: count }),
  mishaps: v.exactOptional(
    v.object({
      kinds: v.record(text, count),
      about: v.exactOptional(v.record(text, listOf(text))),
      others: count,
      persons: count,
    }),
  ),
  messagesAreFast: v.exactOptional(v.literal(true)),
  orders: count,
  properties: listOf(text),
  reduction: v.picklist([...REDUCTIONS, 'as-needed', 'for-promises']),
  statesMax: count,
  depthMax: v.exactOptional(count),
  bytesMax: v.exactOptional(count),
  stopsEarly: v.boolean(),
});

export const Report = v.object({
  states: count,
  generated: count,
  depth: count,
  complete: v.boolean(),
  stoppedBy: v.nullable(v.picklist(['states', 'depth', 'memory', 'places'])),
  bytes: count,
  bytesPerState: count,
  reduction: v.picklist(REDUCTIONS),
  leftOut: listOf(text),
  alone: listOf(text),
  looked: v.exactOptional(count),
  asking: v.nullable(text),
  findings: listOf(
    v.object({
      id: text,
      kind: v.picklist(['always', 'sometimes', 'settles']),
      verdict: v.picklist(['holds', 'violated', 'unknown']),
      reduction: v.picklist(REDUCTIONS),
      run: v.nullable(listOf(Step)),
      loopsFrom: v.nullable(count),
      needs: v.exactOptional(text),
      takes: v.exactOptional(text),
      slowness: v.exactOptional(v.picklist(['needed', 'taken'])),
    }),
  ),
});

export const Request = v.object({ id: count, question: Question });

export const Reply = v.variant('kind', [
  /** The worker is there and listens. */
  v.object({ kind: v.literal('ready') }),
  /** What is known so far: a few times a second. */
  v.object({ kind: v.literal('progress'), id: count, report: Report }),
  v.object({ kind: v.literal('answer'), id: count, report: Report }),
  /** An exception, in its own words. */
  v.object({ kind: v.literal('failed'), id: count, reason: text }),
]);

export type Request = v.InferOutput<typeof Request>;
export type Reply = v.InferOutput<typeof Reply>;

function isMessage(value: unknown): value is Message {
  return (
    isData(value) && typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}

function isData(value: unknown): value is Data {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isData);
  return value === null || ['boolean', 'number', 'string', 'undefined'].includes(typeof value);
}
