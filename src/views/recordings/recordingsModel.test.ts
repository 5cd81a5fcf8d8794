import { expect, it } from 'vitest';
import { protocols } from '../../protocols/registry.ts';
import { readPage } from '../../player/pageAddress.ts';
import { recordingHref, shippedAs } from './recordingsModel.ts';

it('[VW64] finds the recording that an address asks for, and none where there is none of that name', async () => {
  const page = await readPage(protocols, recordingHref('4.9.8-end-lost'));
  expect(page).toEqual({ id: 'recordings', open: '4.9.8-end-lost' });
  expect(shippedAs('4.9.8-end-lost')).toMatchObject({ run: 'end-lost', release: '4.9.8' });
  for (const asked of [null, '', '__proto__', 'nothing']) expect(shippedAs(asked)).toBeNull();
});
