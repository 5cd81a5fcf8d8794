/** The pages beside the explorer; each is loaded when it is opened. */
import { lazy } from 'react';
import type { PageId } from '../scenario/pages.ts';

const Incidents = lazy(async () => ({ default: (await import('../views/incidents/Incidents.tsx')).Incidents }));
const Recordings = lazy(async () => ({
  default: (await import('../views/recordings/Recordings.tsx')).Recordings,
}));
const Brokers = lazy(async () => ({ default: (await import('../views/brokers/Brokers.tsx')).Brokers }));
const Compare = lazy(async () => ({ default: (await import('../views/compare/Compare.tsx')).Compare }));

export function Page({ page }: { readonly page: PageId }) {
  switch (page) {
    case 'incidents':
      return <Incidents />;
    case 'recordings':
      return <Recordings />;
    case 'brokers':
      return <Brokers />;
    case 'compare':
      return <Compare />;
  }
}
