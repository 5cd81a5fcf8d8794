/**
 * The relay: reads a row that is due, publishes it, marks it, one row after the other (LT-9 to LT-16). Its memory is
 * nothing that counts: whatever it was doing when it dies is in the message table.
 */
import { assign, setup } from 'xstate';
import type { DataObject } from '../../../engine/data.ts';
import type { Message, RoleId } from '../../../engine/model.ts';
import { roleActions, type RoleInput, type Undelivered, type WithSettings } from '../../shared/actions.ts';
import type { Confirm, Returned } from '../../shared/plainBroker.ts';
import { marksFirst, tailsLog, waitsForever } from '../settings.ts';
import { delaysMs, type MessageRow, type Why } from '../vocabulary.ts';

export interface RelayContext extends DataObject {
  readonly role: RoleId;
  /** What made it look for the row in hand. */
  readonly why: Why;
  /** It was hinted at while it was busy, and will look at once for what is new. */
  readonly isHinted: boolean;
  /** The row in hand. */
  readonly row: MessageRow | null;
}

interface RowRead extends Message {
  readonly type: 'row';
  readonly row: MessageRow | null;
}
type Other = Message & { readonly type: 'wake' | 'saved' };
type RelayInput = RowRead | Confirm | Returned | Undelivered | Other;

const relaySetup = setup({
  types: { context: {} as WithSettings<RelayContext>, events: {} as RelayInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    pollInterval: delaysMs.pollInterval,
    tailInterval: delaysMs.tailInterval,
    publishDelay: delaysMs.publishDelay,
    confirmTimeout: delaysMs.confirmTimeout,
    markDelay: delaysMs.markDelay,
  },
  guards: {
    tailsLog: ({ context }) => tailsLog(context.settings),
    isNothingInLog: ({ context, event }) => tailsLog(context.settings) && event.type === 'row' && event.row === null,
    isNothing: ({ event }) => event.type === 'row' && event.row === null,
    waitsForever: ({ context }) => waitsForever(context.settings),
    cannotBePublished: ({ context }) => context.row?.fails === true,
    marksFirst: ({ context }) => marksFirst(context.settings),
    isAboutThisRow: ({ context, event }) => isAbout(context, event.type === 'undelivered' ? event.message : event),
  },
});

/** What the broker, or a broken connection, says of the row that was published. */
const published = relaySetup.createStateConfig({
  on: {
    confirm: { guard: 'isAboutThisRow', target: 'confirmed' },
    returned: {
      guard: 'isAboutThisRow', // LT-30: surely in no queue
      target: 'failing',
      actions: [
        { type: 'note', params: ({ context }) => ({ what: 'publish-returned', tx: context.row?.tx ?? null }) },
        { type: 'send', params: ({ context }) => statement(context, 'fail') },
      ],
    },
    undelivered: {
      guard: 'isAboutThisRow',
      target: 'failing',
      actions: [
        { type: 'note', params: ({ context }) => ({ what: 'publish-failed', tx: context.row?.tx ?? null }) },
        { type: 'send', params: ({ context }) => statement(context, 'fail') },
      ],
    },
  },
});

/** The row is being written; then it looks for the next one. */
const saving = relaySetup.createStateConfig({
  tags: 'in-step',
  on: {
    saved: {
      target: 'reading',
      actions: [
        assign(({ context }) => lookingAgain(context)),
        { type: 'send', params: ({ context }) => read(context) },
      ],
    },
  },
});

