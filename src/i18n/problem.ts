import type { ExpectedValue, LinkProblem, StepReason } from '../scenario/problem.ts';
import type { TextKey, Topic } from './book.ts';
import { listText } from './lists.ts';
import { refusalText } from './refusalText.ts';
import { topicText } from './text.ts';
import type { Lang } from './languages.ts';
import type { TextValues } from './fill.ts';

/** What was wrong with a link, in one sentence: what was expected, what came, and where. */
export function problemText(lang: Lang, protocol: string, problem: LinkProblem): string {
  switch (problem.kind) {
    case 'not-a-link':
      return said(lang, 'problem-not-a-link');
    case 'too-long':
      return said(lang, 'problem-too-long', { length: problem.length, max: problem.max });
    case 'newer-version':
      return said(lang, 'problem-newer-version', { version: problem.version, newest: problem.newest });
    case 'unknown-protocol':
      return said(lang, 'problem-unknown-protocol', {
        protocol: problem.protocol,
        known: listText(lang, problem.known),
      });
    case 'unknown-fault':
      return said(lang, 'problem-unknown-fault', { fault: problem.fault, known: listText(lang, problem.known) });
    case 'unknown-setting':
      return said(lang, 'problem-unknown-setting', { name: problem.name, known: listText(lang, problem.known) });
    case 'invalid-setting': {
      const { name, value, used } = problem;
      return said(lang, 'problem-invalid-setting', {
        name,
        value,
        used,
        expected: expectedText(lang, problem.expected),
      });
    }
    case 'repeated-setting':
      return said(lang, 'problem-repeated-setting', { name: problem.name, used: problem.used });
    case 'bad-step':
      return badStepText(lang, protocol, problem, problem.reason);
    case 'too-many-steps':
      return said(lang, 'problem-too-many-steps', { steps: problem.steps, max: problem.max });
    case 'checksum-differs': {
      const { step, came, expected } = problem;
      return said(lang, 'problem-checksum-differs', { step, came, expected });
    }
    case 'at-out-of-range':
      return said(lang, 'problem-at-out-of-range', { at: problem.at, steps: problem.steps });
  }
}

function expectedText(lang: Lang, expected: ExpectedValue): string {
  switch (expected.kind) {
    case 'choice':
      return said(lang, 'problem-expected-choice', { values: listText(lang, expected.values) });
    case 'number':
      return said(lang, 'problem-expected-number', { min: expected.min, max: expected.max });
  }
}

function badStepText(
  lang: Lang,
  protocol: string,
  { step, word }: { readonly step: number; readonly word: string },
  reason: StepReason,
): string {
  switch (reason.code) {
    case 'malformed':
      return said(lang, 'problem-malformed', { step, word });
    case 'ambiguous':
      return said(lang, 'problem-ambiguous', { step, word, matches: listText(lang, reason.matches) });
    case 'not-possible': {
      const possible = listText(lang, reason.possible);
      if (reason.refusal === null) return said(lang, 'problem-not-possible', { step, word, possible });
      const why = inParentheses(refusalText(lang, protocol, reason.refusal));
      return said(lang, 'problem-refused', { step, word, why, possible });
    }
  }
}

/** A sentence inside another: without its full stop, and with a small letter where it began with an ordinary word. */
function inParentheses(sentence: string): string {
  return sentence.replace(/[.。]$/, '').replace(/^(?:An?|It|No|The|There|This)\b/, (word) => word.toLowerCase());
}

function said(lang: Lang, key: TextKey<'problems'>, values: TextValues = {}): string {
  return topicText(lang, 'problems', key, values);
}

/** The shelves that a sentence about a link may come from. */
export const PROBLEM_SHELVES = ['problems', 'refusals'] as const satisfies readonly Topic[];
