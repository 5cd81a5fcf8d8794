/** What a `halfway:` link becomes: where it leads, the picture of its run, and what the picture is for who cannot see it. */
import { animatedSvg } from '../exports/animatedSvg.ts';
import type { ExportedRun } from '../exports/exported.ts';
import { openRun } from '../exports/openRun.ts';
import { sequenceSvg, stageSvg } from '../exports/svg.ts';
import { descriptionOf, sentencesOf } from '../exports/told.ts';
import { FALLBACK_LANG, LANGS, type Lang } from '../i18n/languages.ts';
import { loadAllTexts } from '../i18n/shelves.ts';
import { loadProtocol, protocolIds } from '../protocols/loaders.ts';
import type { Protocol, Zoom } from '../protocols/protocol.ts';
import { writeLink } from '../scenario/link.ts';
import type { ExportTheme } from '../scene/svgWhole.ts';
import type { MarkdownOptions } from './shipped.ts';

export interface Picture {
  readonly url: string;
  readonly src: string;
  readonly alt: string;
  /** The sentence of the step that is shown; null before the first. */
  readonly title: string | null;
}

const SCHEME = 'halfway:';
const THEMES = ['auto', 'light', 'dark'] as const satisfies readonly ExportTheme[];
const VIEWS = ['stage', 'sequence', 'run'] as const;
const ZOOMS = ['concept', 'internals'] as const satisfies readonly Zoom[];

type Protocols = readonly [Protocol, ...Protocol[]];

/** What turns a link into a picture. The protocols come one by one: `registry.ts` waits while it is imported. */
export async function loadPictureOf(): Promise<(url: string, options: MarkdownOptions) => Picture> {
  const [first, ...others] = protocolIds;
  const protocols: Protocols = [await loadProtocol(first), ...(await Promise.all(others.map(loadProtocol)))];
  await Promise.all([loadAllTexts(), ...protocols.map(({ library }) => library.load())]);
  return (url, options) => pictureOf(protocols, url, options);
}

/**
 * Either `halfway:v2/…`, or with how it is shown before it, as in an address: `halfway:?lang=zh&view=run#v2/…`.
 * @throws Error with one sentence: the link cannot be read whole, its run shows something else by now, or a value is unknown.
 */
function pictureOf(protocols: Protocols, url: string, options: MarkdownOptions): Picture {
  const rest = url.slice(SCHEME.length);
  const hash = rest.indexOf('#');
  const query = new URLSearchParams(hash < 0 ? '' : rest.slice(0, hash));
  const asked = <Value extends string>(
    name: 'lang' | 'zoom' | 'theme' | 'view',
    values: readonly [Value, ...Value[]],
  ) => among(name, query.get(name) ?? options[name] ?? values[0], values);
  const shown = {
    lang: asked('lang', [FALLBACK_LANG, ...LANGS]),
    zoom: asked('zoom', ZOOMS),
    theme: asked('theme', THEMES),
    view: asked('view', VIEWS),
  };
  const run = openRun(protocols, hash < 0 ? rest : rest.slice(hash), shown);
  if (typeof run === 'string') throw new Error(run);
  const { link } = writeLink(run.protocol, run.timeline, run.at);
  const svg = drawn(run, shown);
  return {
    url: `${options.site}?${addressQuery(shown)}#${link}`,
    src: options.store?.(svg, link) ?? `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    alt: descriptionOf(run),
    title: sentencesOf(run).at(-1) ?? null,
  };
}

interface Shown {
  readonly lang: Lang;
  readonly zoom: Zoom;
  readonly theme: ExportTheme;
  readonly view: (typeof VIEWS)[number];
}

function drawn(run: ExportedRun, { view, theme }: Shown): string {
  switch (view) {
    case 'stage':
      return stageSvg(run, theme);
    case 'sequence':
      return sequenceSvg(run, theme);
    case 'run':
      return animatedSvg(run, theme);
  }
}

/** Like the picture; the theme only where it was chosen. */
function addressQuery({ lang, zoom, theme }: Shown): URLSearchParams {
  const query = new URLSearchParams({ lang });
  if (zoom !== 'concept') query.set('zoom', zoom);
  if (theme !== 'auto') query.set('theme', theme);
  return query;
}

function among<Value extends string>(name: string, given: string, values: readonly Value[]): Value {
  const value = values.find((known) => known === given);
  if (value === undefined) throw new Error(`Expected ${[...new Set(values)].join(', ')} for ${name}, not “${given}”.`);
  return value;
}
