/** Labels the steps of one run in a worker, which the page ends when it wants to know no more. */
import * as v from 'valibot';
import { replay } from '../engine/timeline.ts';
import { loadProtocol } from '../protocols/loaders.ts';
import { engineFor } from '../scenario/engines.ts';
import { whyOf } from './why.ts';
import { WhyRequest, type WhyReply } from './whyMessages.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void answer(v.parse(WhyRequest, data));
});

async function answer({ protocol: id, settings, steps }: WhyRequest): Promise<void> {
  const protocol = await loadProtocol(id);
  const { labels, doomedAt, nearest } = whyOf(protocol, replay(engineFor(protocol, settings), steps).timeline);
  const near = nearest === null ? null : { steps: nearest.steps, differsAt: nearest.differsAt };
  const reply: WhyReply = { labels, doomedAt, nearest: near };
  globalThis.postMessage(reply);
}
