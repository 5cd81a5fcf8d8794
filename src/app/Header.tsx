import { Suspense } from 'react';
import { protocolText } from '../i18n/text.ts';
import { useLang, useExplorerText } from '../i18n/useText.ts';
import { protocolOf } from '../player/selectors.ts';
import { THEMES, type Theme } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Popover } from '../ui/Popover.tsx';
import { rootOfSite } from '../views/frame/staticPage.ts';
import { openScenarioId, scenarioTitle } from '../views/scenarios/openScenario.ts';
import { isHandheld, type Layout } from '../views/frame/useLayout.ts';
import { wholeSession } from '../views/wholeSession.ts';
import './Header.css';
import { toggleHelp } from './Help.tsx';
import { LanguageButtons } from './LanguageButtons.tsx';
import { ProtocolTabs } from './ProtocolTabs.tsx';
import { onDemand } from '../views/part/onDemand.tsx';

const ScenarioMenu = onDemand(() => import('../views/scenarios/ScenarioMenu.tsx'), 'ScenarioMenu');
const PageLinks = onDemand(() => import('./PageLinks.tsx'), 'PageLinks');
const SharePanel = onDemand(() => import('../views/share/SharePanel.tsx'), 'SharePanel');
const SettingsPanel = onDemand(() => import('./SettingsMenu.tsx'), 'SettingsMenu');

interface HeaderProps {
  readonly layout: Layout;
  readonly onOpen: (id: string) => void;
}

/** Which protocol, which scenario, how it is set, and how to take it along. */
export function Header({ layout, onOpen }: HeaderProps) {
  const text = useExplorerText();
  const protocol = usePlayer(protocolOf);
  const lang = useLang();
  const openId = usePlayer(openScenarioId);
  const title = openId === null ? text('header-own-run') : scenarioTitle(protocol, openId, lang);
  const isSmall = isHandheld(layout);
  return (
    <header className="header">
      <Logo isSmall={isSmall} />
      <ProtocolTabs />
      <Popover
        label={text('scenarios-title')}
        title={title}
        className="header-scenario"
        trigger={
          <>
            <small className="header-what">{text('header-scenario')}</small>
            <small className="header-which">{protocolText(lang, protocol.id, 'name')}</small>
            <span>{title}</span>
            <Icon name="down" />
          </>
        }
      >
        {(close) => (
          <Suspense>
            <ProtocolTabs />
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
      <More isSmall={isSmall} />
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
      <LanguageButtons />
      {isSmall ? null : <ThemeButton />}
      {layout === 'wide' ? <IconButton icon="help" label={text('header-help')} keys="?" onClick={toggleHelp} /> : null}
    </header>
  );
}

/** The bar above a page: there is no run to set or share. */
export function PageHeader({ layout }: { readonly layout: Layout }) {
  const isSmall = isHandheld(layout);
  return (
    <header className="header">
      <Logo isSmall={isSmall} />
      <ProtocolTabs />
      <More isSmall={isSmall} hasTabs />
      <span className="header-space" />
      <LanguageButtons />
      <ThemeButton />
    </header>
  );
}

function Logo({ isSmall }: { readonly isSmall: boolean }) {
  return (
    <h1>
      <a className="header-logo" href={rootOfSite()}>
        <Icon name="half" size={22} />
        <span className={isSmall ? 'ui-unseen' : ''}>Halfway</span>
      </a>
    </h1>
  );
}

interface MoreProps {
  readonly isSmall: boolean;
  /** Above a page there is no other menu that could take the protocols in. */
  readonly hasTabs?: boolean;
}

/** The pages beside the explorer. */
function More({ isSmall, hasTabs = false }: MoreProps) {
  const text = useExplorerText();
  return (
    <Popover
      label={text('header-more')}
      title={text('header-more')}
      icon="book"
      tone="quiet"
      className="header-more"
      trigger={isSmall ? <span className="ui-unseen">{text('header-more')}</span> : text('header-more')}
    >
      {(close) => (
        <Suspense>
          {hasTabs ? <ProtocolTabs /> : null}
          <PageLinks onFollow={close} />
        </Suspense>
      )}
    </Popover>
  );
}

function ThemeButton() {
  const { theme, setTheme } = usePlayer(wholeSession);
  const text = useExplorerText();
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
