/** Who works for the same deadline: a list through `mate`. */
import { NOBODY, type Run, type Watch } from './state.ts';

/** The strand ends, or whoever has waited for it is not there any more. Nobody left is as good as met. */
export function leaveAll({ watches }: Run, strand: number): void {
  for (const watch of watches) if (watch.entry[strand] !== 0) leaveOne(watch, strand);
}

export function leaveOne(watch: Watch, strand: number): void {
  const { first, mate, entry } = watch;
  const slot = ((entry[strand] ?? 0) - 1) & (first.length - 1);
  const isWaitedFor = (entry[strand] ?? 0) > 0;
  entry[strand] = 0;
  if (!isWaitedFor) return;
  const next = mate[strand] ?? NOBODY;
  if (first[slot] === strand) {
    first[slot] = next;
    return;
  }
  for (let at = first[slot] ?? NOBODY; at >= 0; at = mate[at] ?? NOBODY) if (mate[at] === strand) mate[at] = next;
}
