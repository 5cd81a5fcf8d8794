/** Parts of the named runs, in link words. */
export const SENT = 'order.commit.wake.send.pub';
export const MARKED = `${SENT}.msg.ok.mark`;
export const ACKED = 'consume.offset.ack';
export const CONFIRMED = 'consume.reply.offset.done.ack';
export const AGAIN = `poll.send.pub.msg.ok.mark.${ACKED}`;
export const BOTH_CONSUMED = 'consume.msg.consume.offset.ack';
