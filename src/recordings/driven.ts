/**
 * Runs that were driven on a whole RocketMQ (`npm run live`): one file for each release, with the broker's settings and the
 * link of every run, loaded when somebody asks for one of them.
 */
import * as v from 'valibot';
import { RecordingSchema, type Recording } from './observation.ts';

export const DrivenSchema = v.object({
  release: v.string(),
  /** What the broker's file said, apart from ports and folders. */
  broker: v.record(v.string(), v.string()),
  command: v.string(),
  runs: v.pipe(
    v.array(
      v.object({
        link: v.string(),
        /** What this run's broker was told beside that. */
        broker: v.optional(v.record(v.string(), v.string())),
        recording: RecordingSchema,
      }),
    ),
    v.minLength(1),
  ),
});

export type Driven = v.InferOutput<typeof DrivenSchema>;

const DATA = {
  '4.9.7': () => import('./data/driven-4.9.7.json', { with: { type: 'json' } }),
  '5.3.3': () => import('./data/driven-5.3.3.json', { with: { type: 'json' } }),
  '5.5.0': () => import('./data/driven-5.5.0.json', { with: { type: 'json' } }),
} as const;

export type DrivenRelease = keyof typeof DATA;

/** The oldest first. */
export const DRIVEN_RELEASES: readonly DrivenRelease[] = ['4.9.7', '5.3.3', '5.5.0'];

export async function drivenRuns(release: DrivenRelease): Promise<Driven> {
  const { default: data } = await DATA[release]();
  return v.parse(DrivenSchema, data);
}

/** `5.5.0-commit-replayed`, as an address has it; null for what is no driven run. */
export async function drivenRecording(id: string): Promise<Recording | null> {
  const release = DRIVEN_RELEASES.find((one) => id.startsWith(`${one}-`));
  if (release === undefined) return null;
  const { default: data } = await DATA[release]();
  // only the one that is asked for is read: a page asks for a dozen of them
  const runs: readonly { readonly recording: { readonly name: string } }[] = data.runs;
  const found = runs.find(({ recording }) => `${release}-${recording.name}` === id);
  return found === undefined ? null : v.parse(RecordingSchema, found.recording);
}
