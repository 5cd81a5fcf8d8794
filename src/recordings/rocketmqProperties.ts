/** The properties of a stored or delivered message, as a log prints them: `KEYS=order-1, PGROUP=pg, …}`. */

import { HALF_TOPIC, OP_TOPIC, SCHEDULE_TOPIC } from './names.ts';
/** UNIQ_KEY and message ids are shortened to as many characters in these logs. */
const TAIL = 8;

export function tailOf(id: string | undefined): string | undefined {
  return id?.slice(-TAIL);
}

/** Name and value of every property that is there as a whole; `isCut` when the line ends before they do. */
export function readProperties(text: string) {
  const isCut = !text.endsWith('}');
  const items = text.replace(/\}$/, '').split(', ');
  const whole = isCut ? items.slice(0, -1) : items;
  const values = new Map(
    whole.map((item): [string, string] => {
      const sign = item.indexOf('=');
      return [item.slice(0, Math.max(sign, 0)), item.slice(sign + 1)];
    }),
  );
  return { values, isCut };
}

/** What the model compares; a property that may stand behind the end of a cut line is not recorded. */
export function propertiesIn(topic: string | undefined, text: string) {
  const { values, isCut } = readProperties(text);
  const numberOf = <None>(name: string, none: None): number | None | undefined => {
    const value = values.get(name);
    if (value !== undefined) return Number(value);
    return isCut ? undefined : none;
  };
  const isOp = topic === OP_TOPIC;
  const isTransactional = values.has('TRAN_MSG') || isCut;
  return {
    transaction: tailOf(values.get('UNIQ_KEY')),
    // the tags of an order's messages are its own business
    tags: isOp ? values.get('TAGS') : undefined,
    group: values.get('PGROUP'),
    realTopic: topic === HALF_TOPIC || topic === SCHEDULE_TOPIC ? values.get('REAL_TOPIC') : undefined,
    realQueue: topic === HALF_TOPIC ? numberOf('REAL_QID', undefined) : undefined,
    transactional: isOp || isTransactional ? undefined : false,
    checkTimes: isTransactional ? numberOf('TRANSACTION_CHECK_TIMES', 0) : undefined,
    preparedOffset: topic === HALF_TOPIC ? numberOf('TRAN_PREPARED_QUEUE_OFFSET', null) : undefined,
    /** Put to the real topic by a COMMIT, and nowhere else since. */
    isReal: isTransactional && topic === values.get('REAL_TOPIC') && !values.has('RETRY_TOPIC'),
  };
}
