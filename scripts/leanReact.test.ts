import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asEsModule } from './react/esModules.ts';
import { leaveOut } from './react/leaveOut.ts';
import { NOT_EXPORTED } from './react/parts.ts';

const CLIENT = readFileSync('node_modules/react-dom/cjs/react-dom-client.production.js', 'utf8');

describe('the site with React as ES modules', () => {
  it('[BD2] passes on everything that React exports but for what nothing of ours may import', async () => {
    const id = 'node_modules/react/cjs/react.production.js';
    const module = asEsModule(readFileSync(id, 'utf8'), id, NOT_EXPORTED);
    const exported = Object.keys(await import(`data:text/javascript,${encodeURIComponent(module)}`));
    const { default: whole } = await import('react');
    const left = Object.keys(whole).filter((name) => !exported.includes(name));
    expect(left.filter((name) => !NOT_EXPORTED.includes(name))).toEqual(['act', 'captureOwnerStack']);
    expect(exported.filter((name) => NOT_EXPORTED.includes(name))).toEqual([]);
  });

  it('[BD2] leaves out of React DOM, as it is installed, what hydrates, what moves a view and what hoists', () => {
    const left = leaveOut(CLIENT);
    expect(left.length).toBeLessThan(CLIENT.length * 0.93);
    for (const tag of [12, 18, 19, 27, 30, 31]) expect(left).not.toMatch(new RegExp(`\\b${tag} [!=]== \\w+\\.tag\\b`));
    expect(left).not.toMatch(/isHydrating(?: &&|\))|\.(?:isD|d)ehydrated\b|FragmentInstance\.prototype/);
    // What views have in the head: their styles, where they are no part of the sheet.
    expect(left).toContain('case "style":');
    // Of the same name, and not meant.
    expect(left).toContain('log = Math.log');
  });

  it('[BD2] ends the build where React DOM is written in another way', () => {
    expect(() => leaveOut(CLIENT.replaceAll('isHydrating', 'hydrates'))).toThrow('Expected isHydrating in React DOM');
    expect(() => leaveOut(CLIENT.replace('function trackEnterViewTransitions(', 'function track('))).toThrow(
      'Expected',
    );
    expect(() => asEsModule("function f() { require('react') }", 'a.production.js', [])).toThrow('at its beginning');
  });

  it('[BD2] has no view that needs what was left out', () => {
    const views = globSync('src/**/*.tsx').map((name) => ({ name, text: readFileSync(name, 'utf8') }));
    expect(views.length).toBeGreaterThan(100);
    // Put into the head by React, of other elements than styles; a ref of a fragment; a form whose action is a function.
    const needs =
      /<(?:link|meta|script|html|head|body)\b|<Fragment[^>]*\bref=|\b(?:action|formAction)=\{(?:async )?\(|componentStack/;
    expect(views.filter(({ text }) => needs.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
