import { useRoom } from './room.ts';

/** Words below a plot, each at its share of the width, as many as have room. */
export function TimeAxis({ ticks }: { readonly ticks: readonly { readonly share: number; readonly label: string }[] }) {
  const axis = useRoom<HTMLDivElement>(ticks.map(({ label, share }) => `${label}@${share}`).join());
  return (
    <div ref={axis} className="load-time-axis" aria-hidden="true">
      {ticks.map(({ share, label }) => (
        <span key={share} style={{ insetInlineStart: `${share * 100}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}
