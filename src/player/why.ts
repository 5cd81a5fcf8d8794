/** When the run on the stage was lost, asked once for each run that ends badly. */
import { stepsOf, type Timeline } from '../engine/timeline.ts';
import { askWhy } from '../verifier/askWhy.ts';
import type { WhyReply } from '../verifier/whyMessages.ts';

const answers = new WeakMap<Timeline, Promise<WhyReply | null>>();

/** The same promise for everybody who asks about this run; null where it cannot be told. */
export function whyFor(protocol: string, timeline: Timeline): Promise<WhyReply | null> {
  const known = answers.get(timeline);
  if (known !== undefined) return known;
  const answer = askWhy({ protocol, settings: timeline.engine.model.settings, steps: stepsOf(timeline) });
  answers.set(timeline, answer);
  // It may be asked again when the reader comes back to a run that was left too soon.
  void answer.then((reply) => (reply === null ? answers.delete(timeline) : true));
  return answer;
}
