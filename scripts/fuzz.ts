/** `npm run fuzz [count]`: reads mutated links of the library and says which promise broke, if any. */
import { protocols } from '../src/protocols/registry.ts';
import { fuzzLinks } from '../src/scenario/fuzz.testing.ts';

const count = Number(process.argv[2] ?? 100_000);
const { links, accepted, broken } = fuzzLinks(protocols, { count, seed: 20_261_122 });
process.stdout.write(
  `${links} mutated links, ${accepted} opened without a problem, ${broken.length} broken promises\n`,
);
for (const { link, why } of broken.slice(0, 20)) process.stdout.write(`${why}\n  ${link}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
