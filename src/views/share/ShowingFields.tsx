import { useId } from 'react';
import { LANGS, ownName } from '../../i18n/languages.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useExplorerText } from '../../i18n/useText.ts';
import { Select } from '../../ui/Field.tsx';
import { PANELS } from '../panels.ts';
import { HEIGHTS, TITLE_MAX, type Showing } from './shareModel.ts';
import type { Way } from './takeAway.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
const ZOOMS = ['concept', 'internals'] as const;

interface ShowingFieldsProps {
  readonly way: Way;
  readonly showing: Showing;
  readonly onChange: (more: Partial<Showing>) => void;
}

/** How the run is to be shown, as far as this way of taking it along can say so. */
export function ShowingFields({ way, showing, onChange }: ShowingFieldsProps) {
  const page = useExplorerText();
  const text = useTopic('share');
  const isFrame = way === 'embed' || way === 'element';
  return (
    <div className="share-buttons">
      <Select
        label={text('share-lang')}
        options={[
          ...(way === 'link' ? [{ value: '', label: text('share-lang-own') }] : []),
          ...LANGS.map((value) => ({ value, label: ownName(value) })),
        ]}
        value={showing.lang ?? ''}
        onChange={(value) => onChange({ lang: LANGS.find((known) => known === value) ?? null })}
      />
      {way === 'mermaid' ? null : (
        <Select
          label={page('page-theme')}
          options={THEMES.map((value) => ({ value, label: page(`page-theme-${value}`) }))}
          value={showing.theme}
          onChange={(value) => onChange({ theme: THEMES.find((known) => known === value) ?? 'auto' })}
        />
      )}
      <Select
        label={text('share-zoom')}
        options={ZOOMS.map((value) => ({ value, label: page(`zoom-${value}`) }))}
        value={showing.zoom}
        onChange={(value) => onChange({ zoom: ZOOMS.find((known) => known === value) ?? 'concept' })}
      />
      {way === 'link' ? (
        <Select
          label={text('share-view')}
          options={[
            { value: '', label: text('share-view-none') },
            ...PANELS.map(({ id, title }) => ({ value: id, label: page(title) })),
          ]}
          value={showing.view ?? ''}
          onChange={(value) => onChange({ view: value === '' ? null : value })}
        />
      ) : null}
      {isFrame ? (
        <>
          <Select
            label={text('share-height')}
            options={HEIGHTS.map((value) => ({ value: String(value), label: `${value} px` }))}
            value={String(showing.height)}
            onChange={(value) => onChange({ height: Number(value) })}
          />
          <TitleField title={showing.title} onChange={(title) => onChange({ title })} />
        </>
      ) : null}
    </div>
  );
}

interface TitleFieldProps {
  readonly title: string;
  readonly onChange: (title: string) => void;
}

function TitleField({ title, onChange }: TitleFieldProps) {
  const id = useId();
  const text = useTopic('share');
  return (
    <div className="ui-field">
      <label htmlFor={id} className="ui-field-label">
        {text('share-own-title')}
      </label>
      <input
        id={id}
        type="text"
        maxLength={TITLE_MAX}
        value={title}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
