import type { CliTexts } from '../zh/cli.ts';

/** What the command line says, in English. */
export const enCli: CliTexts = {
  'cli-usage': 'Usage: npm run --silent explore -- <command> …, where the commands are: {commands}.',
  'cli-no-command': 'Expected a command; the commands are: {commands}.',
  'cli-unknown-command': 'There is no command “{command}”; the commands are: {commands}.',
  'cli-unknown-option': 'The command {command} has no option {option}; its options are: {known}.',
  'cli-option-value': 'The option {option} expects {expected}; it got “{value}”.',
  'cli-option-no-value': 'The option {option} takes no value; it got “{value}”.',
  'cli-expected-one-of': 'one of {values}',
  'cli-replay-usage': 'Usage: replay <link> [--json] [--lang zh|en], or replay --library.',
  'cli-replay-no-link':
    'The command replay expects a link, such as v1/half-message, or --library for the named scenarios.',
  'cli-replay-many-links': 'The command replay expects one link; it got {count}.',
  'cli-replay-link-and-library': 'The command replay expects either a link or --library, not both.',
  'cli-settings': 'Settings: {settings}',
  'cli-step': 'step {step}',
  'cli-shown': 'Shown up to step {at} of {steps}',
  'cli-ledger': 'Ledger',
  'cli-ledger-line': 'order {order}: {state}, points × {points}, {verdict}',
  'cli-ledger-empty': 'no order yet',
  'cli-checksum': 'Checksum {hash} at step {at}',
};
