/** Which version of its rules a protocol is at: a checksum of the rules in its SPEC.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksum } from '../src/engine/data.ts';

export function rulesVersion(protocol: string): string {
  const spec = readFileSync(join(import.meta.dirname, `../src/protocols/${protocol}/SPEC.md`), 'utf8');
  // Each begins with its id, and goes on in lines that are indented.
  const rules = spec.match(/^- \*\*[A-Z]{2}-.*(?:\n {2}.*)*/gm);
  if (rules === null) throw new Error(`Expected rules in SPEC.md of ${protocol}.`);
  return checksum(rules.join('\n'));
}
