import { useEffect, useRef, useState } from 'react';
import { useLang, useText } from '../../i18n/useText.ts';
import { whysOf } from '../../i18n/shelves.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { walkButtons } from '../../ui/walkButtons.ts';
import { verdictLook } from '../ledger/verdictLook.ts';
import { useRest } from '../frame/useRest.ts';
import css from './ScenarioMenu.css?inline';
import { scenarioGroups, type ScenarioView } from './scenariosModel.ts';

interface ScenarioMenuProps {
  /** The scenario that is open now. */
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The named scenarios by what they are about, each with its verdict, to be searched. Suspends until their reasons are there. */
export function ScenarioMenu({ openId, onOpen }: ScenarioMenuProps) {
  const protocol = usePlayer(protocolOf);
  const lang = useLang();
  const text = useTopic('panels');
  useShelves(whysOf(protocol.id));
  useRest();
  const [search, setSearch] = useState('');
  const menu = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Not where that would bring up a keyboard over half of the list.
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
    return menu.current === null ? undefined : walkButtons(menu.current, '.scenarios-entry', field.current);
  }, []);
  const groups = scenarioGroups(protocol, lang, search);
  const found = groups.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  return (
    <div ref={menu} className="scenarios">
      <Sheet name="scenarios" css={css} />
      <div className="scenarios-search">
        <input
          ref={field}
          type="search"
          aria-label={text('scenarios-search')}
          placeholder={text('scenarios-search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <output>{text('scenarios-found', { count: found })}</output>
      </div>
      {groups.map(({ heading, scenarios }) => (
        <section key={heading} aria-labelledby={`scenarios-${heading}`}>
          <h2 id={`scenarios-${heading}`} className="panel-title">
            {text(`heading-${heading}`)}
          </h2>
          <ul>
            {scenarios.map((scenario) => (
              <Entry key={scenario.id} scenario={scenario} isOpen={scenario.id === openId} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface EntryProps {
  readonly scenario: ScenarioView;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
}

function Entry({ scenario, isOpen, onOpen }: EntryProps) {
  const text = useText();
  const { id, title, why, verdict } = scenario;
  const { icon, tone } = verdictLook(verdict);
  return (
    <li>
      <button
        type="button"
        className="scenarios-entry"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <b>{title}</b>
        <Chip tone={tone} icon={icon}>
          {text(`verdict-${verdict}`)}
        </Chip>
        <span>{why}</span>
      </button>
    </li>
  );
}
