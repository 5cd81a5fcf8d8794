import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const FILE = join(import.meta.dirname, 'needsNode.cjs');
const source = readFileSync(FILE, 'utf8');
const manifest = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()), optionalDependencies: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')),
);

interface Machine {
  readonly node: string;
  readonly platform?: string;
  readonly arch?: string;
}

/** What it says there, and how the process ends. */
function on({ node, platform = 'linux', arch = 'x64' }: Machine) {
  const said: string[] = [];
  let status: number | null = null;
  runInNewContext(source, {
    console: { error: (line: string) => said.push(line) },
    process: { versions: { node }, platform, arch, exit: (code: number) => (status = code) },
  });
  return { said, status };
}

describe('a Node that is too old', () => {
  it.each(['24.5.0', '24.21.0', '26.0.0', '100.0.0'])('[N1] is not what %s is', (node) => {
    expect(on({ node })).toEqual({ said: [], status: null });
  });

  it.each(['0.12.18', '8.17.0', '20.20.2', '24.4.9'])('[N1] is what %s is: one sentence, and the end', (node) => {
    const { said, status } = on({ node, platform: 'darwin', arch: 'arm64' });
    expect(said).toEqual([
      `Halfway needs Node 24.5 or newer and found ${node}: install it from https://nodejs.org (on darwin arm64 npm cannot bring it).`,
    ]);
    expect(status).toBe(1);
  });

  it.each(['x64', 'arm64'])('[N1] is replaced by npm on Linux, %s', (arch) => {
    expect(on({ node: '20.0.0', arch }).said.join()).toContain('run “npm ci”, which brings it');
    expect(manifest.optionalDependencies).toHaveProperty(`node-linux-${arch}`);
  });

  it('[N1] can read what says so', () => {
    const code = source.replaceAll(/\/\*.*?\*\/|'[^']*'/gs, '');
    expect(code).toContain('var NEEDED');
    // The last is a comma behind the last argument.
    expect(code).not.toMatch(/=>|`|\.\.\.|\?\?|\?\.|\b(?:const|let|class|async|await|import|export|of)\b|,\s*\)/);
  });

  it('[N1] is asked for before anything else by all that people start', () => {
    for (const name of ['start', 'test', 'test:long', 'explore'])
      expect(manifest.scripts[name]).toMatch(/^node --require \.\/scripts\/needsNode\.cjs \S/);
    expect(spawnSync(process.execPath, ['--require', FILE, '--eval', '0']).status).toBe(0);
  });
});
