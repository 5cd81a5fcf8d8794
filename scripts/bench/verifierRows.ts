/** The verifier on its yardstick, in Node and in a worker of Chromium. */
import * as v from 'valibot';
import { build } from 'vite';
import type { Site } from './pageRows.ts';
import { golden, measured, type Row } from './row.ts';
import { GOLDEN, yardstick, type Measured } from './yardstick.ts';

const STATES_PER_SECOND = 300_000;
/** The last one twice: the second time everything is compiled. */
const SIZES = [3, 5, 7, 7] as const;

export function verifierRowsInNode(): readonly Row[] {
  return rowsOf('Node', SIZES.map(yardstick));
}

const FromWorker = v.array(
  v.object({ participants: v.number(), counts: v.string(), statesPerSecond: v.number(), bytesPerState: v.number() }),
);

export async function verifierRowsInWorker({ page, address }: Site): Promise<readonly Row[]> {
  const code = await bundled('scripts/bench/yardstickWorker.ts');
  // A worker needs a page with an origin.
  await page.goto(address);
  const answer: unknown = await page.evaluate(
    async ({ source, sizes }) => {
      const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      const worker = new Worker(url, { type: 'module' });
      const answered = new Promise<unknown>((resolve, reject) => {
        worker.addEventListener('message', ({ data }) => resolve(data));
        worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      });
      worker.postMessage(sizes);
      return answered;
    },
    { source: code, sizes: SIZES },
  );
  return rowsOf('a worker', v.parse(FromWorker, answer));
}

function rowsOf(where: string, runs: readonly Measured[]): readonly Row[] {
  const counts = runs.slice(0, 3).map((run) => {
    const what = `two-phase commit in ${where}, ${run.participants} participants: states / steps / levels`;
    return golden(what, run.counts, GOLDEN[run.participants] ?? '');
  });
  const last = runs.at(-1);
  if (last === undefined) return counts;
  return [
    ...counts,
    measured(`distinct states per second in ${where}, 7 participants`, last.statesPerSecond, '', {
      atLeast: STATES_PER_SECOND,
    }),
    measured(`memory per state in ${where}`, last.bytesPerState, 'bytes'),
  ];
}

/** One module with everything that it imports. */
async function bundled(input: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input, output: { codeSplitting: false } } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const [chunk] = outputs.flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`Expected ${input} to become one module.`);
  return chunk.code;
}
