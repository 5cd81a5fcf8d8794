import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { seenHeight } from './fillNode.ts';
import { boxContains, boxesOverlap, inset, type Box } from './geometry.ts';
import { node as nodeMetrics } from './metrics.ts';
import type { Scene } from './scene.ts';
import { readLink } from '../scenario/link.ts';
import { engineFor } from '../scenario/engines.ts';
import { replay, type Timeline } from '../engine/timeline.ts';
import { sceneAt, timelineAt, WIDE, type View } from './scenes.testing.ts';

const VIEWS: readonly View[] = [
  { zoom: 'concept', lang: 'zh', arrangement: WIDE },
  { zoom: 'internals', lang: 'en', arrangement: { kind: 'wide', squeeze: 0.8, stretch: 1 } },
  { zoom: 'concept', lang: 'en', arrangement: { kind: 'wide', squeeze: 0.58, stretch: 1 } },
  { zoom: 'concept', lang: 'zh', arrangement: { kind: 'wide', squeeze: 0.86, stretch: 1.6 } },
  { zoom: 'internals', lang: 'en', arrangement: { kind: 'wide', squeeze: 1.1, stretch: 1.3 } },
  { zoom: 'concept', lang: 'en', arrangement: { kind: 'stacked', width: 296 } },
  { zoom: 'internals', lang: 'zh', arrangement: { kind: 'stacked', width: 366 } },
];

/** Of a phone held sideways, and of a tablet: `arrangementFor` gives them these. */
const SIDEWAYS = { kind: 'wide', squeeze: 0.54, stretch: 1.35, room: 260 } as const;
const TABLET = { kind: 'wide', squeeze: 0.88, stretch: 1.2, room: 220 } as const;
/** Room is kept below for a line that may go. */
const FOOT = 26;

function nineOrders(): Timeline {
  const words = Array.from({ length: 9 }, () => 'order.half.ok.commit.return').join('.');
  const { scenario } = readLink(protocols, `v2/half-message?do=${words}`);
  return replay(engineFor(protocols[0], scenario.settings), scenario.steps).timeline;
}

