import { api, ask } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { roleText } from '../admin/admin.text.js';
import { ChangePassword } from './change-password.js';
import { Leave } from './leave.js';
import { CalendarFeed } from './calendar-feed.js';
import { OwnSessions } from './own-sessions.js';
import { profileText } from './profile.text.js';
import { SecondFactor } from './second-factor.js';
import './profile.css';

/** What is one's own: the password, the second factor, where one is signed in, and leave. */
export function Profile() {
  const t = useText(profileText);
  const roles = useText(roleText);
  const me = useMe();
  const signOut = async () => {
    await ask(api.DELETE('/api/session'));
    // A new page: nothing of this person stays in the tab's memory.
    window.location.assign('/dang-nhap');
  };
  return (
    <>
      <h1>{t.title}</h1>
      {me.mustSetUpSecondFactor && (
        <p className="note soon" role="status">
          {t.mustSetUp}
        </p>
      )}
      <div className="profile">
        <section className="card stack">
          <h2>{me.name}</h2>
          <p className="soft">
            {roles.names[me.role]} · {me.unit.name} · {t.login}: {me.login}
          </p>
          <div className="row">
            <Button onClick={() => void signOut()}>{t.signOut}</Button>
          </div>
        </section>
        <SecondFactor />
        <ChangePassword />
        <OwnSessions />
        {['clerk', 'officer', 'supervisor'].includes(me.role) && !me.mustSetUpSecondFactor && <CalendarFeed />}
        {!me.mustSetUpSecondFactor && me.role !== 'auditor' && <Leave />}
      </div>
    </>
  );
}
