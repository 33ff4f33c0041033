import { useId, type ReactNode } from 'react';

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
  return (
    <section className={['card stack', className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <div className="row spread">
        <h2 id={id}>{title}</h2>
        {action && <div className="row no-print">{action}</div>}
      </div>
      {children}
    </section>
  );
}
