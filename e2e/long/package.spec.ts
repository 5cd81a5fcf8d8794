import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '../test.ts';

const ROOT = resolve(import.meta.dirname, '../..');

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

test.describe('the package', () => {
  test('[XL1] installs into an empty folder, with its commands, its element and its plugins with types, and the built site', () => {
    const folder = mkdtempSync(join(tmpdir(), 'halfway-package-'));
    try {
      // What is packed has been built before; building it again would only take time.
      run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], ROOT);
      const [tarball = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
      writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
      run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, tarball)], folder);
      expect(run('npx', ['--no-install', 'halfway', 'replay', 'v2/plain-mq', '--json'], folder)).toContain(
        '"verdict":"consistent"',
      );
      expect(run('npx', ['--no-install', 'halfway', 'export', 'v2/plain-mq', '--as', 'mermaid'], folder)).toContain(
        'sequenceDiagram',
      );
      expect(run('npx', ['--no-install', 'halfway', 'map'], folder)).toContain('v2/half-message');
      const installed = join(folder, 'node_modules/halfway');
      expect(readdirSync(join(installed, 'dist'))).toEqual(
        expect.arrayContaining(['index.html', 'halfway-explorer.js', 'zh', 'en']),
      );
      writeFileSync(
        join(folder, 'uses.ts'),
        `import 'halfway/element';
import type { HalfwayExplorer } from 'halfway/element';
import { markdownItHalfway, remarkHalfway } from 'halfway/markdown';
const one: HalfwayExplorer = document.createElement('halfway-explorer');
one.ask({ type: 'halfway:goto', at: 3 });
// @ts-expect-error there is no such request
one.ask({ type: 'halfway:explode' });
export const verdict: string | null = one.state?.verdict ?? null;
export const plugins = [remarkHalfway({ site: '/' }), markdownItHalfway({ site: '/', view: 'run' })];
// @ts-expect-error there is no such view
remarkHalfway({ site: '/', view: 'film' });
`,
      );
      const made = `import { remarkHalfway } from 'halfway/markdown';
const link = { type: 'link', url: 'halfway:v2/plain-mq', children: [] };
await remarkHalfway({ site: '/' })({ type: 'root', children: [link] }, {});
console.log(JSON.stringify(link));`;
      expect(run('node', ['--input-type=module', '--eval', made], folder)).toContain('data:image/svg+xml;base64,');
      expect(
        run(
          'node',
          ['--input-type=module', '--eval', "await import('halfway/element'); console.log('imported')"],
          folder,
        ),
      ).toContain('imported');
      const options = {
        strict: true,
        noEmit: true,
        module: 'esnext',
        moduleResolution: 'bundler',
        lib: ['ES2024', 'DOM'],
        target: 'es2023',
        types: [],
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['uses.ts'] }));
      expect(run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', '.'], folder)).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
