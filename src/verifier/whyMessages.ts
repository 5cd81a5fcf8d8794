/** What the page asks about a run that ends badly, and what comes back. Both sides read the other's words as unknown. */
import * as v from 'valibot';
import { protocolIds } from '../protocols/loaders.ts';
import { Step } from './messages.ts';

const steps = v.pipe(v.array(Step), v.readonly());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const WhyRequest = v.object({
  protocol: v.picklist(protocolIds),
  settings: v.record(v.string(), v.string()),
  steps,
});

export const WhyReply = v.object({
  labels: v.pipe(v.array(v.picklist(['safe', 'at-risk', 'doomed', 'unknown'])), v.readonly()),
  doomedAt: v.nullable(count),
  nearest: v.nullable(v.object({ steps, differsAt: count })),
});

export type WhyRequest = v.InferOutput<typeof WhyRequest>;
export type WhyReply = v.InferOutput<typeof WhyReply>;
