import { lazy, useState, type ComponentType, type FunctionComponent, type LazyExoticComponent } from 'react';
import { Part } from './Part.tsx';

/** A component that is loaded when it is first drawn, with the way to load it before. */
export type OnDemand<Props> = FunctionComponent<Props> & { readonly load: () => Promise<unknown> };

/**
 * The one way to load a part of the page when it is needed. Where it, or what it needs, cannot be loaded, it says so in its
 * place and is asked for anew when the reader wants it; everything around it stays.
 */
export function onDemand<Name extends string, Props extends object>(
  load: () => Promise<{ readonly [name in Name]: FunctionComponent<Props> }>,
  name: Name,
): OnDemand<Props> {
  const bring = (): LazyExoticComponent<ComponentType<Props>> =>
    lazy<ComponentType<Props>>(async () => ({ default: (await load())[name] }));
  // React remembers for ever that a part failed: who tries again needs another one.
  let brought = bring();
  function Brought(props: Props) {
    const [Content, setContent] = useState(() => brought);
    const again = (): void => {
      brought = bring();
      setContent(() => brought);
    };
    return (
      <Part onAgain={again}>
        <Content {...props} />
      </Part>
    );
  }
  return Object.assign(Brought, { load });
}
