/** A run that plays once by itself, as one SVG: every step for as long as its sentence takes to read, then the end stays. */
import { narrate } from '../i18n/narrate.ts';
import { fonts, stage } from '../scene/metrics.ts';
import { extentOf, sceneShapes } from '../scene/svg.ts';
import { rect, textAt } from '../scene/svgParts.ts';
import { paletteOf, wholeSvg, type ExportTheme } from '../scene/svgWhole.ts';
import { wrapEvenly } from '../scene/textWidth.ts';
import type { ExportedRun } from './exported.ts';
import { sceneAtPosition, wordsOf } from './svg.ts';

const CAPTION = { line: 20, linesMax: 3, paddingY: 14 } as const;
/** How long a step stays: so much, and more for every letter or character; a Chinese character says more. */
const READING = { baseMs: 900, letterMs: 45, characterMs: 110 } as const;

/** Where nothing may move, the last frame stands alone. */
export function animatedSvg(run: ExportedRun, theme: ExportTheme): string {
  const palette = paletteOf(theme);
  const words = wordsOf(run);
  const frames = run.timeline.frames.slice(0, run.at + 1);
  const scenes = frames.map(({ index }) => sceneAtPosition({ ...run, at: index }));
  const width = Math.max(...scenes.map((scene) => extentOf(scene).width));
  const stageHeight = Math.max(...scenes.map((scene) => extentOf(scene).height));
  const height = stageHeight + CAPTION.linesMax * CAPTION.line + CAPTION.paddingY;
  const captions = frames.map((frame) => narrate(run.lang, run.protocol, frame).headline);
  const pictures = scenes.map((scene, index) => [
    ...sceneShapes(scene, theme, words, `f${index}-`),
    ...captionOf(`${index} · ${captions[index] ?? ''}`, { width, top: stageHeight - stage.margin }, palette.ink),
  ]);
  const times = timesOf(captions);
  const [x, y] = [-stage.margin, -stage.margin];
  const back = rect({ x, y, width, height }, { fill: palette.bg, radius: 0 });
  return wholeSvg({ width, height, viewBox: `${x} ${y} ${width} ${height}`, theme, words, css: cssOf(times) }, [
    back,
    ...pictures.map((shapes, index) => `<g class="frame f${index}">${shapes.join('')}</g>`),
  ]);
}

function captionOf(
  text: string,
  { width, top }: { readonly width: number; readonly top: number },
  fill: string,
): readonly string[] {
  return wrapEvenly(text, width - 2 * stage.margin, { ...fonts.body, size: 15 })
    .slice(0, CAPTION.linesMax)
    .map((line, index) =>
      textAt({ x: 0, y: top + CAPTION.line * (index + 0.5) }, line, { font: { ...fonts.body, size: 15 }, fill }),
    );
}

interface Times {
  readonly wholeMs: number;
  /** When each frame begins. */
  readonly starts: readonly number[];
}

function timesOf(captions: readonly string[]): Times {
  let now = 0;
  const starts = captions.map((caption) => {
    const start = now;
    const characters = caption.match(/\p{Script=Han}/gu)?.length ?? 0;
    now += READING.baseMs + characters * READING.characterMs + (caption.length - characters) * READING.letterMs;
    return start;
  });
  return { wholeMs: now, starts };
}

/** Without CSS animations, and where nothing may move, only the last frame is seen. */
function cssOf({ wholeMs, starts }: Times): string {
  const last = starts.length - 1;
  const percent = (ms: number): string => `${((ms / wholeMs) * 100).toFixed(3)}%`;
  const shown = starts.map((start, index) => {
    const until = starts[index + 1];
    const from = start === 0 ? '0%' : `0%{visibility:hidden}${percent(start)}`;
    const to = until === undefined ? '100%{visibility:visible}' : `${percent(until)},100%{visibility:hidden}`;
    return `@keyframes s${index}{${from}{visibility:visible}${to}}.f${index}{animation-name:s${index}}`;
  });
  const moving = `.frame{animation:${Math.round(wholeMs)}ms step-end both}${shown.join('')}`;
  return `.frame{visibility:hidden}.f${last}{visibility:visible}@media (prefers-reduced-motion:no-preference){${moving}}`;
}
