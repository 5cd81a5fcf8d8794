import { use } from 'react';
import { useLang, useText } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { loadWhys } from '../../i18n/whys.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { verdictLook } from '../ledger/ledgerModel.ts';
import './ScenarioMenu.css';
import { scenarioGroups, type ScenarioView } from './scenariosModel.ts';

interface ScenarioMenuProps {
  /** The scenario that is open now. */
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The named scenarios by how they end, each with its verdict. Suspends until their reasons are there. */
export function ScenarioMenu({ openId, onOpen }: ScenarioMenuProps) {
  const protocol = usePlayer(protocolOf);
  const lang = useLang();
  const text = useTopic('panels');
  use(loadWhys(lang, protocol.id));
  return (
    <div className="scenarios">
      {scenarioGroups(protocol, lang).map(({ ending, scenarios }) => (
        <section key={ending} aria-labelledby={`scenarios-${ending}`}>
          <h2 id={`scenarios-${ending}`} className="panel-title">
            {text(`ending-${ending}`)}
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
