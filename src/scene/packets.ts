/** Messages in flight at rest: where each of them waits on its arrow, and how it looks. */
import { keyOf } from '../engine/data.ts';
import type { Message, RoleId } from '../engine/model.ts';
import type { Frame } from '../engine/timeline.ts';
import { protocolText, type Lang } from '../i18n/text.ts';
import type { Fate, Protocol, Side } from '../protocols/protocol.ts';
import { boxesOverlap, type Box, type Point } from './geometry.ts';
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

/** A message in flight. Equal messages on one arrow are one picture, because they are interchangeable. */
export interface PacketShape {
  readonly key: string;
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
  const { label, fate, stage } = protocol.packetLook(message);
  const name = protocolText(lang, protocol.id, label);
  const frame =
    2 * metrics.paddingX +
    (stage === null ? 0 : metrics.number + metrics.gap) +
    (signOf({ fate, stage }) === '' ? 0 : metrics.glyph + metrics.gap);
  const free = edge.room + 2 * metrics.overlap;
  const most = edge.runs === 'across' ? Math.max(metrics.widthMin, Math.min(metrics.widthMax, free)) : metrics.widthMax;
  const short = fitWords(name, most - frame, fonts.packet);
  return { label: short, name, fate, stage, width: Math.max(metrics.widthMin, widthOf(short, fonts.packet) + frame) };
}

/** The sign before the label; the number of a stage takes its place, the border tells the fate all the same. */
export function signOf({ fate, stage }: Pick<MessageLook, 'fate' | 'stage'>): string {
  return stage === null ? glyphOf(fate) : '';
}

/** Where all messages of a frame rest. Those on one arrow are spread along it where there is room, else piled up. */
export function restingPackets(
  protocol: Protocol,
  lang: Lang,
  frame: Frame,
  layout: StageLayout,
): readonly PacketShape[] {
  const groups = groupsOf(frame);
  const taken: Box[] = [];
  return layout.edges.flatMap((edge) => {
    const here = groups.flatMap((group) => {
      const route = routeOf(layout, group.transfer);
      return route?.edge === edge ? [{ group, route, look: lookOf(protocol, lang, group.transfer.message, edge) }] : [];
    });
    const looks = here.map(({ look }) => look);
    return here.map(({ group, route, look }, index): PacketShape => {
      const box = freePlace(boxAround(route.at(partOf(route, looks, index)), look.width), taken);
      taken.push(box);
      const { key, ids, transfer, sentIn } = group;
      const heading = headingOf(route.at(0.49), route.at(0.51));
      return {
        key,
        ids,
        ...transfer,
        edge: edge.spec.id,
        look,
        box,
        heading,
        isNew: sentIn === frame.index && frame.index > 0,
      };
    });
  });
}

interface Group {
  readonly key: string;
  readonly transfer: Transfer;
  readonly ids: readonly number[];
  /** The frame that sent the newest of them. */
  readonly sentIn: number;
}

/** Equal messages between the same roles, together. */
function groupsOf({ packets }: Frame): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { id, from, to, message, sentIn } of packets) {
    const transfer = { from, to, message };
    const key = transferKey(transfer);
    const known = groups.get(key);
    groups.set(key, { key, transfer, ids: [...(known?.ids ?? []), id], sentIn: Math.max(sentIn, known?.sentIn ?? 0) });
  }
  return [...groups.values()];
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

/** The nearest place that is not taken yet: above and below in turn. After a few tries it stays where it is. */
export function freePlace(wanted: Box, taken: readonly Box[]): Box {
  const stride = metrics.height + metrics.between;
  for (let attempt = 0; attempt < PLACES_MAX; attempt += 1) {
    const rows = Math.ceil(attempt / 2) * (attempt % 2 === 0 ? -1 : 1);
    const place = { ...wanted, y: wanted.y + rows * stride };
    if (!taken.some((box) => boxesOverlap(box, place))) return place;
  }
  return wanted;
}

const PLACES_MAX = 15;

function partOf({ edge }: Route, looks: readonly MessageLook[], index: number): number {
  const lengths = looks.map(({ width }) => (edge.runs === 'across' ? width : metrics.height) + metrics.between);
  const needed = lengths.reduce((sum, length) => sum + length, 0);
  return needed < edge.path.length ? (index + 1) / (looks.length + 1) : 0.5;
}
