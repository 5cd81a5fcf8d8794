/** The rows of the table of safeguards at default settings, decided before the build (`npm run safeguards`). */
import * as v from 'valibot';
import { questionKey, type Check } from '../../player/inquiry.ts';
import { Question, Report } from '../../verifier/messages.ts';
import table from './safeguards.gen.json' with { type: 'json' };

/** `rules`: by protocol, a checksum of the rules to which the answers belong (`rulesVersion`). */
const Ahead = v.object({
  rules: v.record(v.string(), v.string()),
  rows: v.array(v.object({ question: Question, report: Report })),
});

export interface AnsweredAhead {
  readonly rules: { readonly [protocol: string]: string };
  /** By the key of its question, as what the page has asked itself. */
  readonly checks: ReadonlyMap<string, Check>;
}

export function answeredAhead(): AnsweredAhead {
  const { rules, rows } = v.parse(Ahead, table);
  const checks = rows.map(
    ({ question, report }) => [questionKey(question), { question, status: 'answered', report }] as const,
  );
  return { rules, checks: new Map<string, Check>(checks) };
}
