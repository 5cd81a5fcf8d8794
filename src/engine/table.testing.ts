/** A role that keeps rows in the order in which they are put. */
import { assign, setup } from 'xstate';

export const table = setup({
  types: {
    context: {} as { rows: Readonly<Record<string, readonly object[]>> },
    events: {} as { type: 'put'; row: string },
  },
}).createMachine({
  id: 'table',
  context: { rows: {} },
  on: {
    put: { actions: assign({ rows: ({ context, event }) => ({ ...context.rows, [event.row]: [{ z: 1, a: 2 }] }) }) },
  },
});
