import { describe, expect, it } from 'vitest';
import { createMoment } from './moment.ts';

function heardFrom(startMs: number) {
  let clockMs = 1_000;
  const moment = createMoment(startMs, () => clockMs);
  const heard: string[] = [];
  moment.onMoved(() => heard.push(`moved ${moment.now()} × ${moment.speed()}`));
  const forget = moment.onTold(() => heard.push(`told ${moment.now()}`));
  return { moment, heard, forget, pass: (ms: number) => (clockMs += ms) };
}

describe('the clock of the load page', () => {
  it('[LM12] stops exactly where it has come to, not where it was told last', () => {
    const { moment, heard, pass } = heardFrom(2_000);
    moment.start(20);
    pass(250);
    moment.tell();
    pass(240);
    moment.stop();
    pass(5_000);
    expect(moment.now()).toBe(2_000 + 490 * 20);
    expect(heard).toEqual(['moved 2000 × 20', 'told 2000', 'told 7000', 'moved 11800 × 0', 'told 11800']);
  });

  it('[LM13] stands where it is put, and says nothing to who no longer listens', () => {
    const { moment, heard, forget, pass } = heardFrom(Infinity);
    moment.start(5);
    forget();
    moment.goTo(300);
    pass(1_000);
    expect([moment.now(), moment.speed()]).toEqual([300, 0]);
    expect(heard).toEqual(['moved Infinity × 5', 'told Infinity', 'moved 300 × 0']);
  });
});
