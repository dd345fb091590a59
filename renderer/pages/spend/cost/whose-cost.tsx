import Box from '@cloudscape-design/components/box';
import type { Attribution, SpendAnswer } from '../../../../shared/api/answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { parseUsd, type Usd, usdToNumber } from '../../../../shared/model/usd.ts';
import { OTHER_COLOUR, paletteColour } from '../../../charts/palette.ts';
import { shareOf } from '../../../charts/series.ts';
import { ShareBar } from '../../../charts/share-bar.tsx';
import { formatShare } from '../../../format.ts';

/** How much of the cost is tied to somebody: in dollars, by how it is known; nothing where it was not asked. */
export function WhoseCost({ answer }: { readonly answer: SpendAnswer }) {
  const { attribution, usd } = answer;
  if (attribution === undefined || usd === null) return null;
  return (
    <div>
      <Box variant="awsui-key-label">Whose cost it is</Box>
      <Box padding={{ top: 'xs' }}>
        <ShareBar label="Whose cost it is" parts={partsOf(attribution)} />
      </Box>
      <div className="headline-note">{teamWords(attribution, usd)}</div>
    </div>
  );
}

function partsOf(attribution: Attribution) {
  const part = (key: string, label: string, usd: Usd, colour: string) => ({
    key,
    label,
    amount: usdToNumber(usd),
    text: formatMoney(usd),
    colour,
  });
  return [
    part('principal', 'Principal logged', attribution.principalUsd, paletteColour(0)),
    part('allocated', 'Allocated by calls', attribution.allocatedUsd, paletteColour(1)),
    part('team', 'Team alone', attribution.teamOnlyUsd, paletteColour(2)),
    part('nobody', 'Nobody', attribution.nobodyUsd, OTHER_COLOUR),
  ];
}

/** How much of the cost rules tie to teams, in a sentence. */
export function teamWords({ teamUsd }: Pick<Attribution, 'teamUsd'>, usd: Usd): string {
  if (parseUsd(teamUsd) === 0n) return 'No rule ties any of it to a team.';
  const share = formatShare(shareOf(parseUsd(teamUsd), parseUsd(usd)), 1) ?? 'None';
  return `${share} is tied to teams (${formatMoney(teamUsd)}); the rest is unassigned.`;
}
