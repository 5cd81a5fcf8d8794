import { expect, it } from 'vitest';
import { filesOf } from './offline.ts';

it('[VW169] the page is kept with every script and style, and without maps, pages of their own and the element', () => {
  const built = [
    'assets/main-b.js',
    'assets/main-b.js.map',
    'assets/a-1.js',
    'assets/style-c.css',
    'halfway-explorer.js',
    'index.html',
    'sw.js',
  ];
  expect(filesOf(built)).toEqual(['./', 'favicon.svg', 'assets/a-1.js', 'assets/main-b.js', 'assets/style-c.css']);
});
