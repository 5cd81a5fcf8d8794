import { enCli } from './en/cli.ts';
import { fillText, type Lang, type TextValues } from './text.ts';
import { zhCli, type CliKey, type CliTexts } from './zh/cli.ts';

const texts: { readonly [lang in Lang]: CliTexts } = { zh: zhCli, en: enCli };

/** A text of the command line; the page does not carry these. */
export function cliText(lang: Lang, key: CliKey, values: TextValues = {}): string {
  return fillText(texts[lang], key, values);
}
