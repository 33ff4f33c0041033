import { createContext, useContext, useId, type ReactNode } from 'react';

/** False on a case the reader may only look at: no part of the page offers an act. */
export const MayWork = createContext(true);

/** One titled part of the case page. */
export function Section({
  title,
  action,
  className,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const mayWork = useContext(MayWork);
  return (
    <section className={['card stack', className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <div className="row spread">
        <h2 id={id}>{title}</h2>
        {action && mayWork && <div className="row no-print">{action}</div>}
      </div>
      {children}
    </section>
  );
}
