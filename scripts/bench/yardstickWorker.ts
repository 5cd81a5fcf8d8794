/** Runs in a module worker of the browser; measures more than once, because the first time also compiles. */
import { yardstick } from './yardstick.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<readonly number[]>) => {
  globalThis.postMessage(data.map((participants) => yardstick(participants)));
});
