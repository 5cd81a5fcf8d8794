/** A run that is driven, and the words that most of them are made of. */
export interface LiveRun {
  readonly id: string;
  readonly link: string;
  /** Settings of the broker's file that differ from those of all runs. */
  readonly broker?: { readonly [name: string]: string | number };
  /** Queues of the real topic; one where it is left out. */
  readonly queues?: number;
  /** Not before this release. */
  readonly since?: string;
  /** Not from this release on. */
  readonly until?: string;
}

/** HM-60. */
export const WHERE_OPS_SLIP: Pick<LiveRun, 'since' | 'until'> = { since: '5.1', until: '5.4' };

export function isOfRelease({ since, until }: LiveRun, release: string): boolean {
  const isBefore = (one: string, other: string): boolean => one.localeCompare(other, 'en', { numeric: true }) < 0;
  return (since === undefined || !isBefore(release, since)) && (until === undefined || isBefore(release, until));
}

export const COMMITTED = 'order.half.ok.commit.return';
export const CONSUMED = 'msg.consume';
/** Until the op is stored. */
export const DONE = `end.${CONSUMED}.op`;

export function run(id: string, words: string, settings = ''): LiveRun {
  return { id, link: `v1/half-message?${settings === '' ? '' : `set=${settings}&`}do=${words}` };
}
