/** The pages beside the explorer; each is loaded when it is opened. */
import type { Page as ShownPage } from '../player/page.ts';
import { onDemand } from '../views/part/onDemand.tsx';

const Incidents = onDemand(() => import('../views/incidents/Incidents.tsx'), 'Incidents');
const Recordings = onDemand(() => import('../views/recordings/Recordings.tsx'), 'Recordings');
const Brokers = onDemand(() => import('../views/brokers/Brokers.tsx'), 'Brokers');
const Load = onDemand(() => import('../views/load/Load.tsx'), 'Load');
const Claims = onDemand(() => import('../views/claims/Claims.tsx'), 'Claims');
const Checker = onDemand(() => import('../views/checker/Checker.tsx'), 'Checker');
const Compare = onDemand(() => import('../views/compare/Compare.tsx'), 'Compare');

export function Page({ page }: { readonly page: ShownPage }) {
  switch (page.id) {
    case 'incidents':
      return <Incidents />;
    case 'recordings':
      return <Recordings asked={page.open} />;
    case 'brokers':
      return <Brokers />;
    case 'claims':
      return <Claims page={page} />;
    case 'checker':
      return <Checker page={page} />;
    case 'load':
      return <Load page={page} />;
    case 'compare':
      return <Compare {...page} />;
  }
}
