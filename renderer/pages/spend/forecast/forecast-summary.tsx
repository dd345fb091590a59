import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { SpendForecast } from '../../../../shared/api/answers.ts';
import {
  aheadWords,
  allInWords,
  notInMetered,
} from '../../../../shared/cost/spend/beside-words.ts';
import { FoldedNotes } from '../../../components/folded-notes.tsx';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { Failed, Loading } from '../../../components/states.tsx';
import { unpricedInShort } from '../../../spend/priced-cost.ts';
import { basisWords, forecastSentence } from './forecast-words.ts';
import type { ForecastOverTime } from './use-forecast.ts';

const HEIGHT = 96;

/** The tab's answer: the month's end with its range, what it rests on, and what it leaves out. */
export function ForecastSummary({ forecast }: Pick<ForecastOverTime, 'forecast'>) {
  return (
    <Container>
      {forecast.data !== undefined ? (
        <Answer answer={forecast.data} />
      ) : forecast.error === null ? (
        <Loading label="the forecast" height={HEIGHT} />
      ) : (
        <Failed
          what="The forecast"
          error={forecast.error}
          onRetry={() => void forecast.refetch()}
        />
      )}
    </Container>
  );
}

function Answer({ answer }: { readonly answer: SpendForecast }) {
  const { forecast, provenance, unpricedUnits, beside, besideAhead } = answer;
  const allIn = allInWords(forecast, beside, besideAhead);
  const ahead = aheadWords(besideAhead);
  const basis = basisWords(answer);
  const notes = [...(forecast.found ? forecast.notes : []), ...answer.notes];
  return (
    <SpaceBetween size="xs">
      <Box variant="h2">{forecastSentence(answer)}</Box>
      {forecast.found ? (
        <div className="headline-note">
          <Money usd={forecast.knownUsd} />
          {forecast.days.length === 0 ? '' : ' so far'} <ProvenanceBadge provenance={provenance} />{' '}
          {basis}
        </div>
      ) : null}
      {allIn === null ? null : <Box variant="h3">{allIn}</Box>}
      {forecast.found ? (
        <div className="headline-note">
          {notInMetered(beside)}
          {ahead === null ? '' : ` Beside it, ${ahead}.`}
        </div>
      ) : null}
      {unpricedUnits.length === 0 ? null : (
        <div className="headline-note">
          <ProvenanceBadge provenance="unpriced" /> {unpricedInShort(unpricedUnits)} of the month
          have no price and are in no metered figure.
        </div>
      )}
      <FoldedNotes notes={notes} />
    </SpaceBetween>
  );
}
