/** Writes what was recorded of a release as one file: settings, links and observations, a line for each of them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording } from '../../src/recordings/observation.ts';
import type { Driven } from '../../src/recordings/driven.ts';
import { commonSettings } from './rocketmq.ts';
import type { LiveRun } from './words.ts';

/** Keeps the runs of the file that were not driven this time. */
export function store(
  release: string,
  made: readonly { readonly run: LiveRun; readonly recording: Recording }[],
): void {
  const file = join(import.meta.dirname, `../../src/recordings/data/driven-${release}.json`);
  const before: Driven['runs'] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).runs : [];
  const runs = new Map(before.map((one) => [one.recording.name, one]));
  for (const { run, recording } of made) {
    const broker = run.broker === undefined ? {} : { broker: texts(run.broker) };
    runs.set(run.id, { link: run.link, ...broker, recording });
  }
  const head = { release, broker: texts(commonSettings()), command: `npm run live -- --release ${release} --store` };
  const lines = [...runs.values()].map(({ recording: { observations, ...about }, ...rest }) => {
    const seen = observations.map((one) => JSON.stringify(one)).join(',\n');
    const start = JSON.stringify({ ...rest, recording: about });
    return `${start.slice(0, -2)},"observations":[\n${seen}\n]}}`;
  });
  writeFileSync(file, `${JSON.stringify(head).slice(0, -1)},"runs":[\n${lines.join(',\n')}\n]}\n`);
}

function texts(settings: { readonly [name: string]: string | number }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}
