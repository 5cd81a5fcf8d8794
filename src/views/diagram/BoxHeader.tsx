import { useText } from '../../i18n/useText.ts';
import type { Selection } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import type { Session } from '../../player/session.ts';
import { useCallback } from 'react';
import { anchorKey } from './anchorKey.ts';
import { useSelect } from './useSelect.ts';

interface BoxHeaderProps {
  readonly titleId: string;
  readonly title: string;
  /** Cut so that it fits. */
  readonly lines: readonly string[];
  readonly height: number;
  readonly crashNote: string | null;
  readonly isDown: boolean;
  /** Whether it tells that its process runs; inside a frame the frame does. */
  readonly hasMark: boolean;
  readonly selection: Selection;
}

/** The name of a box or frame, whether it runs, and the button with what can be done to it. */
export function BoxHeader({ titleId, title, lines, height, crashNote, isDown, hasMark, selection }: BoxHeaderProps) {
  const text = useText();
  const select = useSelect(selection);
  const isOpen = usePlayer(useCallback((session: Session) => isSelected(session, anchorKey(selection)), [selection]));
  return (
    <header className="box-header" style={{ height }}>
      {hasMark ? (
        <span className={isDown ? 'box-mark box-mark-down' : 'box-mark'} aria-hidden="true">
          {isDown ? '✕' : null}
        </span>
      ) : null}
      <h3
        id={titleId}
        aria-label={crashNote === null ? title : `${title}: ${crashNote}`}
        title={lines.join(' ') === title ? undefined : title}
      >
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
        {crashNote === null ? null : <small>{crashNote}</small>}
      </h3>
      <button
        type="button"
        className="box-menu nopan"
        aria-label={text('stage-menu', { process: title })}
        title={text('stage-menu', { process: title })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-anchor={anchorKey(selection)}
        {...select}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="3" cy="8" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="13" cy="8" r="1.4" />
        </svg>
      </button>
    </header>
  );
}

function isSelected({ selection }: Session, key: string): boolean {
  return selection !== null && anchorKey(selection) === key;
}
