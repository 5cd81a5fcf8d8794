/** What has been judged already, so that coming back costs nothing. */
import { createJudging } from '../../recordings/judge.ts';
import type { Judgement } from '../../recordings/judgement.ts';

const judge = createJudging();
const known = new Map<string, Promise<Judgement>>();

/** A shipped recording and the model's verdict; the same promise for the same one. */
export function judgedShipped(id: string): Promise<Judgement> {
  const before = known.get(id);
  if (before !== undefined) return before;
  const promise = judge({ kind: 'shipped', id });
  known.set(id, promise);
  return promise;
}

export function judgedText(text: string): Promise<Judgement> {
  return judge({ kind: 'text', text }, { isUrgent: true });
}
