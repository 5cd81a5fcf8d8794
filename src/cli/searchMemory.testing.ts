/** Run by memory.test.ts in a process of its own, with --expose-gc: what a search says that it keeps, beside what Node says. */
import { protocols } from '../protocols/registry.ts';
import { searchFor } from '../verifier/answer.ts';
import type { Search } from '../verifier/explore.ts';
import { ONE_EACH } from '../verifier/explore.testing.ts';
import type { Question } from '../verifier/question.ts';

const [, , id = '', setting = '', value = '', reduction = 'none'] = process.argv;
const protocol = protocols.find((one) => one.id === id) ?? protocols[0];

function searched(statesMax: number): Search {
  const how: Question['reduction'] = reduction === 'exact' ? 'exact' : 'none';
  const search = searchFor(protocol, {
    protocol: protocol.id,
    settings: { [setting]: value },
    faults: ONE_EACH,
    orders: 1,
    properties: [],
    reduction: how,
    statesMax,
    stopsEarly: false,
  });
  while (search.advance(1_000));
  return search;
}

function usedBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

// What is loaded and compiled on the way belongs to no search.
searched(50);
const before = usedBytes();
const search = searched(40_000);
const { bytes } = search.report();
const real = usedBytes() - before;
search.stop();
process.stdout.write(JSON.stringify({ bytes, real }));
