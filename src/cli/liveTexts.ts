/** What the commands that speak to a broker say of problems, in both languages. */
import { cliText } from './cliText.ts';
import { FALLBACK_LANG, LANGS, type Lang } from '../i18n/languages.ts';
import { LiveError, type LiveProblem } from '../live/connection.ts';
import type { Refusal } from '../live/refusal.ts';

/** The language that was asked for, also where other options are wrong. */
export function langOf(args: readonly string[]): Lang {
  const told = args.find((arg, index) => arg.startsWith('--lang=') || args[index - 1] === '--lang');
  return LANGS.find((lang) => lang === told?.replace('--lang=', '')) ?? FALLBACK_LANG;
}

function problemText(lang: Lang, problem: LiveProblem): string {
  switch (problem.kind) {
    case 'unreachable':
    case 'closed':
    case 'silent':
    case 'malformed':
    case 'never-up':
    case 'ended-early':
    case 'busy':
    case 'too-many':
    case 'nothing':
    case 'elsewhere':
      return cliText(lang, `cli-live-${problem.kind}`, { ...problem });
    case 'refused':
      return cliText(lang, isAboutAccess(problem.remark) ? 'cli-live-access' : 'cli-live-refused', {
        ...problem,
        remark: oneLine(problem.remark),
      });
  }
}

/** A broker with ACL, of either generation, says so in its remark. */
function isAboutAccess(remark: string): boolean {
  return /\bacl|accesskey|authenticat|authoriz/i.test(remark);
}

export function refusalText(lang: Lang, refusal: Refusal): string {
  switch (refusal.kind) {
    case 'broker':
      return problemText(lang, refusal.problem);
    case 'send-refused':
      return cliText(lang, 'cli-live-send-refused', { ...refusal, remark: oneLine(refusal.remark) });
    case 'cannot-force':
    case 'no-power-loss':
    case 'not-started-here':
    case 'needs-setting':
    case 'other-settings':
    case 'no-half':
    case 'no-check':
    case 'no-delivery':
    case 'no-slip':
    case 'not-forced':
    case 'no-discard':
    case 'send-back-refused':
    case 'not-stored':
    case 'interrupted':
      return cliText(lang, `cli-live-${refusal.kind}`, { ...refusal });
  }
}

/** The sentence for what went wrong with a broker; what is no such thing goes on. */
export function sentenceOf(lang: Lang, error: unknown): string {
  if (error instanceof LiveError) return problemText(lang, error.problem);
  throw error;
}

const SHOWN_MAX = 200;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, SHOWN_MAX);
}
