/** What travelled in one step: from where to where along which arrow, in which order, and how it ended. */
import type { RunRecord } from '../engine/record.ts';
import type { Frame } from '../engine/timeline.ts';
import { hasProtocolText, pageText, protocolText } from '../i18n/text.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Protocol } from '../protocols/protocol.ts';
import type { Box, Point } from './geometry.ts';
import { fonts, packet as metrics } from './metrics.ts';
import {
  besideBoxes,
  boxAround,
  centreOf,
  freePlace,
  lookOf,
  transferKey,
  type MessageLook,
  type PacketShape,
  type Transfer,
} from './packets.ts';
import { routeOf, type Route } from './placeEdge.ts';
import type { StageLayout } from './stageLayout.ts';
import { wrapEvenly } from './textWidth.ts';
import { trackBetween } from './track.ts';

/**
 * `sent`: now at rest on the arrow. `doubled`: a second one like it. `arrived`: taken in. `ignored`: bounced off.
 * `dropped`: died on the way. `lost`: broke at the border of a process that is down. `called`: a call inside the step.
 */
export type MotionEnd = 'sent' | 'doubled' | 'arrived' | 'ignored' | 'dropped' | 'lost' | 'called';

export interface MotionShape {
  readonly key: string;
  /** The key of the message in flight, before or after the step. */
  readonly packet: string;
  readonly end: MotionEnd;
  readonly edge: string;
  readonly isReversed: boolean;
  /** Null for a call: it is drawn as a dot. */
  readonly look: MessageLook | null;
  /** The way of its middle, from the first to the last point. */
  readonly track: readonly Point[];
  /** What comes in moves first, what is called or sent in answer after it. */
  readonly phase: number;
  /** Where what is left of it stays until the next step; null if nothing is. */
  readonly remains: Box | null;
  /** Why it was ignored, in lines; empty for all others. */
  readonly reason: readonly string[];
}

export interface MotionRequest {
  readonly protocol: Protocol;
  readonly lang: Lang;
  readonly frame: Frame;
  readonly layout: StageLayout;
  /** At rest before the step and after it. */
  readonly before: readonly PacketShape[];
  readonly after: readonly PacketShape[];
}

export function motionsOf(request: MotionRequest): readonly MotionShape[] {
  const { frame, after, layout } = request;
  const taken = after.map(({ box }) => box);
  const motions: MotionShape[] = [];
  let phase = 0;
  for (const [index, record] of frame.records.entries()) {
    const travelled = travelOf(record, frame.records, index, request);
    const route = travelled === null ? null : routeOf(layout, travelled.transfer);
    if (travelled === null || route === null) continue;
    const motion = motionAlong(route, travelled, { request, taken, phase, index });
    if (motion.remains !== null) taken.push(motion.remains);
    motions.push(motion);
    if (travelled.end !== 'sent') phase += 1;
  }
  return motions;
}

interface Travelled {
  readonly transfer: Transfer;
  readonly end: MotionEnd;
  readonly reason: string | null;
}

function travelOf(
  record: RunRecord,
  records: readonly RunRecord[],
  index: number,
  request: MotionRequest,
): Travelled | null {
  switch (record.kind) {
    case 'sent':
      return record.merged ? null : { transfer: record, end: 'sent', reason: null };
    case 'duplicated':
      return { transfer: record, end: 'doubled', reason: null };
    case 'dropped':
      return { transfer: record, end: 'dropped', reason: null };
    case 'lost':
      return { transfer: record, end: 'lost', reason: null };
    case 'called':
      return { transfer: record, end: 'called', reason: null };
    case 'delivered': {
      const next = records[index + 1];
      const isIgnored = next?.kind === 'ignored' && next.role === record.to && next.message === record.message;
      const reason = isIgnored ? reasonText(request, next.reason) : null;
      return { transfer: record, end: isIgnored ? 'ignored' : 'arrived', reason };
    }
    case 'chosen':
    case 'ignored':
    case 'moved':
    case 'armed':
    case 'disarmed':
    case 'fired':
    case 'noted':
    case 'crashed':
    case 'restarted':
      return null;
  }
}

function reasonText({ protocol, lang }: MotionRequest, reason: string): string {
  const key = `ignored-${reason}`;
  return hasProtocolText(lang, protocol.id, key)
    ? protocolText(lang, protocol.id, key)
    : pageText(lang, 'stage-ignored');
}

interface Place {
  readonly request: MotionRequest;
  readonly taken: readonly Box[];
  readonly phase: number;
  readonly index: number;
}

function motionAlong(
  route: Route,
  { transfer, end, reason }: Travelled,
  { request, taken, phase, index }: Place,
): MotionShape {
  const packet = transferKey(transfer);
  const start = request.before.find(({ keys }) => keys.includes(packet))?.box;
  const rest = request.after.find(({ keys }) => keys.includes(packet))?.box;
  const look = end === 'called' ? null : lookOf(request.protocol, request.lang, transfer.message, route.edge);
  const remains = look === null ? null : remainsOf(route, end, look, { start, taken, layout: request.layout });
  const from = start === undefined || end === 'sent' ? route.at(0) : centreOf(start);
  const ended = end === 'sent' || end === 'doubled' ? rest : remains;
  const to = end === 'arrived' || ended === null || ended === undefined ? route.at(1) : centreOf(ended);
  const { edge, isReversed } = route;
  const lines = reason === null ? [] : wrapEvenly(reason, REASON_WIDTH, fonts.label).slice(0, REASON_LINES);
  const track = trackBetween(route.at, from, to);
  return {
    key: `${index} ${packet}`,
    packet,
    end,
    edge: edge.spec.id,
    isReversed,
    look,
    track,
    phase,
    remains,
    reason: lines,
  };
}

const REASON_WIDTH = 170;
const REASON_LINES = 3;

interface Known {
  readonly start: Box | undefined;
  readonly taken: readonly Box[];
  readonly layout: StageLayout;
}

/** What has arrived is told elsewhere too; where there is no room for it, nothing is left of it. */
function remainsOf(route: Route, end: MotionEnd, look: MessageLook, { start, taken, layout }: Known): Box | null {
  const middle = besideBoxes(layout, route, 0.5, look.width);
  const free = (wanted: Box): Box | null => freePlace(wanted, taken, { edge: route.edge, width: layout.width });
  const under = { ...(start ?? middle), y: (start ?? middle).y + FALL };
  const border = boxAround(nearTheEnd(route, look), look.width);
  switch (end) {
    case 'sent':
    case 'doubled':
    case 'called':
      return null;
    case 'arrived':
      return free(middle);
    case 'dropped':
      return free(under) ?? under;
    case 'ignored':
    case 'lost':
      return free(border) ?? border;
  }
}

/** How far a dropped message falls below its arrow. */
const FALL = 22;

/** As close to the receiver as it can be without covering it. */
function nearTheEnd({ at, edge }: Route, { width }: MessageLook): Point {
  const half = (edge.runs === 'across' ? width : metrics.height) / 2 + 4;
  return at(Math.max(0.5, 1 - half / Math.max(1, edge.path.length)));
}
