/** `export <link> --as …`: a run as text for a document, without a browser. */
import { animatedSvg } from '../exports/animatedSvg.ts';
import type { ExportedRun } from '../exports/exported.ts';
import { jsonOf } from '../exports/json.ts';
import { markdownOf } from '../exports/markdown.ts';
import { mermaidOf } from '../exports/mermaid.ts';
import { openRun } from '../exports/openRun.ts';
import { plantumlOf } from '../exports/plantuml.ts';
import { sequenceSvg, stageSvg } from '../exports/svg.ts';
import { FALLBACK_LANG, LANGS, type Lang } from '../i18n/languages.ts';
import type { Zoom } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { writeLink } from '../scenario/link.ts';
import type { ExportTheme } from '../scene/svgWhole.ts';
import { cliText } from './cliText.ts';
import { badInput, fine, type Command, type Printed } from './command.ts';
import { readOptions, type OptionSpec } from './options.ts';

const FORMATS = ['mermaid', 'plantuml', 'markdown', 'svg', 'json'] as const;
type Format = (typeof FORMATS)[number];
const THEMES = ['auto', 'light', 'dark'] as const satisfies readonly ExportTheme[];
const VIEWS = ['stage', 'sequence', 'run'] as const;
const ZOOMS = ['concept', 'internals'] as const satisfies readonly Zoom[];
/** Where the README says to put it, unless `--picture` says otherwise. */
const PICTURE = 'halfway.svg';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'as', kind: 'value', values: FORMATS },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'theme', kind: 'value', values: THEMES },
  { name: 'view', kind: 'value', values: VIEWS },
  { name: 'zoom', kind: 'value', values: ZOOMS },
  { name: 'at', kind: 'text' },
  { name: 'picture', kind: 'text' },
  { name: 'help', kind: 'switch' },
];

type Given = ReadonlyMap<string, string | true>;

export const exportCommand: Command = { name: 'export', run };

function run(args: readonly string[]): Printed {
  const options = readOptions('export', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  const lang = chosen(LANGS, given, 'lang') ?? FALLBACK_LANG;
  const formats = FORMATS.join('|');
  if (given.has('help')) return fine(cliText(lang, 'cli-export-usage', { formats }));
  const [link, ...others] = positionals;
  if (link === undefined || others.length > 0)
    return badInput(cliText(lang, 'cli-export-one-link', { count: positionals.length }));
  const format = chosen(FORMATS, given, 'as');
  if (format === null) return badInput(cliText(lang, 'cli-export-no-format', { formats }));
  const misplaced = misplacedOption(format, given, lang);
  if (misplaced !== null) return badInput(misplaced);
  const opened = openedRun(link, given, lang);
  return typeof opened === 'string' ? badInput(opened) : fine(exported(opened, { format, link, given }));
}

function misplacedOption(format: Format, given: Given, lang: Lang): string | null {
  for (const option of ['theme', 'view'])
    if (format !== 'svg' && given.has(option)) return cliText(lang, 'cli-export-only-svg', { option: `--${option}` });
  if (format !== 'markdown' && given.has('picture'))
    return cliText(lang, 'cli-export-only-markdown', { option: '--picture' });
  return null;
}

/** The run and its position, or what is wrong in one sentence. */
function openedRun(link: string, given: Given, lang: Lang): ExportedRun | string {
  const opened = openRun(protocols, link, { lang, zoom: chosen(ZOOMS, given, 'zoom') ?? 'concept' });
  const wanted = given.get('at');
  if (typeof opened === 'string' || typeof wanted !== 'string') return opened;
  const steps = opened.timeline.frames.length - 1;
  const at = positionOf(wanted, steps);
  return at === null ? cliText(lang, 'cli-export-at', { steps, value: wanted }) : { ...opened, at };
}

function positionOf(text: string, last: number): number | null {
  const at = /^\d{1,6}$/.test(text) ? Number(text) : Infinity;
  return at <= last ? at : null;
}

interface Asked {
  readonly format: Format;
  readonly link: string;
  readonly given: Given;
}

function exported(of: ExportedRun, { format, link, given }: Asked): string {
  switch (format) {
    case 'mermaid':
      return mermaidOf(of);
    case 'plantuml':
      return plantumlOf(of);
    case 'json':
      return jsonOf(of);
    case 'markdown': {
      const picture = given.get('picture');
      const url = `${siteOf(link)}#${writeLink(of.protocol, of.timeline, of.at).link}`;
      return markdownOf(of, { url, picture: typeof picture === 'string' ? picture : PICTURE });
    }
    case 'svg':
      return svgOf(of, chosen(VIEWS, given, 'view') ?? 'stage', chosen(THEMES, given, 'theme') ?? 'auto');
  }
}

function svgOf(of: ExportedRun, view: (typeof VIEWS)[number], theme: ExportTheme): string {
  switch (view) {
    case 'stage':
      return stageSvg(of, theme);
    case 'sequence':
      return sequenceSvg(of, theme);
    case 'run':
      return animatedSvg(of, theme);
  }
}

/** Where the link opens: what stands before its hash; empty where it was given from `v2/` on. */
function siteOf(link: string): string {
  const hash = link.indexOf('#');
  return hash < 0 ? '' : link.slice(0, hash);
}

function chosen<Value extends string>(values: readonly Value[], given: Given, name: string): Value | null {
  return values.find((value) => value === given.get(name)) ?? null;
}
