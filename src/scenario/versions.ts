/** Every format that ever shipped still opens: old links are upgraded step by step, never dropped. */
import type { RawLink } from './grammar.ts';

/** The format that is written now. */
export const NEWEST_VERSION = 1;

/** Turns a link of one version into the same link of the next. Pure. */
type Upgrade = (link: RawLink) => RawLink;

/** `UPGRADES[n]` makes version n + 2 out of version n + 1. There is one less of them than there are versions. */
const UPGRADES: readonly Upgrade[] = [];

/** The link in the newest version. A link that is newer than that is returned as it is. */
export function upgrade(link: RawLink, upgrades: readonly Upgrade[] = UPGRADES): RawLink {
  return upgrades
    .slice(link.version - 1)
    .reduce((older, next) => ({ ...next(older), version: older.version + 1 }), link);
}
