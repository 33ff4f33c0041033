import { queryOptions } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { ChoiceField } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { everydayWords } from '../../text/everyday-words.js';
import { defineText, useText } from '../../text/language.js';
import { ReceiptPaper } from './receipt-paper.js';
import './receipt.css';

const route = getRouteApi('/inside/nhan-don/$code/bien-nhan');

const text = defineText(
  {
    title: (code: string) => `Giấy biên nhận đơn ${code}`,
    size: 'Khổ giấy',
    next: 'Nhận đơn tiếp theo',
    openCase: 'Mở hồ sơ',
    notPetition: 'Hồ sơ này không phải đơn thư nên không có giấy biên nhận.',
  },
  {
    title: (code: string) => `Receipt for petition ${code}`,
    size: 'Paper',
    next: 'Next petition',
    openCase: 'Open the case',
    notPetition: 'This case is not a petition, so it has no receipt.',
  },
);

const caseQuery = (code: string) =>
  queryOptions({
    queryKey: ['cases', code],
    queryFn: () => ask(api.GET('/api/cases/{id}', { params: { path: { id: code } } })),
  });

const unitQuery = queryOptions({ queryKey: ['unit'], queryFn: () => ask(api.GET('/api/unit')), staleTime: 300_000 });

/** The paper handed to the citizen at the counter. It is an official paper, so it is Vietnamese in both languages. */
export function Receipt() {
  const t = useText(text);
  const c = useText(everydayWords);
  const { code } = route.useParams();
  const { kho } = route.useSearch();
  const navigate = route.useNavigate();
  const size = kho === 'A5' ? 'A5' : 'A4';
  return (
    <>
      <div className="row spread no-print">
        <h1>{t.title(code)}</h1>
        <div className="row receipt-tools" data-size={size}>
          <ChoiceField
            label={t.size}
            value={size}
            onChange={(value) => void navigate({ search: { kho: value === 'A5' ? value : undefined }, replace: true })}
            options={['A4', 'A5'].map((value) => ({ value, label: value }))}
          />
          <Button look="primary" onClick={() => window.print()}>
            {c.print}
          </Button>
          <Link to="/nhan-don" search={{}} className="btn">
            {t.next}
          </Link>
          <Link to="/ho-so/$code" params={{ code }} search={{}} className="btn">
            {t.openCase}
          </Link>
        </div>
      </div>
      <Loaded query={unitQuery}>
        {(unit) => (
          <Loaded query={caseQuery(code)}>
            {(file) =>
              file.kind === 'citizen-petition' ? (
                <ReceiptPaper file={file} unit={unit} size={size} />
              ) : (
                <p className="empty">{t.notPetition}</p>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
