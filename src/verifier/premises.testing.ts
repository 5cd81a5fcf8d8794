/** Every kind of mishap and repair, to be asked beside the forgettings whose premises it is said to leave as they are. */
import { protocols } from '../protocols/registry.ts';
import { NO_FAULTS, ONE_EACH, type Asked } from './explore.testing.ts';

const SETTINGS: { readonly [protocol: string]: readonly { readonly [name: string]: string }[] } = {
  'half-message': [
    { 'check-max': '1', 'reconsume-max': '1' },
    { 'check-max': '2', 'reconsume-max': '0', checker: 'rollback-if-missing', 'check-exception': 'rollback' },
  ],
  'local-message-table': [
    { 'attempts-max': '1', 'reconsume-max': '1', confirm: 'consumer-ack' },
    { 'attempts-max': '1', 'reconsume-max': '1', relay: 'log-tailing', database: 'async-replica' },
  ],
  'plain-mq': [{ retry: 'on', 'reconsume-max': '1' }],
  'two-phase-commit': [{}],
};

export const EVERY_KIND: readonly { readonly name: string; readonly cases: readonly Asked[] }[] = protocols.flatMap(
  (protocol) => {
    const { faults: mishaps, repairs } = protocol.kinds;
    return [...mishaps, ...repairs].map((kind) => ({
      name: `${protocol.id}, ${kind}`,
      cases: (SETTINGS[protocol.id] ?? []).flatMap((settings) => {
        return [NO_FAULTS, ONE_EACH].map((faults): Asked => ({ protocol, settings, faults, kind }));
      }),
    }));
  },
);
