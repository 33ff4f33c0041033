import { useState } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { lawOf } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { Empty, Loaded } from '../../ui/show.js';
import { ChangeLadder } from './change-ladder.js';
import { ladderText, ladderWords } from './ladders.text.js';
import { matches, rulesQuery, type Rule } from './rules.query.js';

const laddersQuery = queryOptions({
  queryKey: ['reminder-ladders'],
  queryFn: () => ask(api.GET('/api/reminder-ladders')),
});

interface RuleLadder {
  rule: Rule;
  days: number[];
  own: boolean;
}

/** How long before a date the handler is reminded, rule by rule. */
export function Ladders() {
  const t = useText(ladderText);
  const c = useText(everydayWords);
  const { q = '', status = '' } = useSearch({ from: '/inside/quan-tri/$tab' });
  const navigate = useNavigate({ from: '/quan-tri/$tab' });
  const look = (change: { q?: string; status?: string }) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const [asked, setAsked] = useState<RuleLadder>();
  const ladders = useQuery(laddersQuery).data;
  return (
    <section className="stack" aria-labelledby="ladders">
      <h2 id="ladders">{t.title}</h2>
      <p className="soft">{t.about}</p>
      <Loaded query={laddersQuery}>
        {(data) => (
          <p className="card">
            {t.default}: <b>{ladderWords(data.default, t)}</b>
          </p>
        )}
      </Loaded>
      <div className="row admin-filter">
        <TextField type="search" label={t.find} value={q} onChange={(value) => look({ q: value || undefined })} />
        <ChoiceField
          label={t.show}
          value={status}
          onChange={(value) => look({ status: value || undefined })}
          empty={c.all}
          options={[{ value: 'own', label: t.own }]}
        />
      </div>
      {ladders && (
        <Loaded query={rulesQuery}>
          {(rules) => {
            const own = new Map(ladders.rules.map((ladder) => [ladder.ruleId, ladder.days]));
            const lines = rules
              // A rule no clock follows, or one without a date, has nothing to remind of.
              .filter((rule) => rule.clocks.length > 0 && (rule.duration.value > 0 || rule.kind === 'no-fixed-term'))
              .map((rule) => ({ rule, days: own.get(rule.id) ?? ladders.default, own: own.has(rule.id) }))
              .filter((line) => (status !== 'own' || line.own) && matches(line.rule, q))
              .sort((a, b) => Number(b.own) - Number(a.own));
            if (lines.length === 0) return <Empty>{status === 'own' && q === '' ? t.emptyOwn : t.empty}</Empty>;
            return <LadderTable lines={lines} ask={setAsked} />;
          }}
        </Loaded>
      )}
      {asked && ladders && (
        <ChangeLadder
          rule={asked.rule}
          days={asked.days}
          normal={ladders.default}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

function LadderTable({ lines, ask: onAsk }: { lines: RuleLadder[]; ask: (line: RuleLadder) => void }) {
  const t = useText(ladderText);
  const name = useNames();
  return (
    <div className="table-wrap">
      <table className="table admin-cards stacked">
        <thead>
          <tr>
            <th scope="col">{t.rule}</th>
            <th scope="col">{t.ladder}</th>
            <th scope="col">{t.do}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const meaning = name({ vi: line.rule.meaning_vi, en: line.rule.meaning_en });
            return (
              <tr key={line.rule.id}>
                <th scope="row">
                  {meaning}
                  <div className="soft small" lang="vi">
                    {lawOf(line.rule)}
                  </div>
                </th>
                <td data-label={t.ladder}>
                  {ladderWords(line.days, t)}{' '}
                  <span className={line.own ? 'badge accent' : 'badge'}>{line.own ? t.ownBadge : t.ofDefault}</span>
                </td>
                <td>
                  <Button small aria-label={t.changeOf(meaning)} onClick={() => onAsk(line)}>
                    {t.change}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
