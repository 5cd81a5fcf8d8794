import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statechartOf, type ChartState } from '../../src/engine/statechart.ts';
import { loadAllTexts } from '../../src/i18n/shelves.ts';
import { protocols } from '../../src/protocols/registry.ts';
import type { Chart, Charts } from '../../src/views/state/charts.ts';
import { fileOf, madeOf } from './layouts.ts';

await loadAllTexts();

interface Laid {
  readonly madeOf: string;
  readonly charts: Charts;
}

const laid = (id: string): Laid => {
  const protocol = protocols.find((one) => one.id === id) ?? protocols[0];
  const read: Laid = JSON.parse(readFileSync(fileOf(protocol), 'utf8'));
  return read;
};

describe.each(protocols)('the statecharts of $id', (protocol) => {
  const { charts } = laid(protocol.id);

  it('[CH1] are laid out anew whenever a machine or one of its texts changes: npm run statecharts', () => {
    expect(laid(protocol.id).madeOf).toBe(madeOf(protocol));
  });

  it('[CH2] draw every state and every transition that does something', () => {
    for (const { machine } of protocol.model({}).roles) {
      const states = statesOf(statechartOf(machine));
      const regions = charts[machine.id] ?? [];
      const drawn = regions.flatMap((region) => region.states.filter(({ isAny }) => !isAny).map(({ id }) => id));
      const inner = states.filter(({ id }) => !regions.some((region) => region.id === id) && id !== machine.id);
      expect(drawn.toSorted()).toEqual(inner.map(({ id }) => id).toSorted());
      expect(regions.flatMap(transitionsIn).toSorted()).toEqual(
        states.flatMap(({ transitions }) => transitions.map((one) => Object.values(one).join(' '))).toSorted(),
      );
    }
  });

  it('[CH3] stay inside their frames, and no two states of a region lie on each other', () => {
    const wrong = Object.values(charts)
      .flat()
      .flatMap((chart) => faultsOf(chart));
    expect(wrong).toEqual([]);
  });
});

function statesOf(state: ChartState): readonly ChartState[] {
  return [state, ...state.states.flatMap(statesOf)];
}

function transitionsIn({ states, arrows }: Chart): readonly string[] {
  return [
    ...states.flatMap(({ id, lines }) => lines.map((trigger) => `${id} ${trigger} `)),
    ...arrows.flatMap(({ source, target, triggers }) => triggers.map((trigger) => `${source} ${trigger} ${target}`)),
  ];
}

function faultsOf({ id, width, height, states, arrows }: Chart): readonly string[] {
  const boxes = [...states, ...arrows.flatMap(({ label }) => (label === null ? [] : [label]))];
  const outside = boxes.filter(
    (box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height,
  );
  const over = states.flatMap((one, index) =>
    states
      .slice(index + 1)
      .filter((other) => !other.id.startsWith(`${one.id}.`) || one.isAny)
      .filter((other) => one.x < other.x + other.width && other.x < one.x + one.width)
      .filter((other) => one.y < other.y + other.height && other.y < one.y + one.height)
      .map((other) => `${one.id} on ${other.id}`),
  );
  return [...outside.map(() => `${id}: outside`), ...over];
}
