import { useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { columns, firstColumns } from './columns.js';
import { Checks, Panel } from './filter-popover.js';
import { listText } from './list.text.js';
import { useListSearch } from './list-search.js';

/** Which columns the list has; the address says so only when they are not the first ones. */
export function ColumnChooser() {
  const t = useText(listText);
  const { search, change } = useListSearch();
  const shown = search.columns ?? firstColumns;
  const choices = columns
    .filter(({ name }) => name !== 'code' && name !== 'title')
    .map(({ name }) => ({ value: name, label: name === 'days' ? t.column.daysHint : t.column[name] }));
  const set = (names: string[] = []) => {
    // Code and title always stay, and say "chosen on purpose" where nothing else is.
    const chosen = columns
      .map(({ name }) => name)
      .filter((name) => name === 'code' || name === 'title' || names.includes(name));
    change({ columns: chosen.join() === firstColumns.join() ? undefined : chosen }, true);
  };
  return (
    <Panel label={t.columns}>
      <Checks legend={t.chooseColumns} groups={[{ label: t.chooseColumns, choices }]} value={shown} onChange={set} />
      {search.columns && (
        <Button small onClick={() => change({ columns: undefined }, true)}>
          {t.defaultColumns}
        </Button>
      )}
    </Panel>
  );
}
