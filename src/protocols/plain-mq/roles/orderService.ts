/** The order service and its database: create the order, publish the message, in the order of the setting (PM-1 to PM-12). */
import { assign, setup } from 'xstate';
import { roleActions, type RoleInput, type Undelivered, type WithSettings } from '../../shared/actions.ts';
import type { Confirm, Returned } from '../../shared/plainBroker.ts';
import { publishesFirst, retries, waitsForever } from '../settings.ts';
import { ATTEMPTS_MAX, delaysMs, type Finish, type PlaceOrder } from '../vocabulary.ts';
import { about, firstContext, isAbout, publish, withRow, type OrderServiceContext } from './orderServiceState.ts';

type OrderServiceInput = PlaceOrder | Finish | Confirm | Returned | Undelivered;

const serviceSetup = setup({
  types: { context: {} as WithSettings<OrderServiceContext>, events: {} as OrderServiceInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    publishDelay: delaysMs.publishDelay,
    publishTimeout: delaysMs.publishTimeout,
    retryPause: delaysMs.retryPause,
  },
  guards: {
    isFree: ({ context }) => context.tx === null,
    publishesFirst: ({ context }) => publishesFirst(context.settings),
    waitsForever: ({ context }) => waitsForever(context.settings),
    commits: ({ event }) => event.type === 'finish' && event.outcome === 'commit',
    mayRetry: ({ context }) => retries(context.settings) && context.attempt + 1 < ATTEMPTS_MAX,
    isOfThisAttempt: ({ context, event }) => isAbout(context, event),
    mayRetryIt: ({ context, event }) =>
      isAbout(context, event) && retries(context.settings) && context.attempt + 1 < ATTEMPTS_MAX,
  },
});

/** What the broker, or a broken connection, says of the attempt that is awaited. */
const answered = serviceSetup.createStateConfig({
  on: {
    confirm: [
      {
        guard: 'isOfThisAttempt',
        target: 'published',
        actions: { type: 'note', params: ({ context }) => about('publish-confirmed', context) },
      },
      { actions: { type: 'ignore', params: { reason: 'confirm-of-another-attempt' } } },
    ],
    // PM-15: surely in no queue
    returned: [
      {
        guard: 'mayRetryIt',
        target: 'pausing',
        actions: { type: 'note', params: ({ context }) => about('publish-returned', context) },
      },
      {
        guard: 'isOfThisAttempt',
        target: 'unpublished',
        actions: { type: 'note', params: ({ context }) => about('publish-returned-for-good', context) },
      },
      { actions: { type: 'ignore', params: { reason: 'confirm-of-another-attempt' } } },
    ],
    undelivered: [
      {
        guard: 'mayRetryIt',
        target: 'pausing',
        actions: { type: 'note', params: ({ context }) => about('publish-failed', context) },
      },
      {
        guard: 'isOfThisAttempt',
        target: 'unpublished',
        actions: { type: 'note', params: ({ context }) => about('publish-failed-for-good', context) },
      },
      { actions: { type: 'ignore', params: { reason: 'confirm-of-another-attempt' } } },
    ],
  },
});

export const orderService = serviceSetup.createMachine({
  id: 'orderService',
  context: ({ input }) => firstContext(input),
  initial: 'idle',
  on: {
    placeOrder: {
      guard: 'isFree',
      target: '.begun',
      actions: [
        assign({ tx: ({ event }) => event.tx, attempt: 0 }),
        assign({ orders: ({ context }) => withRow(context, 'open') }),
        { type: 'note', params: ({ context }) => about('transaction-begun', context) },
      ],
    },
    confirm: { actions: { type: 'ignore', params: { reason: 'nobody-waits-for-the-confirm' } } },
    returned: { actions: { type: 'ignore', params: { reason: 'nobody-waits-for-the-confirm' } } },
    undelivered: { actions: { type: 'ignore', params: { reason: 'nobody-waits-for-the-confirm' } } },
  },
  states: {
    idle: { entry: assign({ tx: null, attempt: 0 }) },
    begun: { tags: 'in-step', always: [{ guard: 'publishesFirst', target: 'toPublish' }, { target: 'working' }] },
    // PM-1, PM-5: commit-then-publish comes here first, publish-then-commit last
    working: {
      on: {
        finish: [
          {
            guard: 'commits',
            target: 'committed',
            actions: [
              assign({ orders: ({ context }) => withRow(context, 'committed') }),
              { type: 'note', params: ({ context }) => about('order-committed', context) },
            ],
          },
          {
            target: 'idle',
            actions: [
              { type: 'note', params: ({ context }) => about('order-rolled-back', context) },
              assign({ orders: ({ context }) => withRow(context, 'aborted') }),
            ],
          },
        ],
      },
    },
    committed: { tags: 'in-step', always: [{ guard: 'publishesFirst', target: 'idle' }, { target: 'toPublish' }] },
    // the gap: what has to be published is only in memory (PM-3, PM-6)
    toPublish: {
      after: {
        publishDelay: [
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
        publishTimeout: [
          {
            guard: 'mayRetry', // PM-4: stored or not, nobody knows
            target: 'toPublish',
            actions: [
              { type: 'note', params: ({ context }) => about('publish-timed-out', context) },
              assign({ attempt: ({ context }) => context.attempt + 1 }),
            ],
          },
          {
            target: 'unpublished',
            actions: { type: 'note', params: ({ context }) => about('publish-given-up', context) },
          },
        ],
      },
      ...answered,
    },
    // setting confirm-wait unlimited: if none comes, it waits for good (PM-18)
    awaitingForever: answered,
    pausing: {
      after: {
        retryPause: { target: 'toPublish', actions: assign({ attempt: ({ context }) => context.attempt + 1 }) },
      },
    },
    published: { tags: 'in-step', always: [{ guard: 'publishesFirst', target: 'working' }, { target: 'idle' }] },
    unpublished: {
      tags: 'in-step',
      always: [
        {
          guard: 'publishesFirst', // PM-6: no confirm, no order
          target: 'idle',
          actions: [
            { type: 'note', params: ({ context }) => about('order-rolled-back', context) },
            assign({ orders: ({ context }) => withRow(context, 'aborted') }),
          ],
        },
        { target: 'idle' },
      ],
    },
  },
});
