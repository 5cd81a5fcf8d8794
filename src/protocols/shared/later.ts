/** What a page fetches when it needs it, once. */
import type { Library, NamedScenario } from '../protocol.ts';

/** A library that brings the undisturbed run, and fetches the whole list when somebody asks for another. */
export function libraryLater(
  clean: NamedScenario,
  bring: () => Promise<{ readonly scenarios: readonly NamedScenario[] }>,
): Library {
  let scenarios: readonly NamedScenario[] = [clean];
  const load = once(async () => {
    ({ scenarios } = await bring());
  });
  return {
    load,
    get scenarios() {
      return scenarios;
    },
  };
}

/** Does it when first asked, and gives everybody the same promise; where it failed, it is done again once somebody tries. */
function once(job: () => Promise<void>): () => Promise<void> {
  let promise: Promise<void> | null = null;
  return () => {
    if (promise !== null) return promise;
    const begun = job();
    promise = begun;
    begun.then(
      () => tell(begun),
      () =>
        keepFailure(() => {
          promise = null;
        }),
    );
    return begun;
  };
}

let failures: readonly (() => void)[] = [];

/** What failed stays so for everybody who waits for it, until somebody tries again: else it would be asked for without end. */
export function keepFailure(forget: () => void): void {
  failures = [...failures, forget];
}

/** Whatever failed is done anew when it is asked for. */
export function tryAgain(): void {
  for (const forget of failures) forget();
  failures = [];
}

/** React waits even for a promise that is fulfilled, and what waits loses its place, unless the promise says that it is. */
export function tell(promise: Promise<void>): void {
  void Object.assign(promise, { status: 'fulfilled', value: undefined });
}
