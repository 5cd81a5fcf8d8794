/** The order service's context, with its database, and the pure steps from one to the next. */
import type { Data, DataObject } from '../../../engine/data.ts';
import type { Message, RoleId } from '../../../engine/model.ts';
import type { RoleInput, WithSettings } from '../../shared/actions.ts';
import type { OrderRow } from '../vocabulary.ts';

export interface OrderServiceContext extends DataObject {
  readonly role: RoleId;
  /** The order table. */
  readonly orders: { readonly [tx: string]: OrderRow };
  /** The order being worked on. */
  readonly tx: string | null;
  /** Which attempt to publish this is, from 0. */
  readonly attempt: number;
}

/** PM-11: the table survives, an open transaction does not; what was still to be published is forgotten. */
export function durableOrderService({ orders }: OrderServiceContext): Data {
  return Object.fromEntries(
    Object.entries(orders).map(([tx, row]) => [tx, row === 'open' ? ('aborted' as const) : row]),
  );
}

export function firstContext({ role, settings, recovered }: RoleInput): WithSettings<OrderServiceContext> {
  return {
    settings,
    role,
    // `durableOrderService` wrote it.
    orders: (recovered ?? {}) as OrderServiceContext['orders'],
    tx: null,
    attempt: 0,
  };
}

export function withRow({ orders, tx }: OrderServiceContext, row: OrderRow): OrderServiceContext['orders'] {
  return tx === null ? orders : { ...orders, [tx]: row };
}

export function publish({ tx, role, attempt }: OrderServiceContext) {
  const late = attempt > 0 ? { isLate: true } : {};
  return { to: 'broker', message: { type: 'publish', tx, from: role, attempt, ...late } };
}

export function about(what: string, { tx }: OrderServiceContext) {
  return { what, tx };
}

/** Whether a confirm, or the loss of a publish, is about the attempt that is awaited. */
export function isAbout({ tx, attempt }: OrderServiceContext, event: Message): boolean {
  const { tx: other, attempt: otherAttempt } = event.type === 'undelivered' ? messageIn(event) : event;
  return other === tx && otherAttempt === attempt;
}

function messageIn({ message }: Message): { readonly [field: string]: unknown } {
  return message !== null && typeof message === 'object' && !Array.isArray(message) ? { ...message } : {};
}
