import { useState } from 'react';
import { defineText, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';

const text = defineText({ copy: 'Chép', copied: 'Đã chép' }, { copy: 'Copy', copied: 'Copied' });

/** A secret shown this once, in letters that can be read aloud. */
export function SecretOnce({ label, secret }: { label: string; secret: string }) {
  const t = useText(text);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div className="row secret-once">
      <span className="soft">{label}</span>
      <code translate="no">{secret}</code>
      {/* A page opened by plain http has no clipboard; the text can still be selected. */}
      {'clipboard' in navigator && (
        <Button small onClick={() => void copy()}>
          {copied ? t.copied : t.copy}
        </Button>
      )}
    </div>
  );
}
