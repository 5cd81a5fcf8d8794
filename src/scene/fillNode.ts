/** A node that is higher than its contents need gives them air, evenly: a stage that fills its space has no empty bottoms. */
import type { NodeLayout, PlacedSection } from './nodeLayout.ts';

/** More than this above and below the contents of a section would look empty. */
const PAD_MAX = 22;
const GAP_MAX = 10;

export function fillNode(layout: NodeLayout, height: number): NodeLayout {
  const { sections } = layout;
  const slack = height - layout.height;
  if (slack <= 0 || sections.length === 0) return layout;
  const gap = Math.min(GAP_MAX, Math.floor(slack / (4 * sections.length)));
  const pad = Math.min(PAD_MAX, Math.floor((slack - gap * sections.length) / (2 * sections.length)));
  const each = gap + 2 * pad;
  const spread = sections.map((placed, index): PlacedSection => ({ ...placed, y: placed.y + index * each, pad }));
  const down = <Placed extends { readonly box: { readonly y: number } }>(placed: Placed): Placed => ({
    ...placed,
    box: { ...placed.box, y: placed.box.y + each * sections.length },
  });
  const { moreChoices } = layout;
  return {
    ...layout,
    height: layout.height + each * sections.length,
    sections: spread,
    timers: layout.timers.map(down),
    choices: layout.choices.map(down),
    moreChoices: moreChoices === null ? null : { ...moreChoices, y: moreChoices.y + each * sections.length },
  };
}

/** How high the part of a section that is seen is: its contents and the air around them. */
export function seenHeight({ layout, pad }: PlacedSection): number {
  return layout.height + 2 * pad;
}
