/** Writes into a card's stage what its boxes hold and what its arrows carry: only what has changed, and nothing else moves. */
import type { TextKey } from '../../i18n/book.ts';
import type { TextValues } from '../../i18n/fill.ts';
import type { Box, Shared, StageNow } from './loadModel.ts';
import { digits, grouped } from './plotModel.ts';

type Texts = (key: TextKey<'load'>, values?: TextValues) => string;

export function writeStage(stage: HTMLElement, text: Texts, now: StageNow, { perS }: Pick<Shared, 'perS'>): void {
  const each = (name: string, write: (element: HTMLElement | SVGElement, index: number) => void): void =>
    stage.querySelectorAll<HTMLElement | SVGElement>(`.${name}`).forEach(write);
  const { boxes } = now;
  const carried = carriedPerS(now);
  each('load-level', ({ style }, index) => {
    const full = Math.min(1, boxes[index]?.level ?? 0);
    style.transform = `translateY(min(${100 * (1 - full)}%, 100% - 2px))`;
  });
  each('load-count', (element, index) => put(element, grouped(boxes[index]?.count ?? 0)));
  each('load-box-note', (element, index) => {
    const box = boxes[index];
    put(element, box === undefined ? '' : noteOf(text, box));
  });
  each('load-arrow > span', (element, index) =>
    put(element, text('per-second', { rate: digits(carried[index] ?? 0) })),
  );
  each('load-arrow-line', ({ style }, index) => {
    style.strokeWidth = String(1.5 + 4 * Math.min(1, (carried[index] ?? 0) / perS));
  });
}

/** Into each of the boxes, per second. */
function carriedPerS({ boxes, ratesPerS: { offered, answered, points } }: StageNow): readonly number[] {
  return [offered, boxes[0]?.id === 'door' ? offered : answered, points].map(Math.round);
}

function put(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

function noteOf(text: Texts, { id, all, changePerS }: Box): string {
  if (id === 'orders') return text('box-threads-of', { all: all ?? 0 });
  if (id === 'points') return text('box-cores-of', { all: all ?? 0 });
  const rate = digits(Math.round(Math.abs(changePerS)));
  if (Math.abs(changePerS) < 5) return text(id === 'door' ? 'box-door-waiting' : 'box-waiting');
  return text(changePerS > 0 ? 'box-filling' : 'box-draining', { rate });
}
