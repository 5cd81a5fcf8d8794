import type { Settings } from '../engine/model.ts';
import type { Frame } from '../engine/timeline.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Protocol, Zoom } from '../protocols/protocol.ts';

/** What is to be drawn, and for whom. */
export interface SceneRequest {
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly zoom: Zoom;
  readonly lang: Lang;
  readonly frame: Frame;
  /** The frame before: what the step changed is marked. Null marks nothing. */
  readonly previous: Frame | null;
  readonly arrangement: Arrangement;
  /** Whether choices and all clocks are offered, or only what a picture needs. */
  readonly isInteractive: boolean;
}

/**
 * `wide`: side by side as the protocol drew it, with widths and gaps multiplied by `squeeze` and heights by `stretch` (1 for
 * none); the letters keep their size. Boxes that would end below `room` hold what they hold closer together. `stacked`: below each other in this width, for narrow screens.
 */
export type Arrangement =
  | { readonly kind: 'wide'; readonly squeeze: number; readonly stretch: number; readonly room?: number }
  | { readonly kind: 'stacked'; readonly width: number };
