/** A visit begins without the rest of a protocol's texts: whatever may happen before it arrives is told without it. */
import { afterEach, describe, expect, it } from 'vitest';
import { partsOf } from '../engine/choiceClass.ts';
import { keyOf } from '../engine/data.ts';
import { lastFrame, type Timeline } from '../engine/timeline.ts';
import { LANGS } from '../i18n/languages.ts';
import { narrate } from '../i18n/narrate.ts';
import { freeRuns, runOf } from '../i18n/runs.testing.ts';
import { loadAllTexts, putShelf, restOf, textsOf } from '../i18n/shelves.ts';
import { stepLabel } from '../i18n/stepLabel.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { sceneAt } from './scenes.testing.ts';

await loadAllTexts();

const apart = protocols.filter(({ id }) => restOf(id).length > 0);
const kept = apart.flatMap(({ id }) =>
  restOf(id).flatMap((shelf) => LANGS.map((lang) => ({ lang, shelf, texts: textsOf(lang, shelf) ?? {} }))),
);

/** Checks until nothing is asked any more, and a message that nobody took. */
const FAR = [
  'order.half.ok.commit.crash~order.timeout.pass~x15.pass-end.pass',
  'order.half.ok.commit.return.end.drop~msg.pull',
];

describe.each(apart)('without the rest of $id', (protocol) => {
  afterEach(() => kept.forEach(({ lang, shelf, texts }) => putShelf(lang, shelf, texts)));

  it.each(LANGS)('[G30] everything is told that orders, outcomes, losses and crashes lead to (%s)', (lang) => {
    const runs = [...FAR.map((words) => runOf(protocol, {}, words)), ...freeRuns(protocol, 12, 60)];
    const whole = runs.map((run) => toldIn(lang, protocol, run));
    kept.forEach(({ lang: known, shelf }) => putShelf(known, shelf, {}));
    expect(runs.map((run) => toldIn(lang, protocol, run))).toEqual(whole);
    expect(whole.flat().length).toBeGreaterThan(500);
  });
});

/** The sentences, the picture and what may be done next; nothing that a menu asks for. */
function toldIn(lang: (typeof LANGS)[number], protocol: Protocol, run: Timeline): readonly string[] {
  const { engine, frames } = run;
  const told = frames.flatMap((frame, at) => [
    JSON.stringify(narrate(lang, protocol, frame)),
    ...(frame.step === null ? [] : [stepLabel(lang, protocol, frame.step)]),
    JSON.stringify(sceneAt(run, at, { lang }, protocol)),
  ]);
  const { world } = lastFrame(run);
  const offered = engine.enabled(world).filter((step) => {
    if (step.kind !== 'choose') return true;
    const choice = engine.choices(world).find((one) => keyOf(one.message) === keyOf(step.message));
    return choice !== undefined && ['order', 'outcome'].includes(partsOf(choice.class).of);
  });
  return [...told, ...offered.map((step) => stepLabel(lang, protocol, step))];
}
