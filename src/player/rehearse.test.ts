import { expect, it, vi } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { cleanScenario } from '../scenario/library.ts';
import { readLink } from '../scenario/link.ts';
import { rehearse } from './rehearse.ts';

/** Half messages, and every model that was made of them. */
function watched() {
  const model = vi.fn<Protocol['model']>(halfMessage.model);
  return { model, protocol: { ...halfMessage, model } };
}

it('[P1] leaves nothing to compute for the run that is opened afterwards', async () => {
  const { model, protocol } = watched();
  const rehearsing = rehearse([protocol], '');
  expect(model, 'the page comes first').not.toHaveBeenCalled();
  await rehearsing;
  expect(model).toHaveBeenCalledOnce();
  const { settings, steps } = cleanScenario(protocol);
  expect(steps.length).toBeGreaterThan(5);
  expect(engineFor(protocol, settings).model).toBe(model.mock.results[0]?.value);
  expect(model).toHaveBeenCalledOnce();
});

it('[P1] nor for the run of a link, at its settings', async () => {
  const { model, protocol } = watched();
  const link = 'v2/half-message?set=check-max~3&do=order.half.ok.commit.crash~order&at=0';
  await rehearse([protocol], link);
  const [, asked] = model.mock.results;
  expect(model).toHaveBeenCalledTimes(2);
  const { scenario, problem } = readLink([protocol], link);
  expect({ problem, steps: scenario.steps.length }).toEqual({ problem: null, steps: 5 });
  expect(engineFor(protocol, scenario.settings).model).toBe(asked?.value);
  expect(model).toHaveBeenCalledTimes(2);
});

it('[P1] and is as content with a link that cannot be read', async () => {
  for (const link of ['#v9/half-message?do=order', '#v2/brokers', '#v2/half-message?set=nothing~1&do=never', '%'])
    await expect(rehearse([halfMessage], link)).resolves.toBeUndefined();
});
