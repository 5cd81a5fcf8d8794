/** Answers one request after the other, wherever it is asked: in a worker, or between the frames of the page. */
import { loadProtocol } from '../protocols/loaders.ts';
import { searchFor } from './answer.ts';
import type { Search } from './explore.ts';
import type { Reply, Request } from './messages.ts';

/** What the search needs of the place where it runs. Times are milliseconds. */
export interface Host {
  readonly now: () => number;
  /** How long the search may go on before it pauses. */
  readonly portionMs: number;
  readonly pause: () => Promise<void>;
  readonly isCancelled: () => boolean;
  readonly reply: (reply: Reply) => void;
}

const PROGRESS_MS = 250;

export async function respond({ id, question }: Request, host: Host): Promise<void> {
  try {
    const search = searchFor(await loadProtocol(question.protocol), question);
    let toldAtMs = host.now();
    while (advance(search, host)) {
      if (host.now() - toldAtMs >= PROGRESS_MS) {
        toldAtMs = host.now();
        host.reply({ kind: 'progress', id, report: search.report() });
      }
      await host.pause();
      if (host.isCancelled()) return;
    }
    host.reply({ kind: 'answer', id, report: search.report() });
  } catch (error) {
    host.reply({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** So few that even the slowest states fit into a frame. */
const STATES = 50;

/** One portion; true while there is more to do. */
function advance(search: Search, { now, portionMs }: Host): boolean {
  const endMs = now() + portionMs;
  while (search.advance(STATES)) if (now() >= endMs) return true;
  return false;
}
