import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../app/shell.js';
import './sign-in.css';

/** The card in the middle of the screens before the sign-in. */
export function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="sign-in">
      <div className="card stack sign-in-card">
        <div className="row spread">
          <b className="sign-in-brand">Mặt Bằng</b>
          <LanguageSwitch />
        </div>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

/** Why it was refused. */
export const Refused = ({ children }: { children: string | undefined }) =>
  children ? (
    <p className="note late" role="alert">
      {children}
    </p>
  ) : null;
