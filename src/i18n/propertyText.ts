import { enProperties } from './en/properties.ts';
import { fillText, type Lang } from './text.ts';
import { zhProperties, type PropertyKey, type PropertyTexts } from './zh/properties.ts';

const texts: { readonly [lang in Lang]: PropertyTexts } = { zh: zhProperties, en: enProperties };

/** What a property says; its id where a protocol has one without a text. The page carries these only with the verifier. */
export function propertyText(lang: Lang, id: string): string {
  const key = `property-${id}`;
  return isKey(key) ? fillText(texts[lang], key, {}) : id;
}

function isKey(key: string): key is PropertyKey {
  return key in zhProperties;
}
