/** One box of the diagram: its header, its sections, the clocks of its roles and the choices that are due. */
import type { DelayName, Message, ProcessId, RoleId } from '../engine/model.ts';
import type { SectionContent } from './content.ts';
import type { Box } from './geometry.ts';
import { chip, fonts, node } from './metrics.ts';
import type { SectionStyle } from './queueLayout.ts';
import { layoutSection, type SectionLayout } from './sectionLayout.ts';
import { fit, twoLines, widthOf } from './textWidth.ts';

export interface TimerContent {
  readonly role: RoleId;
  readonly delay: DelayName;
  readonly label: string;
  /** What is left of it, such as `6.2 s`. */
  readonly left: string;
  /** How much of it that is, from 1 down to 0. */
  readonly share: number;
  readonly isNew: boolean;
}

export interface ChoiceContent {
  readonly role: RoleId;
  readonly message: Message;
  readonly label: string;
}

export interface NodeContent {
  readonly id: string;
  readonly process: ProcessId;
  readonly title: string;
  /** Says that the process is down, and how; null while it runs. */
  readonly crashNote: string | null;
  readonly sections: readonly SectionContent[];
  readonly timers: readonly TimerContent[];
  readonly choices: readonly ChoiceContent[];
  /** There are more than these, behind a button. */
  readonly hasMoreChoices: boolean;
  /** Something happened in it in the step that is shown. */
  readonly isTouched: boolean;
}

export interface PlacedSection {
  readonly y: number;
  readonly layout: SectionLayout;
  /** Air above and below its contents. */
  readonly pad: number;
}

export interface PlacedTimer {
  readonly content: TimerContent;
  readonly label: string;
  readonly box: Box;
}

export interface PlacedChoice {
  readonly content: ChoiceContent;
  readonly lines: readonly string[];
  readonly box: Box;
}

/** The inside of a node: places are relative to the node's corner. */
export interface NodeLayout {
  readonly content: NodeContent;
  /** At most two lines. */
  readonly titleLines: readonly string[];
  /** How much of the top belongs to the title. */
  readonly header: number;
  readonly width: number;
  readonly height: number;
  readonly sections: readonly PlacedSection[];
  readonly timers: readonly PlacedTimer[];
  readonly choices: readonly PlacedChoice[];
  /** The button for the choices that found no room; null when there are none. */
  readonly moreChoices: Box | null;
}

export interface NodeStyle extends SectionStyle {
  /** The process has a frame, which tells whether it runs. */
  readonly isFramed: boolean;
}

export function layoutNode(content: NodeContent, width: number, style: NodeStyle): NodeLayout {
  const inner = width - 2 * node.padding;
  const mark = style.isFramed ? 0 : node.dot + 8;
  const titleLines = twoLines(content.title, inner - mark - node.menu, fonts.nodeTitle);
  const hasThree = titleLines.length > 1 && content.crashNote !== null && !style.isFramed;
  const header = hasThree ? node.header + node.titleLine : node.header;
  let y: number = header;
  const sections = content.sections.map((section): PlacedSection => {
    const layout = layoutSection(section, inner, style);
    const placed = { y, layout, pad: 0 };
    y += layout.height + node.gap;
    return placed;
  });
  const timers = placeChips(content.timers, timerWidth, y, inner).map(({ item, box }): PlacedTimer => {
    const timeWidth = widthOf(item.left, fonts.chip) + chip.gap;
    return { content: item, box, label: fit(item.label, box.width - TIMER_FRAME - timeWidth, fonts.chip) };
  });
  y = bottomOf(timers, y);
  const { choices, moreChoices } = placeChoices(content, y, inner);
  y = bottomOf(choices, y);
  const height = y - node.gap + node.padding;
  return { content, titleLines, header, width, height, sections, timers, choices, moreChoices };
}

const TIMER_FRAME = chip.icon + 2 * chip.paddingX;

function timerWidth({ label, left }: TimerContent): number {
  return TIMER_FRAME + widthOf(label, fonts.chip) + chip.gap + widthOf(left, fonts.chip);
}

/** One row: what would happen by itself first, as many alternatives as fit, and a button for the others. */
function placeChoices({ choices, hasMoreChoices }: NodeContent, y: number, inner: number) {
  const placed: PlacedChoice[] = [];
  let x: number = node.padding;
  for (const [index, content] of choices.entries()) {
    const isLast = index === choices.length - 1 && !hasMoreChoices;
    const room = node.padding + inner - x - (isLast ? 0 : chip.height + chip.gap);
    const wanted = widthOf(content.label, fonts.packet) + 2 * chip.paddingX;
    if (wanted > room && index > 0) break;
    const lines = twoLines(content.label, room - 2 * chip.paddingX, fonts.packet);
    const width = lines.length > 1 ? room : Math.min(wanted, room);
    const height = chip.height + (lines.length - 1) * CHOICE_LINE;
    placed.push({ content, lines, box: { x, y, width, height } });
    x += width + chip.gap;
  }
  const height = placed[0]?.box.height ?? chip.height;
  const row = placed.map((one) => ({ ...one, box: { ...one.box, height } }));
  const moreChoices = placed.length === choices.length && !hasMoreChoices ? null : { x, y, width: chip.height, height };
  return { choices: row, moreChoices };
}

const CHOICE_LINE = 15;

/** Chips from left to right, in as many rows as they need. */
function placeChips<Item>(
  items: readonly Item[],
  measure: (item: Item) => number,
  top: number,
  inner: number,
): readonly { readonly item: Item; readonly box: Box }[] {
  let x: number = node.padding;
  let y = top;
  return items.map((item) => {
    const width = Math.min(inner, measure(item));
    if (x > node.padding && x + width > node.padding + inner) {
      x = node.padding;
      y += chip.height + chip.gap;
    }
    const box = { x, y, width, height: chip.height };
    x += width + chip.gap;
    return { item, box };
  });
}

function bottomOf(placed: readonly { readonly box: Box }[], y: number): number {
  const last = placed.at(-1);
  return last === undefined ? y : last.box.y + last.box.height + node.gap;
}
