import { expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { pageIds, pageIn } from './pages.ts';
import { shippedAddresses } from './shipped.testing.ts';

it('[L80] tells the address of a page from that of a run', () => {
  expect(pageIn('#v2/brokers')).toBe('brokers');
  expect(pageIn('https://example.org/halfway/?lang=zh#v2/brokers?to=kafka')).toBe('brokers');
  expect(pageIn('#v2/half-message?do=order')).toBeNull();
  expect(pageIn('')).toBeNull();
});

it.each([...shippedAddresses('pages-v1'), ...shippedAddresses('pages-v2')])(
  '[L81] still opens the page of $address',
  ({ address, ends }) => {
    expect([pageIn(address)]).toEqual(ends);
  },
);

it('[L80] gives no protocol the name of a page', () => {
  const ids: readonly string[] = pageIds;
  expect(protocols.filter(({ id }) => ids.includes(id))).toEqual([]);
});
