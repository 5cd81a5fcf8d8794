import { describe, expect, it } from 'vitest';
import { halfMessage } from '../../src/protocols/half-message/protocol.ts';
import { decidedAhead } from '../../src/views/checker/decided.ts';
import { everyShape, formOf, settingsFor } from '../../src/views/checker/shape.ts';
import { brokenBy, decide } from './decide.ts';

const form = (...answers: readonly (readonly [string, string])[]) =>
  formOf(halfMessage, { answers: answers.map(([name, value]) => ({ name, value })) });

describe('the answers about every shape of checker', () => {
  it('[VW156] hold a run that breaks the promise at the settings of its shape', () => {
    const answers = everyShape(halfMessage)
      .filter((_, at) => at % 29 === 7)
      .map((shape) => ({ settings: settingsFor(halfMessage, shape), answer: decidedAhead(halfMessage, shape) }));
    const broken = answers.flatMap(({ settings, answer }) => (answer.kind === 'breaks' ? [{ settings, answer }] : []));
    expect(broken.length).toBeGreaterThan(20);
    for (const { settings, answer } of broken)
      expect({ ...answer, promise: brokenBy(halfMessage, settings, answer.run) }).toEqual(answer);
  });

  it('[VW157] are what deciding a shape again comes to: npm run checkers', () => {
    for (const shape of [form(), form(['check-missing', 'fence'], ['check-running', 'unnoticed'])])
      expect(decide(halfMessage, shape, [])).toEqual(decidedAhead(halfMessage, shape));
    const wrong = decide(halfMessage, form(['check-missing', 'commit']), []);
    expect(wrong).toMatchObject({ kind: 'breaks', promise: 'no-phantom' });
  });
});
