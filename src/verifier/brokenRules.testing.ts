/**
 * Rules that are broken on purpose. A forgetting takes for granted what the rules say, so a smaller space may not show what is broken;
 * then the walks beside the whole one must.
 */
export type Module = { readonly [name: string]: unknown };
type Rule = (...args: readonly never[]) => unknown;

interface Broken {
  readonly what: string;
  readonly file: string;
  readonly rule: string;
  /** Its parameters and what it says, to what it says now. */
  readonly now: (said: unknown, args: readonly Record<string, unknown>[]) => unknown;
}

const MESSAGES = '../protocols/half-message/roles/producerMessages.ts';

export const BROKEN: readonly Broken[] = [
  {
    what: 'ROLLBACK is said of a committed order',
    file: MESSAGES,
    rule: 'truth',
    now: (said) => (said === 'COMMIT' ? 'ROLLBACK' : said),
  },
  {
    what: 'ROLLBACK is said while the order is open',
    file: MESSAGES,
    rule: 'truth',
    now: (said) => (said === 'UNKNOW' ? 'ROLLBACK' : said),
  },
  {
    what: 'what is discarded is in no topic',
    file: '../protocols/half-message/roles/discards.ts',
    rule: 'afterDiscards',
    now: (said, [context]) => ({ ...(said as object), discarded: context?.['discarded'] }),
  },
  {
    what: 'a pass drops what was asked about once',
    file: '../protocols/half-message/roles/pass.ts',
    rule: 'planPass',
    now: (said) => {
      const plan = said as { readonly copies: readonly { readonly checkTimes: number }[] };
      return { ...plan, copies: plan.copies.filter(({ checkTimes }) => checkTimes < 2) };
    },
  },
];

export function withBroken(module: Module, { rule, now }: Broken): Module {
  const kept = module[rule] as Rule;
  return { ...module, [rule]: (...args: readonly never[]) => now(kept(...args), args) };
}
