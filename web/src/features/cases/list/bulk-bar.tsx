import { useState } from 'react';
import { useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { say } from '../../../ui/toast.js';
import { BulkDialog } from './bulk-dialog.js';
import './bulk.css';
import { bulkLimit, type BulkAction } from './bulk-work.js';
import { bulkText } from './bulk.text.js';
import type { CaseRow } from './list-data.js';
import type { Selection } from './selection.js';

const actions: BulkAction[] = ['assign', 'release', 'act', 'note'];

interface Props {
  selection: Selection;
  /** The rows in memory as they are now: another's change to a chosen row is seen, so its version counts. */
  fresh(): readonly CaseRow[];
  total: number;
  /** All cases of the filter, for choosing them at once. */
  all(): Promise<readonly CaseRow[]>;
  open: BulkAction | undefined;
  onOpen(action: BulkAction | undefined): void;
}

/** What can be done with the chosen rows. */
export function BulkBar({ selection, fresh, total, all, open, onOpen }: Props) {
  const t = useText(bulkText);
  const [choosing, setChoosing] = useState(false);
  if (selection.rows.size === 0) return null;
  const now = new Map(fresh().map((row) => [row.id, row]));
  const rows = [...selection.rows.values()].map((row) => now.get(row.id) ?? row);
  const chooseAll = async () => {
    setChoosing(true);
    try {
      selection.set(await all());
    } catch (error) {
      say((error as Error).message, true);
    } finally {
      setChoosing(false);
    }
  };
  const tooMany = rows.length > bulkLimit;
  return (
    <>
      <div className="bulk-bar no-print" role="region" aria-label={t.bar}>
        <b role="status">{t.chosen(rows.length)}</b>
        {tooMany && <span className="soon">{t.onlyFirst(bulkLimit)}</span>}
        {actions.map((action) => (
          <Button
            key={action}
            small
            look={action === 'assign' ? 'primary' : undefined}
            disabled={tooMany}
            onClick={() => onOpen(action)}
          >
            {t.actions[action]}
          </Button>
        ))}
        <span className="grow" />
        {total > rows.length && total <= bulkLimit && (
          <Button small look="quiet" disabled={choosing} onClick={() => void chooseAll()}>
            {t.chooseAll(total)}
          </Button>
        )}
        <Button small look="quiet" onClick={() => selection.set([])}>
          {t.clear}
        </Button>
      </div>
      {open && (
        <BulkDialog
          action={open}
          rows={rows}
          onKeep={selection.set}
          onClose={(done) => {
            onOpen(undefined);
            selection.drop(done);
          }}
        />
      )}
    </>
  );
}
