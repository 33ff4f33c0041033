import { useMe } from '../../../app/session.js';
import { day } from '../../../text/format.js';
import { defineText, useText } from '../../../text/language.js';
import type { CaseView } from './case-types.js';

const text = defineText(
  {
    slip: 'PHIẾU THEO DÕI HỒ SƠ',
    printed: (on: string, by: string) => `In ngày ${on}, người in: ${by}`,
    sign: 'Người lập phiếu',
    chief: 'Lãnh đạo',
  },
  {
    slip: 'CASE FILE NOTE',
    printed: (on: string, by: string) => `Printed on ${on} by ${by}`,
    sign: 'Prepared by',
    chief: 'Supervisor',
  },
);

/** On paper only: whose file note this is. */
export function PrintHead({ file }: { file: CaseView }) {
  const t = useText(text);
  const me = useMe();
  return (
    <div className="print-only print-head">
      <span>{me.unit.name}</span>
      <b>
        {t.slip} {file.code}
      </b>
    </div>
  );
}

export function PrintFoot() {
  const t = useText(text);
  const me = useMe();
  return (
    <div className="print-only print-foot">
      <p>{t.printed(day(me.today), me.name)}</p>
      <div className="print-sign">
        <span>{t.sign}</span>
        <span>{t.chief}</span>
      </div>
    </div>
  );
}
