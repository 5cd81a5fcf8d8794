import { replay } from '../../engine/timeline.ts';
import type { TextKey } from '../../i18n/book.ts';
import type { TextValues } from '../../i18n/fill.ts';
import type { Lang } from '../../i18n/languages.ts';
import { protocolText, topicText } from '../../i18n/text.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import { engineFor } from '../../scenario/engines.ts';
import { verdictAhead, type ToldVerdict } from '../../views/checker/checkerModel.ts';
import { tallyOf } from '../../views/checker/decided.ts';
import { checksOf, FORM, formOf, isAsked, optionsOf, type Form, type FormName } from '../../views/checker/shape.ts';
import { line, type Block, type Line } from '../section.ts';
import type { Told } from './beside.ts';

/** The checker with which the form begins. */
const USUAL = formOf(halfMessage, { answers: [] });

/** Whether the usual checker can go wrong, what each other answer makes of it, and the first run that goes wrong. */
export function checkerPage(lang: Lang): Told {
  const text = textsIn(lang);
  const { shapes, breaks, impossible, undecided } = tallyOf(halfMessage);
  const asked = FORM.filter((name) => isAsked(USUAL, name));
  return {
    intro: text('checker-intro'),
    sections: [
      {
        title: text('checker-answer'),
        blocks: [
          { kind: 'list', items: [answered(lang, USUAL)] },
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
        const { lead, text } = answered(lang, form);
        return line(`${lead}. ${text}`, { lead: said(`value-${name}-${form[name]}`) });
      }),
    ],
  };
}

function answered(lang: Lang, form: Form): Line {
  const text = textsIn(lang);
  const verdict = verdictAhead(halfMessage, form);
  const kind = verdict.kind === 'breaks' ? (`breaks-${verdict.promise}` as const) : verdict.kind;
  return line(`${counted(verdict)} ${text('checker-bound', { checks: checksOf(form) })}`, {
    lead: text(`checker-${kind}`),
  });

  function counted(told: ToldVerdict): string {
    switch (told.kind) {
      case 'breaks':
        return text('checker-steps', { steps: told.run.length });
      case 'impossible':
        return text('checker-states', { states: told.states });
      case 'undecided':
        return text('checker-stopped', { states: told.states });
    }
  }
}

function breakingRun(lang: Lang, forms: readonly Form[]): Block {
  const verdicts = forms.map((form) => verdictAhead(halfMessage, form));
  const broken = verdicts.find((verdict) => verdict.kind === 'breaks');
  if (broken === undefined) throw new Error('Expected some answer of the form to break a promise.');
  const { timeline } = replay(engineFor(halfMessage, broken.settings), broken.run);
  return {
    kind: 'run',
    title: textsIn(lang)(`checker-breaks-${broken.promise}`),
    run: { protocol: halfMessage, timeline, at: broken.run.length, lang, zoom: 'concept' },
  };
}
