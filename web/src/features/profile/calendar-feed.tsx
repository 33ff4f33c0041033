import { useState } from 'react';
import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { profileText } from './profile.text.js';

const feedQuery = queryOptions({ queryKey: ['me', 'calendar'], queryFn: () => ask(api.GET('/api/me/calendar')) });

/** One's own due dates in a calendar program, by an address that is as good as a password. */
export function CalendarFeed() {
  const t = useText(profileText);
  const write = useWrite();
  const [url, setUrl] = useState<string>();
  const renew = async () => {
    const made = await write.run((headers) => api.POST('/api/me/calendar', { headers }));
    if (made) setUrl(made.url);
  };
  const revoke = async () => {
    if (!(await write.run((headers) => api.DELETE('/api/me/calendar', { headers })))) return;
    setUrl(undefined);
    say(t.calendarEnded);
  };
  return (
    <section className="card stack" aria-labelledby="calendar-feed">
      <h2 id="calendar-feed">{t.calendar}</h2>
      <p className="soft small">{t.calendarAbout}</p>
      <Loaded query={feedQuery}>
        {({ createdAt }) => (
          <>
            {createdAt && <p>{t.calendarSince(moment(createdAt))}</p>}
            {url && (
              <p className="note good" role="status">
                {t.calendarOnce} <code className="calendar-address">{url}</code>
              </p>
            )}
            <div className="row">
              <Button disabled={write.busy} onClick={() => void renew()}>
                {createdAt ? t.calendarRenew : t.calendarMake}
              </Button>
              {createdAt && (
                <Button disabled={write.busy} onClick={() => void revoke()}>
                  {t.calendarEnd}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
      <WriteNotes write={write} />
    </section>
  );
}
