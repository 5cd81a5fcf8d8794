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
  'cli-shown': 'Shown up to step {at} of {steps}',
  'cli-ledger': 'Ledger',
  'cli-ledger-line': 'order {order}: {state}, points × {points}, {verdict}',
  'cli-ledger-empty': 'no order yet',
  'cli-option-no-text': 'The option {option} expects a value; it got none.',
  'cli-verify-usage':
    'Usage: verify <link> [--faults crash=1,drop=1,duplicate=1] [--orders n] [--property id] [--max-states n] [--max-depth n] [--max-memory MB] [--reduce | --promises] [--json] [--lang zh|en].',
  'cli-verify-one-link': 'The command verify expects one link; it got {count}.',
  'cli-verify-faults':
    'The option --faults expects a list such as crash=1,drop=1,duplicate=1 with counts up to {max}; it got “{value}”.',
  'cli-verify-orders': 'The option --orders expects a whole number from 1 to {max}; it got “{value}”.',
  'cli-verify-whole': 'The option {option} expects a whole number from 1; it got “{value}”.',
  'cli-verify-property': 'The option --property expects one of {known}; it got “{value}”.',
  'cli-verify-bound':
    'Within {crash} crashes, {drop} drops, {duplicate} duplicates and {orders} orders: all {states} states explored.',
  'cli-verify-stopped-states':
    'Within {crash} crashes, {drop} drops, {duplicate} duplicates and {orders} orders: stopped at {states} states.',
  'cli-verify-stopped-depth':
    'Within {crash} crashes, {drop} drops, {duplicate} duplicates and {orders} orders: stopped after {depth} levels, at {states} states.',
  'cli-verify-stopped-memory':
    'Within {crash} crashes, {drop} drops, {duplicate} duplicates and {orders} orders: memory ended at {states} states.',
  'cli-verify-no-promise': 'The option --promises expects a promise; “{property}” only asks for a run.',
  'cli-verify-reduced-exact': 'States that differ only in what nothing will ever read are counted once.',
  'cli-verify-reduced-promises':
    'States that nobody can tell apart who only asks whether a promise can be broken are counted once. A run that breaks one may be longer than the shortest.',
  'cli-verify-loops': 'After step {step} it goes round for ever.',
  'cli-verify-promise-holds': '{property}: impossible to break within this bound.',
  'cli-verify-promise-violated': '{property}: broken after {steps} steps.',
  'cli-verify-promise-unknown': '{property}: unknown.',
  'cli-verify-sometimes-holds': '{property}: shown after {steps} steps.',
  'cli-verify-sometimes-violated': '{property}: no such run within this bound.',
  'cli-verify-sometimes-unknown': '{property}: unknown.',
  'cli-matrix-usage': 'Usage: matrix [--json] [--lang zh|en].',
  'cli-matrix-no-arguments': 'The command matrix expects no link; it got {count}.',
  'cli-conform-usage':
    'Usage: conform <file>… [--json] [--lang zh|en], where a file is a RocketMQ event log or observations as JSON.',
  'cli-conform-no-file':
    'The command conform expects at least one file: a RocketMQ event log, or observations as JSON.',
  'cli-conform-unreadable': 'The file {file} cannot be read ({code}).',
  'cli-conform-bad-file': '{file}: {problem}',
  'cli-conform-admitted': '{file}: admitted; {matched} of {observations} observations matched.',
  'cli-conform-rejected': '{file}: rejected at observation {at} of {observations}, counted from 0. {reason}',
  'cli-conform-unsupported': '{file}: outside the model at observation {at}, counted from 0. {reason}',
  'cli-conform-outside': '  outside the model: {kind} × {count}',
  'cli-conform-no-link': '  The run has {steps} steps, more than a link holds, so there is no link.',
  'cli-checksum': 'Checksum {hash} at step {at}',
};
