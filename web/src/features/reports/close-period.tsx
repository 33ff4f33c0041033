import { useState } from 'react';
import { api } from '../../api/client.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { say } from '../../ui/toast.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import type { Kind } from './period-picker.js';
import type { Days } from './reports.query.js';
import { text } from './reports.text.js';

/** A supervisor files a period. */
export function ClosePeriod({ kind, days }: { kind: Kind; days: Days }) {
  const t = useText(text);
  const [asked, setAsked] = useState(false);
  const write = useWrite();
  const close = async () => {
    const closed = await write.run((headers) =>
      api.POST('/api/reports/close', { headers, body: { kind: kind === 'week' ? 'custom' : kind, ...days } }),
    );
    if (!closed) return;
    say(t.closed);
    setAsked(false);
  };
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t.close}</Button>
      {asked && (
        <Dialog title={t.close} onClose={() => setAsked(false)}>
          <p>{t.closeSure}</p>
          <div className="row">
            <Button look="primary" disabled={write.busy} onClick={() => void close()}>
              {t.close}
            </Button>
            <Button onClick={() => setAsked(false)}>{t.cancel}</Button>
          </div>
          <WriteNotes write={write} />
        </Dialog>
      )}
    </>
  );
}
