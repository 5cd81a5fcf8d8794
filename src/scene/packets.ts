/** Messages in flight at rest: where each of them waits on its arrow, and how it looks. */
import { keyOf } from '../engine/data.ts';
import type { Message, RoleId } from '../engine/model.ts';
import type { Frame } from '../engine/timeline.ts';
import { protocolText } from '../i18n/text.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Fate, Protocol, Side } from '../protocols/protocol.ts';
import { boxesOverlap, inset, type Box, type Point } from './geometry.ts';
import { fonts, packet as metrics } from './metrics.ts';
import { glyphOf } from './fateStyle.ts';
import { routeOf, type PlacedEdge, type Route } from './placeEdge.ts';
import type { StageLayout } from './stageLayout.ts';
import { fitWords, widthOf } from './textWidth.ts';

/** How a message looks wherever it is. */
export interface MessageLook {
  /** Cut so that it fits its arrow. */
  readonly label: string;
  readonly name: string;
  readonly fate: Fate;
  readonly stage: number | null;
  readonly width: number;
}

/** A message in flight. Equal messages are one picture, because they are interchangeable; others where there is no room. */
export interface PacketShape {
  readonly key: string;
  /** The transfers that it stands for: more than one are folded. */
  readonly keys: readonly string[];
  /** The packets that it stands for, oldest first. */
  readonly ids: readonly number[];
  readonly from: RoleId;
  readonly to: RoleId;
  readonly message: Message;
  readonly edge: string;
  readonly look: MessageLook;
  readonly box: Box;
  /** Where it is going. */
  readonly heading: Side;
  readonly isNew: boolean;
}

export interface Transfer {
  readonly from: RoleId;
  readonly to: RoleId;
  readonly message: Message;
}

export function transferKey({ from, to, message }: Transfer): string {
  return `${from}>${to} ${keyOf(message)}`;
}

export function lookOf(protocol: Protocol, lang: Lang, message: Message, edge: PlacedEdge): MessageLook {
  const { label, ...marks } = protocol.packetLook(message);
  const name = protocolText(lang, protocol.id, label);
  return legible({ ...marks, name }, name, edge);
}

/** Where there is no room for both, the name is worth more than the number of its stage. */
function legible(look: Marks, wanted: string, edge: PlacedEdge): MessageLook {
  const whole = fitted(look, wanted, edge);
  const bare = fitted({ ...look, stage: null }, wanted, edge);
  return whole.label.endsWith('…') && !bare.label.endsWith('…') ? bare : whole;
}

type Marks = Pick<MessageLook, 'name' | 'fate' | 'stage'>;

function fitted(look: Marks, wanted: string, edge: PlacedEdge): MessageLook {
  const frame =
    2 * metrics.paddingX +
    (look.stage === null ? 0 : metrics.number + metrics.gap) +
    (signOf(look) === '' ? 0 : metrics.glyph + metrics.gap);
  const free = edge.room + 2 * metrics.overlap;
  const most = edge.runs === 'across' ? Math.max(metrics.widthMin, Math.min(metrics.widthMax, free)) : metrics.widthMax;
  const label = fitWords(wanted, most - frame, fonts.packet);
  return { ...look, label, width: Math.max(metrics.widthMin, widthOf(label, fonts.packet) + frame) };
}

/** The sign before the label; the number of a stage takes its place, the border tells the fate all the same. */
export function signOf({ fate, stage }: Pick<MessageLook, 'fate' | 'stage'>): string {
  return stage === null ? glyphOf(fate) : '';
}

/** Where all messages of a frame rest: spread along their arrow, else piled up where that covers nothing, else folded. */
export function restingPackets(
  protocol: Protocol,
  lang: Lang,
  frame: Frame,
  layout: StageLayout,
): readonly PacketShape[] {
  const groups = groupsOf(frame);
  const taken: Box[] = [];
  return layout.edges.flatMap((edge) => {
    const here = groups.flatMap((group): readonly Pile[] => {
      const route = routeOf(layout, group);
      return route?.edge === edge ? [{ ...group, route, look: lookOf(protocol, lang, group.message, edge) }] : [];
    });
    const piles = folded(here, edge);
    return piles.map(({ sentIn, route, ...pile }, index): PacketShape => {
      const wanted = besideBoxes(layout, route, partOf(route, piles, index), pile.look.width);
      const box = freePlace(wanted, taken, { edge, width: layout.width }) ?? wanted;
      taken.push(box);
      const heading = headingOf(route.at(0.49), route.at(0.51));
      return { ...pile, edge: edge.spec.id, box, heading, isNew: sentIn === frame.index && frame.index > 0 };
    });
  });
}

interface Group extends Transfer, Pick<PacketShape, 'key' | 'keys' | 'ids'> {
  /** The frame that sent the newest of them. */
  readonly sentIn: number;
}

/** What rests in one place. */
interface Pile extends Group {
  readonly route: Route;
  readonly look: MessageLook;
}

