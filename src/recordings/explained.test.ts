/** What the run that explains a recording says beside what was recorded: what must have happened unseen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';
import { drivenRecording } from './driven.ts';
import { RecordingSchema, type Recording } from './observation.ts';

const shipped = (id: string): Recording =>
  v.parse(RecordingSchema, JSON.parse(readFileSync(join(import.meta.dirname, `data/${id}.json`), 'utf8')));

async function driven(id: string): Promise<Recording> {
  const recording = await drivenRecording(id);
  if (recording === null) throw new Error(`Expected a driven run ${id}.`);
  return recording;
}

/** What people and mishaps do in the run that is found; the verdict where there is none. */
function chosenIn(recording: Recording): readonly string[] {
  const answer = admit(recording);
  if (answer.verdict !== 'admitted') return [answer.verdict];
  return answer.scenario.steps.flatMap((step) => (step.kind === 'choose' ? [step.message.type] : []));
}

describe('the run that explains a recording', () => {
  it('[R106] says of a local transaction that outlives transactionTimeOut that it runs long', async () => {
    expect(chosenIn(await driven('5.5.0-check-while-running-unknow'))).toContain('keepRunning');
    expect(chosenIn(await driven('5.5.0-clean-commit'))).not.toContain('keepRunning');
  });

  it('[R107] says of an op that came later than an interval that it slipped; since 5.4 none does (HM-60)', async () => {
    expect(chosenIn(shipped('5.3.3-defaultop-commit-default-op'))).toContain('slipOp');
    expect(chosenIn(shipped('5.3.3-commit'))).not.toContain('slipOp');
    for (const id of ['op-slips', 'slipped-while-next-ages', 'slipped-before-next-ages'])
      expect(chosenIn(await driven(`5.3.3-${id}`))).toContain('slipOp');
    const answer = admit(await driven('5.5.0-clean-commit'));
    expect(answer.verdict === 'admitted' ? answer.scenario.settings['version'] : null).toBe('5.4');
  });

  it('[R108] doubles a request of which one arrived and one was lost, and a half message that was stored twice', async () => {
    const doubled = async (id: string): Promise<readonly string[]> => {
      const answer = admit(await driven(id));
      if (answer.verdict !== 'admitted') return [answer.verdict];
      return answer.scenario.steps.flatMap((step) => (step.kind === 'duplicate' ? [step.message.type] : []));
    };
    expect(await doubled('5.5.0-end-doubled-one-lost')).toEqual(['endTransaction']);
    expect(await doubled('5.5.0-half-doubled')).toEqual(['halfMessage']);
  });

  it('[R110] says of a message that should be in the discard topic and is in none that its put failed (HM-47)', async () => {
    const recording = await driven('5.5.0-discard-put-fails');
    expect(chosenIn(recording)).toContain('failNextDiscard');
    const stored = recording.observations.map((one) => (one.what === 'cursors' ? { ...one, discarded: 1 } : one));
    expect(chosenIn({ ...recording, observations: stored })).toEqual(['rejected']);
  });

  it('[R111] takes what a consumer loses for lost: a delivery, an offset, a failure that reaches nobody', async () => {
    const dropped = (recording: Recording): readonly string[] => {
      const answer = admit(recording);
      const steps = answer.verdict === 'admitted' ? answer.scenario.steps : [];
      return steps.flatMap((step) => (step.kind === 'drop' ? [step.message.type] : []));
    };
    const delivery = await driven('5.5.0-delivery-lost');
    expect(dropped(delivery)).toEqual(['message']);
    expect(dropped(await driven('5.5.0-offset-lost'))).toEqual(['consumerOffset']);
    expect(chosenIn(await driven('5.5.0-fails-without-broker'))).toContain('failConsuming');
    // a delivery that comes another second later is late, unless one was lost before it
    const lostAt = delivery.observations.findIndex(({ what }) => what === 'lost');
    const later = delivery.observations.map((one, index) =>
      index >= lostAt ? { ...one, timeMs: one.timeMs + 1_000 } : one,
    );
    const verdicts = [later, later.filter(({ what }) => what !== 'lost')].map(
      (observations) => admit({ ...delivery, observations }).verdict,
    );
    expect(verdicts).toEqual(['admitted', 'rejected']);
  });

  it('[R109] believes a listener that says ROLLBACK although its database committed (HM-6)', async () => {
    const recording = await driven('5.5.0-commit-says-rollback');
    expect(chosenIn(recording)).toContain('finish');
    const rolledBack = recording.observations.map((one) =>
      one.what === 'databaseEnded' ? { ...one, state: 'ROLLBACK' as const } : one,
    );
    const outcomeOf = (given: Recording): unknown => {
      const answer = admit(given);
      const finish = answer.verdict === 'admitted' ? answer.scenario.steps.find(isFinish) : undefined;
      return finish?.kind === 'choose' ? finish.message['outcome'] : null;
    };
    expect([outcomeOf(recording), outcomeOf({ ...recording, observations: rolledBack })]).toEqual([
      'commit-rollback',
      'rollback',
    ]);
  });
});

function isFinish(step: { readonly kind: string; readonly message?: { readonly type: string } }): boolean {
  return step.kind === 'choose' && step.message?.type === 'finish';
}
