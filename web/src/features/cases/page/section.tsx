import { createContext, useContext, useId, type ReactNode } from 'react';
import { everydayWords } from '../../../text/everyday-words.js';
import { useText } from '../../../text/language.js';

/** False on a case the reader may only look at: no part of the page offers an act. */
export const MayWork = createContext(true);

/** One titled part of the case page. */
export function Section({
  title,
  action,
  className,
  heading,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  className?: string;
  /** A name for its heading, where the focus is brought to it. */
  heading?: string;
  children: ReactNode;
}) {
  const own = useId();
  const id = heading ?? own;
  const mayWork = useContext(MayWork);
  return (
    <section className={['card stack', className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <div className="row spread">
        <h2 id={id} tabIndex={heading ? -1 : undefined}>
          {title}
        </h2>
        {action && mayWork && <div className="row no-print">{action}</div>}
      </div>
      {children}
    </section>
  );
}

/** An empty part: the screen says how to fill it, paper only that there is nothing. */
export function NoneYet({ children }: { children: ReactNode }) {
  const c = useText(everydayWords);
  return (
    <>
      <p className="soft no-print">{children}</p>
      <p className="print-only">{c.none}.</p>
    </>
  );
}
