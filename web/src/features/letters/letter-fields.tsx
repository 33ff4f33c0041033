import type { components } from '../../api/schema.js';
import { useText } from '../../text/language.js';
import { lettersText } from './letters.text.js';

/** Every field a template may hold, by subject, with what it means. */
export function LetterFields({ groups }: { groups: components['schemas']['LetterFieldGroupView'][] }) {
  const t = useText(lettersText);
  return (
    <section className="card stack letter-fields" aria-labelledby="fields">
      <h2 id="fields">{t.fields}</h2>
      <p className="soft small">{t.fieldsAbout}</p>
      {groups.map((group) => (
        <details key={group.name}>
          <summary>
            {group.loop ? <code>{`{#${group.name}} … {/${group.name}}`}</code> : group.name}{' '}
            {group.loop && <span className="small soft">{`${t.repeats}: ${group.meaning}`}</span>}
          </summary>
          <div className="table-wrap" tabIndex={0} role="group" aria-label={group.name}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.field}</th>
                  <th scope="col">{t.meaning}</th>
                  <th scope="col">{t.example}</th>
                </tr>
              </thead>
              <tbody>
                {group.fields.map((field) => (
                  <tr key={field.name}>
                    <td>
                      <code>{`{${field.name}}`}</code>
                    </td>
                    <td>
                      {field.meaning}
                      {field.typed && <span className="small soft"> ({t.typedIn})</span>}
                    </td>
                    <td className="soft">{field.example}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </section>
  );
}
