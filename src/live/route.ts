/** Where a name server says that a topic's broker is. */
import { addressIn, type Address } from './address.ts';
import { expected, fieldOf, jsonIn } from './asked.ts';
import { REQUEST } from './codes.ts';
import { LiveError, openConnection } from './connection.ts';
import { RESPONSE } from './codes.ts';
import { HALF_TOPIC } from '../recordings/names.ts';

/** The master of the only broker that has the topic, or of the only one there is. */
export async function brokerAddress(namesrv: Address, topic: string): Promise<Address> {
  const connection = await openConnection(namesrv);
  const code = REQUEST.getRouteInfoByTopic;
  try {
    for (const name of [topic, HALF_TOPIC]) {
      const frame = await connection.request(code, { topic: name, acceptStandardJsonOnly: 'true' });
      if (frame.code === RESPONSE.topicNotExist) continue;
      const brokers = fieldOf(jsonIn(expected(code, frame)), 'brokerDatas');
      const masters = Array.isArray(brokers)
        ? brokers.map((one: unknown) => fieldOf(fieldOf(one, 'brokerAddrs'), '0'))
        : [];
      const [only, ...others] = masters.filter((one) => typeof one === 'string');
      if (others.length > 0) {
        const what = `${masters.length} brokers with the topic ${name}: name one with --broker (${masters.join(', ')})`;
        throw new LiveError({ kind: 'malformed', address: '', what });
      }
      const address = only === undefined ? null : addressIn(only);
      if (address !== null) return address;
    }
    throw new LiveError({
      kind: 'refused',
      request: code,
      code: RESPONSE.topicNotExist,
      remark: `no broker has ${topic}`,
    });
  } finally {
    connection.close();
  }
}
