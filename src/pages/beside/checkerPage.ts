import type { TextKey } from '../../i18n/book.ts';
import type { TextValues } from '../../i18n/fill.ts';
import type { Lang } from '../../i18n/languages.ts';
import { oneSentence } from '../../i18n/lists.ts';
import { protocolText, topicText } from '../../i18n/text.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import { verdictAhead } from '../../views/checker/checkerModel.ts';
import { tallyOf } from '../../views/checker/decided.ts';
import { checksOf, FORM, formOf, isAsked, optionsOf, type Form, type FormName } from '../../views/checker/shape.ts';
import { endOf } from '../endOf.ts';
import { line, type Block } from '../section.ts';
import type { Told } from './beside.ts';

/** The checker with which the form begins. */
const USUAL = formOf(halfMessage, { answers: [] });

/** Whether the usual checker can go wrong, what each other answer makes of it, and the first run that goes wrong. */
export function checkerPage(lang: Lang): Told {
  const text = textsIn(lang);
  const { shapes, breaks, impossible, undecided } = tallyOf(halfMessage);
  const usual = answered(lang, USUAL);
  const checks = checksOf(USUAL);
  const asked = FORM.filter((name) => isAsked(USUAL, name));
  return {
    intro: text('checker-intro'),
    sections: [
      {
        title: text('checker-answer'),
        blocks: [
          {
            kind: 'list',
            items: [line(`${usual.count} ${text('checker-bound', { checks })}`, { lead: usual.answer })],
          },
          { kind: 'text', text: text('checker-ahead') },
          { kind: 'text', text: text('checker-all', { shapes, breaks, impossible, undecided: undecided.length }) },
        ],
      },
      { title: text('checker-form'), blocks: asked.map((name) => question(lang, name)) },
      { title: text('checker-run'), blocks: [breakingRun(lang, asked.flatMap(changedFormsOf))] },
    ],
  };
}

function textsIn(lang: Lang): (key: TextKey<'verify'>, values?: TextValues) => string {
  return (key, values = {}) => topicText(lang, 'verify', key, values);
}

function changedFormsOf(name: FormName): readonly Form[] {
  return optionsOf(halfMessage, name).map((value): Form => ({ ...USUAL, [name]: value }));
}

/** A question, and under each of its answers what a checker comes to that is the usual one in everything else. */
function question(lang: Lang, name: FormName): Block {
  const said = (key: string): string => protocolText(lang, halfMessage.id, key);
  return {
    kind: 'told',
    title: said(`setting-${name}`),
    page: null,
    lines: [
      line(said(`setting-${name}-why`)),
      ...changedFormsOf(name).map((form) => {
        const { answer, count } = answered(lang, form);
        return line(oneSentence(lang, [answer, count]), { lead: said(`value-${name}-${form[name]}`) });
      }),
    ],
  };
}

/** The answer to a form, and how long the run is that breaks it, or how many states were searched. */
function answered(lang: Lang, form: Form): { readonly answer: string; readonly count: string } {
  const text = textsIn(lang);
  const verdict = verdictAhead(halfMessage, form);
  switch (verdict.kind) {
    case 'breaks':
      return {
        answer: text(`checker-breaks-${verdict.promise}`),
        count: text('checker-steps', { steps: verdict.run.length }),
      };
    case 'impossible':
      return { answer: text('checker-impossible'), count: text('checker-states', { states: verdict.states }) };
    case 'undecided':
      return { answer: text('checker-undecided'), count: text('checker-stopped', { states: verdict.states }) };
  }
}

function breakingRun(lang: Lang, forms: readonly Form[]): Block {
  const verdicts = forms.map((form) => verdictAhead(halfMessage, form));
  const broken = verdicts.find((verdict) => verdict.kind === 'breaks');
  if (broken === undefined) throw new Error('Expected some answer of the form to break a promise.');
  const { settings, run: steps } = broken;
  return {
    kind: 'run',
    title: textsIn(lang)(`checker-breaks-${broken.promise}`),
    run: endOf(lang, halfMessage, { settings, steps }),
  };
}
