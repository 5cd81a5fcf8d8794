/** A clock that drains clockwise; where nothing is left, it holds a tick. Drawn on a grid of 16, as icons are. */
export function Ring({ share }: { readonly share: number }) {
  return (
    <svg className="stage-ring" width={13} height={13} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx={8} cy={8} r={6} />
      {share > 0 ? (
        // What is left ends at the top: it shrinks from there, clockwise.
        <circle
          className="stage-ring-left"
          cx={8}
          cy={8}
          r={6}
          pathLength={1}
          style={{ strokeDashoffset: share - 1 }}
        />
      ) : (
        <path d="m5 8.4 2.2 2.2L11 6" />
      )}
    </svg>
  );
}
