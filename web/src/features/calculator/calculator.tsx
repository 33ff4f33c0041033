import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { DayField, TextField } from '../../ui/fields.js';
import { Empty, Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { text } from './calculator.text.js';
import { DueDateResult } from './due-date-result.js';
import { RuleFacts } from './rule-facts.js';
import { RuleList } from './rule-list.js';
import { dueDateQuery, rulesQuery, takesDays, type Rule } from './rules.js';
import './calculator.css';

const route = getRouteApi('/inside/tinh-han');

/** Any rule, any day: the date with its proof, at an address that can be sent. */
export function Calculator() {
  const t = useText(text);
  const { rule: chosen } = route.useSearch();
  return (
    <>
      <div className="stack">
        <h1>{t.title}</h1>
        <p className="soft no-print">{t.intro}</p>
      </div>
      <Loaded query={rulesQuery}>
        {(rules) => {
          const rule = rules.find((each) => each.id === chosen);
          return (
            <div className="calculator">
              <RuleList rules={rules} />
              <div className="stack calculator-work">
                {rule ? <Count rule={rule} rules={rules} /> : <Empty>{chosen ? t.unknownRule : t.pick}</Empty>}
              </div>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

function Count({ rule, rules }: { rule: Rule; rules: readonly Rule[] }) {
  const t = useText(text);
  const c = useText(everydayWords);
  const me = useMe();
  const { trigger, days: typedDays } = route.useSearch();
  const navigate = route.useNavigate();
  const asksDays = takesDays(rule);
  const days =
    typedDays && /^\d{1,4}$/.test(typedDays) && +typedDays >= 1 && +typedDays <= 3650 ? +typedDays : undefined;
  const put = (change: { trigger?: string; days?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      say(t.copied);
    } catch {
      say(t.notCopied, true);
    }
  };
  return (
    <>
      <section className="card stack" aria-labelledby="chosen-rule">
        <h2 id="chosen-rule">{t.chosen}</h2>
        <RuleFacts rule={rule} />
        <div className="form-grid no-print">
          <div className="row calculator-day">
            <div className="grow">
              <DayField
                label={rule.kind === 'min-notice-before' ? t.triggerBack : t.trigger}
                hint={rule.trigger}
                value={trigger}
                onChange={(value, problem) => !problem && put({ trigger: value })}
              />
            </div>
            <Button onClick={() => put({ trigger: me.today })}>{c.today}</Button>
          </div>
          {asksDays && (
            <TextField
              label={t.days}
              hint={t.daysHint}
              inputMode="numeric"
              value={typedDays ?? ''}
              onChange={(value) => put({ days: value || undefined })}
              error={typedDays && days === undefined ? t.badDays : undefined}
            />
          )}
        </div>
      </section>
      <section className="card stack" aria-labelledby="result" aria-live="polite">
        <div className="row spread">
          <h2 id="result">{t.result}</h2>
          <span className="row no-print">
            <Button small onClick={() => void copy()}>
              {t.copy}
            </Button>
            <Button small onClick={() => window.print()}>
              {c.print}
            </Button>
          </span>
        </div>
        {!trigger ? (
          <p className="soft">{t.typeTrigger}</p>
        ) : rule.duration.value === 0 && asksDays && days === undefined ? (
          <p className="soft">{t.typeDays}</p>
        ) : (
          <Answer rule={rule} rules={rules} trigger={trigger} days={asksDays ? days : undefined} />
        )}
      </section>
    </>
  );
}

function Answer({
  rule,
  rules,
  trigger,
  days,
}: {
  rule: Rule;
  rules: readonly Rule[];
  trigger: string;
  days?: number;
}) {
  const t = useText(text);
  const { data, error } = useQuery(dueDateQuery(rule.id, trigger, days));
  if (error) return <p className="note soon">{error.message}</p>;
  if (!data) return <p className="soft">{t.counting}</p>;
  return <DueDateResult due={data} rule={rule} rules={rules} />;
}
