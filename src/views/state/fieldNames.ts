import { listText } from '../../i18n/lists.ts';
import type { Lang } from '../../i18n/languages.ts';
import { namesOf } from '../../i18n/names.ts';
import { hasProtocolText, topicText } from '../../i18n/text.ts';
import { fieldText, valueText } from './chartText.ts';
import type { FieldNames } from './fieldsModel.ts';

/** How the fields of a machine and what is in them are called in a language. */
export function fieldNames(lang: Lang, protocol: string, machine: string): FieldNames {
  const names = namesOf(lang, protocol);
  return {
    field: (name) => fieldText(lang, machine, name),
    value: (value) => {
      if (typeof value === 'boolean') return topicText(lang, 'machines', value ? 'value-yes' : 'value-no');
      if (typeof value === 'number') return String(value);
      if (hasProtocolText(lang, protocol, `role-${value}`)) return names.role(value);
      return valueText(lang, value) ?? value;
    },
    message: names.inline.message,
    list: (parts) => listText(lang, parts),
    order: topicText(lang, 'machines', 'fields-order'),
    entry: topicText(lang, 'machines', 'fields-entry'),
  };
}
