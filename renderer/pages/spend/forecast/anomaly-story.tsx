import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Anomaly, SpendAnomalies } from '../../../../shared/api/answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { paletteColour } from '../../../charts/palette.ts';
import { RankingBars } from '../../../charts/ranking-bars.tsx';
import { Money } from '../../../components/money.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { formatShare } from '../../../format.ts';
import {
  anomalySentence,
  driverQuery,
  driverWords,
  explainedWords,
  seriesWords,
  timesWords,
} from './anomaly-words.ts';

interface AnomalyStoryProps {
  readonly anomaly: Anomaly;
  readonly labels: SpendAnomalies['labels'];
}

/** Why a day was unusual: the sentence, the figures, and each driver with the way to its invocations. */
export function AnomalyStory({ anomaly, labels }: AnomalyStoryProps) {
  return (
    <SpaceBetween size="l">
      <Box variant="h3">{anomalySentence(anomaly, labels)}</Box>
      <KeyValuePairs
        columns={4}
        minColumnWidth={130}
        items={[
          {
            label: `Cost of ${seriesWords(anomaly, labels)}`,
            value: (
              <>
                <Money usd={anomaly.actualUsd} /> <ProvenanceBadge provenance="metered" />
              </>
            ),
          },
          { label: 'Usual on such a day', value: <Money usd={anomaly.usualUsd} /> },
          { label: 'Excess', value: <Money usd={anomaly.excessUsd} /> },
          { label: 'What was unusual', value: seriesWords(anomaly, labels) },
        ]}
      />
      {anomaly.firstSeen ? (
        <StatusIndicator type="warning">It had never cost anything before.</StatusIndicator>
      ) : null}
      {anomaly.drivers.length === 0 ? null : <Drivers anomaly={anomaly} labels={labels} />}
      <Box color="text-body-secondary">{explainedWords(anomaly)}</Box>
    </SpaceBetween>
  );
}

function Drivers({ anomaly, labels }: AnomalyStoryProps) {
  return (
    <SpaceBetween size="m">
      {anomaly.drivers.map((driver) => {
        const words = driverWords(driver, labels);
        return (
          <SpaceBetween key={words} size="xxs">
            <Box>
              {words}, {timesWords(driver)}
            </Box>
            <RankingBars
              label={words}
              rows={[
                {
                  key: words,
                  name: `${formatShare(driver.share, 1) ?? 'none'} of the excess`,
                  length: Math.min(1, Math.max(0, driver.share)),
                  colour: paletteColour(0),
                  figure: `+${formatMoney(driver.excessUsd)}`,
                },
              ]}
            />
            <PageLink to="/spend" query={driverQuery(anomaly, driver)}>
              Invocations of that day
            </PageLink>
          </SpaceBetween>
        );
      })}
    </SpaceBetween>
  );
}
