import { expect, it } from 'vitest';

it('[EL1] the element may be imported where a site is built, without a browser', async () => {
  expect(typeof HTMLElement).toBe('undefined');
  const { HalfwayExplorer } = await import('./halfwayExplorer.ts');
  expect(HalfwayExplorer.observedAttributes).toContain('run');
});
