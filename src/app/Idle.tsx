import { Suspense } from 'react';
import { Offline } from './offline/Offline.tsx';
import { PrintSheet } from './print/PrintSheet.tsx';

/** Neither while it is worked on nor as a single file. */
const IS_SITE = import.meta.env.MODE === 'production';

/** What nobody waits for: it comes when a reader is there and nothing else is to be done. */
export function Idle() {
  return (
    <>
      <Suspense>
        <PrintSheet />
      </Suspense>
      {IS_SITE ? (
        <Suspense>
          <Offline />
        </Suspense>
      ) : null}
    </>
  );
}
