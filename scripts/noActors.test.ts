import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutActors } from './noActors.ts';

const files = globSync('node_modules/xstate/dist/*.esm.js').filter((name) => !name.includes('development'));

describe('the site without actors', () => {
  it('[BD1] leaves out of XState, as it is installed, whatever makes, saves or restores an actor', () => {
    const changed = files
      .map((name) => ({ name, before: readFileSync(name, 'utf8') }))
      .map(({ name, before }) => ({ name, before, after: withoutActors(before, `/${name}`) }))
      .filter(({ before, after }) => after !== before);
    expect(changed.map(({ name }) => name.replace(/^.*\/(\w+).*$/, '$1')).toSorted()).toEqual([
      'StateMachine',
      'raise',
      'xstate',
    ]);
    expect(changed.filter(({ after }) => after.includes('new Actor('))).toEqual([]);
  });

  it('[BD1] ends the build where XState is written in another way', () => {
    expect(() => withoutActors('function createActor() {}', '/xstate/dist/raise-0.esm.js')).toThrow('once in');
  });
});
