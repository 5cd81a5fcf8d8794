import { expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { pageIds, pageIn } from './pages.ts';

it('[L80] tells the address of a page from that of a run', () => {
  expect(pageIn('#v1/brokers')).toBe('brokers');
  expect(pageIn('https://example.org/halfway/?lang=zh#v1/brokers?to=kafka')).toBe('brokers');
  expect(pageIn('#v1/half-message?do=order')).toBeNull();
  expect(pageIn('')).toBeNull();
});

it('[L80] gives no protocol the name of a page', () => {
  const ids: readonly string[] = pageIds;
  expect(protocols.filter(({ id }) => ids.includes(id))).toEqual([]);
});
