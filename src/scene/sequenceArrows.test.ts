import { describe, expect, it } from 'vitest';
import { replay } from '../engine/timeline.ts';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from '../scenario/engines.ts';
import { readLink } from '../scenario/link.ts';
import { ARROW_FONT, placeArrows, type PlacedArrow } from './sequenceArrows.ts';
import { layoutSequence, type Room } from './sequenceLayout.ts';
import { sequenceModel } from './sequenceModel.ts';
import { widthOf } from './textWidth.ts';

await loadAllTexts();

describe('the messages of the sequence diagram', () => {
  it('[G32] that end in one place have one name with their number, and no name lies over another', () => {
    const placed = arrowsOf(Array.from({ length: 9 }, () => 'order.half.ok.commit.return').join('.'));
    const names = placed.flatMap(({ name }) => (name === null ? [] : [name.text]));
    expect(names.filter((text) => text.startsWith('COMMIT'))).toEqual(['COMMIT o1 +8']);
    expect(names.filter((text) => text.startsWith('half'))).toHaveLength(9);
    expect(overlaps(placed)).toEqual([]);
  });

  it('[G32] that are long on their way run below the names of those that arrived', () => {
    const placed = arrowsOf(Array.from({ length: 9 }, () => 'order.half.ok.commit.return').join('.'));
    const tracks = placed.filter(({ bendX }) => bendX !== null);
    expect(tracks).toHaveLength(8);
    const names = placed.flatMap(({ end, name }) => (end === 'delivered' && name !== null ? [name] : []));
    expect(names).toHaveLength(18);
    const crossed = names.flatMap(({ text, x, y, anchor }) => {
      const left = anchor === 'end' ? x - widthOf(text, ARROW_FONT) : x;
      return tracks.filter(
        ({ bendX, x2, y2 }) => left < x2 && (bendX ?? x2) < left + widthOf(text, ARROW_FONT) && Math.abs(y2 - y) < 8,
      );
    });
    expect(crossed).toEqual([]);
  });

  it('[G32] are named beside their arrow, on the side that it leaves free, or behind the end of one cut short', () => {
    const [half, ok, commit] = arrowsOf('order.half.ok.commit.return.drop~end');
    const middle = ({ x1, x2 }: PlacedArrow): number => (x1 + x2) / 2;
    expect(half?.name).toMatchObject({
      text: 'half o1',
      anchor: 'end',
      x: (half === undefined ? 0 : middle(half)) - 7,
    });
    expect(ok?.name).toMatchObject({ text: 'SEND_OK', anchor: 'start', x: (ok === undefined ? 0 : middle(ok)) + 7 });
    expect(commit?.name).toMatchObject({ text: 'COMMIT o1', anchor: 'start', x: (commit?.x2 ?? 0) + 9, y: commit?.y2 });
  });

  it('[G32] are not named where rows are low', () => {
    expect(arrowsOf('order.half.ok', 'least').map(({ name }) => name)).toEqual([null, null]);
  });
});

function arrowsOf(words: string, room: Room = 'enough'): readonly PlacedArrow[] {
  const { scenario } = readLink(protocols, `v2/half-message?do=${words}`);
  const { timeline } = replay(engineFor(protocols[0], scenario.settings), scenario.steps);
  const model = sequenceModel(protocols[0], timeline, 'concept', 'en');
  return placeArrows(model.arrows, layoutSequence(model, 900, room));
}

function overlaps(placed: readonly PlacedArrow[]): readonly string[] {
  const boxes = placed.flatMap(({ name }) => {
    if (name === null) return [];
    const { text, x, y, anchor } = name;
    const width = widthOf(text, ARROW_FONT);
    const left = anchor === 'end' ? x - width : x;
    return [{ text, left, right: left + width, y }];
  });
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => one.left < other.right && other.left < one.right && Math.abs(one.y - other.y) < 12)
      .map((other) => `${one.text} over ${other.text}`),
  );
}
