import { CATEGORIES, KINDS, reportOf } from '../../scripts/bench/lighthouseRows.ts';
import { ensureBrowser } from '../../scripts/browser.ts';
import { FIGURE } from '../../scripts/test/reports.ts';
import { headersForAll } from '../headers.ts';
import { serve, type Served } from '../serve.ts';
import { expect, test } from '../test.ts';

const SITE = process.env['HALFWAY_SITE'] ?? 'dist';

let site: Served;

test.beforeAll(async () => {
  site = await serve({ '/': { folder: SITE, headers: headersForAll(SITE) } });
});

test.afterAll(async () => site.close());

test.describe('Lighthouse on a phone', () => {
  for (const { name, path } of KINDS) {
    test(`[XL2] gives ${name} 100 for access, practice and search, and sees nothing shift and no error`, async () => {
      const report = await reportOf(`${site.origin}/${path}`, await ensureBrowser());
      if (typeof report === 'string') throw new Error(report);
      const { audits, categories } = report;
      const scores = CATEGORIES.map((id) => Math.round(categories[id].score * 100));
      // How fast it was says much about the machine, so that is told and decides nothing.
      test.info().annotations.push({ type: FIGURE, description: `Lighthouse, ${name}: performance ${scores[0]}` });
      expect(scores.slice(1)).toEqual([100, 100, 100]);
      expect(audits['cumulative-layout-shift']?.numericValue).toBe(0);
      expect(audits['errors-in-console']?.score).toBe(1);
    });
  }
});
