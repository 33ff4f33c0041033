import type { ReactNode } from 'react';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { WriteNotes } from './write-notes.js';

interface Props {
  write: { busy: boolean; waiting?: string; general?: string };
  save?: string;
  /** What stands beside the button. */
  children?: ReactNode;
}

/** The end of a form with one write: what became of the write, and the button that sends it. */
export function SaveRow({ write, save, children }: Props) {
  const c = useText(everydayWords);
  return (
    <>
      <WriteNotes write={write} />
      <div className="row">
        <Button type="submit" look="primary" disabled={write.busy}>
          {write.busy ? c.saving : (save ?? c.save)}
        </Button>
        {children}
      </div>
    </>
  );
}
