/** Which rows of the table of safeguards are decided before the build, and how: as the page would. */
import { createInquiry, questionKey } from '../../player/inquiry.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { defaultSettings } from '../../scenario/settings.ts';
import { searchFor } from '../../verifier/answer.ts';
import type { Question, Report } from '../../verifier/question.ts';
import { questionsOf, safeguardGroups } from './safeguardModel.ts';

/** Those that a reader sees who has changed nothing. */
export function rowsAhead(protocols: readonly Protocol[]): readonly Question[] {
  const nobody = {
    ask: () => {
      throw new Error('Expected that nothing is asked.');
    },
  };
  const form = createInquiry(nobody, 'no-lost').getState();
  const all = protocols.flatMap((protocol) => {
    const place = { protocol, known: protocols, settings: defaultSettings(protocol) };
    return questionsOf(safeguardGroups('en', place, form, null));
  });
  return [...new Map(all.map((question) => [questionKey(question), question])).values()];
}

/** As many states as a portion of a search has here. */
const PORTION = 1_000;

export function decided(protocols: readonly Protocol[], question: Question): Report {
  const protocol = protocols.find(({ id }) => id === question.protocol);
  if (protocol === undefined) throw new Error(`Expected a protocol; got ${question.protocol}.`);
  const search = searchFor(protocol, question);
  while (search.advance(PORTION));
  return search.report();
}
