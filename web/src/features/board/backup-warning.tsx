import { moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import type { BoardData } from './board.query.js';
import { boardText } from './board.text.js';

/** Said only when somebody has to act: the last good copy is too old. */
export function BackupWarning({ backup }: { backup: BoardData['backup'] }) {
  const t = useText(boardText).backup;
  if (!backup?.stale) return null;
  return (
    <p className="note late" role="alert">
      <b>{backup.lastGoodAt ? t.old(moment(backup.lastGoodAt)) : t.none}</b> {t.act}
      {backup.why && <span className="soft"> {t.why(backup.why)}</span>}
    </p>
  );
}
