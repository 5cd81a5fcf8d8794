import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { questionKey } from '../../player/inquiry.ts';
import type { LedgerLine } from '../../protocols/protocol.ts';
import { protocols } from '../../protocols/registry.ts';
import { replayWords } from '../../scenario/run.ts';
import type { Question } from '../../verifier/question.ts';
import { answeredAhead } from './ahead.ts';
import { cellOf } from './cellModel.ts';
import { decided, rowsAhead } from './rowsAhead.ts';

await loadAllTexts();

const { checks } = answeredAhead();
const rows = rowsAhead(protocols);

function lookOf(question: Question, property: string): string {
  return cellOf('en', question, checks.get(questionKey(question)), property).look;
}

/** The promises that a world breaks. */
function brokenIn(lines: readonly LedgerLine[]): readonly string[] {
  const has = (bad: string): boolean => lines.some(({ verdict }) => verdict === bad);
  return [
    ...(has('lost') ? ['no-lost'] : []),
    ...(has('phantom') ? ['no-phantom'] : []),
    ...(lines.some(({ points }) => points > 1) ? ['no-duplicate'] : []),
  ];
}

/** What every named run shows in a row: its words played at the row's settings, as far as they go and the bound allows. */
function shownIn(question: Question): readonly { readonly run: string; readonly property: string }[] {
  const protocol = protocols.find(({ id }) => id === question.protocol) ?? protocols[0];
  return protocol.library.scenarios.flatMap(({ id, run }) => {
    const { moments, steps, problem, engine } = replayWords(protocol, question.settings, run.split('.'));
    const spent = (kind: string): number => steps.filter((step) => step.kind === kind).length;
    const isWithin = spent('crash') <= 1 && spent('drop') <= 1 && spent('duplicate') <= 1;
    const lines = protocol.ledger((moments.at(-1) ?? moments[0]).world, engine.model.settings);
    if (problem !== null || !isWithin || lines.length > 1) return [];
    return brokenIn(lines).map((property) => ({ run: `${protocol.id} ${id}`, property }));
  });
}

describe('the table of safeguards that was decided ahead', () => {
  it('[Q12] has every row that a reader sees who has changed nothing, with each question decided or named as open', () => {
    expect(rows.length).toBeGreaterThan(40);
    for (const question of rows) {
      const looks = question.properties.map((property) => lookOf(question, property));
      expect(looks).toSatisfy((all: readonly string[]) =>
        all.every((look) => look !== 'waiting' && look !== 'missing'),
      );
    }
  });

  it('[Q13] says of nothing that a named run shows that it is impossible', () => {
    const shown = rows.flatMap((question) => shownIn(question).map((seen) => ({ ...seen, question })));
    expect(shown.length).toBeGreaterThan(60);
    const denied = shown.filter(({ question, property }) => lookOf(question, property) === 'good');
    expect(
      denied.map(({ run, property, question }) => `${run}: ${property} at ${JSON.stringify(question.settings)}`),
    ).toEqual([]);
  });

  it('[Q13] asks about mishaps of the kinds that a row is there for, and names the one that it takes', () => {
    const looks = rows.map(({ protocol, mishaps, ...rest }) => {
      const question = { protocol, ...(mishaps === undefined ? {} : { mishaps }), ...rest };
      return { question, kinds: Object.keys(mishaps?.kinds ?? {}) };
    });
    const failover = looks.find(({ kinds }) => kinds.includes('failover'));
    if (failover === undefined) throw new Error('Expected a row about a failover.');
    expect(cellOf('en', failover.question, checks.get(questionKey(failover.question)), 'no-phantom')).toMatchObject({
      look: 'only',
      text: expect.stringContaining('only with: Failover to the replica'),
    });
  });

  /** All others are decided again in the second tier. */
  const QUICK = rows.filter(({ protocol, settings }, at) => {
    return at < 2 || protocol === 'two-phase-commit' || settings['check-back'] === 'off';
  });
  it.each(QUICK.map((question, at) => ({ at, protocol: question.protocol, question })))(
    '[Q14] is what the verifier says: row $at of a sample, $protocol',
    ({ question }) => {
      const { bytes: _bytes, bytesPerState: _each, ...now } = decided(protocols, question);
      expect(checks.get(questionKey(question))).toMatchObject({ report: now });
    },
  );
});
