import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { pageIds } from '../scenario/pages.ts';
import { readPage, writePage } from './pageAddress.ts';

describe('addresses of pages', () => {
  it('[P64] reads what a page shows, and writes an address that shows the same', async () => {
    const shown = {
      load: '?preset=peak&at=30',
      recordings: '?open=4.9.8-commit',
      claims: '?open=mark-first&topic=table&said=officially',
      checker: '?set=check-missing~commit.producers~2',
      compare: '?a=plain-mq.dedup~none&b=half-message&at=3',
    };
    for (const id of pageIds) {
      for (const query of ['', { incidents: '', brokers: '', ...shown }[id]]) {
        const page = await readPage(protocols, `#v1/${id}${query}`);
        if (page === null) throw new Error(`Expected ${id} to be a page.`);
        expect(page.id).toBe(id);
        expect(await readPage(protocols, await writePage(page))).toEqual(page);
      }
    }
  });

  it('[P64] reads no page where an address names a run or nothing', async () => {
    for (const address of ['', '#', 'v1/half-message', '#v1/__proto__', 'compare'])
      expect(await readPage(protocols, address)).toBeNull();
  });

  it('[P64] forgives what links suffer on their way, and keeps the name of what is not there', async () => {
    const commit = { id: 'recordings', open: '4.9.8-commit' };
    expect(await readPage(protocols, 'V1/Recordings%3Fopen%3D4.9.8-commit&x=1')).toEqual(commit);
    expect(await readPage(protocols, 'v1/recordings?open=nothing&x=1')).toEqual({ id: 'recordings', open: 'nothing' });
    expect(await readPage(protocols, 'v1/recordings?open=')).toMatchObject({ id: 'recordings' });
    expect(await readPage(protocols, 'v1/compare?a=nobody')).toMatchObject({
      problem: { side: 'a', problem: { kind: 'unknown-protocol' } },
    });
  });
});
