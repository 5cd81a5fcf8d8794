import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { frameOf } from '../../player/selectors.ts';
import { protocols } from '../../protocols/registry.ts';
import { cleanScenario } from '../../scenario/library.ts';
import { readLink } from '../../scenario/link.ts';
import { WIDE } from '../../scene/scenes.testing.ts';
import { cleanSession, sessionAt } from '../session.testing.ts';
import { arrangementFor, fittingViewport, layoutKey, type Size } from './diagramModel.ts';
import { flowEdges, flowNodes } from './flowModel.ts';
import { anchorKey } from './anchorKey.ts';
import { popoverContent } from './popoverModel.ts';
import { sceneNow } from './sceneNow.ts';

await loadAllTexts();

const DIAGRAM = protocols[0].diagram(cleanSession().getState().settings, 'concept');
const INTERNALS = protocols[0].diagram(cleanSession().getState().settings, 'internals');
const LAPTOP = { width: 1_100, height: 500 };

describe('the arrangement of the stage', () => {
  it('[VW12] fills the stage: boxes are as wide and as high as there is room for', () => {
    for (const stage of [
      LAPTOP,
      { width: 940, height: 380 },
      { width: 760, height: 520 },
      { width: 2_100, height: 1_000 },
    ]) {
      const arrangement = arrangementFor(stage, DIAGRAM);
      const scene = sceneNow(cleanSession().getState(), arrangement);
      const { zoom } = fittingViewport(stage, scene, arrangement);
      expect(scene.width * zoom, `${stage.width} wide`).toBeGreaterThan(stage.width * 0.9);
      expect(scene.height * zoom, `${stage.height} high`).toBeGreaterThan(stage.height * 0.6);
      expect(scene.width * zoom).toBeLessThanOrEqual(stage.width);
    }
  });

  it('[VW12] keeps letters of 13 px, 12 on a phone, and lets them grow with the screen', () => {
    const zoomOn = (stage: Size, diagram = DIAGRAM): number =>
      fittingViewport(stage, { width: 5_000, height: 5_000 }, arrangementFor(stage, diagram)).zoom;
    expect(12 * zoomOn({ width: 660, height: 300 })).toBe(13);
    expect(12 * zoomOn({ width: 660, height: 300 }, INTERNALS)).toBe(13);
    expect(12 * zoomOn({ width: 390, height: 600 })).toBe(12);
    const largest = (width: number): number =>
      fittingViewport({ width, height: 5_000 }, { width: 10, height: 10 }, { kind: 'wide', squeeze: 1, stretch: 1 })
        .zoom;
    expect(largest(2_000)).toBeGreaterThan(largest(1_100) * 1.5);
  });

  it('[VW12] puts the boxes below each other where letters would become too small', () => {
    expect(arrangementFor({ width: 390, height: 700 }, DIAGRAM)).toEqual({ kind: 'stacked', width: 366 });
    expect(arrangementFor({ width: 660, height: 300 }, DIAGRAM)).toMatchObject({ kind: 'wide' });
    expect(arrangementFor({ width: 660, height: 300 }, INTERNALS)).toMatchObject({ kind: 'stacked' });
  });

  it('[VW12] puts them below each other, too, where the narrowest of them had no room for its name', () => {
    const [, messageTable] = protocols;
    if (messageTable === undefined) throw new Error('Expected a second protocol.');
    const table = messageTable.diagram(cleanScenario(messageTable).settings, 'concept');
    expect(arrangementFor({ width: 660, height: 340 }, table)).toMatchObject({ kind: 'stacked' });
    expect(arrangementFor({ width: 759, height: 400 }, table)).toMatchObject({ kind: 'wide' });
  });

  it('[VW12] takes height from boxes rather than leaving the lower ones outside of a low stage', () => {
    const stage = { width: 660, height: 240 };
    const arrangement = arrangementFor(stage, DIAGRAM);
    expect(arrangement).toMatchObject({ kind: 'wide', stretch: 0.95 });
    expect(arrangementFor({ width: 660, height: 100 }, DIAGRAM)).toMatchObject({ stretch: 0.75 });
  });

  it('[VW12] leaves room for arrows around the outside of the boxes, which grow with them', () => {
    const state = sessionAt('crash-after-local-commit', 5).getState();
    const diagram = protocols[0].diagram(state.settings, 'concept');
    for (const stage of [LAPTOP, { width: 1_565, height: 910 }, { width: 2_100, height: 1_000 }]) {
      const arrangement = arrangementFor(stage, diagram);
      const scene = sceneNow(state, arrangement);
      const { x, zoom } = fittingViewport(stage, scene, arrangement);
      const outermost = Math.min(...scene.edges.map(({ path: { d } }) => middleOf(d)));
      expect(outermost, 'around the boxes').toBeLessThan(0);
      expect(x + outermost * zoom, `${stage.width} wide`).toBeGreaterThan(0);
    }
  });

  it('[VW12] leaves a line below the boxes to the name of the canvas', () => {
    const boxesEnd = (stage: Size): number => {
      const height = (stage.height - 20) / 1.2;
      const { y, zoom } = fittingViewport(stage, { width: 100, height }, WIDE);
      return stage.height - (y + height * zoom);
    };
    expect(boxesEnd({ width: 760, height: 400 })).toBeCloseTo(26);
    expect(boxesEnd({ width: 540, height: 300 })).toBeCloseTo(26);
  });

  it('[VW12] gives equal arrangements as the same object', () => {
    expect(arrangementFor({ width: 390, height: 1 }, DIAGRAM)).toBe(arrangementFor({ width: 390, height: 2 }, DIAGRAM));
  });

  it('[VW12] shows the whole scene in the middle of the stage', () => {
    const scene = { width: 1_000, height: 300 };
    expect(fittingViewport({ width: 1_240, height: 600 }, scene, WIDE)).toEqual({ x: 20, y: 120, zoom: 1.2 });
  });
});

