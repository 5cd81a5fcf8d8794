/**
 * `npm run checkers`: decides every shape of checker anew, after a rule of half messages or a question of the form has changed:
 * minutes for a first look at all of them, and up to half an hour for what that leaves open. `npm run checkers -- further` keeps
 * the first look.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { halfMessage } from '../src/protocols/half-message/protocol.ts';
import { decidedAhead, write, type Decided } from '../src/views/checker/decided.ts';
import { everyShape, shapeKey } from '../src/views/checker/shape.ts';
import { decide, decideFurther, FIRST_RUNS } from './checkers/decide.ts';

const forms = everyShape(halfMessage);
const first = process.argv.includes('further') ? forms.map((form) => decidedAhead(halfMessage, form)) : firstLook();
const answers = forms.map((form, at) => {
  const known = first[at];
  if (known === undefined) throw new Error('Expected a first answer about every shape.');
  const answer = decideFurther(halfMessage, form, known);
  if (answer !== known) console.log(`${shapeKey(form)}: ${JSON.stringify(answer)}`);
  return answer;
});
const used = [...new Set(answers.flatMap((answer) => (answer.kind === 'breaks' ? [answer.run] : [])))];
const path = join(import.meta.dirname, '../src/views/checker/decided.gen.json');
writeFileSync(path, `${JSON.stringify({ runs: used, shapes: answers.map((answer) => write(answer, used)) })}\n`);

function firstLook(): readonly Decided[] {
  const runs = [...FIRST_RUNS];
  return forms.map((form, at) => {
    const answer = decide(halfMessage, form, runs);
    if (answer.kind === 'breaks' && !runs.includes(answer.run)) runs.push(answer.run);
    if (at % 100 === 0) console.log(`${at} of ${forms.length}`);
    return answer;
  });
}
