import { useSyncExternalStore } from 'react';

const phone = matchMedia('(max-width: 760px)');
const subscribe = (listener: () => void) => {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
};

/** The width at which the shell turns to its phone layout. */
export const usePhone = () => useSyncExternalStore(subscribe, () => phone.matches);
