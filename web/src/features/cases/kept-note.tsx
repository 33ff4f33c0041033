import { useState, type ReactNode } from 'react';
import { useMe } from '../../app/session.js';
import { defineText, useText } from '../../text/language.js';
import { keptIn } from './use-kept.js';

const text = defineText(
  {
    back: 'Nội dung gõ dở lần trước vẫn còn đây.',
    file: 'Tệp đã chọn thì không giữ lại được; hãy chọn lại tệp.',
  },
  {
    back: 'What you typed last time is still here.',
    file: 'The file you had chosen could not be kept; choose it again.',
  },
);

/** Says, when the form opens, that it opens with what was typed before. */
export function KeptNote({ form, children }: { form: string | undefined; children?: ReactNode }) {
  const t = useText(text);
  const { id } = useMe();
  const [kept] = useState(() => keptIn(id, form));
  if (!kept) return null;
  return (
    <div className="note row spread" role="status">
      <span>
        {t.back} {kept.file === true && t.file}
      </span>
      {children}
    </div>
  );
}
