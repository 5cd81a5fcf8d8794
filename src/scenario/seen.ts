/**
 * What a reader sees of a run at one step, and its checksum: what a link carries, so that whoever opens it can tell whether
 * the model still tells the same story. Nothing private: no role's context, no setting.
 */
import { byText, checksum, stable } from '../engine/data.ts';
import type { ChannelSpec, Message, Model } from '../engine/model.ts';
import { inFlight, type World } from '../engine/world.ts';
import type { Protocol, Section, TextRef } from '../protocols/protocol.ts';
import { stagesReached, stageVisits, type Moment } from './stages.ts';

/** The checksum of what is seen after `at` steps. */
export function seenChecksum(protocol: Protocol, model: Model, moments: readonly Moment[], at: number): string {
  const shown = moments.slice(0, at + 1);
  const world = shown.at(-1)?.world;
  if (world === undefined) throw new Error(`Expected a run with ${at} steps; got ${moments.length - 1}.`);
  return checksum(stable({ ...seenOf(protocol, model, world), stages: stagesOf(protocol, shown) }));
}

function seenOf(protocol: Protocol, { settings, channels }: Model, world: World) {
  return {
    ledger: protocol.ledger(world, settings),
    // The zoom level that shows every queue and table there is.
    sections: Object.entries(protocol.sections(world, settings, 'internals')).flatMap(([node, sections]) =>
      sections.flatMap((section) => contentOf(node, section)),
    ),
    network: channels.flatMap((channel) => networkOf(protocol, world, channel)),
    timers: world.timers,
    crashed: world.crashed,
  };
}

/** What stands in a queue or table. Empty ones say nothing, so that a new one changes no link. */
function contentOf(node: string, section: Section): readonly object[] {
  switch (section.kind) {
    case 'queue': {
      const cells = section.cells.map(({ label, fate, hint }) => [label, fate, hint.values ?? {}]);
      return cells.length === 0 ? [] : [{ node, id: section.id, cells, cursor: section.cursor ?? 0 }];
    }
    case 'table': {
      const rows = section.rows.map((row) => row.map(cellOf));
      return rows.length === 0 ? [] : [{ node, id: section.id, rows }];
    }
    case 'status':
      return [];
  }
}

function cellOf(cell: TextRef | string): string | readonly [key: string, values: object] {
  return typeof cell === 'string' ? cell : [cell.key, cell.values ?? {}];
}

/** What of the messages on one channel is shown; in their order only where it is kept. */
function networkOf(protocol: Protocol, world: World, { from, to, kind }: ChannelSpec): readonly object[] {
  const messages = inFlight(world, from, to).map((message) => stable(messageOf(protocol, message)));
  return messages.length === 0 ? [] : [{ from, to, messages: kind === 'fifo' ? messages : messages.toSorted(byText) }];
}

function messageOf(protocol: Protocol, message: Message) {
  const { label, fate } = protocol.packetLook(message);
  const values = Object.entries(label.values ?? {}).filter(([, value]) => value !== '');
  return { type: message.type, fate, values: Object.fromEntries(values) };
}

/** The numbered stages that each order has come to. */
function stagesOf(protocol: Protocol, moments: readonly Moment[]) {
  return [...stagesReached(stageVisits(protocol, moments, 'concept'), moments.length)];
}
