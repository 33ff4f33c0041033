import { useText } from '../../text/language.js';
import { boardText } from './board.text.js';

/** An officer, and who does the work while that officer is on leave. */
export function OfficerName({ name, standIn }: { name: string | null; standIn: string | null }) {
  const t = useText(boardText);
  if (standIn === null) return name;
  return (
    <>
      {name}, <span className="soft">{t.standsIn(standIn)}</span>
    </>
  );
}
