/**
 * Two documentation sites with runs in them, built with what the package brings, and then used in a browser (`e2e/sites`).
 * Needs the built site and commands. Where their packages cannot be fetched it says so in one line and is done.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { address } from '../e2e/configured.ts';

const SITES = ['vitepress', 'docusaurus'] as const;
/** What a reader's `npm install` would have put there. */
const PACKAGE = ['package.json', 'dist-cli'] as const;
const TRIES = 2;

// Beside each other: one waits for the network while the other builds.
const areBuilt = await Promise.all(SITES.map(isInstalledAndBuilt));
const missing = SITES.find((_, index) => areBuilt[index] === false);
if (missing === undefined) process.exitCode = await run('playwright', ['test', '--config', 'e2e/sites'], '.');
else console.log(`Skipped: the packages of ${missing} could not be fetched.`);

async function isInstalledAndBuilt(site: string): Promise<boolean> {
  if (!(await isInstalled(site))) return false;
  await build(site);
  return true;
}

async function isInstalled(site: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if ((await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], folderOf(site))) === 0) return true;
  }
  return false;
}

async function build(site: string): Promise<void> {
  const halfway = join(folderOf(site), 'node_modules/halfway');
  rmSync(halfway, { recursive: true, force: true });
  mkdirSync(halfway, { recursive: true });
  for (const part of PACKAGE) cpSync(part, join(halfway, part), { recursive: true });
  if ((await run('npm', ['run', 'build'], folderOf(site))) !== 0) throw new Error(`Expected ${site} to build.`);
}

function folderOf(site: string): string {
  return join('e2e/sites', site);
}

/** Its exit code. A page of another site than the host's is what a document has: another name of this machine. */
function run(command: string, args: readonly string[], cwd: string): Promise<number> {
  const env = { ...process.env, EXPLORER_ADDRESS: address.replace('127.0.0.1', 'localhost') };
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
  return new Promise((ended) => {
    child.on('error', () => ended(1));
    child.on('close', (code) => ended(code ?? 1));
  });
}
