/**
 * Renews `src/scenario/fixtures/v1.txt`: gives every golden link the checksum of today's model and adds the links of
 * scenarios that are new in the library and of incidents that are new. Run it only when the behaviour was changed on purpose, and say why in the commit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { protocols } from '../src/protocols/registry.ts';
import { endings } from '../src/scenario/incident.ts';
import { incidents } from '../src/scenario/incidents.ts';
import { libraryOf } from '../src/scenario/library.ts';
import { readLink, writeScenario } from '../src/scenario/link.ts';

const FILE = new URL('../src/scenario/fixtures/v1.txt', import.meta.url);

const lines = readFileSync(FILE, 'utf8').trimEnd().split('\n');
const renewed = lines.map((line) => (line === '' || line.startsWith('#') ? line : renew(line)));
const added = [
  ...libraryOf(protocols).map(({ link }) => link),
  ...endings(incidents).map(({ link }) => renew(`v1/${link}`)),
].filter((link) => !renewed.includes(link));
writeFileSync(FILE, `${[...renewed, ...added].join('\n')}\n`);
const changed = renewed.filter((line, index) => line !== lines[index]).length;
console.log(`${changed} links renewed, ${added.length} added`);

function renew(link: string): string {
  const { scenario, at, problem } = readLink(protocols, link);
  if (problem !== null && problem.kind !== 'checksum-differs') {
    throw new Error(`Expected ${link} to open; got ${JSON.stringify(problem)}.`);
  }
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  return writeScenario(protocol, scenario, at);
}
