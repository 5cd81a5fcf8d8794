import { expect, it } from 'vitest';
import { protocols } from '../src/protocols/registry.ts';
import { answeredAhead } from '../src/views/verify/ahead.ts';
import { rulesVersion } from './rulesVersion.ts';

it('[Q20] the table of safeguards belongs to the rules as they are: else run `npm run safeguards`', () => {
  expect(answeredAhead().rules).toEqual(Object.fromEntries(protocols.map(({ id }) => [id, rulesVersion(id)])));
});
