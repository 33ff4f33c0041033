import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { count } from '../../text/format.js';
import { defineText, useText } from '../../text/language.js';

const text = defineText(
  {
    title: 'Các phường trực thuộc',
    hint: 'Chỉ số liệu; hồ sơ mở được khi phường báo cáo lên.',
    name: 'Phường',
    open: 'Đang giải quyết',
    overdue: 'Quá hạn',
    next7Days: 'Đến hạn trong 7 ngày',
    holdouts: 'Hộ chưa đồng ý',
  },
  {
    title: 'Wards below',
    hint: 'Counts only; a case opens when the ward reports it.',
    name: 'Ward',
    open: 'Open',
    overdue: 'Overdue',
    next7Days: 'Due within 7 days',
    holdouts: 'Holdouts',
  },
);
const columns = ['open', 'overdue', 'next7Days', 'holdouts'] as const;

/** For a province or city: how each of its wards stands. A ward has none below it and sees nothing here. */
export function WardsBelow() {
  const t = useText(text);
  const { data: wards = [] } = useQuery({ queryKey: ['wards'], queryFn: () => ask(api.GET('/api/wards')) });
  if (wards.length === 0) return null;
  return (
    <section className="card" aria-labelledby="wards-below">
      <h2 id="wards-below">{t.title}</h2>
      <p className="soft small">{t.hint}</p>
      <div className="board-scroll" tabIndex={0} role="group" aria-labelledby="wards-below">
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="num">
                  {t[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {wards.map((ward) => (
              <tr key={ward.id}>
                <th scope="row">{ward.name}</th>
                {columns.map((column) => (
                  <td key={column} className="num">
                    {count(ward[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
