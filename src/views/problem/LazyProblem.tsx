import { lazy, Suspense } from 'react';

const ProblemSentence = lazy(async () => ({ default: (await import('./ProblemSentence.tsx')).ProblemSentence }));

/** The sentence about a broken link, which few visits need. */
export function LazyProblem() {
  return (
    <Suspense>
      <ProblemSentence />
    </Suspense>
  );
}
