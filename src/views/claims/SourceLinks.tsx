import type { Source } from '../../scenario/incident.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Documents, each at the state in which it was read. */
export function SourceLinks({ sources }: { readonly sources: readonly Source[] }) {
  return sources.map(({ name, url }) => (
    <a key={url} href={url} target="_blank" rel="noreferrer">
      {name}
      <Icon name="external" size={12} />
    </a>
  ));
}
