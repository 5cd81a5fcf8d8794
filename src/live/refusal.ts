/** Why a step of a driven run was not done for real: values that a sentence is made of. */
import type { LiveProblem } from './connection.ts';

export type Refusal =
  /** It cannot be forced at all. */
  | { readonly kind: 'cannot-force'; readonly what: string }
  | { readonly kind: 'no-power-loss' }
  | { readonly kind: 'not-started-here' }
  | { readonly kind: 'needs-setting'; readonly status: string; readonly name: string; readonly value: string }
  | { readonly kind: 'other-settings' }
  /** It could have happened, and did not. */
  | { readonly kind: 'no-half'; readonly offset: number }
  | { readonly kind: 'no-check'; readonly offset: number }
  | { readonly kind: 'no-delivery'; readonly transaction: string }
  | { readonly kind: 'no-slip' }
  | { readonly kind: 'not-forced'; readonly status: string; readonly came: string }
  | { readonly kind: 'no-discard'; readonly transaction: string }
  | { readonly kind: 'send-refused'; readonly code: number; readonly remark: string }
  | { readonly kind: 'send-back-refused'; readonly code: number }
  | { readonly kind: 'not-stored'; readonly topics: string }
  | { readonly kind: 'broker'; readonly problem: LiveProblem }
  | { readonly kind: 'interrupted' };
