/** What can go wrong in a protocol, and what an operator can repair, each by the name of its kind. */
import type { Choice } from '../../engine/model.ts';

/** The kinds of a protocol. Each has a text `kind-<id>`. */
export interface Kinds {
  readonly faults: readonly string[];
  readonly repairs: readonly string[];
}

/** A choice of a protocol with these kinds: one of another kind does not compile. */
export type ChoiceOf<Own extends Kinds> = Choice & {
  readonly class: 'order' | 'outcome' | `fault:${Own['faults'][number]}` | `person:${Own['repairs'][number]}`;
};

/** The names of the texts of these kinds. */
export type KindText<Own extends Kinds> = `kind-${Own['faults'][number] | Own['repairs'][number]}`;
