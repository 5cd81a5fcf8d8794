/** A visit begins without the rest of a protocol's texts: whatever may happen before it arrives is told without it. */
import { afterEach, describe, expect, it } from 'vitest';
import { partsOf } from '../../engine/choiceClass.ts';
import { keyOf } from '../../engine/data.ts';
import { replay, type Timeline } from '../../engine/timeline.ts';
import { LANGS } from '../../i18n/languages.ts';
import { narrate } from '../../i18n/narrate.ts';
import { loadAllTexts, putShelf, restOf, textsOf } from '../../i18n/shelves.ts';
import { stepLabel } from '../../i18n/stepLabel.ts';
import { ledToEnd } from '../../player/leading.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { protocols } from '../../protocols/registry.ts';
import { engineFor } from '../../scenario/engines.ts';
import { cleanScenario } from '../../scenario/library.ts';
import { sceneAt } from '../../scene/scenes.testing.ts';

await loadAllTexts();

const apart = protocols.filter(({ id }) => restOf(id).length > 0);
const kept = apart.flatMap(({ id }) =>
  restOf(id).flatMap((shelf) => LANGS.map((lang) => ({ lang, shelf, texts: textsOf(lang, shelf) ?? {} }))),
);

describe.each(apart)('without the rest of $id', (protocol) => {
  afterEach(() => kept.forEach(({ lang, shelf, texts }) => putShelf(lang, shelf, texts)));

  it.each(LANGS)(
    '[VW160] everything is told that Next leads to, and everything that may be chosen on the way (%s)',
    (lang) => {
      const run = undisturbed(protocol);
      const whole = toldIn(lang, protocol, run);
      kept.forEach(({ lang: known, shelf }) => putShelf(known, shelf, {}));
      expect(toldIn(lang, protocol, run)).toEqual(whole);
      expect(whole.length).toBeGreaterThan(30);
    },
  );
});

/** The run that a visit begins with, led on as far as Next leads. */
function undisturbed(protocol: Protocol): Timeline {
  const { settings, steps } = cleanScenario(protocol);
  return ledToEnd(replay(engineFor(protocol, settings), steps).timeline, protocol);
}

/** The sentences, the picture and what the stage offers at every step; nothing that a menu asks for. */
function toldIn(lang: (typeof LANGS)[number], protocol: Protocol, run: Timeline): readonly string[] {
  const { engine, frames } = run;
  return frames.flatMap((frame, at) => {
    const offered = engine.enabled(frame.world).filter((step) => {
      if (step.kind !== 'choose') return true;
      const choice = engine.choices(frame.world).find((one) => keyOf(one.message) === keyOf(step.message));
      return choice !== undefined && ['order', 'outcome'].includes(partsOf(choice.class).of);
    });
    return [
      JSON.stringify(narrate(lang, protocol, frame)),
      ...(frame.step === null ? [] : [stepLabel(lang, protocol, frame.step)]),
      JSON.stringify(sceneAt(run, at, { lang }, protocol)),
      ...offered.map((step) => stepLabel(lang, protocol, step)),
    ];
  });
}
