/** Every format that ever shipped still opens: old links are upgraded step by step, never dropped. */
import type { RawLink } from './grammar.ts';

/** The format that is written now. */
export const NEWEST_VERSION = 2;

/** @example versioned('brokers') === 'v2/brokers' */
export function versioned(rest: string): string {
  return `v${NEWEST_VERSION}/${rest}`;
}

/** Turns a link of one version into the same link of the next. Pure. */
type Upgrade = (link: RawLink) => RawLink;

/** `UPGRADES[n]` makes version n + 2 out of version n + 1. There is one less of them than there are versions. */
const UPGRADES: readonly Upgrade[] = [withoutWorldChecksum];

/** The checksum of version 1 was taken of whole worlds, private data included: today's model has nothing to compare it with. */
function withoutWorldChecksum(link: RawLink): RawLink {
  return { ...link, hash: null };
}

/** The link in the newest version. A link that is newer than that is returned as it is. */
export function upgrade(link: RawLink, upgrades: readonly Upgrade[] = UPGRADES): RawLink {
  return upgrades
    .slice(link.version - 1)
    .reduce((older, next) => ({ ...next(older), version: older.version + 1 }), link);
}
