/** Fetches RocketMQ with Maven into the project's cache; the second time nothing is fetched. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = join(import.meta.dirname, '../../.cache/rocketmq');
const POM = join(import.meta.dirname, 'pom.xml');
const MAVEN_MS = 900_000;
/** How long an answer to “which is the newest?” is believed. */
const FRESH_MS = 24 * 3_600_000;

/** Which releases a name stands for, as Maven writes ranges. */
const RANGES: { readonly [name: string]: string } = { newest: '[5,6)', '4.9': '[4.9,4.10)' };

export type Fetched = { readonly release: string; readonly classPath: string } | { readonly skipped: string };

export function fetched(name: string): Fetched {
  for (const tool of [
    ['java', '-version'],
    ['mvn', '-version'],
  ] as const) {
    if (spawnSync(tool[0], [tool[1]], { stdio: 'ignore' }).status !== 0)
      return { skipped: `there is no ${tool[0]} here` };
  }
  mkdirSync(CACHE, { recursive: true });
  const release = releaseOf(name);
  if (release === null) return { skipped: `Maven finds no RocketMQ ${name}` };
  const folder = join(CACHE, release);
  if (!existsSync(folder) || !readdirSync(folder).some((file) => file.startsWith('rocketmq-broker-'))) {
    const status = maven(
      '-P',
      'release',
      `-Drocketmq.release=${release}`,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${folder}`,
    );
    if (status !== 0) return { skipped: `Maven could not fetch RocketMQ ${release}` };
  }
  return { release, classPath: join(folder, '*') };
}

/** The newest of a range that Maven knows; without a network, the newest that was fetched before. */
function releaseOf(name: string): string | null {
  const range = RANGES[name];
  if (range === undefined) return /^\d+\.\d+\.\d+$/.test(name) ? name : null;
  const file = join(CACHE, `${name}.txt`);
  const isFresh = existsSync(file) && Date.now() - statSync(file).mtimeMs < FRESH_MS;
  const list = [
    '-P',
    'newest',
    `-Drocketmq.range=${range}`,
    'dependency:list',
    '-DexcludeTransitive=true',
    `-DoutputFile=${file}`,
  ];
  if (!isFresh && maven(...list) !== 0 && !existsSync(file)) return null;
  return /rocketmq-namesrv:jar:([\d.]+):/.exec(readFileSync(file, 'utf8'))?.[1] ?? null;
}

function maven(...args: readonly string[]): number | null {
  return spawnSync('mvn', ['-q', '-B', '-f', POM, ...args], { stdio: 'ignore', timeout: MAVEN_MS }).status;
}
