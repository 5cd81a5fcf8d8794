import { stable } from '../engine/data.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import type { Protocol } from '../protocols/protocol.ts';

/** More engines than this are not remembered: the one that was made first is forgotten. */
const ENGINES_MAX = 24;

const engines = new WeakMap<Protocol, Map<string, Engine>>();

/** The engine of a protocol at these settings. Equal settings give the same engine, with what its roles remember. */
export function engineFor(protocol: Protocol, settings: Settings): Engine {
  const known = engines.get(protocol) ?? new Map<string, Engine>();
  engines.set(protocol, known);
  const key = stable(settings);
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const [oldest] = known.keys();
  if (known.size >= ENGINES_MAX && oldest !== undefined) known.delete(oldest);
  const engine = createEngine(protocol.model(settings));
  known.set(key, engine);
  return engine;
}
