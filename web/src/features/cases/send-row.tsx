import type { ReactNode } from 'react';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import type { useSend } from './page/use-send.js';

interface Props {
  sending: Pick<ReturnType<typeof useSend>, 'busy' | 'retrying'>;
  /** Why it may not be sent yet, if so; told aloud once the button was pressed. */
  wait: string | undefined;
  pressed: boolean;
  save: string;
  /** The row of buttons stays in sight at the end of a dialog. */
  sticky?: boolean;
  /** What stands beside the button. */
  children?: ReactNode;
}

/** The end of a form of a case: that it is being sent again, why it has to wait, and the button that sends it. */
export function SendRow({ sending, wait, pressed, save, sticky, children }: Props) {
  const c = useText(everydayWords);
  return (
    <>
      {sending.retrying && (
        <p className="note soon" role="status">
          {c.retrying}
        </p>
      )}
      {wait && (
        <p className={pressed ? 'note late' : 'soft small'} role={pressed ? 'alert' : undefined}>
          {wait}
        </p>
      )}
      <div className={sticky ? 'row case-form-buttons' : 'row'}>
        <Button type="submit" look="primary" aria-disabled={sending.busy}>
          {sending.busy ? c.saving : save}
        </Button>
        {children}
        {sending.busy && <div className="progress-line grow" aria-hidden />}
      </div>
    </>
  );
}
