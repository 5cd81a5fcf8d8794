import type { ExpectedValue, LinkProblem, StepReason } from '../scenario/problem.ts';
import { refusalText } from './refusalText.ts';
import { pageText, type Lang } from './text.ts';

/** What was wrong with a link, in one sentence: what was expected, what came, and where. */
export function problemText(lang: Lang, protocol: string, problem: LinkProblem): string {
  switch (problem.kind) {
    case 'not-a-link':
      return pageText(lang, 'problem-not-a-link');
    case 'too-long':
      return pageText(lang, 'problem-too-long', { length: problem.length, max: problem.max });
    case 'newer-version':
      return pageText(lang, 'problem-newer-version', { version: problem.version, newest: problem.newest });
    case 'unknown-protocol':
      return pageText(lang, 'problem-unknown-protocol', {
        protocol: problem.protocol,
        known: list(lang, problem.known),
      });
    case 'unknown-setting':
      return pageText(lang, 'problem-unknown-setting', { name: problem.name, known: list(lang, problem.known) });
    case 'invalid-setting': {
      const { name, value, used } = problem;
      return pageText(lang, 'problem-invalid-setting', {
        name,
        value,
        used,
        expected: expectedText(lang, problem.expected),
      });
    }
    case 'bad-step':
      return badStepText(lang, protocol, problem, problem.reason);
    case 'too-many-steps':
      return pageText(lang, 'problem-too-many-steps', { steps: problem.steps, max: problem.max });
    case 'checksum-differs': {
      const { step, came, expected } = problem;
      return pageText(lang, 'problem-checksum-differs', { step, came, expected });
    }
    case 'at-out-of-range':
      return pageText(lang, 'problem-at-out-of-range', { at: problem.at, steps: problem.steps });
  }
}

function expectedText(lang: Lang, expected: ExpectedValue): string {
  switch (expected.kind) {
    case 'choice':
      return pageText(lang, 'problem-expected-choice', { values: list(lang, expected.values) });
    case 'number':
      return pageText(lang, 'problem-expected-number', { min: expected.min, max: expected.max });
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
      return pageText(lang, 'problem-malformed', { step, word });
    case 'ambiguous':
      return pageText(lang, 'problem-ambiguous', { step, word, matches: list(lang, reason.matches) });
    case 'not-possible': {
      const possible = list(lang, reason.possible);
      if (reason.refusal === null) return pageText(lang, 'problem-not-possible', { step, word, possible });
      const why = inParentheses(refusalText(lang, protocol, reason.refusal));
      return pageText(lang, 'problem-refused', { step, word, why, possible });
    }
  }
}

/** A sentence inside another: without its full stop, and with a small letter where it began with an ordinary word. */
function inParentheses(sentence: string): string {
  return sentence.replace(/[.。]$/, '').replace(/^(?:An?|It|No|The|There|This)\b/, (word) => word.toLowerCase());
}

function list(lang: Lang, words: readonly string[]): string {
  return words.join(lang === 'zh' ? '、' : ', ');
}
