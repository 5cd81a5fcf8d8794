/** Pictures of a run: the stage at a position, the whole sequence diagram, and the run as it moves. Self-contained SVG. */
import { pageText } from '../i18n/text.ts';
import { sceneOf, type Scene } from '../scene/scene.ts';
import type { Arrangement } from '../scene/sceneRequest.ts';
import { sequenceShapes } from '../scene/sequenceSvg.ts';
import { layoutSequence } from '../scene/sequenceLayout.ts';
import { sequenceModel } from '../scene/sequenceModel.ts';
import { extentOf, sceneToSvg, type SvgWords } from '../scene/svg.ts';
import { paletteOf, wholeSvg, type ExportTheme, type PictureTheme } from '../scene/svgWhole.ts';
import { frameAt, previousOf, titleOf, type ExportedRun } from './exported.ts';
import { descriptionOf } from './told.ts';

const WIDE: Arrangement = { kind: 'wide', squeeze: 1, stretch: 1 };

export function sceneAtPosition(run: ExportedRun, arrangement: Arrangement = WIDE): Scene {
  const { protocol, timeline, at, lang, zoom } = run;
  const [frame, previous] = [frameAt(timeline, at), previousOf(timeline, at)];
  const { settings } = timeline.engine.model;
  return sceneOf({ protocol, settings, zoom, lang, frame, previous, arrangement, isInteractive: false });
}

/** The stage after so many steps. */
export function stageSvg(run: ExportedRun, theme: ExportTheme, arrangement: Arrangement = WIDE): string {
  return sceneToSvg(sceneAtPosition(run, arrangement), theme, wordsOf(run));
}

/** The whole run as a sequence diagram, up to the position. */
export function sequenceSvg(run: ExportedRun, theme: PictureTheme): string {
  const { protocol, timeline, at, lang, zoom } = run;
  const [first, ...others] = timeline.frames.slice(0, at + 1);
  const past = { ...timeline, frames: [first ?? timeline.frames[0], ...others] as const };
  const model = sequenceModel(protocol, past, zoom, lang);
  const { width, height, shapes } = sequenceShapes(model, layoutSequence(model, 0, 'enough'), paletteOf(theme));
  return wholeSvg({ width, height, viewBox: `0 0 ${width} ${height}`, theme, words: wordsOf(run) }, shapes);
}

export function wordsOf(run: ExportedRun): SvgWords {
  const { lang } = run;
  return {
    title: titleOf(run),
    description: descriptionOf(run),
    lang,
    empty: pageText(lang, 'stage-empty'),
    survives: pageText(lang, 'stage-survives'),
  };
}

/** How large the picture of the stage is. */
export function stageExtent(run: ExportedRun): { readonly width: number; readonly height: number } {
  const { width, height } = extentOf(sceneAtPosition(run));
  return { width, height };
}
