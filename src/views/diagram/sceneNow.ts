/** The scene at the session's cursor, remembered so that whoever asks for a part of it gets the same object. */
import { stable } from '../../engine/data.ts';
import type { Frame } from '../../engine/timeline.ts';
import { frameOf, previousFrameOf, protocolOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { sceneOf, type NodeShape, type Scene } from '../../scene/scene.ts';
import type { Arrangement } from '../../scene/sceneRequest.ts';

const scenes = new WeakMap<Frame, Map<string, Scene>>();

export function sceneNow(session: Session, arrangement: Arrangement): Scene {
  const frame = frameOf(session);
  const { lang, zoom, settings } = session;
  const key = `${lang} ${zoom} ${stable(arrangement)}`;
  const byKey = scenes.get(frame) ?? new Map<string, Scene>();
  scenes.set(frame, byKey);
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const protocol = protocolOf(session);
  const previous = previousFrameOf(session);
  const scene = sceneOf({ protocol, settings, zoom, lang, frame, previous, arrangement, isInteractive: true });
  const kept = { ...scene, nodes: scene.nodes.map((node) => sameAsBefore(`${key} ${node.id}`, node)) };
  byKey.set(key, kept);
  return kept;
}

const shown = new Map<string, { readonly text: string; readonly shape: NodeShape }>();
/** Boxes of more protocols, zooms and widths than this are forgotten. */
const SHOWN_MAX = 64;

/** The object of the last time, if the box still looks the same: then it is not drawn again. */
function sameAsBefore(key: string, shape: NodeShape): NodeShape {
  // Shapes are always built in the same order, so this is as good as canonical text and much faster.
  const text = JSON.stringify(shape);
  const before = shown.get(key);
  if (before?.text === text) return before.shape;
  if (shown.size >= SHOWN_MAX) shown.clear();
  shown.set(key, { text, shape });
  return shape;
}
