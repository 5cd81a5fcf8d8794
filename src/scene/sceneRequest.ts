import type { Settings } from '../engine/model.ts';
import type { Frame } from '../engine/timeline.ts';
import type { Lang } from '../i18n/text.ts';
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
  /** The width of a narrow screen, on which the boxes stand below each other; null draws them side by side. */
  readonly stackedWidth: number | null;
  /** Whether choices and all clocks are offered, or only what a picture needs. */
  readonly isInteractive: boolean;
}
