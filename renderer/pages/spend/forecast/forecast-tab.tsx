import SpaceBetween from '@cloudscape-design/components/space-between';
import { DetailsPanel } from '../../../components/details-panel.tsx';
import { Failed } from '../../../components/states.tsx';
import { useFilters } from '../../../filters.ts';
import { dayName } from '../../../period.ts';
import { SpendFilterBar } from '../spend-filter-bar.tsx';
import { AnomalyStory } from './anomaly-story.tsx';
import { AnomalyTable } from './anomaly-table.tsx';
import { anomalyId } from './anomaly-words.ts';
import { ForecastChart } from './forecast-chart.tsx';
import { forecastFilters } from './forecast-filters.ts';
import { ForecastSummary } from './forecast-summary.tsx';
import { useForecast } from './use-forecast.ts';

/** Where the month will end, how sure that is, and which days were unusual and why. */
export function ForecastTab() {
  const [values, update] = useFilters(forecastFilters);
  const asked = useForecast(values);
  const { forecast, anomalies, judged } = asked;
  const open = anomalies.data?.anomalies.find((each) => anomalyId(each) === values.anomaly);
  const choose = (anomaly: string) => update({ anomaly }, { replace: values.anomaly !== '' });
  return (
    <SpaceBetween size="m">
      <SpendFilterBar />
      <ForecastSummary forecast={forecast} />
      <ForecastChart
        forecast={forecast}
        anomalies={anomalies.data}
        onChoose={(day) => {
          const first = anomalies.data?.anomalies.find((each) => each.day === day);
          if (first !== undefined) choose(anomalyId(first));
        }}
      />
      {anomalies.error !== null ? (
        <Failed
          what="Unusual days"
          error={anomalies.error}
          onRetry={() => void anomalies.refetch()}
        />
      ) : (
        <AnomalyTable
          answer={anomalies.data}
          judged={judged}
          openId={values.anomaly}
          onOpen={choose}
        />
      )}
      {open === undefined || anomalies.data === undefined ? null : (
        <DetailsPanel
          title={`Unusual: ${dayName(open.day)}`}
          onClose={() => update({ anomaly: '' })}
        >
          <AnomalyStory anomaly={open} labels={anomalies.data.labels} />
        </DetailsPanel>
      )}
    </SpaceBetween>
  );
}
