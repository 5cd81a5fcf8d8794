/**
 * `npm run safeguards`: decides every row of "Which safeguards matter?" at default settings anew, after a rule or what may be
 * forgotten has changed. Minutes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAllTexts } from '../src/i18n/shelves.ts';
import { protocols } from '../src/protocols/registry.ts';
import { decided, rowsAhead } from '../src/views/verify/rowsAhead.ts';
import { rulesVersion } from './rulesVersion.ts';

await loadAllTexts();
const questions = rowsAhead(protocols);
const rows = questions.map((question, at) => {
  const begun = process.cpuUsage();
  const report = decided(protocols, question);
  const open = report.findings.filter(({ verdict }) => verdict === 'unknown').map(({ id }) => id);
  const { user, system } = process.cpuUsage(begun);
  const seconds = ((user + system) / 1_000_000).toFixed(1);
  console.log(
    `${at + 1} of ${questions.length}: ${question.protocol}, ${seconds} s of the processor${open.length > 0 ? `, open: ${open.join(', ')}` : ''}`,
  );
  return { question, report };
});
const rules = Object.fromEntries(protocols.map(({ id }) => [id, rulesVersion(id)]));
const path = join(import.meta.dirname, '../src/views/verify/safeguards.gen.json');
writeFileSync(path, `${JSON.stringify({ rules, rows })}\n`);
