/** What the panel gives as text, for each way of taking a run along. */
import type { ExportedRun } from '../../exports/exported.ts';
import { namedId } from '../../exports/exported.ts';
import { pictureLine } from '../../exports/markdown.ts';
import { mermaidOf } from '../../exports/mermaid.ts';
import { stageExtent } from '../../exports/svg.ts';
import { descriptionOf } from '../../exports/told.ts';
import {
  elementCode,
  embedAddress,
  frameTitle,
  iframeCode,
  pageAddress,
  staticPage,
  type Showing,
  type Site,
} from './shareModel.ts';

export const WAYS = ['link', 'markdown', 'embed', 'element', 'mermaid', 'picture'] as const;
export type Way = (typeof WAYS)[number];

export interface Taken {
  readonly run: ExportedRun;
  readonly site: Site;
  /** From `v2/` on. */
  readonly link: string;
  /** The name of the run. */
  readonly title: string;
  readonly showing: Showing;
}

/** Null where a page on a disk can't give it, and for a picture, which is no text. */
export function textOf(way: Way, taken: Taken): string | null {
  const { run, site, link, title, showing } = taken;
  switch (way) {
    case 'link':
      return pageAddress(site, link, showing);
    case 'markdown':
      return pictureLine(run, {
        url: pageAddress(site, link, showing),
        picture: picturePlace(taken) ?? fileName(taken),
      });
    case 'embed': {
      const own = showing.title.trim();
      return site.isFile
        ? null
        : iframeCode(embedAddress(site, link, showing), frameTitle(run.lang, own === '' ? title : own), showing.height);
    }
    case 'element': {
      const src = picturePlace(taken);
      const picture = src === null ? null : { src, alt: descriptionOf(run), ...stageExtent(run) };
      return site.isFile ? null : elementCode({ site, link, showing, title, picture });
    }
    case 'mermaid':
      return mermaidOf(run);
    case 'picture':
      return null;
  }
}

/** The picture that the site itself has of a named run at its end; null of any other. */
export function picturePlace({ run, site }: Pick<Taken, 'run' | 'site'>): string | null {
  const id = namedId(run);
  const isWhole = run.at === run.timeline.frames.length - 1;
  if (site.isFile || id === null || !isWhole || run.zoom !== 'concept') return null;
  return `${staticPage(site, { lang: run.lang, protocol: run.protocol.id, id })}picture.svg`;
}

/** What a picture is called when it is saved: by the checksum of what it shows. */
export function fileName({ run, link }: Pick<Taken, 'run' | 'link'>, ending = 'svg'): string {
  const hash = /&h=([0-9a-f]+)$/.exec(link)?.[1] ?? 'start';
  return `${run.protocol.id}-${hash}.${ending}`;
}
