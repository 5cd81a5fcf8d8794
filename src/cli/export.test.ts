import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { runCommandLine } from './run.ts';

const LINK = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume';

beforeAll(loadAllTexts);

function exported(...args: readonly string[]) {
  return runCommandLine(['export', ...args]);
}

describe('export', () => {
  it('[C70] prints the run in each format, in either language', () => {
    const begins = {
      mermaid: '---\ntitle: ',
      plantuml: '@startuml\n',
      markdown: '## ',
      svg: '<svg ',
      json: '{"format":"halfway-frames","version":1',
    };
    for (const [format, begin] of Object.entries(begins))
      for (const lang of ['zh', 'en']) {
        const { status, out, complaint } = exported(LINK, '--as', format, '--lang', lang);
        expect({ status, complaint, begin: out.slice(0, begin.length) }).toEqual({ status: 0, complaint: null, begin });
        expect(/\p{Script=Han}/u.test(out.replaceAll(/font-family="[^"]*"/g, ''))).toBe(lang === 'zh');
      }
  });

  it('[C71] takes the position, the view, the theme and the zoom', () => {
    const views = ['stage', 'sequence', 'run'].map(
      (view) => exported(LINK, '--as', 'svg', '--view', view, '--at', '3').out,
    );
    expect(new Set(views).size).toBe(3);
    expect(views[2]).toContain('<g class="frame f3">');
    expect(views[2]).not.toContain('<g class="frame f4">');
    expect(exported(LINK, '--as', 'svg', '--theme', 'dark').out).toContain('#12151d');
    expect(exported(LINK, '--as', 'mermaid', '--zoom', 'internals').out).toContain('participant P4');
  });

  it('[C72] writes links as whole as they were given, and the picture where it is said to be', () => {
    const { out } = exported(
      `https://example.org/h/#${LINK}`,
      '--as',
      'markdown',
      '--picture',
      'docs/a.svg',
      '--at',
      '2',
    );
    expect(out).toMatch(
      /\]\(docs\/a\.svg\)\]\(https:\/\/example\.org\/h\/#v2\/half-message\?do=order\.half[^)]*&at=2&h=[0-9a-f]{4}\)/,
    );
  });

  it('[C73] plays the undisturbed run of a link without steps', () => {
    expect(exported('v2/plain-mq', '--as', 'mermaid').out).toContain('->>');
  });

  it('[C74] ends with 2 and one sentence for bad input', () => {
    const bad = [
      [],
      [LINK],
      [LINK, '--as', 'gif'],
      [LINK, LINK, '--as', 'svg'],
      ['nonsense', '--as', 'svg'],
      [LINK, '--as', 'svg', '--at', '99'],
      [LINK, '--as', 'svg', '--at', 'x'],
      [LINK, '--as', 'mermaid', '--theme', 'dark'],
      [LINK, '--as', 'json', '--picture', 'a.svg'],
      ['v2/half-message?do=order.nonsense', '--as', 'svg'],
    ];
    for (const args of bad)
      expect(exported(...args)).toEqual({ status: 2, out: '', complaint: expect.stringMatching(/^[^\n]+\.$/) });
    expect(exported('--help').status).toBe(0);
  });
});
