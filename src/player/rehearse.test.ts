import { expect, it, vi } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { cleanScenario } from '../scenario/library.ts';
import { rehearse } from './rehearse.ts';

it('[P1] leaves nothing to compute for the run that is opened afterwards', async () => {
  const model = vi.fn<Protocol['model']>(halfMessage.model);
  const protocol = { ...halfMessage, model };
  const rehearsing = rehearse(protocol);
  expect(model, 'the page comes first').not.toHaveBeenCalled();
  await rehearsing;
  expect(model).toHaveBeenCalledOnce();
  const { settings, steps } = cleanScenario(protocol);
  expect(steps.length).toBeGreaterThan(5);
  expect(engineFor(protocol, settings).model).toBe(model.mock.results[0]?.value);
  expect(model).toHaveBeenCalledOnce();
});
