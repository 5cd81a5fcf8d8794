import { expect, it } from 'vitest';
import { key, listenToKeys } from './keys.ts';

it('[VW165] acts on a key pressed alone, whatever its case, and on a question mark with Shift', () => {
  const { press, pressed } = listening();
  press('ArrowRight');
  press('R');
  press('?', { shiftKey: true });
  expect(pressed).toEqual(['ArrowRight', 'r', '?']);
});

it('[VW165] acts on a key with Ctrl, or what stands for it on a Mac, where one is asked for', () => {
  const { press, pressed } = listening();
  press('z', { ctrlKey: true });
  press('Z', { ctrlKey: true, shiftKey: true });
  press('z', { metaKey: true });
  press('z', { ctrlKey: true, altKey: true });
  expect(pressed).toEqual(['ctrl+z', 'ctrl+shift+z', 'ctrl+z']);
});

it('[VW165] leaves keys with a modifier, and those of fields and buttons, to others', () => {
  const { root, press, pressed } = listening();
  press('r', { ctrlKey: true });
  press('R', { shiftKey: true });
  press('ArrowRight', { altKey: true });
  root.innerHTML = '<input /><button type="button"></button>';
  press('r', {}, root.querySelector('input'));
  press(' ', {}, root.querySelector('button'));
  expect(pressed).toEqual([]);
  press('r', {}, root.querySelector('button'));
  expect(pressed).toEqual(['r']);
});

function listening() {
  const root = document.createElement('div');
  document.body.append(root);
  const pressed: string[] = [];
  const names = ['ArrowRight', 'r', '?', ' ', 'ctrl+z', 'ctrl+shift+z'];
  listenToKeys(root, Object.fromEntries(names.map((name) => [name, key(() => pressed.push(name))])));
  const press = (name: string, modifiers: KeyboardEventInit = {}, target: Element | null = root): void => {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...modifiers }));
  };
  return { root, press, pressed };
}
