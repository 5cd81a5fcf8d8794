import { lazy, Suspense } from 'react';
import './LazyDiagram.css';

const Diagram = lazy(async () => ({ default: (await import('../diagram/Diagram.tsx')).Diagram }));

/** The stage, which comes after the first paint: React Flow weighs as much as React, and the sentence is there before. */
export function LazyDiagram() {
  return (
    <Suspense fallback={<div className="lazy-diagram" />}>
      <Diagram />
    </Suspense>
  );
}
