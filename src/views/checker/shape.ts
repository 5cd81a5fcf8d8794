/** A checker as its form says it: the questions, their answers, and the settings of the model that they stand for. */
import type { Settings } from '../../engine/model.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { checkerOf } from '../../protocols/half-message/checkers.ts';
import { acceptValue } from '../../protocols/shared/settings.ts';
import { completeSettings } from '../../scenario/settings.ts';
import type { CheckerPage } from '../../scenario/trialAddress.ts';

/** The questions of the form, in its order: settings of half messages. */
export const FORM = [
  'check-reads',
  'check-missing',
  'check-running',
  'check-exception',
  'check-purge',
  'check-grace',
  'producers',
  'check-group',
] as const;
export type FormName = (typeof FORM)[number];
export type Form = { readonly [name in FormName]: string };

/** What the named default checker does, said question by question. */
const CAREFUL: Form = {
  'check-reads': 'order-row',
  'check-missing': 'rollback',
  'check-running': 'unknown',
  'check-exception': 'unknown',
  'check-purge': 'kept',
  'check-grace': 'none',
  producers: '1',
  'check-group': 'shared',
};

const AS_NAMED = 'as-named';

/** A third instance asks nothing of a checker that a second one does not (HM-C14). */
const asAsked = (name: string, value: string | undefined): string | undefined =>
  name === 'producers' && value === '3' ? '2' : value;

/** Every checker that the form can say, once, the careful one first: the order of the answers that are computed ahead. */
export function everyShape(protocol: Protocol): readonly Form[] {
  const forms = FORM.reduce<readonly Form[]>(
    (known, name) =>
      known.flatMap((form) => optionsOf(protocol, name).map((value): Form => ({ ...form, [name]: value }))),
    [CAREFUL],
  );
  return forms.filter((form) => shapeKey(form) === FORM.map((name) => form[name]).join());
}

/** Equal for forms of which every answer that makes a difference is the same. */
export function shapeKey(form: Form): string {
  return FORM.map((name) => (isAsked(form, name) ? form[name] : CAREFUL[name])).join();
}

/** The form of the checker that these settings have. */
export function formIn(settings: Settings): Form {
  const { reads, missing, running, exception, purge, grace, group } = checkerOf(settings);
  return {
    'check-reads': reads,
    'check-missing': missing,
    'check-running': running,
    'check-exception': exception,
    'check-purge': purge,
    'check-grace': grace,
    producers: asAsked('producers', settings['producers']) ?? '1',
    'check-group': group,
  };
}

/** What can be answered to a question of the form. */
export function optionsOf(protocol: Protocol, name: FormName): readonly string[] {
  const spec = protocol.settings.find((known) => known.name === name);
  const values = spec?.kind === 'choice' ? spec.values : [];
  return values.filter((value) => value !== AS_NAMED && asAsked(name, value) === value);
}

/** What the address answers, where that is possible; else what the default checker does. */
export function formOf(protocol: Protocol, { answers }: CheckerPage): Form {
  const given = FORM.flatMap((name): readonly (readonly [FormName, string])[] => {
    const spec = protocol.settings.find((known) => known.name === name);
    const text = answers.findLast((answer) => answer.name === name)?.value;
    const value = spec === undefined || text === undefined ? null : acceptValue(spec, text);
    return value === null || value === AS_NAMED ? [] : [[name, asAsked(name, value) ?? value]];
  });
  return { ...CAREFUL, ...Object.fromEntries(given) };
}

/** The page at other answers. */
export function pageOf(form: Form): CheckerPage {
  const answers = FORM.filter((name) => form[name] !== CAREFUL[name]).map((name) => ({ name, value: form[name] }));
  return { answers };
}

/** Whether a question makes a difference, given the other answers. */
export function isAsked(form: Form, name: FormName): boolean {
  switch (name) {
    case 'check-group':
      return form.producers === '2';
    case 'check-purge':
      return ['log-row', 'late-status', 'coordinator'].includes(form['check-reads']);
    case 'check-running':
    case 'check-grace':
      return form['check-missing'] !== 'unknown';
    case 'check-reads':
    case 'check-missing':
    case 'check-exception':
    case 'producers':
      return true;
  }
}

/** Two checks are answered UNKNOW before the third counts. */
export function checksOf(form: Form): number {
  return form['check-grace'] === 'two-checks' && isAsked(form, 'check-grace') ? 3 : 1;
}

/** The settings that the form stands for, at as few rounds as can show something. */
export function settingsFor(protocol: Protocol, form: Form): Settings {
  return completeSettings(protocol, {
    ...answersIn(form),
    'check-max': String(checksOf(form)),
    'reconsume-max': '1',
  });
}

/** The same for the explorer, at the usual number of rounds. */
export function panelSettings(protocol: Protocol, form: Form): Settings {
  return completeSettings(protocol, answersIn(form));
}

function answersIn(form: Form): Settings {
  const asked = FORM.map((name) => {
    const isOwn = isAsked(form, name) && form[name] !== CAREFUL[name];
    return [name, isOwn || name === 'producers' ? form[name] : AS_NAMED] as const;
  });
  return Object.fromEntries(asked);
}
