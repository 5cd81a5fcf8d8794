/**
 * Finds a Chromium and a CJK font, and installs them where that is possible. As a command it prints the browser's path.
 *
 * The order: what the environment names, Playwright's own download, what is on the PATH or in the usual places, a download
 * through Playwright, the system's packages (root with apt). Without a CJK font Chinese text is blank and screenshots lie.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** No sandbox (containers run as root), no GPU, and no requests of the browser's own. */
export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/** The path of a Chromium that is here already. */
export function findBrowser(): string | undefined {
  return candidates().find(isExecutable);
}

/** The path of a Chromium that can render Chinese, installing what is missing; throws with advice if that fails. */
export async function ensureBrowser(): Promise<string> {
  const browser = findBrowser() ?? installBrowser();
  if (browser === undefined) {
    throw new Error('No Chromium found, and none could be installed. Install one, or name it in CHROME_PATH.');
  }
  if (!(await rendersChinese(browser)) && !(installFont() && (await rendersChinese(browser)))) {
    throw new Error('No font with Chinese characters found. Install one, for example fonts-droid-fallback.');
  }
  return browser;
}

function candidates(): string[] {
  const named = ['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME_PATH', 'CHROME_BIN'].map(
    (name) => process.env[name] ?? '',
  );
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...named, chromium.executablePath(), ...onPath, ...USUAL_PLACES].filter((path) => path !== '');
}

const COMMANDS = [
  'chromium',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium-browser',
  'microsoft-edge',
];

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installBrowser(): string | undefined {
  const playwright = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '..', 'cli.js');
  // Its download host may be out of reach: a minute is enough for those who reach it.
  run(process.execPath, [playwright, 'install', '--only-shell', 'chromium'], { timeoutMs: 60_000 });
  return findBrowser() ?? (installPackages(['chromium', FONT_PACKAGE]) ? findBrowser() : undefined);
}

const FONT_PACKAGE = 'fonts-droid-fallback';

function installFont(): boolean {
  return installPackages([FONT_PACKAGE]);
}

function installPackages(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  run('apt-get', ['update'], { timeoutMs: 120_000 });
  return run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { timeoutMs: 300_000 });
}

/** Both outputs go to standard error, because standard output carries the path. */
function run(command: string, args: readonly string[], { timeoutMs }: { timeoutMs: number }): boolean {
  process.stderr.write(`${command} ${args.join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: timeoutMs, env }).status === 0;
}

/** Fontconfig knows at once; where it is absent, the browser draws 半 and a character that no font has. */
async function rendersChinese(executablePath: string): Promise<boolean> {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8', timeout: 20_000 });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  try {
    const page = await browser.newPage();
    return await page.evaluate(() => {
      const draw = (text: string): string => {
        const canvas = document.createElement('canvas');
        const pen = canvas.getContext('2d');
        if (pen !== null) pen.font = '40px sans-serif';
        pen?.fillText(text, 10, 60);
        return canvas.toDataURL();
      };
      return draw('半') !== draw('\u{10FFFD}') && draw('半') !== draw('\u3000');
    });
  } finally {
    await browser.close();
  }
}

if (import.meta.main) process.stdout.write(`${await ensureBrowser()}\n`);