/** Equal messages between the same roles, together. */
function groupsOf({ packets }: Frame): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { id, from, to, message, sentIn } of packets) {
    const key = transferKey({ from, to, message });
    const known = groups.get(key);
    const ids = [...(known?.ids ?? []), id];
    groups.set(key, { key, keys: [key], from, to, message, ids, sentIn: Math.max(sentIn, known?.sentIn ?? 0) });
  }
  return [...groups.values()];
}

/** As they are where there is room; else those of one kind together; else all that go the same way. */
function folded(piles: readonly Pile[], edge: PlacedEdge): readonly Pile[] {
  const kinds = foldedBy(piles, edge, ({ from, to, look }) => [from, to, kindsOf(look.name), look.fate].join(' '));
  return [piles, kinds].find((some) => hasRoom(some, edge)) ?? foldedBy(piles, edge, ({ from, to }) => `${from} ${to}`);
}

function foldedBy(piles: readonly Pile[], edge: PlacedEdge, keyOfFold: (pile: Pile) => string): readonly Pile[] {
  const folds = new Map<string, Pile>();
  for (const pile of piles) {
    const key = keyOfFold(pile);
    const known = folds.get(key);
    folds.set(key, known === undefined ? pile : fold(key, known, pile, edge));
  }
  return [...folds.values()];
}

/** Together they have the marks that both have. */
function fold(key: string, one: Pile, other: Pile, edge: PlacedEdge): Pile {
  const name = [one.look.name, other.look.name].join(COMMA);
  const fate = one.look.fate === other.look.fate ? one.look.fate : 'plain';
  const stage = one.look.stage === other.look.stage ? one.look.stage : null;
  return {
    ...one,
    key,
    keys: [...one.keys, ...other.keys],
    ids: [...one.ids, ...other.ids],
    sentIn: Math.max(one.sentIn, other.sentIn),
    look: legible({ name, fate, stage }, kindsOf(name), edge),
  };
}

const COMMA = ', ';

/** The first word of each name says what the message is, the rest of which order it is. */
function kindsOf(names: string): string {
  return [...new Set(names.split(COMMA).map((name) => name.split(' ')[0]))].join(' + ');
}

function headingOf(from: Point, to: Point): Side {
  const [x, y] = [to.x - from.x, to.y - from.y];
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 'right' : 'left';
  return y >= 0 ? 'bottom' : 'top';
}

export function boxAround({ x, y }: Point, width: number): Box {
  return { x: Math.round(x - width / 2), y: Math.round(y - metrics.height / 2), width, height: metrics.height };
}

export function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Around this part of a way, or around the nearest part where it hides nothing that stands in a box. */
export function besideBoxes({ nodes }: StageLayout, { at }: Route, part: number, width: number): Box {
  const wanted = boxAround(at(part), width);
  for (let away = 0; away < 0.5; away += PART) {
    for (const near of [part - away, part + away]) {
      const box = boxAround(at(near), width);
      if (!nodes.some((node) => boxesOverlap(inset(node.box, metrics.overlap), box))) return box;
    }
  }
  return wanted;
}

const PART = 0.05;

/** The nearest place beside the arrow that is not taken yet, on both sides in turn; null after a few tries. */
export function freePlace(wanted: Box, taken: readonly Box[], { edge, width }: Beside): Box | null {
  const isDown = edge.runs === 'down';
  const stride = isDown ? ASIDE : metrics.height + metrics.between;
  for (let attempt = 0; attempt < PLACES_MAX; attempt += 1) {
    const away = Math.ceil(attempt / 2) * (attempt % 2 === 0 ? -1 : 1) * stride;
    const place = isDown ? { ...wanted, x: wanted.x + away } : { ...wanted, y: wanted.y + away };
    const isOutside = isDown && (place.x < 0 || place.x + place.width > width);
    if (!isOutside && !taken.some((box) => boxesOverlap(box, place))) return place;
  }
  return null;
}

interface Beside {
  readonly edge: PlacedEdge;
  /** Of the stage. */
  readonly width: number;
}

/** Beside arrows that run down there may be others: never farther than needed. */
const ASIDE = 20;
const PLACES_MAX = 31;

/** How much of the way these messages need, one behind the other. */
function neededFor(piles: readonly Pick<Pile, 'look'>[], { runs }: PlacedEdge): number {
  const lengths = piles.map(({ look }) => (runs === 'across' ? look.width : metrics.height) + metrics.between);
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** Beside an arrow that runs across there is only the stage, beside one that runs down there are other arrows. */
function hasRoom(piles: readonly Pile[], edge: PlacedEdge): boolean {
  return piles.length <= (edge.runs === 'across' ? PILED_MAX : 1) || neededFor(piles, edge) < edge.path.length;
}

const PILED_MAX = 3;

function partOf({ edge }: Route, piles: readonly Pile[], index: number): number {
  return neededFor(piles, edge) < edge.path.length ? (index + 1) / (piles.length + 1) : 0.5;
}
