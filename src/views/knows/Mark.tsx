import { Icon } from '../../ui/Icon.tsx';
import type { Held } from './knowsModel.ts';

/** The shape of a standing; its word stands beside it, or in the name of what carries it. */
export function Mark({ held: { standing, isDown } }: { readonly held: Pick<Held, 'standing' | 'isDown'> }) {
  return (
    <span className={`knows-shape knows-${standing}`} aria-hidden="true">
      {isDown ? <Icon name="cross" size={12} /> : null}
      {SHAPES[standing]}
    </span>
  );
}

const SHAPES = {
  fits: <Icon name="check" size={12} />,
  early: <Icon name="clock" size={12} />,
  stale: '…',
  wrong: '≠',
  none: null,
} as const;