describe('a scene', () => {
  for (const protocol of protocols) {
    it(`[G4] keeps everything of ${protocol.id} apart and in its place, in every frame of every named scenario`, () => {
      const faults = protocol.library.scenarios.flatMap(({ id }, turn) => {
        const timeline = timelineAt(id, [], protocol);
        return timeline.frames.flatMap((_, at) => {
          // Each frame in one view, in turn: together they see everything in all of them.
          const view = VIEWS[(at + turn) % VIEWS.length] ?? {};
          const found = faultsOf(sceneAt(timeline, at, view, protocol));
          return found.map((fault) => `${id} ${at} ${JSON.stringify(view)}: ${fault}`);
        });
      });
      expect(faults).toEqual([]);
    });
  }

  it('[G4] gives every node exactly the height of what is in it', () => {
    const { nodes } = sceneAt(timelineAt('crash-after-local-commit'), 7, { zoom: 'internals' });
    const tooHigh = nodes.filter(({ box, spec, layout }) => box.height > Math.max(spec.height, layout.height));
    expect(tooHigh).toEqual([]);
    for (const { layout } of nodes) {
      const bottoms = [
        ...layout.sections.map((section) => section.y + section.layout.height),
        ...layout.timers.map(({ box }) => box.y + box.height),
        ...layout.choices.map(({ box }) => box.y + box.height),
      ];
      expect(layout.height - Math.max(...bottoms)).toBe(nodeMetrics.padding);
    }
  });

  it('[G4] ends arrows between processes at the frame of the process', () => {
    const { edges, frames } = sceneAt(timelineAt('clean-commit'), 1, { zoom: 'internals' });
    const [broker] = frames;
    const toBroker = edges.find(({ spec }) => spec.id === 'order-to-broker');
    expect(toBroker?.path.at(1).x).toBe(broker?.box.x);
  });

  it('[G5] shows a message in flight on its arrow, with its number, fate and direction', () => {
    const { packets } = sceneAt(timelineAt('clean-commit'), 1);
    expect(packets).toHaveLength(1);
    expect(packets[0]).toMatchObject({
      edge: 'order-to-broker',
      heading: 'right',
      isNew: true,
      look: { fate: 'half', stage: 1 },
    });
  });

  it('[G5] shows equal messages as one, doubled', () => {
    const timeline = timelineAt('commit-replayed');
    const doubled = timeline.frames.findIndex(({ step }) => step?.kind === 'duplicate');
    const { packets, motions } = sceneAt(timeline, doubled);
    expect(packets.map(({ ids }) => ids.length)).toEqual([2]);
    expect(motions.map(({ end }) => end)).toEqual(['doubled']);
  });

  it('[G31] folds what has no room on its arrow, so that it covers no box, and loses none of it', () => {
    const commits = Array.from({ length: 9 }, () => 'order.half.ok.commit.return').join('.');
    const { scenario } = readLink(protocols, `v2/half-message?do=${commits}`);
    const { timeline } = replay(engineFor(protocols[0], scenario.settings), scenario.steps);
    for (const view of VIEWS) {
      const scene = sceneAt(timeline, timeline.frames.length - 1, view);
      expect(faultsOf(scene)).toEqual([]);
      const [fold, ...others] = scene.packets;
      expect(others).toEqual([]);
      const { arrangement } = view;
      // Where the arrow is too short for both, the whole name is worth more than the number.
      const isShort = arrangement?.kind === 'wide' && arrangement.squeeze < 0.85;
      expect(fold).toMatchObject({
        heading: arrangement?.kind === 'stacked' ? 'bottom' : 'right',
        look: { label: 'COMMIT', stage: isShort ? null : 4 },
      });
      expect(fold?.ids).toHaveLength(9);
      expect(fold?.look.name).toBe(
        'COMMIT o1, COMMIT o2, COMMIT o3, COMMIT o4, COMMIT o5, COMMIT o6, COMMIT o7, COMMIT o8, COMMIT o9',
      );
    }
  });

  it('[G33] shows the newest rows of a long table where there is little room, under a count of the others', () => {
    const timeline = nineOrders();
    const rowsIn = (view: View): readonly (string | undefined)[] => {
      const { nodes } = sceneAt(timeline, timeline.frames.length - 1, view);
      const layouts = nodes.flatMap(({ layout }) => layout.sections.map((section) => section.layout));
      const table = layouts.find(({ kind }) => kind === 'table');
      return table?.kind === 'table' ? table.rows.map(({ cells }) => cells[0]) : [];
    };
    expect(rowsIn({ arrangement: { kind: 'stacked', width: 366 } })).toEqual(['+6', 'o7', 'o8', 'o9']);
    expect(rowsIn({ arrangement: WIDE })).toHaveLength(9);
    // The stages of a phone held sideways and of a tablet.
    expect(rowsIn({ arrangement: SIDEWAYS })).toEqual(['+8', 'o9']);
    expect(rowsIn({ arrangement: TABLET })).toEqual(['+8', 'o9']);
  });

  it('[G33] ends where the stage ends with nine orders, too, and cuts none of their states', () => {
    const timeline = nineOrders();
    for (const arrangement of [SIDEWAYS, TABLET])
      for (const lang of ['en', 'zh'] as const) {
        const { nodes } = sceneAt(timeline, timeline.frames.length - 1, { arrangement, lang });
        const bottoms = nodes.map(({ box }) => box.y + box.height);
        expect(Math.max(...bottoms)).toBeLessThanOrEqual(arrangement.room + FOOT);
        const layouts = nodes.flatMap(({ layout }) => layout.sections.map((section) => section.layout));
        const tables = layouts.filter((layout) => layout.kind === 'table');
        expect(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).join(' ')).not.toContain('…');
        expect(tables.flatMap(({ titleLines }) => titleLines).join(' ')).not.toContain('…');
      }
  });

  it('[G6] tells numbered steps on arrows that carry nothing', () => {
    const { hints } = sceneAt(timelineAt('clean-commit'), 0);
    expect(hints.map(({ edge, stage }) => `${edge} ${stage}`)).toEqual([
      'order-to-broker 1',
      'order-to-broker 4',
      'broker-to-order 2',
      'topic-to-points 5',
      'points-to-topic 7',
    ]);
  });

  it('[G7] says that a process is down, and that what it stored survives', () => {
    const timeline = timelineAt('group-down-until-discard');
    const crash = timeline.frames.findIndex(({ step }) => step?.kind === 'crash');
    const order = sceneAt(timeline, crash).nodes.find(({ id }) => id === 'order');
    expect(order?.layout.content).toMatchObject({ crashNote: 'crashed', timers: [], choices: [] });
  });

  it('[G8] offers the choices of a role when it is its turn, what it would do by itself first', () => {
    const timeline = timelineAt('clean-commit');
    const order = sceneAt(timeline, 3).nodes.find(({ id }) => id === 'order');
    expect(order?.layout.choices[0]?.content.message).toEqual({ type: 'finish', outcome: 'commit' });
    expect(order?.layout.moreChoices).not.toBeNull();
  });
});

/** What covers what it should not, in words. */
function faultsOf({ nodes, packets, motions, height }: Scene): readonly string[] {
  const remains = motions.flatMap((motion) => (motion.remains === null ? [] : [motion.remains]));
  return [
    ...overlaps(nodes.map(({ box }) => box)).map((pair) => `nodes ${pair}`),
    ...overlaps([...packets.map(({ box }) => box), ...remains]).map((pair) => `messages ${pair}`),
    ...[...packets.map(({ box }) => box), ...remains].flatMap((message) =>
      nodes.flatMap(({ id, box }) =>
        boxesOverlap(message, inset(box, nodeMetrics.padding)) ? [`a message over ${id}`] : [],
      ),
    ),
    ...nodes.flatMap(({ id, box, layout }) => {
      const own = { x: 0, y: 0, width: box.width, height: box.height };
      const sections = layout.sections.map((section) => ({
        x: nodeMetrics.padding,
        y: section.y,
        width: box.width - 2 * nodeMetrics.padding,
        height: seenHeight(section),
      }));
      const parts: readonly Box[] = [
        ...sections,
        ...layout.timers.map((timer) => timer.box),
        ...layout.choices.map((choice) => choice.box),
      ];
      return [
        ...parts.filter((part) => !boxContains(own, part)).map(() => `outside ${id}`),
        ...overlaps(parts).map((pair) => `parts of ${id} ${pair}`),
      ];
    }),
    ...(Number.isFinite(height) ? [] : ['no height']),
  ];
}

function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .flatMap((other, later) => (boxesOverlap(one, other) ? [`${index} and ${index + 1 + later}`] : [])),
  );
}
