import { describe, expect, it } from 'vitest';
import { loadBothLanguages } from '../../i18n/both.ts';
import { WIDE } from '../../scene/scenes.testing.ts';
import { cleanSession, sessionAt } from '../session.testing.ts';
import { arrangementFor, fittingViewport, layoutKey } from './diagramModel.ts';
import { flowEdges, flowNodes } from './flowModel.ts';
import { anchorKey } from './anchorKey.ts';
import { popoverContent } from './popoverModel.ts';
import { sceneNow } from './sceneNow.ts';

loadBothLanguages();

const DIAGRAM = { width: 930, height: 330 };

describe('the arrangement of the stage', () => {
  it('[V12] squeezes the diagram a little before its letters would become too small', () => {
    expect(arrangementFor({ width: 1_200, height: 700 }, DIAGRAM)).toEqual({ kind: 'wide', squeeze: 1 });
    expect(arrangementFor({ width: 760, height: 500 }, DIAGRAM)).toEqual({ kind: 'wide', squeeze: 0.88 });
    expect(arrangementFor({ width: 640, height: 500 }, { width: 1_100, height: 330 })).toEqual({
      kind: 'wide',
      squeeze: 0.75,
    });
  });

  it('[V12] does not squeeze where the height decides how large it can be drawn', () => {
    expect(arrangementFor({ width: 760, height: 260 }, DIAGRAM)).toEqual({ kind: 'wide', squeeze: 1 });
  });

  it('[V12] puts the boxes below each other on a narrow screen', () => {
    expect(arrangementFor({ width: 390, height: 700 }, DIAGRAM)).toEqual({ kind: 'stacked', width: 366 });
  });

  it('[V12] gives equal arrangements as the same object', () => {
    expect(arrangementFor({ width: 390, height: 1 }, DIAGRAM)).toBe(arrangementFor({ width: 390, height: 2 }, DIAGRAM));
  });

  it('[V12] shows the whole scene in the middle, above the buttons that zoom, and never magnifies it beyond measure', () => {
    const scene = { width: 900, height: 300 };
    expect(fittingViewport({ width: 940, height: 600 }, scene, WIDE)).toEqual({ x: 20, y: 150, zoom: 1 });
    expect(fittingViewport({ width: 940, height: 360 }, scene, WIDE).y).toBe(14);
    expect(fittingViewport({ width: 4_000, height: 2_000 }, scene, WIDE).zoom).toBe(1.3);
  });
});

describe('what React Flow is given', () => {
  it('[V13] stays the same while only the contents change', () => {
    const keyAt = (at: number): string => layoutKey(sceneNow(sessionAt('clean-commit', at).getState(), WIDE));
    expect(keyAt(2)).toBe(keyAt(4));
    expect(keyAt(2)).not.toBe(keyAt(3));
  });

  it('[V13] puts frames below boxes, and boxes in the order of the diagram', () => {
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

  it('[V13] gives a box that looks the same as the same object', () => {
    const store = sessionAt('clean-commit', 1);
    const before = sceneNow(store.getState(), WIDE).nodes.find(({ id }) => id === 'points');
    store.getState().next();
    expect(sceneNow(store.getState(), WIDE).nodes.find(({ id }) => id === 'points')).toBe(before);
  });
});

describe('the popover', () => {
  it('[V14] offers what can be done with a message in flight', () => {
    const session = sessionAt('clean-commit', 1).getState();
    const content = popoverContent(session, { kind: 'packet', id: 1 });
    expect(content?.actions.map(({ step }) => step.kind)).toEqual(['deliver', 'drop', 'duplicate']);
    expect(content?.note).toContain('→');
  });

  it('[V14] hides choices that are refused, and is empty for what is gone', () => {
    const session = sessionAt('clean-commit', 1).getState();
    const content = popoverContent(session, { kind: 'node', id: 'order' });
    expect(content?.actions.filter(({ step, enabled }) => step.kind === 'choose' && !enabled)).toEqual([]);
    expect(popoverContent(session, { kind: 'packet', id: 99 })).toBeNull();
  });

  it('[V14] finds the element of a selection by a key of its own', () => {
    expect(anchorKey({ kind: 'timer', role: 'checker', delay: 'passEnd' })).toBe('timer:checker:passEnd');
  });
});
