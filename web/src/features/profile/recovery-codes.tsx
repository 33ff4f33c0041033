import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { profileText } from './profile.text.js';

/** Ten codes, shown this once. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose(): void }) {
  const t = useText(profileText);
  const c = useText(everydayWords);
  return (
    <Dialog title={t.codesTitle} onClose={onClose}>
      <p>{t.codesAbout}</p>
      <ol className="profile-codes" translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="row">
        <Button look="primary" onClick={onClose}>
          {t.kept}
        </Button>
        <Button onClick={() => print()}>{c.print}</Button>
      </div>
    </Dialog>
  );
}