export const relay = relaySetup.createMachine({
  id: 'relay',
  context: ({ input }) => ({
    settings: input.settings,
    role: input.role,
    why: 'poll',
    isHinted: false,
    row: null,
  }),
  initial: 'starting',
  on: {
    // busy: it looks again when it is done with this row
    wake: { actions: assign({ isHinted: true }) },
    confirm: { actions: { type: 'ignore', params: { reason: 'nobody-waits-for-the-confirm' } } },
    returned: { actions: { type: 'ignore', params: { reason: 'nobody-waits-for-the-confirm' } } },
    undelivered: { actions: { type: 'ignore', params: { reason: 'nobody-waits-for-the-confirm' } } },
  },
  states: {
    starting: { tags: 'in-step', always: [{ guard: 'tailsLog', target: 'tailing' }, { target: 'idle' }] },
    // setting relay log-tailing: nobody has to hint (LT-33)
    tailing: {
      entry: assign({ row: null, why: 'tail' as const, isHinted: false }),
      after: {
        tailInterval: { target: 'reading', actions: { type: 'send', params: ({ context }) => read(context) } },
      },
    },
    idle: {
      entry: assign({ row: null, why: 'poll' as const, isHinted: false }),
      on: {
        wake: {
          target: 'reading',
          actions: [assign({ why: 'wake' as const }), { type: 'send', params: ({ context }) => read(context) }],
        },
      },
      after: {
        pollInterval: { target: 'reading', actions: { type: 'send', params: ({ context }) => read(context) } },
      },
    },
    reading: {
      tags: 'in-step',
      on: {
        row: [
          { guard: 'isNothingInLog', target: 'tailing' },
          { guard: 'isNothing', target: 'idle' },
          { guard: 'marksFirst', target: 'toMark', actions: assign({ row: ({ event }) => event.row }) },
          { target: 'toPublish', actions: assign({ row: ({ event }) => event.row }) },
        ],
      },
    },
    toPublish: {
      after: {
        publishDelay: [
          {
            guard: 'cannotBePublished', // LT-38: it never leaves the relay
            target: 'failing',
            actions: [
              { type: 'note', params: ({ context }) => refused(context) },
              { type: 'send', params: ({ context }) => statement(context, 'fail') },
            ],
          },
          {
            guard: 'waitsForever',
            target: 'awaitingForever',
            actions: { type: 'send', params: ({ context }) => publish(context) },
          },
          {
            target: 'awaitingConfirm',
            actions: { type: 'send', params: ({ context }) => publish(context) },
          },
        ],
      },
    },
    awaitingConfirm: {
      after: {
        // it cannot know whether the broker has it (LT-13)
        confirmTimeout: {
          target: 'failing',
          actions: [
            { type: 'note', params: ({ context }) => ({ what: 'confirm-timed-out', tx: context.row?.tx ?? null }) },
            { type: 'send', params: ({ context }) => statement(context, 'fail') },
          ],
        },
      },
      ...published,
    },
    // setting confirm-wait unlimited: if none comes, it waits for good (LT-36)
    awaitingForever: published,
    failing: saving,
    confirmed: {
      after: {
        // F6: whoever dies here has published and not marked
        markDelay: {
          target: 'marking',
          actions: { type: 'send', params: ({ context }) => statement(context, 'mark') },
        },
      },
    },
    marking: saving,
    // setting publish after-mark: the other way round, and nobody waits for the confirm (LT-15)
    toMark: {
      after: {
        markDelay: {
          target: 'markingFirst',
          actions: { type: 'send', params: ({ context }) => statement(context, 'mark') },
        },
      },
    },
    markingFirst: {
      tags: 'in-step',
      on: { saved: { target: 'markedFirst' } },
    },
    markedFirst: {
      after: {
        publishDelay: [
          {
            guard: 'cannotBePublished',
            target: 'reading',
            actions: [
              { type: 'note', params: ({ context }) => refused(context) },
              assign(({ context }) => lookingAgain(context)),
              { type: 'send', params: ({ context }) => read(context) },
            ],
          },
          {
            target: 'reading',
            actions: [
              { type: 'send', params: ({ context }) => publish(context) },
              assign(({ context }) => lookingAgain(context)),
              { type: 'send', params: ({ context }) => read(context) },
            ],
          },
        ],
      },
    },
  },
});

function lookingAgain(context: RelayContext): Pick<RelayContext, 'why' | 'isHinted'> {
  return { why: context.isHinted ? 'wake' : context.why, isHinted: false };
}

function refused({ row }: RelayContext) {
  return { what: 'publish-refused', tx: row?.tx ?? null };
}

function read({ role, why }: RelayContext) {
  return { to: 'order-database', message: { type: 'read', from: role, why } };
}

function statement({ role, row }: RelayContext, type: 'mark' | 'fail') {
  return { to: 'order-database', message: { type, from: role, id: row?.id ?? 0 } };
}

function publish({ role, row, why }: RelayContext) {
  const event = row?.event === undefined ? {} : { event: row.event };
  // In the log, what is no longer young has waited for a relay, or for a person.
  const hasWaited = why === 'poll' || (why === 'tail' && row?.wait === null);
  const isLate = hasWaited || (row?.attempts ?? 0) > 0 ? { isLate: true } : {};
  const message = { type: 'publish', tx: row?.tx ?? '', from: role, attempt: row?.attempts ?? 0, ...event, ...isLate };
  return { to: 'broker', message };
}

function isAbout({ row }: RelayContext, message: Message): boolean {
  return row?.tx === message['tx'] && row?.event === message['event'] && row?.attempts === message['attempt'];
}
