/** What an embed and the page around it say to each other; `docs/embedding.md` is the same for readers. */
import { among } from '../player/among.ts';
import { THEMES, type Theme } from '../player/session.ts';

const VERSION = 1;

/** What the page around may ask for. */
export type FromHost =
  | { readonly type: 'halfway:goto'; readonly v: 1; readonly at: number }
  | { readonly type: 'halfway:play'; readonly v: 1 }
  | { readonly type: 'halfway:pause'; readonly v: 1 }
  | { readonly type: 'halfway:set-theme'; readonly v: 1; readonly theme: Theme };

/** What the embed tells; nothing that the page around did not give it. */
export type ToHost =
  | { readonly type: 'halfway:ready'; readonly v: 1; readonly protocol: string; readonly steps: number }
  /** The height in CSS pixels at which nothing has to scroll. */
  | { readonly type: 'halfway:resize'; readonly v: 1; readonly height: number }
  | { readonly type: 'halfway:step'; readonly v: 1; readonly at: number; readonly steps: number };

/** A message of the host, or null for anything else: pages send each other all sorts of things. */
export function readHostMessage(data: unknown): FromHost | null {
  if (data === null || typeof data !== 'object') return null;
  const { v, type, at, theme }: { readonly [name: string]: unknown } = { ...data };
  if (v !== VERSION) return null;
  switch (type) {
    case 'halfway:goto':
      return typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 ? { type, v, at } : null;
    case 'halfway:play':
    case 'halfway:pause':
      return { type, v };
    case 'halfway:set-theme': {
      const wanted = among(THEMES, theme);
      return wanted === undefined ? null : { type, v, theme: wanted };
    }
    default:
      return null;
  }
}

/** The wish for height in the words that Embedly taught many sites: one text, with the frame's own address. */
export function asEmbedly(src: string, height: number): string {
  return JSON.stringify({ src, context: 'iframe.resize', height });
}
