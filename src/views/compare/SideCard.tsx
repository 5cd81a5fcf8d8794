import { protocolText } from '../../i18n/text.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang, useExplorerText } from '../../i18n/useText.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { Comparison, PlayedComparison, SideId } from '../../scenario/comparison.ts';
import { scenarioNamed } from '../../scenario/library.ts';
import { completeSettings, defaultSettings } from '../../scenario/settings.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Field.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { type LedgerRow } from '../ledger/ledgerModel.ts';
import { verdictLook } from '../ledger/verdictLook.ts';
import { StagePicture } from '../picture/StagePicture.tsx';
import { SettingFields } from '../settings/SettingsPanel.tsx';
import { OWN_RUN, runOptions, settingsInWords, sideNow, WITH_FAULT } from './compareModel.ts';
import './SideCard.css';

interface SideProps {
  readonly side: SideId;
  readonly comparison: Comparison;
  readonly onChange: (side: Comparison[SideId]) => void;
}

interface SideCardProps extends SideProps {
  readonly protocols: readonly Protocol[];
  readonly played: PlayedComparison;
  /** How long a step takes to act out, in milliseconds; null where nothing is to move. */
  readonly actMs: number | null;
}

/** One side: what it plays, its ledger, its stage, and the sentence of its latest step. */
export function SideCard({ side, comparison, protocols, played, actMs, onChange }: SideCardProps) {
  const lang = useLang();
  const text = useTopic('compare');
  const { protocol, settings, steps } = comparison[side];
  const now = sideNow(comparison, played, side, lang);
  const name = text(`compare-side-${side}`);
  const chips = settingsInWords(protocol, settings, lang);
  const hasNoEffect = steps === null && comparison.fault !== 'none' && !played.runs[side].strikes;
  return (
    <article className="side" aria-label={text('compare-side', { side: name })} data-side={side}>
      <div className="side-head">
        <SideChoices side={side} comparison={comparison} protocols={protocols} onChange={onChange} />
        <ul className="side-settings">
          {chips.length === 0 ? <li>{text('compare-defaults')}</li> : null}
          {chips.map((chip) => (
            <li key={chip}>{chip}</li>
          ))}
        </ul>
        {steps === null ? null : <p className="side-note">{text('compare-own-note', { side: name })}</p>}
        {hasNoEffect ? <p className="side-note">{text('compare-no-effect-note', { side: name })}</p> : null}
      </div>
      <SideLedger rows={now.rows} />
      <StagePicture
        className="side-stage"
        id={side}
        label={text('compare-picture', { side: name, protocol: protocolText(lang, protocol.id, 'name') })}
        protocol={protocol}
        settings={settings}
        zoom="concept"
        frame={now.frame}
        previous={now.previous}
        height={STAGE_HEIGHT}
        actMs={now.isMoving ? actMs : null}
      />
      <p className={now.since === null ? 'side-now' : 'side-now side-still'}>
        {now.headline}
        {now.since === null ? null : <small>{now.since}</small>}
      </p>
    </article>
  );
}

function SideChoices({
  side,
  comparison,
  protocols,
  onChange,
}: SideProps & { readonly protocols: readonly Protocol[] }) {
  const lang = useLang();
  const text = useTopic('compare');
  const own = comparison[side];
  const { protocol, settings } = own;
  const name = text(`compare-side-${side}`);
  const setProtocol = (id: string): void => {
    const chosen = protocols.find((known) => known.id === id) ?? protocol;
    onChange({ protocol: chosen, settings: defaultSettings(chosen), steps: null });
  };
  const setRun = (value: string): void => {
    const scenario = scenarioNamed(protocol, value);
    if (scenario !== null) onChange({ protocol, settings: scenario.settings, steps: scenario.steps });
    else if (value === WITH_FAULT) onChange({ ...own, steps: null });
  };
  const setSetting = (setting: string, value: string): void =>
    onChange({ ...own, settings: completeSettings(protocol, { ...settings, [setting]: value }) });
  return (
    <div className="side-choices">
      <b className="side-badge" aria-hidden="true">
        {name}
      </b>
      <Select
        isBare
        label={text('compare-protocol', { side: name })}
        value={protocol.id}
        options={protocols.map(({ id }) => ({ value: id, label: protocolText(lang, id, 'name') }))}
        onChange={setProtocol}
      />
      <Select
        isBare
        label={text('compare-run', { side: name })}
        value={own.steps === null ? WITH_FAULT : OWN_RUN}
        options={runOptions(own, lang)}
        onChange={setRun}
      />
      <Popover
        icon="sliders"
        title={text('compare-settings-of', { side: name })}
        label={text('compare-settings-of', { side: name })}
        trigger={<span className="side-settings-word">{text('compare-settings')}</span>}
      >
        {() => (
          <section className="settings">
            <h3 className="panel-title">{text('compare-settings-of', { side: name })}</h3>
            <SettingFields protocol={protocol} settings={settings} onChange={setSetting} />
          </section>
        )}
      </Popover>
    </div>
  );
}

function SideLedger({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const text = useExplorerText();
  const own = useTopic('compare');
  if (rows.length === 0) return <p className="side-ledger">{own('compare-ledger-empty')}</p>;
  return (
    <ul className="side-ledger" aria-label={text('ledger-title')}>
      {rows.map(({ order, number, state, points, agrees, verdict }) => (
        <li key={order}>
          <b>{text('ledger-order', { order: number })}</b>
          <span>
            {text(`order-${state}`)} <span aria-hidden="true">{agrees ? '=' : '≠'}</span>{' '}
            {text('ledger-points', { points })}
          </span>
          <Chip {...verdictLook(verdict)}>{text(`verdict-${verdict}`)}</Chip>
        </li>
      ))}
    </ul>
  );
}

const STAGE_HEIGHT = 400;
