import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import { daysIn } from '../../../shared/model/period.ts';
import { MEASURE_IDS } from '../../charts/measure.ts';
import { dayBuckets } from '../../charts/time-bucket.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ScanButton } from '../../components/scan-button.tsx';
import { choiceFilter, useFilters } from '../../filters.ts';
import { elapsedPart } from '../../period.ts';
import { SpendChart } from '../../spend/spend-chart.tsx';
import { useSpend } from '../../spend/use-spend.ts';
import { spendSentence } from '../../spend/words.ts';
import { useWorkspace } from '../../workspace.ts';
import { FirstRun } from './first-run.tsx';
import { Headline } from './headline.tsx';
import { NotRead } from './not-read.tsx';
import { OpenFindings } from './open-findings.tsx';
import { TopModels } from './top-models.tsx';
import { TopPrincipals } from './top-principals.tsx';
import { WatchingPanel } from './watching-panel.tsx';

const overviewFilters = { measure: choiceFilter('measure', MEASURE_IDS, 'cost') } as const;

/** Where the organisation stands: cost, use, findings, and what could not be read. */
export function OverviewPage() {
  const { connections, newestDay, demo } = useWorkspace();
  const nothingYet = !demo && connections.length === 0 && newestDay === null;
  return nothingYet ? <FirstRun /> : <Overview />;
}

function Overview() {
  const [{ measure }, update] = useFilters(overviewFilters);
  const spend = useSpend({ groupBy: 'model' });
  const { now, period, today } = spend;
  const elapsed = useMemo(() => elapsedPart(period, today), [period, today]);
  const incompleteDays = now.data?.incompleteDays;
  const buckets = useMemo(
    () => dayBuckets(daysIn(elapsed), incompleteDays ?? []),
    [elapsed, incompleteDays],
  );
  return (
    <SpaceBetween size="m">
      <PageHeader
        title="Overview"
        description={
          now.data === undefined
            ? 'What Amazon Bedrock costs, who calls it, and what needs attention.'
            : spendSentence(now.data, { period, today })
        }
        actions={<ScanButton />}
      />
      <Headline spend={spend} />
      <SpendChart
        answer={now.data}
        error={now.error}
        onRetry={() => void now.refetch()}
        updating={now.isPlaceholderData}
        period={elapsed}
        buckets={buckets}
        granularity="day"
        groupBy="model"
        measure={measure}
        onMeasure={(chosen) => update({ measure: chosen })}
        emptyAction={<ScanButton />}
      />
      <div className="pair-grid">
        <TopModels
          answer={now.data}
          failed={now.data === undefined && now.error !== null}
          measure={measure}
        />
        <TopPrincipals />
      </div>
      <div className="attention-grid">
        <OpenFindings />
        <SpaceBetween size="m">
          <NotRead />
          <WatchingPanel />
        </SpaceBetween>
      </div>
    </SpaceBetween>
  );
}
