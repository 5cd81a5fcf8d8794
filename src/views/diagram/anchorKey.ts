import type { Selection } from '../../player/session.ts';

/** How the element that stands for a selection is found again on the stage. */
export function anchorKey(selection: Selection): string {
  switch (selection.kind) {
    case 'packet':
      return `packet:${selection.id}`;
    case 'packets':
      return `packets:${selection.ids.join()}`;
    case 'timer':
      return `timer:${selection.role}:${selection.delay}`;
    case 'process':
      return `process:${selection.id}`;
    case 'node':
      return `node:${selection.id}`;
  }
}
