/** What the process really uses of memory, and whether it has to stop before there is no more. */
import { freemem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

/** Of the heap that Node allows itself; beyond it the process would be aborted. */
const HEAP_SHARE_MAX = 0.85;
/** What is left to everybody else on the machine. */
const FREE_BYTES_MIN = 100_000_000;

/** `bytesMax`: the bound that was asked for; null for none. */
export function isMemorySpent(bytesMax: number | null): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  if (bytesMax !== null && process.memoryUsage.rss() >= bytesMax) return true;
  return used > limit * HEAP_SHARE_MAX || freemem() < FREE_BYTES_MIN;
}

/** The most that the process has used, in bytes. */
export function memoryPeak(): number {
  return process.resourceUsage().maxRSS * 1_024;
}
