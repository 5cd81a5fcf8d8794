/** `matrix`: what becomes of the ledger under every fault, for every compared protocol and setting. */
import { cliText } from './cliText.ts';
import { FALLBACK_LANG, LANGS } from '../i18n/languages.ts';
import { protocols } from '../protocols/registry.ts';
import { matrixOf, type Matrix } from '../scenario/matrix.ts';
import { badInput, fine, type Command, type Printed } from './command.ts';
import { readOptions, type OptionSpec } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'json', kind: 'switch' },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'help', kind: 'switch' },
];

export const matrixCommand: Command = { name: 'matrix', run: matrix };

function matrix(args: readonly string[]): Printed {
  const options = readOptions('matrix', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  const lang = LANGS.find((known) => known === given.get('lang')) ?? FALLBACK_LANG;
  if (given.has('help')) return fine(cliText(lang, 'cli-matrix-usage'));
  if (positionals.length > 0) return badInput(cliText(lang, 'cli-matrix-no-arguments', { count: positionals.length }));
  const outcome = matrixOf(protocols);
  return fine(given.has('json') ? JSON.stringify(outcome) : lines(outcome).join('\n'));
}

/** One line per cell: fault, protocol with its settings, verdict, link. */
function lines({ columns, rows }: Matrix): readonly string[] {
  return rows.flatMap(({ fault, cells }) =>
    cells.map(({ verdict, link }, index) => {
      const { protocol = '', settings = {} } = columns[index] ?? {};
      const set = Object.entries(settings).map(([name, value]) => `${name}~${value}`);
      return [fault, [protocol, ...set].join(' '), verdict, link].join('\t');
    }),
  );
}
