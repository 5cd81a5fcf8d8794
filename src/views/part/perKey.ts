import { keepFailure } from '../../protocols/shared/later.ts';

/** The same promise for the same key, so that a component may wait for it; one that failed is made anew once somebody tries. */
export function perKey<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const promises = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = promises.get(key);
    if (known !== undefined) return known;
    const promise = load(key);
    promises.set(key, promise);
    promise.catch(() => keepFailure(() => promises.delete(key)));
    return promise;
  };
}
