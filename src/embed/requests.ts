/** Requests of version 2 as they arrive: anything may, and only what `messages.ts` lists is obeyed. */
import * as v from 'valibot';
import { LANGS } from '../i18n/languages.ts';
import { LINK_MAX } from '../scenario/problem.ts';

const id = v.optional(v.union([v.pipe(v.string(), v.maxLength(64)), v.number()]));
const base = { v: v.literal(2), id };

const Request = v.variant('type', [
  v.object({ ...base, type: v.literal('halfway:hello') }),
  v.object({ ...base, type: v.literal('halfway:get-state') }),
  v.object({ ...base, type: v.literal('halfway:load'), run: v.pipe(v.string(), v.maxLength(LINK_MAX)) }),
  v.object({ ...base, type: v.literal('halfway:goto'), at: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ ...base, type: v.literal('halfway:next') }),
  v.object({ ...base, type: v.literal('halfway:reset') }),
  v.object({ ...base, type: v.literal('halfway:play') }),
  v.object({ ...base, type: v.literal('halfway:pause') }),
  v.object({ ...base, type: v.literal('halfway:set-theme'), theme: v.picklist(['auto', 'light', 'dark']) }),
  v.object({ ...base, type: v.literal('halfway:set-lang'), lang: v.picklist(LANGS) }),
  v.object({ ...base, type: v.literal('halfway:set-zoom'), zoom: v.picklist(['concept', 'internals']) }),
]);

export type Request = v.InferOutput<typeof Request>;

const Addressed = v.object({ type: v.pipe(v.string(), v.startsWith('halfway:')), ...base });

/** Meant for us, in this version, and wrong: it is answered if it has an id. */
export interface Wrong {
  readonly kind: 'wrong';
  readonly id: string | number | undefined;
  readonly where: string;
}

export type ReadRequest = { readonly kind: 'request'; readonly request: Request } | Wrong;

/** Null for what is not ours or of another version. */
export function readRequest(data: unknown): ReadRequest | null {
  const parsed = v.safeParse(Request, data);
  if (parsed.success) return { kind: 'request', request: parsed.output };
  const addressed = v.safeParse(Addressed, data);
  if (!addressed.success) return null;
  const [issue] = parsed.issues;
  return { kind: 'wrong', id: addressed.output.id, where: v.getDotPath(issue) ?? 'type' };
}
