import type { RunsByHeading } from '../shared/headings.ts';

/** Which named run stands under which heading of the menu. */
export const headings: RunsByHeading = {
  plain: ['clean-commit', 'vote-no', 'three-one-refuses', 'benchmark-commit', 'benchmark-abort'],
  order: ['blocked', 'half-told', 'coordinator-dies-before-log', 'coordinator-dies-after-log', 'no-log'],
  participants: ['participant-dies-before-vote', 'participant-dies-after-vote'],
  network: ['vote-lost', 'decision-lost', 'locks-held', 'acknowledgement-lost'],
  person: ['heuristic-damage', 'heuristic-lucky', 'heuristic-phantom'],
};
