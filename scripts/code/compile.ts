/** Compiles every variant of the samples against the real clients. Without Java, Maven or a network it says so and is content. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variants, type Variant } from './variants.ts';

const POM = join(import.meta.dirname, 'pom.xml');
const SUPPORT = join(import.meta.dirname, '../../src/protocols/shared/code/Support.java');
const TOOL_MS = 300_000;

/** With which clients a folder is compiled: profiles of the pom. */
const PROFILES: { readonly [folder: string]: readonly string[] } = {
  'half-message/code/remoting': ['remoting-4.9', 'remoting-5'],
  'half-message/code/client': ['client'],
};
/** Spring and JTA alone. */
const PLAIN = ['none'];

/** False if a sample does not compile. */
export async function compileSamples(): Promise<boolean> {
  const missing = ['javac', 'mvn'].find((tool) => run(tool, ['-version']).status !== 0);
  if (missing !== undefined) return skipped(`there is no ${missing} here`);
  const all = await variants();
  const work = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    const profiles = [...new Set(all.flatMap(({ folder }) => PROFILES[folder] ?? PLAIN))];
    const answers = profiles.map((profile) => {
      const those = all.filter(({ folder }) => (PROFILES[folder] ?? PLAIN).includes(profile));
      return compiled(profile, those, join(work, profile));
    });
    return answers.every(Boolean);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function compiled(profile: string, all: readonly Variant[], folder: string): boolean {
  mkdirSync(folder);
  const classPath = join(folder, 'classpath.txt');
  const goals = ['dependency:build-classpath', `-Dmdep.outputFile=${classPath}`];
  if (run('mvn', ['-q', '-B', '-f', POM, '-P', profile, ...goals]).status !== 0)
    return skipped(`Maven could not fetch the libraries of ${profile}`);
  const files = all.flatMap((variant, index) => written(variant, join(folder, `v${index}`), `v${index}`));
  const options = [
    '-proc:none',
    '-nowarn',
    '-d',
    join(folder, 'classes'),
    '-cp',
    readFileSync(classPath, 'utf8').trim(),
  ];
  const { status, stderr } = run('javac', [...options, ...files]);
  const named = all.map(({ folder: from, settings }, index) => `v${index} is ${from} at ${settings}`);
  console.log(status === 0 ? `${profile}: ${all.length} variants compile` : `${stderr}\n${named.join('\n')}`);
  return status === 0;
}

function written({ files }: Variant, folder: string, name: string): readonly string[] {
  mkdirSync(folder);
  const sources = [...files, ['Support.java', readFileSync(SUPPORT, 'utf8')] as const];
  return sources.map(([file, text]) => {
    const path = join(folder, file);
    writeFileSync(path, `package ${name};\n${text}`);
    return path;
  });
}

function skipped(why: string): boolean {
  console.log(`samples not compiled: ${why}`);
  return true;
}

function run(tool: string, args: readonly string[]) {
  return spawnSync(tool, args, { encoding: 'utf8', timeout: TOOL_MS });
}
