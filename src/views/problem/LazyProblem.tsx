import { Suspense } from 'react';
import { onDemand } from '../part/onDemand.tsx';

const ProblemSentence = onDemand(() => import('./ProblemSentence.tsx'), 'ProblemSentence');

/** The sentence about a broken link, which few visits need. */
export function LazyProblem() {
  return (
    <Suspense>
      <ProblemSentence />
    </Suspense>
  );
}
