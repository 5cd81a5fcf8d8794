/** `npm run checkers`: decides every shape of checker anew, after a rule of half messages or a question of the form has changed. Minutes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { halfMessage } from '../src/protocols/half-message/protocol.ts';
import { write } from '../src/views/checker/decided.ts';
import { everyShape } from '../src/views/checker/shape.ts';
import { decide, FIRST_RUNS } from './checkers/decide.ts';

const runs = [...FIRST_RUNS];
const shapes = everyShape(halfMessage).map((form, at, all) => {
  const answer = decide(halfMessage, form, runs);
  if (answer.kind === 'breaks' && !runs.includes(answer.run)) runs.push(answer.run);
  if (at % 100 === 0) console.log(`${at} of ${all.length}`);
  return answer;
});
const used = runs.filter((run) => shapes.some((answer) => answer.kind === 'breaks' && answer.run === run));
const path = join(import.meta.dirname, '../src/views/checker/decided.gen.json');
writeFileSync(path, `${JSON.stringify({ runs: used, shapes: shapes.map((answer) => write(answer, used)) })}\n`);
