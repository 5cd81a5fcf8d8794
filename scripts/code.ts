/** `npm run code`: cuts the samples into `samples.gen.json`; `npm run code -- compile` compiles them where Java and Maven are. */
import { writeFileSync } from 'node:fs';
import { compileSamples } from './code/compile.ts';
import { samples } from './code/samples.ts';

if (process.argv[2] === 'compile') process.exitCode = (await compileSamples()) ? 0 : 1;
else for (const [path, text] of samples()) writeFileSync(path, text);
