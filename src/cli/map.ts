/** `map`: what of the model a real broker has shown, what only its source says, and what to record next. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { FALLBACK_LANG, LANGS, type Lang } from '../i18n/languages.ts';
import { protocolText } from '../i18n/text.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { admit } from '../recordings/admit.ts';
import { fidelityOf, type Fidelity, type RecordedRun } from '../recordings/fidelity.ts';
import { DrivenSchema } from '../recordings/driven.ts';
import type { Recording } from '../recordings/observation.ts';
import { recordingIn } from '../recordings/readRecording.ts';
import { cliText } from './cliText.ts';
import { badInput, fine, type Command, type Printed } from './command.ts';
import { readOptions, type OptionSpec } from './options.ts';

// Every named run is compared.
await halfMessage.library.load();

const OPTIONS: readonly OptionSpec[] = [
  { name: 'json', kind: 'switch' },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'help', kind: 'switch' },
];

export const mapCommand: Command = { name: 'map', run: map };

function map(args: readonly string[]): Printed {
  const options = readOptions('map', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  const lang = LANGS.find((known) => known === given.get('lang')) ?? FALLBACK_LANG;
  if (given.has('help')) return fine(cliText(lang, 'cli-map-usage'));
  if (positionals.length > 0) return badInput(cliText(lang, 'cli-map-no-arguments', { count: positionals.length }));
  const spec = readFileSync(join(import.meta.dirname, '../protocols/half-message/SPEC.md'), 'utf8');
  const fidelity = fidelityOf(spec, recordedRuns());
  return fine(given.has('json') ? JSON.stringify(fidelity) : lines(lang, fidelity).join('\n'));
}

const DATA = join(import.meta.dirname, '../recordings/data');

/** The runs that the model finds for the shipped recordings, by release. */
function recordedRuns(): readonly RecordedRun[] {
  return globSync('*.json', { cwd: DATA })
    .toSorted()
    .flatMap((file) => recordedIn(file, JSON.parse(readFileSync(join(DATA, file), 'utf8'))));
}

/** One recording, or all that were driven on a release. */
function recordedIn(file: string, data: unknown): readonly RecordedRun[] {
  const [release = '', ...name] = basename(file, '.json').split('-');
  if (release !== 'driven') {
    const read = recordingIn(data);
    return read.ok ? recorded(RELEASES[release] ?? release, name.join('-'), read.recording) : [];
  }
  const driven = v.parse(DrivenSchema, data);
  return driven.runs.flatMap(({ recording }) => recorded(driven.release, recording.name, recording));
}

/** As SPEC.md names them. */
const RELEASES: { readonly [release: string]: string } = { '5.3.3': '5.3.3-tx' };

function recorded(release: string, name: string, recording: Recording): readonly RecordedRun[] {
  const answer = admit(recording);
  return answer.verdict === 'admitted' ? [{ release, name, recording, scenario: answer.scenario }] : [];
}

function lines(lang: Lang, { rules, transitions, next }: Fidelity): readonly string[] {
  const { recorded: count, reached, after, named } = transitions;
  return [
    ...rules.map(({ id, recorded: runs, source }) => {
      if (runs.length > 0) return cliText(lang, 'cli-map-recorded', { id, runs: runs.join(', ') });
      return cliText(lang, source ? 'cli-map-source' : 'cli-map-neither', { id });
    }),
    cliText(lang, 'cli-map-transitions', { recorded: count, reached }),
    ...after.map((one) => cliText(lang, 'cli-map-after', one)),
    ...named.map(({ name, recorded: runs }) =>
      runs.length > 0
        ? cliText(lang, 'cli-map-recorded', { id: name, runs: runs.join(', ') })
        : cliText(lang, 'cli-map-unrecorded', { id: name }),
    ),
    cliText(lang, 'cli-map-next'),
    ...next.map(({ scenario, transitions: more, link }) =>
      cliText(lang, 'cli-map-next-run', {
        title: protocolText(lang, halfMessage.id, `scenario-${scenario}-title`),
        count: more,
        link,
      }),
    ),
  ];
}
