import { useState } from 'react';
import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { ConfirmFactor } from './confirm-factor.js';
import { PasswordAsked } from './password-asked.js';
import { profileText } from './profile.text.js';
import { RecoveryCodes } from './recovery-codes.js';

type NewFactor = components['schemas']['NewFactorView'];

const factorQuery = queryOptions({
  queryKey: ['me', 'second-factor'],
  queryFn: () => ask(api.GET('/api/me/second-factor')),
});

type Asked =
  { what: 'turn-on' | 'renew' | 'turn-off' } | { what: 'scan'; factor: NewFactor } | { what: 'keep'; codes: string[] };

/** The second factor as it stands, and each way to change it. */
export function SecondFactor() {
  const t = useText(profileText);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <section className="card stack" aria-labelledby="second-factor">
      <Loaded query={factorQuery}>
        {({ since, demanded, recoveryCodesLeft }) => (
          <>
            <div className="row spread">
              <h2 id="second-factor">{t.factor}</h2>
              <span className={since ? 'badge good' : demanded ? 'badge late' : 'badge'}>{since ? t.on : t.off}</span>
            </div>
            <p className="soft">{t.factorAbout}</p>
            {since ? (
              <>
                <p>
                  {t.since(moment(since))}{' '}
                  <span className={recoveryCodesLeft < 3 ? 'late' : undefined}>{t.codesLeft(recoveryCodesLeft)}</span>
                </p>
                <div className="row">
                  <Button onClick={() => setAsked({ what: 'renew' })}>{t.renew}</Button>
                  {!demanded && (
                    <Button look="danger" onClick={() => setAsked({ what: 'turn-off' })}>
                      {t.turnOff}
                    </Button>
                  )}
                </div>
              </>
            ) : (
              <div className="row">
                <Button look="primary" onClick={() => setAsked({ what: 'turn-on' })}>
                  {t.turnOn}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
      {asked?.what === 'turn-on' && (
        <PasswordAsked
          title={t.turnOn}
          says={t.factorAbout}
          write={(body, headers) => api.POST('/api/me/second-factor', { body, headers })}
          onDone={(factor) => setAsked({ what: 'scan', factor })}
          onClose={close}
        />
      )}
      {asked?.what === 'renew' && (
        <PasswordAsked
          title={t.renew}
          says={t.renewSays}
          write={(body, headers) => api.POST('/api/me/second-factor/recovery-codes', { body, headers })}
          onDone={({ codes }) => setAsked({ what: 'keep', codes })}
          onClose={close}
        />
      )}
      {asked?.what === 'turn-off' && (
        <PasswordAsked
          title={t.turnOff}
          says={t.turnOffSays}
          write={(body, headers) => api.POST('/api/me/second-factor/off', { body, headers })}
          onDone={() => {
            say(t.factorOff);
            close();
          }}
          onClose={close}
        />
      )}
      {asked?.what === 'scan' && (
        <ConfirmFactor factor={asked.factor} onDone={(codes) => setAsked({ what: 'keep', codes })} onClose={close} />
      )}
      {asked?.what === 'keep' && <RecoveryCodes codes={asked.codes} onClose={close} />}
    </section>
  );
}
