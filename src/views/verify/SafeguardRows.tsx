import { useState } from 'react';
import { useLang } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import type { Inquiry } from '../../player/inquiry.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { AnswerCard } from './AnswerCard.tsx';
import { cellOf, type CellView } from './cellModel.ts';
import type { SafeguardGroup, SafeguardRow } from './safeguardModel.ts';

interface SafeguardRowsProps {
  readonly group: SafeguardGroup;
  readonly protocols: readonly [Protocol, ...Protocol[]];
  readonly inquiry: Inquiry;
  readonly promises: readonly { readonly id: string; readonly question: string }[];
}

/** One safeguard, and a row for each way to do without it. */
export function SafeguardRows({ group, ...rest }: SafeguardRowsProps) {
  const text = useTopic('verify');
  const { wording, stages, rows } = group;
  return (
    <tbody>
      {wording === null ? null : (
        <tr className="safeguards-head">
          <td colSpan={rest.promises.length + 1} title={wording.why}>
            {wording.title}
            <small>{text('table-stages', { numbers: stages.join(', ') })}</small>
          </td>
        </tr>
      )}
      {rows.map((row) => (
        <Row key={row.key} title={wording?.title ?? null} row={row} {...rest} />
      ))}
    </tbody>
  );
}

interface RowProps extends Omit<SafeguardRowsProps, 'group'> {
  /** Of the safeguard. */
  readonly title: string | null;
  readonly row: SafeguardRow;
}

function Row({ title, row, protocols, inquiry, promises }: RowProps) {
  const lang = useLang();
  const [shown, show] = useState<string | null>(null);
  const check = inquiry.checks.get(row.key);
  const protocol = protocols.find(({ id }) => id === row.question.protocol) ?? protocols[0];
  return (
    <>
      <tr>
        <th scope="row">
          {title === null ? null : <span className="ui-unseen">{title}: </span>}
          {row.label}
        </th>
        {promises.map(({ id, question }) => (
          <Cell
            key={id}
            name={`${row.label}. ${question}`}
            cell={cellOf(lang, row.question, check, id)}
            isShown={shown === id}
            onToggle={() => show(shown === id ? null : id)}
          />
        ))}
      </tr>
      {shown === null ? null : (
        <tr>
          <td colSpan={promises.length + 1}>
            <AnswerCard protocol={protocol} question={row.question} inquiry={inquiry} property={shown} />
          </td>
        </tr>
      )}
    </>
  );
}

interface CellProps {
  /** What is asked in it. */
  readonly name: string;
  readonly cell: CellView;
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

/** What was found; a press shows the whole answer below. */
function Cell({ name, cell: { look, text, steps }, isShown, onToggle }: CellProps) {
  const content = (
    <>
      <Icon name={ICONS[look]} size={14} />
      {steps}
    </>
  );
  return (
    <td className={`safeguards-${look}`}>
      {look === 'waiting' || look === 'missing' ? (
        <span title={text}>
          {content}
          <span className="ui-unseen">{text}</span>
        </span>
      ) : (
        <button type="button" aria-expanded={isShown} aria-label={`${name} ${text}`} title={text} onClick={onToggle}>
          {content}
        </button>
      )}
    </td>
  );
}

const ICONS: { readonly [look in CellView['look']]: IconName } = {
  good: 'shield',
  bad: 'cross',
  only: 'half',
  open: 'question',
  waiting: 'dot',
  missing: 'minus',
};
