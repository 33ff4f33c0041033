import type { components } from '../../api/schema.js';
import { moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { accountText } from './accounts.text.js';
import { SecretOnce } from './secret-once.js';

export type Invitation = components['schemas']['InvitationView'];

/** A code to be handed to its person, shown this once. */
export function HandOver({
  title,
  login,
  invitation: { code, url, expiresAt, mailedTo },
  onClose,
}: {
  title: string;
  login: string;
  invitation: Invitation;
  onClose: () => void;
}) {
  const t = useText(accountText);
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="note soon">{t.handOver(moment(expiresAt))}</p>
      <SecretOnce label={t.login} secret={login} />
      <SecretOnce label={t.code} secret={code} />
      <SecretOnce label={t.address} secret={url} />
      {mailedTo && <p>{t.mailed(mailedTo)}</p>}
      <div className="row">
        <Button look="primary" onClick={onClose}>
          {t.done}
        </Button>
      </div>
    </Dialog>
  );
}
