import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { monthOf, monthPeriod } from '../../../../shared/model/period.ts';
import { Failed, Loading } from '../../../components/states.tsx';
import { choiceFilter, useFilters } from '../../../filters.ts';
import { periodLabel } from '../../../period.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';
import { ChargebackHeadline } from './chargeback-headline.tsx';
import { ChargebackTable } from './chargeback-table.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { KeptTable } from './kept-table.tsx';
import { ReopenedTable } from './reopened-table.tsx';
import { SharedCosts } from './shared-costs.tsx';
import { TeamPreview } from './team-preview.tsx';
import { TeamRules } from './team-rules.tsx';

const VIEWS = ['teams', 'rules', 'shared'] as const;
const chargebackFilters = { view: choiceFilter('view', VIEWS, 'teams') } as const;
const HEIGHT = 96;

/** Who pays the month in which the chosen period begins: by team, with shared costs, closed or open. */
export function ChargebackTab() {
  const [{ view }, update] = useFilters(chargebackFilters);
  const [period] = usePeriod();
  const month = monthOf(period.from);
  const name = periodLabel(monthPeriod(month));
  const answer = useAnswer('spend.chargeback', { month });
  const { data, error } = answer;
  if (error !== null) {
    return <Failed what="Chargeback" error={error} onRetry={() => void answer.refetch()} />;
  }
  if (data === undefined) return <Loading label="chargeback" height={HEIGHT} />;
  const held = data.closed?.chargeback ?? data.now;
  const views: Readonly<Record<(typeof VIEWS)[number], { label: string; shown: ReactNode }>> = {
    teams: {
      label: 'By team',
      shown: (
        <SpaceBetween size="m">
          <ChargebackTable chargeback={held} name={name} closed={data.closed !== null} />
          <KeptTable kept={held.kept} />
          {data.comparison === null ? null : <ComparisonTable comparison={data.comparison} />}
          <ReopenedTable reopened={data.reopened} />
        </SpaceBetween>
      ),
    },
    rules: {
      label: 'Team rules',
      shown: (
        <SpaceBetween size="m">
          <TeamRules />
          <TeamPreview />
        </SpaceBetween>
      ),
    },
    shared: { label: 'Shared costs', shown: <SharedCosts kept={data.now.kept} /> },
  };
  return (
    <SpaceBetween size="m">
      <ChargebackHeadline answer={data} name={name} />
      <Tabs
        activeTabId={view}
        onChange={({ detail }) => {
          const next = VIEWS.find((id) => id === detail.activeTabId);
          if (next !== undefined) update({ view: next });
        }}
        ariaLabel="Chargeback"
        tabs={VIEWS.map((id) => ({
          id,
          label: views[id].label,
          content: id === view ? views[id].shown : null,
        }))}
      />
    </SpaceBetween>
  );
}
