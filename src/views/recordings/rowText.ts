/** The rows in words. */
import { describeRecord, narrate } from '../../i18n/narrate.ts';
import { incompleteText, reasonText, sightText, unsupportedText } from '../../i18n/recordingText.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import type { Answer } from '../../recordings/answer.ts';
import type { ExplainedRun } from './explainedRun.ts';
import type { Row } from './rowsModel.ts';
import { fieldsText } from './fieldsText.ts';

export interface Cell {
  readonly said: string;
  /** Fields in the words of the format. */
  readonly code: string;
}

export interface RowCells {
  readonly kind: Row['kind'];
  readonly recorded: Cell;
  readonly model: Cell;
}

const NOTHING: Cell = { said: '', code: '' };

/** Both columns of every row. The texts of the topic must have been loaded. */
export function cellsOf(lang: Lang, run: ExplainedRun): readonly RowCells[] {
  return run.rows.map((row) => ({
    kind: row.kind,
    recorded:
      row.kind === 'hidden'
        ? { ...NOTHING, said: topicText(lang, 'recordingsPage', 'row-hidden') }
        : recordedCell(lang, run, row.observation),
    model: modelCell(lang, run, row),
  }));
}

function recordedCell(lang: Lang, { recording }: ExplainedRun, index: number): Cell {
  const observation = recording.observations[index];
  if (observation === undefined) return NOTHING;
  const { what, where, timeMs: _timeMs, ...fields } = observation;
  return { said: `${where} · ${sightText(lang, { what, fields: {} })}`, code: fieldsText(fields) };
}

function modelCell(lang: Lang, run: ExplainedRun, row: Row): Cell {
  switch (row.kind) {
    case 'hidden':
      return { ...NOTHING, said: stepSaid(lang, run, row.step) };
    case 'seen': {
      if (row.record === null) return { ...NOTHING, said: topicText(lang, 'recordingsPage', 'row-state') };
      return { ...NOTHING, said: describeRecord(lang, halfMessage, row.record) ?? stepSaid(lang, run, row.shownBy) };
    }
    case 'outside':
      return { ...NOTHING, said: topicText(lang, 'recordingsPage', 'row-outside') };
    case 'unreadable':
      return { ...NOTHING, said: unreadableText(lang, run.answer, row.observation) };
    case 'parted':
      return { ...NOTHING, said: partedText(lang, run.answer) };
    case 'unread':
      return { ...NOTHING, said: topicText(lang, 'recordingsPage', 'row-unread') };
  }
}

/** A line that nobody can read, and whether it is the one that leaves the verdict open. */
function unreadableText(lang: Lang, answer: Answer, observation: number): string {
  return answer.verdict === 'incomplete' && answer.at === observation
    ? incompleteText(lang, answer.reason)
    : topicText(lang, 'recordingsPage', 'row-unreadable');
}

function stepSaid(lang: Lang, { timeline }: ExplainedRun, step: number): string {
  const frame = timeline.frames[step];
  return frame === undefined ? '' : narrate(lang, halfMessage, frame).headline;
}

function partedText(lang: Lang, answer: Answer): string {
  switch (answer.verdict) {
    case 'admitted':
    case 'incomplete':
      return '';
    case 'rejected':
      return reasonText(lang, answer.reason, answer.expected);
    case 'unsupported':
      return unsupportedText(lang, answer.reason);
  }
}
