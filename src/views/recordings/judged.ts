/** What has been judged already, so that coming back costs nothing. */
import { remembered } from '../../engine/remembered.ts';
import { createJudging } from '../../recordings/judge.ts';
import type { Judgement, Progress } from '../../recordings/judgement.ts';

const judge = createJudging();

/** A shipped recording and the model's verdict; the same promise for the same one. */
export const judgedShipped = remembered((id: string): Promise<Judgement> =>
  judge({ kind: 'shipped', id }).then(([judgement = NONE]) => judgement),
);

const NONE: Judgement = { kind: 'failed', failure: { kind: 'no-judgement' } };

/** What a reader brought: one judgement per run in it. */
export function judgedOwn(
  brought: File | string,
  wishes: { readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal },
): Promise<readonly Judgement[]> {
  const asked =
    typeof brought === 'string' ? { kind: 'text' as const, text: brought } : { kind: 'file' as const, file: brought };
  return judge(asked, { isUrgent: true, ...wishes });
}
