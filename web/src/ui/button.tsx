import type { ButtonHTMLAttributes } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'quiet' | 'danger';
  small?: boolean;
}

export function Button({ look, small, className, type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={['btn', look, small && 'small', className].filter(Boolean).join(' ')} {...rest} />
  );
}
