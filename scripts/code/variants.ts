/** What the samples say at the defaults and at every other value of a setting, each text once. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadCode } from '../../src/protocols/codes.ts';
import { protocolIds } from '../../src/protocols/loaders.ts';
import type { SettingSpec } from '../../src/protocols/protocol.ts';
import { protocols } from '../../src/protocols/registry.ts';
import { holds, type CodeNotes } from '../../src/protocols/shared/code.ts';
import { completeSettings } from '../../src/protocols/shared/settings.ts';
import { parseTemplate, type TemplateLine } from './template.ts';

const PROTOCOLS = join(import.meta.dirname, '../../src/protocols');

/** The files of one folder as they are at some settings, by their names. */
export interface Variant {
  /** `half-message/code/client`. */
  readonly folder: string;
  readonly settings: string;
  readonly files: ReadonlyMap<string, string>;
}

export async function variants(): Promise<readonly Variant[]> {
  const all = await Promise.all(
    protocolIds.map(async (id) => {
      const specs = protocols.find((protocol) => protocol.id === id)?.settings ?? [];
      return variantsOf(id, specs, await loadCode(id));
    }),
  );
  return all.flat();
}

function variantsOf(id: string, specs: readonly SettingSpec[], { facts }: CodeNotes): readonly Variant[] {
  const folders = globSync(`${id}/code/{.,*}/`, { cwd: PROTOCOLS }).map((folder) => folder.replace(/[\\/.]+$/, ''));
  return [...new Set(folders)].flatMap((folder) => {
    const templates = globSync('*.java', { cwd: join(PROTOCOLS, folder) }).map(
      (file): readonly [string, readonly TemplateLine[]] => {
        const name = join(folder, file);
        return [basename(file), parseTemplate(readFileSync(join(PROTOCOLS, name), 'utf8'), name)];
      },
    );
    const seen = new Map<string, Variant>();
    for (const settings of templates.length === 0 ? [] : changes(specs)) {
      const known = facts(completeSettings(specs, settings));
      const files = new Map(
        templates.map(([name, lines]) => [name, textOf(lines.filter(({ when }) => holds(when, known)))]),
      );
      const key = [...files.values()].join('\n');
      if (!seen.has(key)) seen.set(key, { folder, settings: JSON.stringify(settings), files });
    }
    return [...seen.values()];
  });
}

/** The defaults, and one setting changed at a time. */
function changes(specs: readonly SettingSpec[]): readonly { readonly [name: string]: string }[] {
  const others = specs.flatMap((spec) =>
    spec.kind === 'choice' ? spec.values.slice(1).map((value) => ({ [spec.name]: value })) : [],
  );
  return [{}, ...others];
}

function textOf(lines: readonly TemplateLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}
