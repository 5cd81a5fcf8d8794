import type { BrokersTexts } from '../zh/brokers.ts';

/** The page that says which broker offers what, in English. */
export const enBrokers: BrokersTexts = {
  'brokers-intro':
    'A half message needs three things: hidden before the commit, resolvable by another instance, and a broker that asks back.',
};
