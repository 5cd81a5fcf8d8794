import { memo } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { Chip } from '../../ui/Chip.tsx';
import { fieldNames } from './fieldNames.ts';
import { fieldsOf, type Grid, type Line } from './fieldsModel.ts';
import type { RoleView } from './stateModel.ts';

type FieldsProps = Pick<RoleView, 'machine' | 'context' | 'before'> & { readonly protocol: string };

/** What a role knows, as tables; what this step changed is marked, with what it was. */
export const FieldTables = memo(function FieldTables({ protocol, machine, context, before }: FieldsProps) {
  const { lines, grids } = fieldsOf(context, before, fieldNames(useLang(), protocol, machine));
  return (
    <div className="state-fields">
      {lines.length === 0 ? null : <Lines lines={lines} />}
      {grids.map((grid) => (
        <GridTable key={grid.name} grid={grid} />
      ))}
    </div>
  );
});

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const text = useTopic('machines');
  return (
    <table className="state-lines">
      <tbody>
        {lines.map(({ name, text: value, before }) => (
          <tr key={name} data-changed={before === null ? undefined : ''}>
            <th scope="row">{name}</th>
            <td>
              {value}
              {before === null ? null : <small>{text('fields-before', { value: before })}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GridTable({ grid: { name, columns, rows, hasChanged } }: { readonly grid: Grid }) {
  const text = useTopic('machines');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls needs the focus
    <div className="state-grid" tabIndex={columns.length > 3 ? 0 : undefined}>
      <table>
        <caption>
          {name}
          {hasChanged ? <Chip tone="accent">{text('fields-changed')}</Chip> : null}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, isNew }) => (
            <tr key={key} data-changed={isNew ? '' : undefined}>
              {cells.map((cell, index) => (
                <td key={columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
