import { lazy, Suspense } from 'react';
import { loadLanguage } from '../i18n/load.ts';
import { protocolText, type Lang } from '../i18n/text.ts';
import { useLang, useText } from '../i18n/useText.ts';
import { protocolOf } from '../player/selectors.ts';
import type { Theme } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { cleanScenario } from '../scenario/library.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Popover } from '../ui/Popover.tsx';
import { openScenarioId, scenarioTitle } from '../views/scenarios/scenariosModel.ts';
import { wholeSession } from '../views/wholeSession.ts';
import './Header.css';
import { toggleHelp } from './Help.tsx';
import type { Layout } from './useLayout.ts';

const ScenarioMenu = lazy(async () => ({
  default: (await import('../views/scenarios/ScenarioMenu.tsx')).ScenarioMenu,
}));
const SharePanel = lazy(async () => ({ default: (await import('../views/share/SharePanel.tsx')).SharePanel }));
const SettingsPanel = lazy(async () => ({ default: (await import('./SettingsMenu.tsx')).SettingsMenu }));

interface HeaderProps {
  readonly layout: Layout;
  readonly onOpen: (id: string) => void;
}

/** Which protocol, which scenario, how it is set, and how to take it along. */
export function Header({ layout, onOpen }: HeaderProps) {
  const text = useText();
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const openId = openScenarioId(session);
  const title = openId === null ? text('header-own-run') : scenarioTitle(protocolOf(session), openId, lang);
  const isSmall = layout === 'small';
  return (
    <header className="header">
      <a className="header-logo" href="./" aria-label="Halfway">
        <Icon name="half" size={22} />
        {isSmall ? null : <b>Halfway</b>}
      </a>
      {isSmall ? null : <ProtocolTabs />}
      <Popover
        label={text('scenarios-title')}
        title={text('scenarios-title')}
        className="header-scenario"
        trigger={
          <>
            {layout === 'wide' ? <small>{text('header-scenario')}</small> : null}
            <span>{title}</span>
            <Icon name="down" />
          </>
        }
      >
        {(close) => (
          <Suspense>
            <ScenarioMenu
              openId={openId}
              onOpen={(id) => {
                close();
                onOpen(id);
              }}
            />
          </Suspense>
        )}
      </Popover>
      <span className="header-space" />
      <Popover
        label={text('settings-title')}
        title={text('settings-title')}
        icon="sliders"
        tone={isSmall ? 'quiet' : 'plain'}
        trigger={isSmall ? <span className="ui-unseen">{text('header-settings')}</span> : text('header-settings')}
      >
        {() => (
          <Suspense>
            <SettingsPanel />
          </Suspense>
        )}
      </Popover>
      <Popover
        label={text('share-title')}
        title={text('share-title')}
        icon="share"
        tone={isSmall ? 'quiet' : 'main'}
        trigger={isSmall ? <span className="ui-unseen">{text('header-share')}</span> : text('header-share')}
      >
        {() => (
          <Suspense>
            <SharePanel title={title} />
          </Suspense>
        )}
      </Popover>
      <LanguageButton />
      {isSmall ? null : <ThemeButton />}
      {layout === 'wide' ? <IconButton icon="help" label={text('header-help')} keys="?" onClick={toggleHelp} /> : null}
    </header>
  );
}

function ProtocolTabs() {
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const text = useText();
  return (
    <nav className="header-protocols" aria-label={text('page-protocols')}>
      {session.protocols.map((protocol) => (
        <button
          key={protocol.id}
          type="button"
          aria-current={protocol.id === session.protocol ? 'page' : undefined}
          onClick={() => session.openScenario(cleanScenario(protocol))}
        >
          {protocolText(lang, protocol.id, 'name')}
        </button>
      ))}
    </nav>
  );
}

function LanguageButton() {
  const lang = useLang();
  const text = useText();
  const setLang = usePlayer(({ setLang: set }) => set);
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  const change = async (): Promise<void> => {
    await loadLanguage(other);
    setLang(other);
  };
  return (
    <Button tone="quiet" lang={other} title={text(`page-language-${other}`)} onClick={() => void change()}>
      {text(`page-language-${other}`)}
    </Button>
  );
}

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

function ThemeButton() {
  const { theme, setTheme } = usePlayer(wholeSession);
  const text = useText();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  return (
    <IconButton
      icon={themeIcon(theme)}
      label={`${text('page-theme')}: ${text(`page-theme-${theme}`)}`}
      onClick={() => setTheme(next)}
    />
  );
}

function themeIcon(theme: Theme): IconName {
  switch (theme) {
    case 'auto':
      return 'system';
    case 'light':
      return 'sun';
    case 'dark':
      return 'moon';
  }
}
