/** What the verifier says of checkers as people have them, and the changes that it finds: seconds of searching. */
import { describe, expect, it } from 'vitest';
import { questionKey, type Check } from '../../player/inquiry.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import { searchFor } from '../../verifier/answer.ts';
import type { Question } from '../../verifier/question.ts';
import { questionsOf, verdictAhead, verdictOf } from './checkerModel.ts';
import { formOf } from './shape.ts';

const form = (...answers: readonly (readonly [string, string])[]) =>
  formOf(halfMessage, { answers: answers.map(([name, value]) => ({ name, value })) });
const answered = new Map<string, Check>();

describe('checkers as people have them', () => {
  it.each([
    ['the order row, UNKNOW while it runs', form(), 'impossible'],
    ['a log row', form(['check-reads', 'log-row']), 'impossible'],
    ['a fence', form(['check-missing', 'fence'], ['check-running', 'unnoticed']), 'impossible'],
    ['UNKNOW whenever nothing is found', form(['check-missing', 'unknown']), 'impossible'],
    ['the running transaction unnoticed', form(['check-running', 'unnoticed']), 'no-lost'],
    ['COMMIT if nothing is found', form(['check-missing', 'commit'], ['check-running', 'unnoticed']), 'no-phantom'],
    ['a log row that is purged early', form(['check-reads', 'log-row'], ['check-purge', 'early']), 'no-lost'],
    ['a status that is written afterwards', form(['check-reads', 'late-status']), 'no-lost'],
    ['a map in memory, else COMMIT', form(['check-reads', 'memory'], ['check-missing', 'commit']), 'no-phantom'],
    ['an exception that means ROLLBACK', form(['check-exception', 'rollback']), 'no-lost'],
    ['two instances', form(['producers', '2']), 'no-lost'],
  ] as const)('[VW152] says of %s what the verifier finds', (_, shape, expected) => {
    const questions = questionsOf(halfMessage, shape, 'usual');
    questions.forEach(ask);
    const verdict = verdictOf(questions, answered);
    expect(verdict.kind === 'breaks' ? verdict.promise : verdict.kind).toBe(expected);
    const ahead = verdictAhead(halfMessage, shape);
    expect(ahead.kind === 'breaks' ? ahead.promise : ahead.kind).toBe(expected);
  });
});

function ask(question: Question): void {
  const key = questionKey(question);
  if (answered.has(key)) return;
  const search = searchFor(halfMessage, question);
  while (search.advance(10_000));
  answered.set(key, { question, status: 'answered', report: search.report() });
}
