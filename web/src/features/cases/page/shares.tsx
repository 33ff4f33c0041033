import { api, send } from '../../../api/client.js';
import { useMe } from '../../../app/session.js';
import { moment } from '../../../text/format.js';
import { defineText, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import type { CaseView } from './case-types.js';
import { Section } from './section.js';
import { useSend } from './use-send.js';

const text = defineText(
  {
    title: 'Được xem thêm',
    none: 'Chỉ những người vốn thấy hồ sơ này mới xem được.',
    share: 'Chia sẻ',
    end: 'Thôi chia sẻ',
    ended: 'Đã thôi chia sẻ hồ sơ.',
    by: (who: string, on: string) => `${who} chia sẻ lúc ${on}`,
    until: (on: string) => `đến ${on}`,
  },
  {
    title: 'Also shown to',
    none: 'Only those who see this case anyway.',
    share: 'Share',
    end: 'End the share',
    ended: 'The case is no longer shared.',
    by: (who: string, on: string) => `shared by ${who} on ${on}`,
    until: (on: string) => `until ${on}`,
  },
);

/** Who else was let see the case, and why. */
export function Shares({ file, onShare }: { file: CaseView; onShare(): void }) {
  const t = useText(text);
  const me = useMe();
  const sending = useSend();
  const holds = me.role === 'supervisor' || file.assignee?.id === me.id;
  const end = (share: number) =>
    sending.run(
      (options) =>
        send(
          (headers) =>
            api.DELETE('/api/cases/{id}/shares/{share}', { headers, params: { path: { id: file.code, share } } }),
          options,
        ),
      t.ended,
    );
  return (
    <Section
      title={t.title}
      className={file.shares.length === 0 ? 'no-print' : undefined}
      action={
        holds && (
          <Button small onClick={onShare}>
            {t.share}
          </Button>
        )
      }
    >
      {file.shares.length === 0 && <p className="soft">{t.none}</p>}
      <ul className="stack">
        {file.shares.map((share) => (
          <li key={share.id}>
            <b>{share.to}</b>{' '}
            <span className="soft small">
              {t.by(share.by, moment(share.at))}
              {share.endedAt && ` ${t.until(moment(share.endedAt))}`}
            </span>
            <div className="small">{share.reason}</div>
            {holds && file.mayWork && share.endedAt === null && (
              <Button small disabled={sending.busy} onClick={() => void end(share.id)}>
                {t.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sending.message && <p className="note late">{sending.message}</p>}
    </Section>
  );
}