describe('what React Flow is given', () => {
  it('[VW13] stays the same while only the contents change', () => {
    const keyAt = (at: number): string => layoutKey(sceneNow(sessionAt('clean-commit', at).getState(), WIDE));
    expect(keyAt(2)).toBe(keyAt(4));
    expect(keyAt(2)).not.toBe(keyAt(3));
  });

  it('[VW13] puts frames below boxes, and boxes in the order of the diagram', () => {
    const session = cleanSession({ zoom: 'internals' }).getState();
    const scene = sceneNow(session, WIDE);
    expect(flowNodes(scene).map(({ id, zIndex }) => `${id} ${zIndex}`)).toEqual([
      'frame-broker -1',
      'order 0',
      'broker 0',
      'half-topic 0',
      'topic 0',
      'checker 0',
      'points 0',
    ]);
    expect(flowEdges(scene)).toHaveLength(scene.edges.length);
  });

  it('[VW13] gives a box that looks the same as the same object', () => {
    const store = sessionAt('clean-commit', 1);
    const before = sceneNow(store.getState(), WIDE).nodes.find(({ id }) => id === 'points');
    store.getState().next();
    expect(sceneNow(store.getState(), WIDE).nodes.find(({ id }) => id === 'points')).toBe(before);
  });
});

describe('the popover', () => {
  it('[VW14] offers what can be done with a message in flight', () => {
    const session = sessionAt('clean-commit', 1).getState();
    const content = popoverContent(session, { kind: 'packet', id: 1 });
    expect(content?.groups.flatMap(({ actions }) => actions.map(({ step }) => step.kind))).toEqual([
      'deliver',
      'drop',
      'duplicate',
    ]);
    expect(content?.note).toContain('→');
  });

  it('[VW14] lists messages that are drawn as one, equal ones in one line', () => {
    const words = 'order.half.ok.commit.return.dup~end.order.half.ok.commit.return';
    const { scenario } = readLink(protocols, `v2/half-message?do=${words}`);
    const session = cleanSession({ scenario, at: scenario.steps.length }).getState();
    const ids = frameOf(session).packets.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    const content = popoverContent(session, { kind: 'packets', ids });
    expect(content?.messages.map(({ label }) => label)).toEqual(['COMMIT o1 ×2', 'COMMIT o2']);
    expect(content?.groups).toEqual([]);
    const [, second] = content?.messages ?? [];
    expect(popoverContent(session, { kind: 'packet', id: second?.id ?? 0 })?.groups).toHaveLength(1);
  });

  it('[VW14] hides choices that are refused, and is empty for what is gone', () => {
    const session = sessionAt('clean-commit', 1).getState();
    const content = popoverContent(session, { kind: 'node', id: 'order' });
    const actions = content?.groups.flatMap((group) => group.actions) ?? [];
    expect(actions.filter(({ step, enabled }) => step.kind === 'choose' && !enabled)).toEqual([]);
    expect(popoverContent(session, { kind: 'packet', id: 99 })).toBeNull();
  });

  it('[VW14] keeps apart what goes wrong and what a person repairs', () => {
    const session = sessionAt('clean-commit', 1).getState();
    const content = popoverContent(session, { kind: 'node', id: 'broker' });
    expect(content?.groups.map(({ kind }) => kind)).toEqual(['faults', 'timers', 'processes']);
  });

  it('[VW14] finds the element of a selection by a key of its own', () => {
    expect(anchorKey({ kind: 'timer', role: 'checker', delay: 'passEnd' })).toBe('timer:checker:passEnd');
  });
});

/** How far to the right the middle of a curve lies. */
function middleOf(d: string): number {
  const [from = 0, , one = from, , other = one, , to = other] = (d.match(/-?[\d.]+/g) ?? []).map(Number);
  return (from + 3 * one + 3 * other + to) / 8;
}
