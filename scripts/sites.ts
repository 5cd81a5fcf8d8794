/**
 * Two documentation sites with runs in them, built with what the package brings, and then used in a browser (`e2e/sites`).
 * Needs the built site and commands. Where their packages cannot be fetched it says so in one line and is done.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { address } from '../e2e/configured.ts';

const SITES = ['vitepress', 'docusaurus'] as const;
/** What a reader's `npm install` would have put there. */
const PACKAGE = ['package.json', 'dist-cli'] as const;
const TRIES = 2;

const missing = SITES.find((site) => !isInstalled(site));
if (missing === undefined) {
  for (const site of SITES) build(site);
  process.exitCode = run('playwright', ['test', '--config', 'e2e/sites'], '.');
} else console.log(`Skipped: the packages of ${missing} could not be fetched.`);

function isInstalled(site: string): boolean {
  return Array.from({ length: TRIES }).some(() => run('npm', ['ci'], folderOf(site)) === 0);
}

function build(site: string): void {
  const halfway = join(folderOf(site), 'node_modules/halfway');
  rmSync(halfway, { recursive: true, force: true });
  mkdirSync(halfway, { recursive: true });
  for (const part of PACKAGE) cpSync(part, join(halfway, part), { recursive: true });
  if (run('npm', ['run', 'build'], folderOf(site)) !== 0) throw new Error(`Expected ${site} to build.`);
}

function folderOf(site: string): string {
  return join('e2e/sites', site);
}

/** Its exit code. A page of another site than the host's is what a document has: another name of this machine. */
function run(command: string, args: readonly string[], cwd: string): number {
  const env = { ...process.env, EXPLORER_ADDRESS: address.replace('127.0.0.1', 'localhost') };
  return spawnSync(command, args, { cwd, env, stdio: 'inherit' }).status ?? 1;
}
