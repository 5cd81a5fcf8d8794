import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { questionKey } from '../../player/inquiry.ts';
import { protocols } from '../../protocols/registry.ts';
import { answeredAhead } from './ahead.ts';
import { decided, rowsAhead } from './rowsAhead.ts';

await loadAllTexts();

const { checks } = answeredAhead();

describe('the table of safeguards that was decided ahead', () => {
  it.each(rowsAhead(protocols).map((question, at) => ({ at, protocol: question.protocol, question })))(
    '[Q14] is what the verifier says: row $at, $protocol',
    ({ question }) => {
      const { bytes: _bytes, bytesPerState: _each, ...now } = decided(protocols, question);
      expect(checks.get(questionKey(question))).toMatchObject({ report: now });
    },
  );
});
