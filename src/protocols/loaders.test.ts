import { expect, it } from 'vitest';
import { loadProtocol, protocolIds } from './loaders.ts';
import { protocols } from './registry.ts';

it('[PR1] the page can load every protocol of the registry, in the same order', async () => {
  expect(await Promise.all(protocolIds.map(loadProtocol))).toEqual(protocols);
});
