import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { LANGS } from '../../i18n/languages.ts';
import { protocols } from '../../protocols/registry.ts';
import { FAULT_IDS } from '../../protocols/shared/faults.ts';
import { readComparison } from '../../scenario/compareLink.ts';
import { playComparison, type Comparison, type PlayedComparison } from '../../scenario/comparison.ts';
import { cellOf, contendersOf } from '../../scenario/matrix.ts';
import {
  differenceText,
  marksOf,
  momentInWords,
  nextText,
  runOptions,
  settingsInWords,
  sideNow,
} from './compareModel.ts';
import { cellNote, columnGroups } from './outcomesModel.ts';

beforeAll(loadAllTexts);

function open(query: string): { readonly comparison: Comparison; readonly played: PlayedComparison } {
  const { comparison, problem } = readComparison(protocols, `v2/compare?${query}`);
  expect(problem).toBeNull();
  return { comparison, played: playComparison(comparison) };
}

function difference(query: string): string {
  const { comparison, played } = open(query);
  return differenceText(comparison, played, 'en');
}

const PLAIN = 'a=half-message&b=plain-mq&fault=order-dies-after-commit';

describe('two runs side by side', () => {
  it('[VW171] says what each side does in a moment, and since when the other stands still', () => {
    const { comparison, played } = open(`${PLAIN}&at=9`);
    const [a, b] = [sideNow(comparison, played, 'a', 'en'), sideNow(comparison, played, 'b', 'en')];
    expect([a.isMoving, a.since, a.rows[0]?.verdict]).toEqual([true, null, 'pending']);
    expect([b.isMoving, b.since, b.rows[0]?.verdict]).toEqual([false, 'finished at 600 ms', 'lost']);
    expect(momentInWords(comparison, played, 'en')).toBe(`A: ${a.headline}`);
    expect(nextText(comparison, played, 'en')).toBe('A takes a step, at 6.3 s');
  });

  it('[VW171] has nothing more to do at the end', () => {
    const { comparison, played } = open(`${PLAIN}&at=22`);
    expect(nextText(comparison, played, 'en')).toBeNull();
  });

  it('[VW171] marks every step of a side on the clock, and what goes wrong apart', () => {
    const { played } = open(PLAIN);
    const marks = marksOf(played, 'b');
    expect(marks).toHaveLength(played.runs.b.timeline.frames.length - 1);
    expect(marks.map(({ kind }) => kind)).toEqual(['step', 'step', 'fault', 'step']);
  });

  it('[VW164] tells the first difference in one sentence', () => {
    expect(difference(PLAIN)).toBe(
      'At 600 ms the ledgers first differ, for order #1. A: open, points added × 0, pending. B: order exists, points added × 0, lost.',
    );
    expect(difference('fault=order-dies-after-commit')).toBe(
      'Both ledgers go through the same states, one sooner: A settles at 30.2 s, B at 20.2 s.',
    );
    expect(difference('a=plain-mq&b=plain-mq&fault=none')).toBe('No difference: the same steps and the same ledgers.');
    expect(difference('a=local-message-table&b=local-message-table.confirm~consumer-ack&fault=none')).toMatch(
      /^The ledgers never differ; from \d+ ms on the steps do\. A: .+\. B: .+\.$/,
    );
  });

  it('[VW164] can tell the difference of every column of the table to the next, in both languages', () => {
    const contenders = contendersOf(protocols).map((contender) => ({ ...contender, steps: null }));
    for (const fault of FAULT_IDS) {
      for (const [index, a] of contenders.entries()) {
        const b = contenders[(index + 1) % contenders.length] ?? a;
        const played = playComparison({ a, b, fault });
        for (const lang of LANGS) expect(differenceText({ a, b }, played, lang)).toMatch(/[.。]$/);
      }
    }
  });

  it('[VW171] names settings, and offers the named runs of a protocol', () => {
    const { comparison } = open('a=half-message.dedup~none.check-max~3&ado=order.half&b=plain-mq');
    const { protocol, settings } = comparison.a;
    expect(settingsInWords(protocol, settings, 'en')).toEqual(['Maximum checks: 3', 'Deduplication: none']);
    const options = runOptions(comparison.a, 'en').map(({ value }) => value);
    expect(options.slice(0, 2)).toEqual(['fault', 'own']);
    expect(options).toHaveLength(2 + protocol.library.scenarios.length);
    expect(runOptions(comparison.b, 'en').map(({ value }) => value)).not.toContain('own');
  });
});

describe('the outcome table', () => {
  it('[VW22] marks the columns that the sides play, and no column for a run of its own', () => {
    const marked = (query: string): readonly string[] =>
      columnGroups(contendersOf(protocols), open(query).comparison, 'en')
        .flatMap(({ columns }) => columns)
        .flatMap(({ name, sides }) => sides.map((side) => `${side} ${name}`));
    expect(marked('a=plain-mq&b=half-message.dedup~none&fault=none').toSorted((a, b) => a.localeCompare(b))).toEqual([
      'a Plain MQ · Defaults',
      'b Half message · Deduplication: none',
    ]);
    expect(marked('a=plain-mq&ado=order&b=half-message.check-max~3&fault=none')).toEqual([]);
  });

  it('[VW22] says after how long a verdict stood, and where a fault has no effect', () => {
    const note = (protocol: string, fault: (typeof FAULT_IDS)[number]): string | null | undefined =>
      contendersOf(protocols)
        .filter((contender) => contender.protocol.id === protocol)
        .map((contender) => cellNote(cellOf(contender, fault), fault, 'en'))[0];
    expect(note('half-message', 'order-dies-after-commit')).toBe('after 30.2 s');
    expect(note('two-phase-commit', 'broker-dies')).toBe('no effect');
    expect(note('local-message-table', 'sender-stays-down')).toBeNull();
    expect(note('plain-mq', 'none')).toBe('after 790 ms');
  });
});
