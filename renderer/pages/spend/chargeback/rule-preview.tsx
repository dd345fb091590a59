import Box from '@cloudscape-design/components/box';
import { monthOf, monthPeriod } from '../../../../shared/model/period.ts';
import type { TeamRule } from '../../../../shared/model/team-rules.ts';
import { Money } from '../../../components/money.tsx';
import { Failed, Loading } from '../../../components/states.tsx';
import { useDebounced } from '../../../components/use-debounced.ts';
import { periodLabel } from '../../../period.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';
import { type PreviewRow, previewRows, previewSentence } from './preview-rows.ts';

/** Nothing is asked while the reader types. */
const TYPING_REST_MS = 400;
/** Rows that are shown; the rest is counted. */
const MOST_ROWS = 8;

/** What rules that are not saved would decide in the chosen month, beside what those that hold do. */
export function RulePreview({ rules }: { readonly rules: readonly TeamRule[] }) {
  const [period] = usePeriod();
  const month = monthOf(period.from);
  const teamRules = useDebounced(rules, TYPING_REST_MS);
  const now = useAnswer('spend.chargeback', { month });
  const then = useAnswer('spend.chargeback', { month, teamRules: [...teamRules] });
  const error = now.error ?? then.error;
  if (error !== null) {
    return <Failed what="The preview" error={error} onRetry={() => void then.refetch()} />;
  }
  if (now.data === undefined || then.data === undefined) {
    return <Loading label="preview" height={64} />;
  }
  const rows = previewRows(now.data.now, then.data.now);
  return (
    <div aria-live="polite">
      <Box variant="awsui-key-label">If it is saved, {periodLabel(monthPeriod(month))}</Box>
      <div className="quiet">{previewSentence(rows)}</div>
      <PreviewTable rows={rows} />
    </div>
  );
}

function PreviewTable({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const teams = rows.filter(({ team }) => team !== null);
  const shown = [...teams.slice(0, MOST_ROWS), ...rows.filter(({ team }) => team === null)];
  const more = teams.length - MOST_ROWS;
  return (
    <table className="preview-table">
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Now (USD)</th>
          <th scope="col">Then (USD)</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ team, nowUsd, thenUsd, changeUsd }) => (
          <tr key={team ?? ''}>
            <th scope="row">{team ?? <em>no team</em>}</th>
            <td>
              <Money usd={nowUsd} />
            </td>
            <td>
              {changeUsd === '0' ? (
                'the same'
              ) : (
                <b>
                  <Money usd={thenUsd} />
                </b>
              )}
            </td>
          </tr>
        ))}
        {more > 0 ? (
          <tr>
            <td colSpan={3}>and {more} more</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
