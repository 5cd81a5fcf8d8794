/** What the class of a choice says, taken apart. */
import type { Choice, ChoiceClass } from './model.ts';

export type ClassParts =
  | { readonly of: 'order' | 'outcome' }
  | { readonly of: 'fault' | 'person'; readonly kind: string };

export function partsOf(choiceClass: ChoiceClass): ClassParts {
  if (choiceClass === 'order' || choiceClass === 'outcome') return { of: choiceClass };
  const [of, kind] = choiceClass.startsWith('fault:')
    ? (['fault', choiceClass.slice('fault:'.length)] as const)
    : (['person', choiceClass.slice('person:'.length)] as const);
  return { of, kind };
}

export type ExploredChoice = Choice & { readonly class: 'order' | 'outcome' };

/** Whether an exhaustive exploration makes this choice: it begins orders, and tries what is always possible. */
export function isExplored(choice: Choice): choice is ExploredChoice {
  return choice.class === 'order' || choice.class === 'outcome';
}
