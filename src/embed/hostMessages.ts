/** What an embed and the page around it say to each other; `docs/embedding.md` is the same for readers. */
import * as v from 'valibot';

const VERSION = v.literal(1);

const FromHost = v.variant('type', [
  v.object({ type: v.literal('halfway:goto'), v: VERSION, at: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ type: v.literal('halfway:play'), v: VERSION }),
  v.object({ type: v.literal('halfway:pause'), v: VERSION }),
  v.object({ type: v.literal('halfway:set-theme'), v: VERSION, theme: v.picklist(['auto', 'light', 'dark']) }),
]);

/** What the page around may ask for. */
export type FromHost = v.InferOutput<typeof FromHost>;

/** What the embed tells; nothing that the page around did not give it. */
export type ToHost =
  | { readonly type: 'halfway:ready'; readonly v: 1; readonly protocol: string; readonly steps: number }
  /** The height in CSS pixels at which nothing has to scroll. */
  | { readonly type: 'halfway:resize'; readonly v: 1; readonly height: number }
  | { readonly type: 'halfway:step'; readonly v: 1; readonly at: number; readonly steps: number };

/** A message of the host, or null for anything else: pages send each other all sorts of things. */
export function readHostMessage(data: unknown): FromHost | null {
  const parsed = v.safeParse(FromHost, data);
  return parsed.success ? parsed.output : null;
}
