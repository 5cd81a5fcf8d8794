import { useRef, type KeyboardEvent } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './Rail.css';

export interface RailItem {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
}

interface RailProps {
  readonly label: string;
  readonly items: readonly RailItem[];
  /** Null while all are closed. */
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** The id of the element that shows what is selected. */
  readonly panelId: string;
  /** `rail`: one below the other. `bar`: one beside the other. `grid`: in as many rows as they need. */
  readonly shape: 'rail' | 'bar' | 'grid';
}

/** Labelled tabs that are never cut. The arrow keys move along them; the one that is open closes when it is pressed again. */
export function Rail({ label, items, selected, onSelect, panelId, shape }: RailProps) {
  const rail = useRef<HTMLDivElement>(null);
  const current = Math.max(
    0,
    items.findIndex(({ id }) => id === selected),
  );
  const move = (event: KeyboardEvent): void => {
    const tabs = [...(rail.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const focused = tabs.findIndex((tab) => tab === document.activeElement);
    const place = placeAfter(event.key, focused, items.length);
    if (place < 0) return;
    event.preventDefault();
    tabs[place]?.focus();
    // Moving along opens nothing where nothing is open.
    if (selected !== null) onSelect(items[place]?.id ?? null);
  };
  return (
    <div
      ref={rail}
      className={`ui-rail ui-rail-${shape}`}
      role="tablist"
      aria-label={label}
      aria-orientation={shape === 'rail' ? 'vertical' : 'horizontal'}
      onKeyDown={move}
      tabIndex={-1}
    >
      {items.map((item, index) => (
        <button
          key={item.id}
          type="button"
          role="tab"
          id={tabId(panelId, item.id)}
          data-tab={item.id}
          aria-selected={item.id === selected}
          aria-controls={item.id === selected ? panelId : undefined}
          tabIndex={index === current ? 0 : -1}
          onClick={() => onSelect(item.id === selected ? null : item.id)}
        >
          <Icon name={item.icon} size={18} />
          <span>{item.label}</span>
        </button>
      ))}
    </div>
  );
}

/** The id of the tab that a panel is named by. */
export function tabId(panelId: string, id: string): string {
  return `${panelId}-${id}`;
}

function placeAfter(key: string, place: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (place + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (place + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
