import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { browserName } from './browser-name.js';
import { profileText } from './profile.text.js';

const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => ask(api.GET('/api/me/sessions')),
});

/** Where one is signed in; each can be ended from here. */
export function OwnSessions() {
  const t = useText(profileText);
  const write = useWrite();
  const end = async (session: string | undefined) => {
    const ended = await write.run((headers) =>
      session
        ? api.DELETE('/api/me/sessions/{session}', { params: { path: { session } }, headers })
        : api.DELETE('/api/me/sessions', { headers }),
    );
    if (ended) say(t.ended);
  };
  return (
    <section className="card stack" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{t.sessions}</h2>
      <Loaded query={sessionsQuery}>
        {(sessions) => (
          <>
            <ul className="profile-list">
              {sessions.map(({ id, browser, address, since, lastSeenAt, current }) => (
                <li key={id}>
                  <span>
                    <b>{browserName(browser) ?? t.unknownBrowser}</b>{' '}
                    {current && <span className="badge good">{t.thisOne}</span>}
                    <br />
                    <span className="soft small">
                      {[address && t.from(address), t.signedIn(moment(since)), t.lastSeen(moment(lastSeenAt))]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                  {!current && (
                    <Button
                      small
                      disabled={write.busy}
                      aria-label={t.endOf(browserName(browser) ?? t.unknownBrowser)}
                      onClick={() => void end(id)}
                    >
                      {t.end}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {sessions.length > 1 && (
              <div className="row">
                <Button look="danger" disabled={write.busy} onClick={() => void end(undefined)}>
                  {t.endOthers}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
      <WriteNotes write={write} />
      <p className="soft small">{t.sessionsRule}</p>
    </section>
  );
}
