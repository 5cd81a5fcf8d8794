import { Suspense, useEffect, useLayoutEffect, useMemo, useRef, type RefObject, type ToggleEvent } from 'react';
import type { Refusal } from '../../engine/enabled.ts';
import { refusalText } from '../../i18n/refusalText.ts';
import { useShelves } from '../../i18n/useTopic.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import type { UserAction } from '../../player/actions.ts';
import type { Selection, Session } from '../../player/session.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import { actionText } from '../actions/actionText.ts';
import { walkButtons } from '../../ui/walkButtons.ts';
import { wholeSession } from '../wholeSession.ts';
import './ActionPopover.css';
import { useRest } from '../frame/useRest.ts';
import { anchorKey } from './anchorKey.ts';
import { popoverContent } from './popoverModel.ts';

/** What can be done with the selected message, timer or process, beside it. On a small screen a sheet at the bottom. */
export function ActionPopover({ stage }: { readonly stage: RefObject<HTMLElement | null> }) {
  const selection = usePlayer(selectionOf);
  const last = useRef<string | null>(null);
  const key = selection === null ? null : anchorKey(selection);
  useEffect(() => {
    if (key === null && last.current !== null) giveBackFocus(stage.current, last.current);
    last.current = key;
  }, [key, stage]);
  return selection === null ? null : <Opened key={anchorKey(selection)} selection={selection} stage={stage} />;
}

const selectionOf = ({ selection }: Session): Selection | null => selection;

function anchorOf(stage: HTMLElement | null, key: string): HTMLElement | null {
  return stage?.querySelector<HTMLElement>(`[data-anchor~="${CSS.escape(key)}"]`) ?? null;
}

/** Closing must not lose the reader's place: back to what it was about, or to the explorer if that is gone. */
function giveBackFocus(stage: HTMLElement | null, key: string): void {
  if (document.activeElement !== document.body) return;
  const place = anchorOf(stage, key) ?? stage?.closest<HTMLElement>('[tabindex]');
  place?.focus({ preventScroll: true });
}

interface OpenedProps {
  readonly selection: Selection;
  readonly stage: RefObject<HTMLElement | null>;
}

function Opened({ selection, stage }: OpenedProps) {
  useRest();
  const store = usePlayerStore();
  const session = usePlayer(wholeSession);
  const text = useText();
  const panel = useRef<HTMLDialogElement>(null);
  const key = anchorKey(selection);
  const content = useMemo(() => popoverContent(session, selection), [session, selection]);
  useLayoutEffect(() => {
    const anchor = anchorOf(stage.current, key);
    if (panel.current === null) return;
    panel.current.showPopover();
    if (anchor !== null) putBeside(panel.current, anchor.getBoundingClientRect());
    panel.current.querySelector<HTMLElement>('button:not([aria-disabled])')?.focus({ preventScroll: true });
    return walkButtons(panel.current, 'button');
  }, [key, stage]);
  const toggled = ({ newState }: ToggleEvent<HTMLDialogElement>): void => {
    const now = store.getState().selection;
    if (newState === 'closed' && now !== null && anchorKey(now) === key) store.getState().select(null);
  };
  if (content === null) return null;
  return (
    <dialog
      ref={panel}
      popover="auto"
      className="ui-popover stage-popover"
      aria-label={content.title}
      onToggle={toggled}
    >
      <p className="stage-popover-title">
        <b>{content.title}</b>
        {content.note === null ? null : <small>{content.note}</small>}
      </p>
      {content.messages.length === 0 ? null : (
        <ul>
          {content.messages.map(({ id, label }) => (
            <li key={id}>
              <Button onClick={() => store.getState().select({ kind: 'packet', id })}>{label}</Button>
            </li>
          ))}
        </ul>
      )}
      {content.groups.length + content.messages.length === 0 ? (
        <p className="stage-popover-none">{text('stage-no-actions')}</p>
      ) : null}
      {content.groups.map(({ kind, actions }) => (
        <section key={kind} aria-label={text(`actions-${kind}`)}>
          {kind === 'faults' || kind === 'repairs' ? <h4>{text(`actions-${kind}`)}</h4> : null}
          <ul>
            {actions.map((action) => (
              <Action key={action.id} action={action} />
            ))}
          </ul>
        </section>
      ))}
    </dialog>
  );
}

function Action({ action }: { readonly action: UserAction }) {
  const store = usePlayerStore();
  const lang = useLang();
  const protocol = usePlayer(protocolIdOf);
  const label = actionText(lang, protocol, action);
  if (action.enabled) {
    const tone = action.tone === 'danger' ? 'danger' : action.tone === 'main' ? 'main' : 'plain';
    return (
      <li>
        <Button tone={tone} onClick={() => store.getState().act(action.step)}>
          {label}
        </Button>
      </li>
    );
  }
  return (
    <li className="stage-popover-refused">
      <Button aria-disabled="true">{label}</Button>
      <small>
        <Suspense>
          <Refused protocol={protocol} why={action.why} />
        </Suspense>
      </small>
    </li>
  );
}

function Refused({ protocol, why }: { readonly protocol: string; readonly why: Refusal }) {
  useShelves('refusals');
  return refusalText(useLang(), protocol, why);
}

const protocolIdOf = ({ protocol }: Session): string => protocol;

const GAP = 10;
const MARGIN = 8;

/** Below what it is about, or above it where there is no room; always inside the window. */
function putBeside(panel: HTMLElement, about: DOMRect): void {
  const { width, height } = panel.getBoundingClientRect();
  const below = about.bottom + GAP;
  const top = below + height <= window.innerHeight - MARGIN ? below : Math.max(MARGIN, about.top - GAP - height);
  const wanted = about.left + about.width / 2 - width / 2;
  const left = Math.min(Math.max(MARGIN, wanted), window.innerWidth - width - MARGIN);
  panel.style.setProperty('--left', `${left}px`);
  panel.style.setProperty('--top', `${top}px`);
}
